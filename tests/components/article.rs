//! The view of an article.

use leptos::prelude::*;
use tadwina::{
    components::{ArticleView, IntoErased, PasswordForm},
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
        host: "example.org".to_owned(),
        title: "Bread & <i>خبز</i>".to_owned(),
        excerpt: String::new(),
        body,
        user: None,
        author: Some(Author { name: "سلمى".to_owned() }),
        published: Some(moment()),
        modified: None,
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
    assert_eq!(html.one("h1").attribute("dir"), "ltr");
}

#[test]
fn the_text_has_its_markup_and_its_own_direction() {
    let html = open("<p>رغيف <b>ساخن</b> &amp; ماء</p>");
    assert_eq!(html.one(".td-prose[dir=rtl] p").text, "رغيف ساخن & ماء");
    assert_eq!(html.one(".td-prose[dir=rtl] b").text, "ساخن");
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
fn a_locked_article_asks_for_the_password_in_the_readers_language_and_has_no_text() {
    for (tag, message, label) in [
        ("ar", "هذا المقال محمي بكلمة مرور.", "كلمة المرور"),
        ("fr", "Cet article est protégé par un mot de passe.", "Mot de passe"),
        ("en", "This article is protected by a password.", "Password"),
    ] {
        let article = article(Body::Locked);
        let html = render(tag, "", || {
            let form = view! { <PasswordForm error=None trying=false on_submit=|_| ()/> };
            view! { <ArticleView article address=String::new() password_form=Some(form.into_erased())/> }
        });
        assert_eq!(html.one("[data-kind=locked]").text, message);
        let id = html.one("input[type=password][autocomplete=off]").attribute("id").to_owned();
        assert_eq!(html.one(&format!("label[for={id}]")).text, label);
        assert!(!html.has(".td-prose") && !html.has("[aria-invalid]"));
    }
}

#[test]
fn what_is_wrong_with_the_password_is_told_at_its_field() {
    let html = render_arabic(|| {
        let error = Some("كلمة المرور غير صحيحة.".to_owned());
        view! { <PasswordForm error trying=false on_submit=|_| ()/> }
    });
    let input = html.one("input[aria-invalid=true]");
    assert_eq!(html.one(&format!("#{}", input.attribute("aria-describedby"))).text, "كلمة المرور غير صحيحة.");
}

#[test]
fn an_article_of_another_direction_has_its_own_language_and_the_byline_the_readers() {
    let article = Article {
        title: "WordPress: كيف تبدأ".to_owned(),
        ..article(Body::Open(Markup::from_site("<p>WordPress منصة مفتوحة المصدر.</p>".to_owned())))
    };
    let html = render("en", "", || view! { <ArticleView article address=String::new()/> });
    assert!(html.has("article[dir=rtl][lang=ar] h1[dir=rtl]"));
    assert!(html.has("[dir=ltr][lang=en] > .td-byline"));
    assert!(html.has(".td-prose[dir=rtl]"));
}
