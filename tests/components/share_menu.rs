//! The share menu before its button is pressed.

use leptos::prelude::*;
use tadwina::components::ShareMenu;

use crate::html::{Html, render_arabic};

const ADDRESS: &str = "https://example.org/2023/%d8%ae%d8%a8%d8%b2/";

fn menu() -> Html {
    render_arabic(|| view! { <ShareMenu title="خبز & ملح".to_owned() address=ADDRESS.to_owned()/> })
}

#[test]
fn the_menu_is_a_closed_popover_of_its_button() {
    let html = menu();
    let button = html.one("button[aria-expanded]");
    assert_eq!(button.attribute("aria-expanded"), "false");
    assert_eq!(button.text.trim(), "مشاركة");
    let menu = html.one(&format!("#{}", button.attribute("popovertarget")));
    assert_eq!(menu.attribute("popover"), "auto");
    assert_eq!(button.attribute("aria-controls"), button.attribute("popovertarget"));
    assert!(html.has(&format!("#{} ul", button.attribute("aria-controls"))));
}

#[test]
fn the_address_is_shown_decoded_and_without_its_scheme() {
    let html = menu();
    assert_eq!(html.one(".td-share__address").text, "example.org/2023/خبز/");
    assert_eq!(html.one(".td-share__address").attribute("dir"), "ltr");
}

#[test]
fn links_to_networks_have_title_and_address_encoded_in_the_query() {
    let html = menu();
    let title = "%D8%AE%D8%A8%D8%B2%20%26%20%D9%85%D9%84%D8%AD";
    let url = "https%3A%2F%2Fexample%2Eorg%2F2023%2F%25d8%25ae%25d8%25a8%25d8%25b2%2F";
    assert_eq!(
        html.attributes("li a", "href"),
        [
            format!("https://wa.me/?text={title}%20{url}"),
            format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
            format!("https://x.com/intent/post?text={title}&url={url}"),
            format!("https://t.me/share/url?url={url}&text={title}"),
            format!("mailto:?subject={title}&body={url}"),
        ]
    );
}

#[test]
fn links_to_networks_send_no_referrer_and_have_names() {
    let html = menu();
    let links = html.all("li a");
    assert!(links.iter().all(|link| link.attribute("rel") == "noopener noreferrer"));
    assert_eq!(html.texts("li a"), ["واتساب", "فيسبوك", "إكس", "تيليغرام", "البريد الإلكتروني"]);
    assert_eq!(html.one("li button").text.trim(), "نسخ الرابط");
}

#[test]
fn the_status_is_empty_before_the_address_is_copied() {
    let html = menu();
    assert_eq!(html.one("[role=status]").text, "");
    assert!(!html.has("input"));
}

#[test]
fn icons_are_hidden_from_assistive_technology() {
    let html = menu();
    assert!(html.has("svg"));
    assert!(html.all("svg").iter().all(|icon| icon.attribute("aria-hidden") == "true"));
}
