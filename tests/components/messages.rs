//! Notices, errors and placeholders.

use leptos::prelude::*;
use tadwina::{
    components::{ErrorView, Notice, NoticeKind, Placeholder},
    error::Error,
    i18n::I18n,
};

use crate::html::{Html, render, render_arabic};

/// One error of every kind.
fn errors() -> [Error; 10] {
    let url = "https://example.org/wp-json/".to_owned();
    [
        Error::Unreachable { url: url.clone() },
        Error::NotFound,
        Error::NotHere,
        Error::Forbidden { status: 401, code: "rest_disabled".to_owned() },
        Error::Blocked { status: 403 },
        Error::Server { status: 503 },
        Error::Refused { status: 400, code: "rest_invalid_param".to_owned() },
        Error::NotJson { url, found: "<!doctype html><script>x()</script>".to_owned() },
        Error::shape("date_gmt", "nothing"),
        Error::Setting { name: "data-api".to_owned(), value: "\"<b>{{ api }}</b>".to_owned() },
    ]
}

fn view_of(error: Error) -> Html {
    render_arabic(|| view! { <ErrorView error retry=Callback::new(|()| ())/> })
}

#[test]
fn every_error_is_an_alert_with_its_key_and_its_message() {
    for error in errors() {
        for tag in ["ar", "fr", "en"] {
            let message = I18n::new(tag.parse().unwrap(), None).error(&error);
            let shown = error.clone();
            let html = render(tag, "", || view! { <ErrorView error=shown/> });
            assert_eq!(html.one("[role=alert]").attribute("data-error"), error.key());
            assert_eq!(html.one("h1").text, message.title, "{tag} {error}");
            assert_eq!(html.one(".td-error__text").text, message.text, "{tag} {error}");
        }
    }
}

#[test]
fn only_an_error_that_a_retry_can_help_has_a_button() {
    for error in errors() {
        let html = view_of(error.clone());
        let buttons = if error.is_retryable() { vec!["إعادة المحاولة"] } else { vec![] };
        assert_eq!(html.texts("button"), buttons, "{error}");
    }
}

#[test]
fn an_error_without_a_retry_callback_has_no_button() {
    for error in errors() {
        let html = render_arabic(|| view! { <ErrorView error/> });
        assert!(!html.has("button"), "{html:?}");
    }
}

#[test]
fn every_error_in_the_place_of_a_page_links_to_home_unless_all_pages_have_it() {
    for error in errors() {
        if matches!(error, Error::Setting { .. }) {
            assert!(!view_of(error).has("a"));
            continue;
        }
        assert!(!render_arabic(|| view! { <ErrorView error=error.clone() level=3/> }).has("a"));
        let html = render("ar", "/blog", || view! { <ErrorView error/> });
        assert_eq!(html.one("a[href='/blog/']").text, "الرئيسية");
    }
}

#[test]
fn an_error_can_link_to_the_same_address_at_the_site() {
    let url = "https://example.org/blog/tag/flour/";
    for (tag, text) in [
        ("ar", "فتح العنوان في موقع المدونة"),
        ("fr", "Ouvrir l’adresse sur le site du blog"),
        ("en", "Open the address at the blog’s own site"),
    ] {
        let site_url = url.to_owned();
        let html = render(tag, "", || view! { <ErrorView error=Error::NotHere site_url/> });
        let link = html.one("a[rel=external]");
        assert_eq!((link.attribute("href"), link.text.as_str()), (url, text));
    }
    for error in errors() {
        assert!(!view_of(error).has("a[rel=external]"));
    }
}

#[test]
fn only_errors_for_developers_have_details_and_these_are_text() {
    for error in errors() {
        let html = view_of(error.clone());
        let is_shown = ["refused", "not-json", "shape", "setting"].contains(&error.key());
        let details = if is_shown { vec![error.to_string()] } else { vec![] };
        assert_eq!(html.texts("[dir=ltr] code"), details, "{error}");
        assert!(!html.has("script") && !html.has("b"), "{error}");
    }
}

#[test]
fn an_error_can_have_a_heading_of_a_lower_level() {
    let html = render_arabic(|| view! { <ErrorView error=Error::NotFound level=3/> });
    assert!(!html.has("h1"));
    assert_eq!(html.one("h3").text, "الصفحة غير موجودة");
}

#[test]
fn a_notice_has_its_kind() {
    for (kind, name) in [
        (NoticeKind::Success, "success"),
        (NoticeKind::Held, "held"),
        (NoticeKind::Error, "error"),
        (NoticeKind::Closed, "closed"),
        (NoticeKind::Locked, "locked"),
        (NoticeKind::Empty, "empty"),
    ] {
        let html = render_arabic(|| view! { <Notice kind><p>"خبر"</p></Notice> });
        assert_eq!(html.one(&format!("[data-kind={name}] p")).text, "خبر");
    }
}

#[test]
fn a_placeholder_has_a_label_and_shows_no_text() {
    for (tag, label) in [("ar", "جارٍ التحميل…"), ("fr", "Chargement…"), ("en", "Loading…")]
    {
        let html = render(tag, "", || view! { <Placeholder/> });
        assert_eq!(html.one("[role=status]").attribute("aria-label"), label);
        assert_eq!(html.text, "");
        assert!(html.has("[data-part=title]") && html.has("[data-part=text]"));
    }
}
