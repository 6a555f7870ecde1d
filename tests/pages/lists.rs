//! Home and the pages of categories.

use std::sync::Arc;

use crate::{
    page, page_of, page_with_setting,
    site::{
        ARTICLE, ARTICLES, CATEGORIES, COMMENT_COUNTS, INDEX, STICKY, Site, ok, ok_with_totals,
        wordpress_error,
    },
};

/// The articles of a list.
const SUMMARIES: &str = include_str!("../fixtures/articles.json");

#[test]
fn home_has_the_name_the_tagline_and_the_articles_of_the_site() {
    let html = page(Site::new(), "/");
    assert_eq!(html.one("h1").text, "مدوّنة الرصيف & ما حولها");
    assert_eq!(html.one("p.td-list-title").text, "It’s a notebook");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert!(!html.has("nav.td-breadcrumbs") && !html.has("nav.td-pagination"));
}

#[test]
fn home_has_the_sticky_articles_first_and_only_on_its_first_page() {
    let sticky = r#"[{"id": 9, "link": "https://example.org/blog/9/", "title": {"rendered": "مثبّت"}}]"#;
    let site = Arc::new(Site::new().with(STICKY, ok(sticky)));
    assert_eq!(page_of(&site, "/").texts("main h2 a"), ["مثبّت", "ثانٍ", "أوّل"]);
    assert_eq!(site.request_count(STICKY), 1);
    for path in ["/page/2/", "/category/a/"] {
        assert_eq!(page_of(&site, path).texts("main h2 a"), ["ثانٍ", "أوّل"], "{path}");
    }
    assert_eq!(site.request_count(STICKY), 1);
}

#[test]
fn every_article_of_a_list_has_its_count_of_comments() {
    assert_eq!(page(Site::new(), "/").texts(".td-teaser__count"), ["تعليقان", "لا تعليقات"]);
}

#[test]
fn a_list_is_shown_without_the_counts_of_comments_if_they_fail() {
    let html = page(Site::new().with(COMMENT_COUNTS, wordpress_error(503, "")), "/");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert!(!html.has(".td-teaser__count") && !html.has("[data-error]"));
}

#[test]
fn home_has_a_heading_even_if_the_name_of_the_site_is_unknown() {
    let html = page(Site::new().with(INDEX, wordpress_error(401, "rest_disabled")), "/");
    assert_eq!(html.one("h1").text, "المقالات");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
}

#[test]
fn every_page_of_a_list_has_its_own_address() {
    let site = Arc::new(Site::new().with(ARTICLES, ok_with_totals(SUMMARIES, 22, 3)));
    let html = page_of(&site, "/page/2/");
    assert_eq!(site.request_count("&page=2"), 1);
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/");
    assert_eq!(html.one("a[rel=next]").attribute("href"), "/page/3/");
    assert!(html.text.contains("صفحة 2 من 3"));
}

#[test]
fn a_category_has_its_name_its_breadcrumbs_and_its_articles() {
    let site = Arc::new(Site::new());
    let html = page_of(&site, "/category/a/%D8%AE%D8%A8%D8%B2/");
    assert_eq!(html.one("h1").text, "خبز & ماء");
    assert_eq!(html.texts("nav li"), ["الرئيسية", "A", "خبز & ماء"]);
    assert_eq!(html.one("[aria-current=page]").text, "خبز & ماء");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert_eq!(site.request_count("&categories=3&page=1"), 1);
}

#[test]
fn the_pagination_of_a_category_links_to_pages_of_the_category() {
    let html = page(Site::new().with(ARTICLES, ok_with_totals(SUMMARIES, 22, 3)), "/category/a/page/3/");
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/category/a/page/2/");
    assert!(!html.has("[rel=next]"));
}

#[test]
fn an_empty_list_has_a_message() {
    let html = page(Site::new().with(ARTICLES, ok_with_totals("[]", 0, 0)), "/");
    assert_eq!(html.one("[data-kind=empty]").text, "لا مقالات هنا بعد.");
}

#[test]
fn a_page_beyond_the_last_says_that_there_are_no_older_articles() {
    for path in ["/page/99/", "/category/a/page/99/"] {
        let beyond = wordpress_error(400, "rest_post_invalid_page_number");
        let html = page(Site::new().with(ARTICLES, beyond), path);
        assert_eq!(html.one("[data-kind=empty]").text, "لا توجد مقالات أقدم.", "{path}");
        assert!(html.has("h1") && !html.has("[role=alert]") && !html.has("a[rel=next]"), "{path}");
    }
}

#[test]
fn a_category_is_found_by_number_and_under_a_base_of_the_sites_own() {
    let topics = include_str!("../fixtures/categories.json").replace("/category/", "/topics/");
    for path in ["/topics/a/", "/topics/a/page/1/", "/topics/a", "/?cat=2"] {
        let site = Site::new().with(CATEGORIES, ok(&topics)).with(ARTICLE, ok("[]"));
        let html = page(site, path);
        assert_eq!(html.one("h1").text, "A", "{path}");
        assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"], "{path}");
    }
}

#[test]
fn an_unknown_category_is_not_found() {
    for categories in [ok("[]"), ok(include_str!("../fixtures/categories.json"))] {
        let html = page(Site::new().with(CATEGORIES, categories), "/category/a/nothing/");
        assert_eq!(html.one("[role=alert]").attribute("data-error"), "not-found");
    }
}

#[test]
fn a_category_that_cannot_be_read_is_an_error_and_not_missing() {
    let html = page(Site::new().with(CATEGORIES, wordpress_error(503, "")), "/category/a/");
    assert_eq!(html.one("[role=alert]").attribute("data-error"), "server");
    assert_eq!(html.one("[role=alert] button").text, "إعادة المحاولة");
}

#[test]
fn every_link_of_a_page_begins_with_the_base() {
    let html = page_with_setting("data-base", "/blog/", &Arc::new(Site::new()), "/category/a/");
    assert_eq!(html.one("h1").text, "A");
    let links = html.attributes("a", "href");
    assert!(links.iter().all(|link| link.starts_with("/blog/") || link.starts_with('#')), "{links:?}");
}
