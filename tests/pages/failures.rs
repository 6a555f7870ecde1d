//! What a reader sees when something fails. There is always a message.

use std::sync::Arc;

use tadwina::{
    config::Settings,
    http::{Method, NoResponse},
};

use crate::{
    html::Html,
    page, page_of, page_with,
    site::{ARTICLE, ARTICLES, CATEGORIES, INDEX, Reply, STICKY, Site, ok, reply, wordpress_error},
};

/// The key of the error in the page, and whether it has a button to retry.
fn error(html: &Html) -> (&str, bool) {
    (html.one("main [role=alert]").attribute("data-error"), html.has("main [role=alert] button"))
}

/// Bad replies, the key of their error, and whether it has a button to retry.
fn failures() -> Vec<(Reply, &'static str, bool)> {
    vec![
        (Err(NoResponse), "unreachable", true),
        (wordpress_error(500, "internal_error"), "server", true),
        (wordpress_error(503, ""), "server", true),
        (wordpress_error(429, ""), "server", true),
        (wordpress_error(401, "rest_disabled"), "forbidden", false),
        (wordpress_error(403, "rest_forbidden"), "forbidden", false),
        (wordpress_error(400, "rest_invalid_param"), "refused", false),
        (wordpress_error(404, "rest_no_route"), "refused", false),
        (ok("<!doctype html><title>x</title>"), "not-json", true),
        (reply(404, "<!doctype html><title>x</title>"), "not-json", true),
        (reply(403, "<!doctype html><title>x</title>"), "blocked", true),
        (reply(406, ""), "blocked", true),
        (ok(""), "not-json", true),
        (ok("[{\"id\": 201, \"da"), "not-json", true),
        (ok("{\"hello\": 1}"), "shape", true),
        (ok("[{\"id\": 201}]"), "shape", true),
    ]
}

#[test]
fn every_failure_of_an_article_has_its_error() {
    for (reply, key, retry) in failures() {
        let html = page(Site::new().with(ARTICLE, reply.clone()), "/a/");
        assert_eq!(error(&html), (key, retry), "{reply:?}");
        assert!(!html.has("form") && html.has("h1"), "{reply:?}");
    }
}

#[test]
fn every_failure_of_a_list_has_its_error() {
    for (reply, key, retry) in failures() {
        let html = page(Site::new().with(ARTICLES, reply.clone()), "/");
        assert_eq!(error(&html), (key, retry), "{reply:?}");
        if !is_list(&reply) {
            let html = page(Site::new().with(STICKY, reply.clone()), "/");
            assert_eq!(error(&html), (key, retry), "sticky: {reply:?}");
        }
    }
}

/// Whether the reply is a list, perhaps of odd records. Among the sticky articles they hide no others.
fn is_list(reply: &Reply) -> bool {
    reply.as_ref().is_ok_and(|reply| reply.body.starts_with('[') && reply.body.ends_with(']'))
}

#[test]
fn the_details_of_an_error_have_the_url_and_the_body_as_text() {
    let html = page(Site::new().with(ARTICLE, ok("<!doctype html><b>x</b>")), "/a/");
    let detail = &html.one("[role=alert] code").text;
    assert!(detail.contains("https://example.org/blog/wp-json/wp/v2/posts"), "{detail}");
    assert!(detail.contains("<!doctype html><b>x</b>"), "{detail}");
    assert!(!html.has("main b"));
    let html = page(Site::new().with(ARTICLES, ok("[{\"id\": 1, \"link\": 7}]")), "/");
    let detail = &html.one("[role=alert] code").text;
    assert!(detail.contains("link: invalid type: integer `7`"), "{detail}");
}

#[test]
fn a_missing_article_is_not_found_and_links_to_home() {
    let html = page(Site::new().with(ARTICLE, ok("[]")), "/2023/11/03/nothing/");
    assert_eq!(error(&html), ("not-found", false));
    assert_eq!(html.one("h1").text, "الصفحة غير موجودة");
    assert_eq!(html.one("[role=alert] a:not([rel])").attribute("href"), "/");
}

#[test]
fn an_article_that_is_not_found_may_be_at_the_site_of_another_origin() {
    let site = Arc::new(Site::new().with(ARTICLE, ok("[]")));
    let html = page_of(&site, "/2023/11/03/nothing/");
    let link = html.one("[role=alert] a[rel=external]");
    assert_eq!(link.attribute("href"), "https://example.org/blog/2023/11/03/nothing/");
    assert_eq!(site.urls(Method::Head), [""; 0]);
}

#[test]
fn the_site_of_the_same_origin_is_asked_what_it_has_at_an_address_without_an_article() {
    for (path, key) in [("/2023/11/03/nothing/", ARTICLE), ("/category/nothing/", CATEGORIES)] {
        for head in [reply(404, ""), reply(200, ""), Err(NoResponse)] {
            let site = Arc::new(Site::new().with(key, ok("[]")).with("nothing/", head));
            let html = page_with(Settings { prefix: "data-", attribute: &|_| None }, &site, path);
            // Natively no other page is loaded.
            assert_eq!(error(&html), ("not-found", false), "{path}");
            assert_eq!(site.urls(Method::Head), [path]);
            assert!(!html.has("a[rel=external]"), "a link to the page itself");
        }
    }
}

#[test]
fn what_only_the_site_has_is_left_to_it_without_a_request_for_articles() {
    for path in ["/tag/flour/", "/author/salma/page/2/", "/2023/11/", "/?s=bread"] {
        let site = Arc::new(Site::new().with(ARTICLE, Err(NoResponse)).with(ARTICLES, Err(NoResponse)));
        let html = page_of(&site, path);
        assert_eq!(error(&html), ("not-here", false), "{path}");
        let link = html.one("[role=alert] a[rel=external]");
        assert_eq!(link.attribute("href"), format!("https://example.org/blog{path}"));
        assert_eq!((site.request_count(ARTICLE), site.request_count(ARTICLES)), (0, 0), "{path}");
    }
}

#[test]
fn an_invalid_address_is_not_found_without_a_request_for_articles() {
    for path in ["/page/0/", "/page/x/", "/slug/page/2/", "/%ff/"] {
        let site = Site::new().with(ARTICLE, Err(NoResponse)).with(ARTICLES, Err(NoResponse));
        assert_eq!(error(&page(site, path)), ("not-found", false), "{path}");
    }
}

#[test]
fn the_header_is_shown_whatever_fails() {
    for (reply, ..) in failures() {
        let html = page(Site::new().with(ARTICLE, reply), "/a/");
        assert_eq!(html.one("header.td-site-header").text, "مدوّنة الرصيف & ما حولها");
        assert_eq!(html.one("a[href='#td-main']").text, "الانتقال إلى المحتوى");
    }
}

#[test]
fn a_site_without_a_name_has_its_articles() {
    for (reply, ..) in failures() {
        let html = page(Site::new().with(INDEX, reply.clone()), "/a/");
        assert_eq!(html.one("main h1").text, "خبز & ملح: It’s bread");
        assert!(!html.has("[role=alert]"));
        assert_eq!(html.one("header.td-site-header a[href='/']").text, "الرئيسية", "{reply:?}");
    }
}

#[test]
fn every_link_of_a_page_has_text() {
    for path in ["/", "/a/", "/category/a/", "/page/0/"] {
        let nameless = Site::new().with(INDEX, ok("{\"name\": \"\"}"));
        for site in [Site::new(), Site::unresponsive(), Site::new().with(INDEX, Err(NoResponse)), nameless] {
            let html = page(site, path);
            assert!(html.texts("a").iter().all(|text| !text.trim().is_empty()), "{path} {html:?}");
        }
    }
}
