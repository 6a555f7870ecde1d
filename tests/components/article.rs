//! The view of an article.

use leptos::prelude::*;
use tadwina::{
    components::ArticleView,
    model::{Article, ArticleId, Author, Body, DiscussionSettings, Html as Markup, Permalink, Slug},
};

use crate::{
    html::{Html, render, render_arabic},
    moment,
};

fn article(body: Body) -> Article {
    Article {
        id: ArticleId(201),
        slug: Slug::parse("خبز").unwrap(),
        link: Permalink::from_link("/2023/11/03/%d8%ae%d8%a8%d8%b2/", ""),
        title: "Bread & <i>خبز</i>".to_owned(),
        excerpt: String::new(),
        body,
        author: Some(Author { name: "سلمى".to_owned() }),
        published: Some(moment()),
        categories: Vec::new(),
        picture: None,
        comments_open: true,
        discussion: DiscussionSettings::default(),
    }
}

fn open(markup: &str) -> Html {
    let article = article(Body::Open(Markup::from_site(markup.to_owned())));
    render_arabic(|| view! { <ArticleView article address="https://example.org/a/".to_owned()/> })
}

#[test]
fn an_article_without_a_title_has_the_words_for_it() {
    let article = Article { title: String::new(), ..article(Body::Locked) };
    let html = render_arabic(|| view! { <ArticleView article address=String::new()/> });
    assert_eq!(html.one("h1").text, "(بدون عنوان)");
}

#[test]
fn the_title_is_the_only_h1_and_has_its_own_direction() {
    let html = open("<p>نصّ</p>");
    assert_eq!(html.one("h1").text, "Bread & <i>خبز</i>");
    assert_eq!(html.one("h1").attribute("dir"), "auto");
}

#[test]
fn the_text_has_its_markup_and_its_own_direction() {
    let html = open("<p>رغيف <b>ساخن</b> &amp; ماء</p>");
    assert_eq!(html.one("div[dir=auto] p").text, "رغيف ساخن & ماء");
    assert_eq!(html.one("div[dir=auto] b").text, "ساخن");
    assert!(!html.has("[data-kind]"));
}

#[test]
fn the_header_has_the_byline_and_the_share_button() {
    let html = open("");
    assert_eq!(html.one("article header .td-byline").text, "كتبه سلمى في 3 نوفمبر 2023 - 3:43 م");
    assert!(html.has("article header button[aria-expanded]"));
}

#[test]
fn an_article_without_a_picture_has_no_figure() {
    assert!(!open("<p>نصّ</p>").has("figure"));
}

#[test]
fn a_locked_article_has_a_message_in_the_readers_language_and_no_text() {
    for (tag, message) in [
        ("ar", "هذا المقال محمي بكلمة مرور."),
        ("fr", "Cet article est protégé par un mot de passe."),
        ("en", "This article is protected by a password."),
    ] {
        let article = article(Body::Locked);
        let html = render(tag, "", || view! { <ArticleView article address=String::new()/> });
        assert_eq!(html.one("[data-kind=locked]").text, message);
        assert!(!html.has(".td-prose"));
    }
}
