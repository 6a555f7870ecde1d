//! What goes wrong, and what the reader is told. Never a page without words.

use tadwina::http::{NoResponse, Response};

use crate::{
    html::Html,
    page,
    site::{ARTICLE, ARTICLES, INDEX, Site, refusal, reply},
};

fn error(html: &Html) -> (&str, bool) {
    (html.one("main [role=alert]").attribute("data-error"), html.has("main [role=alert] button"))
}

/// Every way in which a site fails, the key of the error, and whether asking again is offered.
fn failures() -> Vec<(Result<Response, NoResponse>, &'static str, bool)> {
    vec![
        (Err(NoResponse), "unreachable", true),
        (refusal(500, "internal_error"), "server", true),
        (refusal(503, ""), "server", true),
        (refusal(429, ""), "server", true),
        (refusal(401, "rest_disabled"), "forbidden", false),
        (refusal(403, "rest_forbidden"), "forbidden", false),
        (refusal(400, "rest_invalid_param"), "refused", false),
        (refusal(404, "rest_no_route"), "refused", false),
        (Ok(reply(200, "<!doctype html><title>x</title>")), "not-json", true),
        (Ok(reply(404, "<!doctype html><title>x</title>")), "not-json", true),
        (Ok(reply(200, "")), "not-json", true),
        (Ok(reply(200, "[{\"id\": 201, \"da")), "not-json", true),
        (Ok(reply(200, "{\"hello\": 1}")), "shape", true),
        (Ok(reply(200, "[{\"id\": 201}]")), "shape", true),
    ]
}

#[test]
fn every_failure_of_an_article_is_told_as_what_it_is() {
    for (answer, key, retry) in failures() {
        let html = page(Site::new().with(ARTICLE, answer.clone()), "/a/");
        assert_eq!(error(&html), (key, retry), "{answer:?}");
        assert!(!html.has("form") && html.has("h1"), "{answer:?}");
    }
}

#[test]
fn every_failure_of_a_list_is_told_as_what_it_is() {
    for (answer, key, retry) in failures() {
        let html = page(Site::new().with(ARTICLES, answer.clone()), "/");
        assert_eq!(error(&html), (key, retry), "{answer:?}");
    }
}

#[test]
fn what_failed_is_named_for_the_developer() {
    let html = page(Site::new().with(ARTICLE, Ok(reply(200, "<!doctype html><b>x</b>"))), "/a/");
    let detail = &html.one("[role=alert] code").text;
    assert!(detail.contains("https://example.org/blog/wp-json/wp/v2/posts"), "{detail}");
    assert!(detail.contains("<!doctype html><b>x</b>"), "{detail}");
    assert!(!html.has("main b"));
    let html = page(Site::new().with(ARTICLES, Ok(reply(200, "[{\"id\": 1, \"link\": 7}]"))), "/");
    let detail = &html.one("[role=alert] code").text;
    assert!(detail.contains("link: invalid type: integer `7`"), "{detail}");
}

#[test]
fn an_article_that_is_not_there_is_not_found_and_home_is_offered() {
    let html = page(Site::new().with(ARTICLE, Ok(reply(200, "[]"))), "/2023/11/03/nothing/");
    assert_eq!(error(&html), ("not-found", false));
    assert_eq!(html.one("h1").text, "الصفحة غير موجودة");
    assert_eq!(html.one("[role=alert] a").attribute("href"), "/");
}

#[test]
fn addresses_of_nothing_are_not_found_without_asking() {
    for path in ["/page/0/", "/page/x/", "/slug/page/2/", "/%ff/"] {
        let site = Site::new().with(ARTICLE, Err(NoResponse)).with(ARTICLES, Err(NoResponse));
        assert_eq!(error(&page(site, path)), ("not-found", false), "{path}");
    }
}

#[test]
fn a_page_beyond_the_last_is_not_found() {
    let html = page(Site::new().with(ARTICLES, refusal(400, "rest_post_invalid_page_number")), "/page/99/");
    assert_eq!(error(&html), ("not-found", false));
}

#[test]
fn the_frame_stands_whatever_fails() {
    for (answer, ..) in failures() {
        let html = page(Site::new().with(ARTICLE, answer), "/a/");
        assert_eq!(html.one("header.td-site-header").text, "مدوّنة الرصيف & ما حولها");
        assert_eq!(html.one("a[href='#td-main']").text, "الانتقال إلى المحتوى");
    }
}

#[test]
fn a_site_that_does_not_tell_its_name_still_has_its_articles() {
    for (answer, ..) in failures() {
        let html = page(Site::new().with(INDEX, answer.clone()), "/a/");
        assert_eq!(html.one("main h1").text, "خبز & ملح: It’s bread");
        assert!(!html.has("[role=alert]"));
        assert_eq!(html.one("header.td-site-header a[href='/']").text, "الرئيسية", "{answer:?}");
    }
}

#[test]
fn no_link_of_a_page_is_without_words() {
    for path in ["/", "/a/", "/category/a/", "/page/0/"] {
        let nameless = Site::new().with(INDEX, Ok(reply(200, "{\"name\": \"\"}")));
        for site in [Site::new(), Site::silent(), Site::new().with(INDEX, Err(NoResponse)), nameless] {
            let html = page(site, path);
            assert!(html.texts("a").iter().all(|text| !text.trim().is_empty()), "{path} {html:?}");
        }
    }
}
