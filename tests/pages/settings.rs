//! The settings of a page: their effects, and the error of a wrong one.

use std::sync::Arc;

use tadwina::config::Settings;

use crate::{
    page_with, page_with_setting,
    site::{COMMENTS, Site, ok},
};

#[test]
fn every_wrong_setting_is_an_error_with_its_name_and_its_value() {
    for (name, value) in [
        ("data-api", "https://example.org/wp-json/wp/v2/posts"),
        ("data-api", "{{ \"api\" }} <b>"),
        ("data-locale", "ar MA"),
        ("data-digits", "roman"),
        ("data-comment-limit", "0"),
        ("data-comment-limit", "-1"),
        ("data-comment-limit", "many"),
        ("data-depth", "0"),
        ("data-depth", "11"),
        ("data-order", "newest"),
        ("data-captcha", "turnstile"),
        ("data-base", "blog"),
        ("data-base", "https://example.org/blog"),
    ] {
        let site = Arc::new(Site::new());
        let html = page_with_setting(name, value, &site, "/");
        assert_eq!(html.one("main [role=alert]").attribute("data-error"), "setting", "{name}={value}");
        let detail = &html.one("[dir=ltr] code").text;
        assert!(detail.contains(name) && detail.contains(value), "{detail}");
        assert_eq!(site.request_count(""), 0, "{name}={value}");
        assert!(!html.has("b") && !html.has("button"));
    }
}

#[test]
fn a_wrong_setting_is_told_in_the_language_of_the_page() {
    let site = Arc::new(Site::new());
    let config = |name: &str| match name {
        "data-locale" => Some("fr".to_owned()),
        "data-base" => Some("blog".to_owned()),
        _ => None,
    };
    let html = page_with(Settings { prefix: "data-", attribute: &config }, &site, "/");
    assert_eq!(html.one("h1").text, "Les réglages de la page sont à corriger");
    // Every page has the same error.
    assert!(!html.has("main a"));
}

#[test]
fn the_language_of_the_page_is_a_setting() {
    for (tag, home, digits) in
        [("fr", "Accueil", "1000"), ("en-GB", "Home", "1000"), ("ar-EG", "الرئيسية", "١٠٠٠")]
    {
        let html = page_with_setting("data-locale", tag, &Arc::new(Site::new()), "/a/");
        assert_eq!(html.texts("nav a").first(), Some(&home), "{tag}");
        assert!(html.one(".td-character-count").text.contains(digits), "{tag}");
    }
}

#[test]
fn the_digits_are_a_setting() {
    let html = page_with_setting("data-digits", "arab", &Arc::new(Site::new()), "/a/");
    assert_eq!(html.one(".td-byline time").text, "٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م");
    assert_eq!(html.one(".td-byline time").attribute("datetime"), "2023-11-03T15:43:00+01:00");
}

#[test]
fn the_levels_of_threads_are_a_setting() {
    let depths = |depth: &str| {
        let html = page_with_setting("data-depth", depth, &Arc::new(Site::new()), "/a/");
        let depths = html.attributes(".td-comment-list__item", "data-depth");
        let depths: Vec<_> = depths.into_iter().map(str::to_owned).collect();
        (depths, html.has(".td-comment-list__reply"))
    };
    let (by_default, has_replies) = depths("");
    assert!(by_default.iter().any(|depth| depth != "0") && has_replies);
    assert_eq!(depths("5").0, by_default);
    let (flat, has_replies) = depths("1");
    assert!(flat.iter().all(|depth| depth == "0") && flat.len() == by_default.len());
    assert!(!has_replies, "nobody can reply where threads have one level");
}

#[test]
fn the_order_of_the_comments_is_a_setting() {
    const DESCENDING: &str = "order=desc&_fields=id,parent";
    // Without its parent, the second comment of the fixture begins a thread of its own.
    let mut comments: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/comments.json")).unwrap();
    comments[1]["parent"] = 0.into();
    let comments = comments.to_string();
    let shown = |order: &str| {
        let site = Site::new().with(DESCENDING, ok(&comments)).with(COMMENTS, ok(&comments));
        let site = Arc::new(site);
        let html = page_with_setting("data-order", order, &site, "/a/");
        let threads = html.attributes(".td-comment", "id");
        let threads: Vec<_> = threads.into_iter().map(str::to_owned).collect();
        (threads, site.request_count(DESCENDING), site.request_count(COMMENTS))
    };
    let (oldest, descending, ascending) = shown("asc");
    assert!(oldest.len() > 1);
    assert_eq!((descending, ascending), (0, 1));
    assert_eq!(shown("").0, oldest);
    let (mut newest, descending, ascending) = shown("desc");
    assert_eq!((descending, ascending), (1, 0));
    newest.reverse();
    assert_eq!(newest, oldest);
}
