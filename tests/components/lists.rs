//! The list of articles, its pagination, and the header of the site.

use leptos::prelude::*;
use tadwina::{
    components::{ArticleList, Pagination, SiteHeader},
    model::{ArticleId, Permalink, Summary},
};

use crate::{
    html::{Html, render, render_arabic},
    moment,
};

fn summary(id: u64, title: &str, excerpt: &str) -> Summary {
    Summary {
        id: ArticleId(id),
        link: Permalink::from_link(&format!("https://example.org/2023/11/03/{id}/"), ""),
        title: title.to_owned(),
        excerpt: excerpt.to_owned(),
        published: Some(moment()),
    }
}

fn list(tag: &str, base: &str, counts: &[(u64, u32)]) -> Html {
    let articles = vec![summary(7, "خبز & <i>ملح</i>", "عن الخبز…"), summary(5, "Second", "")];
    let counts: Vec<_> = counts.iter().map(|(id, count)| (ArticleId(*id), *count)).collect();
    render(tag, base, || view! { <ArticleList articles comment_counts=counts/> })
}

#[test]
fn every_article_has_a_heading_that_links_to_it() {
    let html = list("ar", "/blog", &[]);
    assert_eq!(html.texts("li h2[dir=rtl]:not([lang]) a"), ["خبز & <i>ملح</i>"]);
    assert_eq!(html.texts("li h2[dir=ltr][lang=''] a"), ["Second"]);
    assert_eq!(html.attributes("h2 a", "href"), ["/blog/2023/11/03/7/", "/blog/2023/11/03/5/"]);
}

#[test]
fn an_article_without_a_title_can_be_opened_by_wordpress_words_for_it() {
    for (tag, title) in [("ar", "(بدون عنوان)"), ("fr", "(sans titre)"), ("en", "(no title)")] {
        let articles = vec![Summary { published: None, ..summary(7, "", "") }];
        let html = render(tag, "", || view! { <ArticleList articles comment_counts=Vec::new()/> });
        assert_eq!(html.texts("h2 a"), [title], "{tag}");
        assert!(!html.has("time"), "{tag}");
    }
}

#[test]
fn a_teaser_has_its_date_and_its_excerpt_unless_it_is_empty() {
    let html = list("ar", "", &[]);
    assert_eq!(html.texts("time"), ["3 نوفمبر 2023"; 2]);
    assert_eq!(html.attributes("time", "datetime"), ["2023-11-03T15:43:00+01:00"; 2]);
    assert_eq!(html.texts("p[dir=rtl]"), ["عن الخبز…"]);
}

#[test]
fn a_count_of_comments_is_shown_if_it_is_known() {
    assert!(!list("ar", "", &[]).has(".td-teaser__count"));
    let html = list("ar", "", &[(5, 3)]);
    assert_eq!(html.texts(".td-teaser__count"), ["3 تعليقات"]);
}

#[test]
fn counts_of_comments_have_the_plural_forms_of_the_language() {
    for (tag, count, phrase) in [
        ("ar", 0, "لا تعليقات"),
        ("ar", 1, "تعليق واحد"),
        ("ar", 2, "تعليقان"),
        ("ar", 11, "11 تعليقاً"),
        ("ar", 100, "100 تعليق"),
        ("ar-EG", 3, "٣ تعليقات"),
        ("en", 1, "1 comment"),
        ("en", 2, "2 comments"),
    ] {
        assert_eq!(list(tag, "", &[(7, count)]).one(".td-teaser__count").text, phrase, "{tag} {count}");
    }
}

fn pages(number: u32, pages: impl Into<Option<u32>>) -> Html {
    let pages = pages.into();
    render_arabic(|| view! { <Pagination list=Permalink::from_link("/category/a/", "") number pages/> })
}

#[test]
fn a_single_page_has_no_pagination() {
    assert_eq!(pages(1, 1).all("*").len(), 0);
}

#[test]
fn the_first_page_links_only_to_the_next_one() {
    let html = pages(1, 3);
    assert!(!html.has("[rel=prev]"));
    assert_eq!(html.one("a[rel=next]").attribute("href"), "/category/a/page/2/");
    assert!(html.text.contains("صفحة 1 من 3"));
}

#[test]
fn a_middle_page_links_to_both_neighbours_and_the_address_of_the_first_has_no_number() {
    let html = pages(2, 3);
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/category/a/");
    assert_eq!(html.one("a[rel=next]").attribute("href"), "/category/a/page/3/");
    assert_eq!(html.one("nav").attribute("aria-label"), "الصفحات");
}

#[test]
fn the_last_page_links_only_to_the_previous_one() {
    let html = pages(3, 3);
    assert_eq!(html.one("a[rel=prev]").attribute("href"), "/category/a/page/2/");
    assert!(!html.has("[rel=next]"));
}

#[test]
fn beyond_the_last_page_there_is_a_link_to_the_first_and_no_number() {
    let html = pages(99, None);
    assert_eq!(html.one("a").attribute("href"), "/category/a/");
    assert!(!html.text.contains("صفحة"));
}

#[test]
fn the_name_of_the_site_links_to_home() {
    let html = render("ar", "/blog", || {
        view! { <SiteHeader name=Some("مدوّنة & <b>رصيف</b>".to_owned())/> }
    });
    assert_eq!(html.one("header a[href='/blog/']").text, "مدوّنة & <b>رصيف</b>");
}

#[test]
fn the_header_is_empty_until_the_name_of_the_site_is_known() {
    let name: Option<String> = None;
    let html = render_arabic(|| view! { <SiteHeader name/> });
    assert_eq!(html.one("header").text.trim(), "");
    assert!(!html.has("a"), "a link without text");
}
