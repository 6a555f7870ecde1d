//! The page of an article.

use std::sync::Arc;

use tadwina::{config::Settings, http::NoResponse};

use crate::{
    html::Html,
    page, page_of, page_with, page_with_setting,
    site::{
        ALLOWED_METHODS, ARTICLE, CATEGORIES, COMMENTS, INDEX, PAGE, Site, ok, ok_with_allow, ok_with_totals,
        wordpress_error,
    },
};

const ARTICLE_JSON: &str = include_str!("../fixtures/article.json");
const PATH: &str = "/2023/11/03/%d8%ae%d8%a8%d8%b2/";

/// A site whose article has `to` in place of `from`.
fn site_with_change(from: &str, to: &str) -> Site {
    assert!(ARTICLE_JSON.contains(from));
    Site::new().with(ARTICLE, ok(&ARTICLE_JSON.replace(from, to)))
}

/// The article with these comments.
fn page_with_comments(body: &str, total: u32, pages: u32) -> Html {
    page(Site::new().with(COMMENTS, ok_with_totals(body, total, pages)), PATH)
}

#[test]
fn an_article_has_header_byline_picture_text_and_comment_box() {
    let html = page(Site::new(), PATH);
    assert_eq!(html.one("header.td-site-header a[href='/']").text, "مدوّنة الرصيف & ما حولها");
    assert_eq!(html.one("main h1").text, "خبز & ملح: It’s bread");
    assert_eq!(html.one(".td-byline").text, "كتبه سلمى & نور في 3 نوفمبر 2023 - 3:43 م");
    assert_eq!(html.one("figure img").attribute("alt"), "رغيف على طاولة");
    assert_eq!(html.one("figcaption").text, "أوّل رغيف");
    assert_eq!(html.one(".td-article .td-prose b").text, "ساخن");
    assert!(html.has("main form textarea") && !html.has("[data-error]"));
}

#[test]
fn the_breadcrumbs_of_an_article_have_the_ancestors_of_its_category() {
    let html = page(site_with_change("\"id\": 7,", "\"id\": 3,"), PATH);
    assert_eq!(html.texts("nav li"), ["الرئيسية", "A", "خبز & ماء", "خبز & ملح: It’s bread"]);
    assert_eq!(html.attributes("nav a", "href"), ["/", "/category/a/", "/category/a/%d8%ae%d8%a8%d8%b2/"]);
}

#[test]
fn the_breadcrumbs_take_ancestors_from_the_address_if_the_categories_are_unknown() {
    for reply in [wordpress_error(503, ""), wordpress_error(401, "rest_disabled"), ok("[]")] {
        let html = page(Site::new().with(CATEGORIES, reply), PATH);
        assert_eq!(html.texts("nav li"), ["الرئيسية", "a", "خبز & عجين", "خبز & ملح: It’s bread"]);
        assert_eq!(html.attributes("nav a", "href")[1], "/category/a/");
        assert!(!html.has("[role=alert]"));
    }
}

#[test]
fn the_page_of_an_article_sends_each_request_once() {
    let site = Arc::new(Site::new());
    page_of(&site, PATH);
    assert_eq!((site.request_count("wp/v2/posts"), site.request_count("wp/v2/pages")), (1, 0));
    for request in [INDEX, CATEGORIES, COMMENTS, ALLOWED_METHODS] {
        assert_eq!(site.request_count(request), 1, "{request}");
    }
    assert!(!site.has_post_request());
}

#[test]
fn every_spelling_of_an_address_shows_the_same_article() {
    for path in [PATH, "/2023/11/03/%D8%AE%D8%A8%D8%B2/", "/%d8%ae%d8%a8%d8%b2", "/archives/خبز/", "/?p=201"]
    {
        assert_eq!(page(Site::new(), path).one("main h1").text, "خبز & ملح: It’s bread", "{path}");
    }
}

#[test]
fn a_page_is_shown_as_an_article() {
    let site = Site::new().with(ARTICLE, ok("[]")).with(PAGE, ok(ARTICLE_JSON));
    assert_eq!(page(site, "/about/").one("main h1").text, "خبز & ملح: It’s bread");
}

#[test]
fn the_comments_have_their_count_and_their_anchors() {
    let html = page(Site::new(), PATH);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 2 )");
    assert_eq!(html.attributes("section#comments article", "id"), ["comment-11", "comment-12"]);
    assert_eq!(html.texts(".td-comment__author"), ["أ & ب", "زائر"]);
    assert!(!html.has("script") && !html.has(".td-discussion__more"));
}

#[test]
fn an_article_without_comments_has_a_message() {
    let html = page_with_comments("[]", 0, 0);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 0 )");
    assert_eq!(html.one(".td-discussion__empty").text, "لا تعليقات بعد.");
    assert!(!html.has("ol.td-comment-list"));
}

#[test]
fn a_list_of_several_pages_of_comments_has_a_button_for_more() {
    let html = page_with_comments(include_str!("../fixtures/comments.json"), 300, 3);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 300 )");
    assert_eq!(html.one("button.td-discussion__more").text, "عرض المزيد من التعليقات");
}

#[test]
fn an_error_of_the_comments_does_not_hide_the_article() {
    let html = page(Site::new().with(COMMENTS, wordpress_error(503, "")), PATH);
    assert_eq!(html.one("main h1").text, "خبز & ملح: It’s bread");
    assert_eq!(html.one("section#comments [role=alert]").attribute("data-error"), "server");
    assert!(html.has("section#comments [role=alert] button") && html.has("form"));
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار");
}

#[test]
fn a_closed_article_has_its_comments_and_no_comment_box() {
    let html = page(site_with_change("\"open\"", "\"closed\""), PATH);
    assert_eq!(html.one("[data-kind=closed]").text, "التعليقات مغلقة على هذا المقال.");
    assert!(!html.has("form") && html.has("#comment-11"));
}

#[test]
fn without_rest_a_site_of_another_origin_gets_a_link_to_its_own_page() {
    let html = page(Site::new().with(ALLOWED_METHODS, ok_with_allow("GET")), PATH);
    assert_eq!(
        html.one("[data-kind=closed] a").attribute("href"),
        "https://example.org/blog/2023/11/03/%d8%ae%d8%a8%d8%b2/"
    );
    assert!(!html.has("form"));
}

#[test]
fn without_rest_a_site_of_the_same_origin_gets_the_comment_box() {
    let site = Arc::new(Site::new().with(ALLOWED_METHODS, ok_with_allow("GET")));
    let html = page_with(Settings { prefix: "data-", attribute: &|_| None }, &site, PATH);
    assert!(html.has("form textarea") && !html.has("[data-kind=closed]"));
}

#[test]
fn a_failed_request_for_the_allowed_methods_does_not_hide_the_comment_box() {
    for reply in [wordpress_error(503, ""), Err(NoResponse)] {
        assert!(page(Site::new().with(ALLOWED_METHODS, reply), PATH).has("form textarea"));
    }
}

#[test]
fn a_locked_article_has_a_message() {
    let locked = site_with_change("\"protected\": false", "\"protected\": true");
    let body = ARTICLE_JSON
        .replace("<p>رغيف <b>ساخن</b> &amp; ماء</p>\\n", "")
        .replace("\"protected\": false", "\"protected\": true");
    assert!(!page(locked, PATH).has("[data-kind=locked]"));
    let html = page(
        Site::new().with(ARTICLE, ok(&body)).with(COMMENTS, wordpress_error(403, "rest_forbidden")),
        PATH,
    );
    assert_eq!(html.one("[data-kind=locked]").text, "هذا المقال محمي بكلمة مرور.");
}

#[test]
fn the_limit_of_a_comment_is_a_setting() {
    let html = page_with_setting("data-comment-limit", "250", &Arc::new(Site::new()), PATH);
    assert_eq!(html.one(".td-character-count").text, "بقي 250 حرفاً");
}

#[test]
fn an_article_has_a_placeholder_until_the_response_arrives() {
    let html = page(Site::unresponsive(), PATH);
    assert!(html.has("main .td-placeholder[role=status]"));
    assert!(!html.has("h1") && !html.has("[role=alert]"));
}
