//! The page of an article.

use std::sync::Arc;

use tadwina::{config::Config, http::Response};

use crate::{
    html::Html,
    page, page_with, settings,
    site::{ARTICLE, CATEGORIES, COMMENTS, INDEX, PAGE, PROBE, Site, listed, refusal, reply},
};

const PATH: &str = "/2023/11/03/%d8%ae%d8%a8%d8%b2/";

fn changed(from: &str, to: &str) -> Site {
    let article = include_str!("../fixtures/article.json");
    assert!(article.contains(from));
    Site::new().with(ARTICLE, Ok(reply(200, &article.replace(from, to))))
}

fn with_comments(body: &str, total: u32, pages: u32) -> Html {
    page(Site::new().with(COMMENTS, listed(body, total, pages)), PATH)
}

#[test]
fn an_article_is_there_with_everything_around_it() {
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
fn the_way_to_an_article_has_the_ancestors_of_its_category() {
    let article = include_str!("../fixtures/article.json").replace("\"id\": 7,", "\"id\": 3,");
    let html = page(Site::new().with(ARTICLE, Ok(reply(200, &article))), PATH);
    assert_eq!(html.texts("nav li"), ["الرئيسية", "A", "خبز & ماء", "خبز & ملح: It’s bread"]);
    assert_eq!(html.attributes("nav a", "href"), ["/", "/category/a/", "/category/a/%d8%ae%d8%a8%d8%b2/"]);
}

#[test]
fn where_the_names_of_the_ancestors_are_unknown_the_address_tells_them() {
    for answer in [refusal(503, ""), refusal(401, "rest_disabled"), Ok(reply(200, "[]"))] {
        let html = page(Site::new().with(CATEGORIES, answer), PATH);
        assert_eq!(html.texts("nav li"), ["الرئيسية", "a", "خبز & عجين", "خبز & ملح: It’s bread"]);
        assert_eq!(html.attributes("nav a", "href")[1], "/category/a/");
        assert!(!html.has("[role=alert]"));
    }
}

#[test]
fn an_article_is_one_request() {
    let site = Arc::new(Site::new());
    page_with(Config::read("data-", settings), &site, PATH);
    assert_eq!((site.times_asked("wp/v2/posts"), site.times_asked("wp/v2/pages")), (1, 0));
    for question in [INDEX, CATEGORIES, COMMENTS, PROBE] {
        assert_eq!(site.times_asked(question), 1, "{question}");
    }
    assert!(!site.was_posted_to());
}

#[test]
fn every_spelling_of_an_address_is_the_same_article() {
    for path in [PATH, "/2023/11/03/%D8%AE%D8%A8%D8%B2/", "/%d8%ae%d8%a8%d8%b2", "/archives/خبز/", "/?p=201"]
    {
        assert_eq!(page(Site::new(), path).one("main h1").text, "خبز & ملح: It’s bread", "{path}");
    }
}

#[test]
fn a_page_of_the_site_is_shown_like_an_article() {
    let article = include_str!("../fixtures/article.json");
    let site = Site::new().with(ARTICLE, Ok(reply(200, "[]"))).with(PAGE, Ok(reply(200, article)));
    assert_eq!(page(site, "/about/").one("main h1").text, "خبز & ملح: It’s bread");
}

#[test]
fn comments_stand_below_with_their_number() {
    let html = page(Site::new(), PATH);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 2 )");
    assert_eq!(html.attributes("section#comments article", "id"), ["comment-11", "comment-12"]);
    assert_eq!(html.texts(".td-comment__author"), ["أ & ب", "زائر"]);
    assert!(!html.has("script") && !html.has(".td-discussion__more"));
}

#[test]
fn an_article_without_comments_says_so() {
    let html = with_comments("[]", 0, 0);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 0 )");
    assert_eq!(html.one(".td-discussion__empty").text, "لا تعليقات بعد.");
    assert!(!html.has("ol.td-comment-list"));
}

#[test]
fn more_comments_than_come_at_once_have_a_button() {
    let html = with_comments(include_str!("../fixtures/comments.json"), 300, 3);
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار ( 300 )");
    assert_eq!(html.one("button.td-discussion__more").text, "عرض المزيد من التعليقات");
}

#[test]
fn comments_that_cannot_be_read_leave_the_article_alone() {
    let html = page(Site::new().with(COMMENTS, refusal(503, "")), PATH);
    assert_eq!(html.one("main h1").text, "خبز & ملح: It’s bread");
    assert_eq!(html.one("section#comments [role=alert]").attribute("data-error"), "server");
    assert!(html.has("section#comments [role=alert] button") && html.has("form"));
    assert_eq!(html.one("section#comments h2").text, "تعليقات الزوار");
}

#[test]
fn a_closed_article_shows_its_comments_and_no_box() {
    let html = page(changed("\"open\"", "\"closed\""), PATH);
    assert_eq!(html.one("[data-kind=closed]").text, "التعليقات مغلقة على هذا المقال.");
    assert!(!html.has("form") && html.has("#comment-11"));
}

#[test]
fn a_site_of_another_origin_that_takes_no_comments_over_rest_takes_them_at_its_own_page() {
    let html =
        page(Site::new().with(PROBE, Ok(Response { allow: Some("GET".into()), ..reply(200, "{}") })), PATH);
    assert_eq!(
        html.one("[data-kind=closed] a").attribute("href"),
        "https://example.org/blog/2023/11/03/%d8%ae%d8%a8%d8%b2/"
    );
    assert!(!html.has("form"));
}

#[test]
fn on_its_own_origin_a_site_without_comments_over_rest_has_its_form() {
    let refused = Ok(Response { allow: Some("GET".into()), ..reply(200, "{}") });
    let site = Arc::new(Site::new().with(PROBE, refused));
    let html = page_with(Config::read("data-", |_| None), &site, PATH);
    assert!(html.has("form textarea") && !html.has("[data-kind=closed]"));
}

#[test]
fn a_probe_that_fails_takes_nobody_the_box() {
    for answer in [refusal(503, ""), Err(tadwina::http::NoResponse)] {
        assert!(page(Site::new().with(PROBE, answer), PATH).has("form textarea"));
    }
}

#[test]
fn a_locked_article_says_so() {
    let locked = changed("\"protected\": false", "\"protected\": true");
    let article = include_str!("../fixtures/article.json");
    let body = article
        .replace("<p>رغيف <b>ساخن</b> &amp; ماء</p>\\n", "")
        .replace("\"protected\": false", "\"protected\": true");
    assert!(!page(locked, PATH).has("[data-kind=locked]"));
    let html = page(
        Site::new().with(ARTICLE, Ok(reply(200, &body))).with(COMMENTS, refusal(403, "rest_forbidden")),
        PATH,
    );
    assert_eq!(html.one("[data-kind=locked]").text, "هذا المقال محمي بكلمة مرور.");
}

#[test]
fn the_limit_of_a_comment_is_a_setting() {
    let config = Config::read("data-", |name| match name {
        "data-comment-limit" => Some("250".to_owned()),
        name => settings(name),
    });
    let html = page_with(config, &Arc::new(Site::new()), PATH);
    assert_eq!(html.one(".td-character-count__number").text, "250 / 250");
}

#[test]
fn until_the_answer_comes_its_place_is_kept() {
    let html = page(Site::silent(), PATH);
    assert!(html.has("main .td-placeholder[role=status]"));
    assert!(!html.has("h1") && !html.has("[role=alert]"));
}
