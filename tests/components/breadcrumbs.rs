//! The breadcrumbs of a page.

use leptos::prelude::*;
use tadwina::{
    components::{Breadcrumbs, Crumb},
    model::Permalink,
};

use crate::html::{Html, render, render_arabic};

fn crumb(name: &str, link: &str) -> Crumb {
    Crumb { name: name.to_owned(), link: Permalink::from_link(link, "") }
}

fn trail() -> Vec<Crumb> {
    vec![crumb("مطبخ", "/category/kitchen/"), crumb("خبز & <b>عجين</b>", "/category/kitchen/bread/")]
}

fn breadcrumbs() -> Html {
    render_arabic(|| view! { <Breadcrumbs trail=trail() here="أوّل \"رغيف\""/> })
}

#[test]
fn the_breadcrumbs_lead_from_home_through_every_category_to_the_page() {
    let html = breadcrumbs();
    assert_eq!(html.texts("li"), ["الرئيسية", "مطبخ", "خبز & <b>عجين</b>", "أوّل \"رغيف\""]);
    assert_eq!(html.attributes("a", "href"), ["/", "/category/kitchen/", "/category/kitchen/bread/"]);
}

#[test]
fn only_the_page_itself_is_current_and_it_is_not_a_link() {
    let html = breadcrumbs();
    assert_eq!(html.one("[aria-current]").text, "أوّل \"رغيف\"");
    assert_eq!(html.one("[aria-current]").attribute("aria-current"), "page");
    assert!(!html.has("[aria-current] a"));
}

#[test]
fn names_are_shown_as_text_and_each_has_its_own_direction() {
    let html = breadcrumbs();
    assert!(!html.has("b"));
    assert_eq!(html.texts("bdi[itemprop=name]"), html.texts("li"));
}

#[test]
fn the_breadcrumbs_have_microdata_with_positions_from_one() {
    let html = breadcrumbs();
    assert_eq!(html.one("ol[itemscope]").attribute("itemtype"), "https://schema.org/BreadcrumbList");
    let items = html.all("ol[itemscope] li[itemprop=itemListElement][itemscope]");
    assert_eq!(items.len(), 4);
    assert!(items.iter().all(|item| item.attribute("itemtype") == "https://schema.org/ListItem"));
    assert_eq!(html.attributes("li meta[itemprop=position]", "content"), ["1", "2", "3", "4"]);
    assert_eq!(html.all("li a[itemprop=item] [itemprop=name]").len(), 3);
}

#[test]
fn a_page_without_categories_has_two_breadcrumbs() {
    let html = render_arabic(|| view! { <Breadcrumbs trail=Vec::new() here="صفحة"/> });
    assert_eq!(html.texts("li"), ["الرئيسية", "صفحة"]);
    assert_eq!(html.attributes("meta", "content"), ["1", "2"]);
}

#[test]
fn the_breadcrumbs_have_a_label_in_the_readers_language_and_links_below_the_base() {
    let html = render("en", "/blog", || view! { <Breadcrumbs trail=trail() here="Page"/> });
    assert_eq!(html.one("nav").attribute("aria-label"), "Breadcrumb");
    assert_eq!(
        html.attributes("a", "href"),
        ["/blog/", "/blog/category/kitchen/", "/blog/category/kitchen/bread/"]
    );
    assert_eq!(html.texts("a").first(), Some(&"Home"));
}
