//! Home and the pages of categories.

use std::sync::Arc;

use tadwina::config::Config;

use crate::{
    page, page_with, settings,
    site::{ARTICLES, CATEGORIES, COUNTS, INDEX, Site, listed, refusal, reply},
};

const SUMMARIES: &str = include_str!("../fixtures/articles.json");

#[test]
fn home_is_the_sites_name_its_tagline_and_its_articles() {
    let html = page(Site::new(), "/");
    assert_eq!(html.one("h1").text, "مدوّنة الرصيف & ما حولها");
    assert_eq!(html.one("p.td-list-title").text, "It’s a notebook");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert!(!html.has("nav.td-breadcrumbs") && !html.has("nav.td-pagination"));
}

#[test]
fn every_article_of_a_list_has_its_number_of_comments() {
    assert_eq!(page(Site::new(), "/").texts(".td-teaser__count"), ["تعليقان", "لا تعليقات"]);
}

#[test]
fn a_list_without_its_numbers_is_still_a_list() {
    let html = page(Site::new().with(COUNTS, refusal(503, "")), "/");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert!(!html.has(".td-teaser__count") && !html.has("[data-error]"));
}

#[test]
fn home_has_a_heading_even_where_the_site_does_not_tell_its_name() {
    let html = page(Site::new().with(INDEX, refusal(401, "rest_disabled")), "/");
    assert_eq!(html.one("h1").text, "المقالات");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
}

#[test]
fn a_list_has_pages_with_addresses_of_their_own() {
    let site = Arc::new(Site::new().with(ARTICLES, listed(SUMMARIES, 22, 3)));
    let html = page_with(Config::read("data-", settings), &site, "/page/2/");
    assert_eq!(site.times_asked("&page=2"), 1);
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/");
    assert_eq!(html.one("a[rel=next]").attribute("href"), "/page/3/");
    assert!(html.text.contains("صفحة 2 من 3"));
}

#[test]
fn a_category_has_its_name_the_way_to_it_and_its_articles() {
    let site = Arc::new(Site::new());
    let html = page_with(Config::read("data-", settings), &site, "/category/a/%D8%AE%D8%A8%D8%B2/");
    assert_eq!(html.one("h1").text, "خبز & ماء");
    assert_eq!(html.texts("nav li"), ["الرئيسية", "A", "خبز & ماء"]);
    assert_eq!(html.one("[aria-current=page]").text, "خبز & ماء");
    assert_eq!(html.texts("main h2 a"), ["ثانٍ", "أوّل"]);
    assert_eq!(site.times_asked("&categories=3&page=1"), 1);
}

#[test]
fn pages_of_a_category_stay_in_it() {
    let html = page(Site::new().with(ARTICLES, listed(SUMMARIES, 22, 3)), "/category/a/page/3/");
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/category/a/page/2/");
    assert!(!html.has("[rel=next]"));
}

#[test]
fn an_empty_list_says_so() {
    let html = page(Site::new().with(ARTICLES, listed("[]", 0, 0)), "/");
    assert_eq!(html.one("[data-kind=empty]").text, "لا مقالات هنا بعد.");
}

#[test]
fn an_unknown_category_is_not_found() {
    for categories in [Ok(reply(200, "[]")), Ok(reply(200, include_str!("../fixtures/categories.json")))] {
        let html = page(Site::new().with(CATEGORIES, categories), "/category/a/nothing/");
        assert_eq!(html.one("[role=alert]").attribute("data-error"), "not-found");
    }
}

#[test]
fn categories_that_cannot_be_read_are_a_failure_and_not_an_absence() {
    let html = page(Site::new().with(CATEGORIES, refusal(503, "")), "/category/a/");
    assert_eq!(html.one("[role=alert]").attribute("data-error"), "server");
    assert_eq!(html.one("[role=alert] button").text, "إعادة المحاولة");
}

#[test]
fn below_a_base_every_link_of_the_page_begins_with_it() {
    let config = Config::read("data-", |name| match name {
        "data-base" => Some("/blog/".to_owned()),
        name => settings(name),
    });
    let html = page_with(config, &Arc::new(Site::new()), "/category/a/");
    assert_eq!(html.one("h1").text, "A");
    let links = html.attributes("a", "href");
    assert!(links.iter().all(|link| link.starts_with("/blog/") || link.starts_with('#')), "{links:?}");
}
