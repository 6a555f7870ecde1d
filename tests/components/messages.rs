//! Notices, errors, and what stands where something is on its way.

use leptos::prelude::*;
use tadwina::{
    components::{ErrorView, Notice, NoticeKind, Placeholder},
    error::Error,
    i18n::I18n,
};

use crate::html::{Html, arabic, rendered};

/// One of every kind.
fn errors() -> [Error; 8] {
    let url = "https://example.org/wp-json/".to_owned();
    [
        Error::Unreachable { url: url.clone() },
        Error::NotFound,
        Error::Forbidden { status: 401, code: "rest_disabled".to_owned() },
        Error::Server { status: 503 },
        Error::Refused { status: 400, code: "rest_invalid_param".to_owned() },
        Error::NotJson { url, found: "<!doctype html><script>x()</script>".to_owned() },
        Error::shape("date_gmt", "nothing"),
        Error::Setting { name: "data-api".to_owned(), value: "\"<b>{{ api }}</b>".to_owned() },
    ]
}

fn view_of(error: Error) -> Html {
    arabic(|| view! { <ErrorView error retry=|()| ()/> })
}

#[test]
fn every_error_is_an_alert_of_its_kind_in_the_readers_words() {
    for error in errors() {
        for tag in ["ar", "fr", "en"] {
            let message = I18n::new(tag.parse().unwrap(), None).error(&error);
            let shown = error.clone();
            let html = rendered(tag, "", || view! { <ErrorView error=shown/> });
            assert_eq!(html.one("[role=alert]").attribute("data-error"), error.key());
            assert_eq!(html.one("h1").text, message.title, "{tag} {error}");
            assert_eq!(html.one(".td-error__text").text, message.text, "{tag} {error}");
        }
    }
}

#[test]
fn asking_again_is_offered_where_it_can_help_and_nowhere_else() {
    for error in errors() {
        let (html, helps) = (view_of(error.clone()), error.is_retryable());
        assert_eq!(html.texts("button"), if helps { vec!["إعادة المحاولة"] } else { vec![] }, "{error}");
    }
}

#[test]
fn without_a_way_to_ask_again_nothing_is_offered() {
    for error in errors() {
        let html = arabic(|| view! { <ErrorView error/> });
        assert!(!html.has("button"), "{html:?}");
    }
}

#[test]
fn every_error_has_a_way_home() {
    for error in errors() {
        let html = rendered("ar", "/blog", || view! { <ErrorView error/> });
        assert_eq!(html.one("a[href='/blog/']").text, "الرئيسية");
    }
}

#[test]
fn details_are_for_what_only_a_developer_can_mend_and_are_text() {
    for error in errors() {
        let html = view_of(error.clone());
        let is_shown = ["refused", "not-json", "shape", "setting"].contains(&error.key());
        let details = if is_shown { vec![error.to_string()] } else { vec![] };
        assert_eq!(html.texts("[dir=ltr] code"), details, "{error}");
        assert!(!html.has("script") && !html.has("b"), "{error}");
    }
}

#[test]
fn within_a_page_an_error_is_no_heading_of_the_first_level() {
    let html = arabic(|| view! { <ErrorView error=Error::NotFound level=3/> });
    assert!(!html.has("h1"));
    assert_eq!(html.one("h3").text, "الصفحة غير موجودة");
}

#[test]
fn a_notice_says_of_what_kind_it_is() {
    for (kind, name) in [
        (NoticeKind::Success, "success"),
        (NoticeKind::Held, "held"),
        (NoticeKind::Error, "error"),
        (NoticeKind::Closed, "closed"),
        (NoticeKind::Locked, "locked"),
        (NoticeKind::Empty, "empty"),
    ] {
        let html = arabic(|| view! { <Notice kind><p>"خبر"</p></Notice> });
        assert_eq!(html.one(&format!("[data-kind={name}] p")).text, "خبر");
    }
}

#[test]
fn a_place_that_is_kept_says_what_it_waits_for_and_shows_no_text() {
    for (tag, label) in [("ar", "جارٍ التحميل…"), ("fr", "Chargement…"), ("en", "Loading…")]
    {
        let html = rendered(tag, "", || view! { <Placeholder/> });
        assert_eq!(html.one("[role=status]").attribute("aria-label"), label);
        assert_eq!(html.text, "");
        assert!(html.has("[data-part=title]") && html.has("[data-part=text]"));
    }
}
