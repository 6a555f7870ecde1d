//! HTML of articles and comments: no code of it runs, and its text stays readable.

use leptos::prelude::*;
use tadwina::{components::UserHtml, model::Html as Markup, text::Direction};

use crate::html::{Html, render_arabic};

const HOSTILE: &str = include_str!("../../sandbox/content/articles/hostile.html");

fn shown(markup: &str) -> Html {
    let html = Markup::from_site(markup.to_owned());
    render_arabic(
        || view! { <section><UserHtml html around=Direction::Rtl class="td-prose"/><p id="after">"بعد"</p></section> },
    )
}

#[test]
fn a_hostile_article_keeps_no_code_no_documents_and_no_form_fields() {
    let html = shown(HOSTILE);
    let forbidden = "script style iframe object embed form input button textarea select link meta base svg math \
        template noscript title marquee xmp frame frameset dialog body html head";
    for element in html.all("*") {
        assert!(!forbidden.split_whitespace().any(|name| name == element.name), "{element:?}");
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on"), "{element:?}");
            assert!(!["style", "srcdoc", "action", "formaction", "xlink:href"].contains(&name.as_str()));
            let bare: String = value.to_lowercase().split_whitespace().collect();
            for scheme in ["javascript:", "vbscript:", "data:"] {
                let is_address = ["href", "src", "srcset", "cite", "poster"].contains(&name.as_str());
                assert!(!is_address || !bare.starts_with(scheme), "{element:?}");
            }
        }
    }
}

#[test]
fn the_text_of_a_hostile_article_stays_readable() {
    let html = shown(HOSTILE);
    for phrase in [
        "هذه صفحة للاختبار",
        "فقرة تريد أن تغطّي الصفحة وأن تتلقّى كلّ ضغطة.",
        "الأوّل، والثاني، والثالث، والرابع، والخامس",
        "تفصيل يُفتح وحده.",
        "شريط متحرّك",
        "ومع ذلك يبقى هذا النصّ داخل المقال.",
        "An unclosed bold and italic text",
        "هذه الفقرة الأخيرة",
    ] {
        assert!(html.one(".td-prose").text.contains(phrase), "{phrase} in {}", html.one(".td-prose").text);
    }
    assert!(!html.text.contains("display:none"));
}

#[test]
fn harmless_links_and_pictures_of_a_hostile_article_stay() {
    let html = shown(HOSTILE);
    assert_eq!(html.one("a[href='https://example.org/safe']").text, "السادس");
    let picture = html.one("img[src='/wp-content/uploads/2023/12/test-card-300x169.webp']");
    assert_eq!((picture.attribute("width"), picture.attribute("alt")), ("300", "لوحة اختبار ملوّنة"));
}

#[test]
fn stray_and_missing_end_tags_do_not_change_the_elements_around() {
    let html = shown(HOSTILE);
    assert_eq!(html.one("section #after").text, "بعد");
    assert!(!html.has(".td-prose #after"));
}

#[test]
fn the_markup_of_editors_stays() {
    let html = shown(
        "<h2 id=\"a\">عنوان</h2><ul><li>بند</li></ul><blockquote cite=\"/x\"><p>قول</p></blockquote>\
         <pre><code class=\"rust\">a &lt; b</code></pre><table><tbody><tr><th scope=\"row\">أ</th><td colspan=\"2\">ب</td></tr></tbody></table>\
         <figure><img src=\"/a.webp\" alt=\"صورة\" width=\"3\" height=\"2\"><figcaption>شرح</figcaption></figure>\
         <p lang=\"fr\" dir=\"ltr\">Bonjour <a href=\"../b/\">lien</a></p>",
    );
    for selector in [
        "h2",
        "ul li",
        "blockquote[cite='/x'] p",
        "pre code",
        "tr th[scope=row]",
        "td[colspan='2']",
        "figure img[alt=صورة][width='3']",
        "figcaption",
        "p[lang=fr][dir=ltr] a[href='../b/']",
    ] {
        assert!(html.has(selector), "{selector}");
    }
    assert_eq!(html.one("code").text, "a < b");
}

#[test]
fn links_keep_the_relation_that_the_site_wrote_and_get_no_hold_of_the_page() {
    let html = shown("<a href=\"https://example.org/\" rel=\"nofollow opener\">x</a>");
    assert_eq!(html.one("a").attribute("rel"), "nofollow noopener");
}

#[test]
fn user_html_has_its_own_direction() {
    for (markup, dir) in
        [("<p>text</p>", "ltr"), ("<p>WordPress منصة مفتوحة المصدر</p>", "rtl"), ("<p>2024</p>", "rtl")]
    {
        assert_eq!(shown(markup).one(".td-prose").attribute("dir"), dir, "{markup}");
    }
}

#[test]
fn empty_html_has_no_text() {
    assert_eq!(shown("").one(".td-prose").text, "");
}

#[test]
fn ids_of_a_text_are_its_own() {
    let html = shown("<p id=\"comments\">a</p><a href=\"#fn1\">b</a><a href=\"#comments\">c</a>");
    assert!(!html.has("#comments"));
    assert!(html.has("#td-text-comments"));
    let links: Vec<_> = html.all("a").iter().map(|link| link.attribute("href").to_owned()).collect();
    assert_eq!(links, ["#td-text-fn1", "#comments"]);
}

#[test]
fn the_ids_of_two_comments_differ() {
    let html = render_arabic(|| {
        ["comment-1", "comment-2"].map(|comment| {
            let html = Markup::from_site("<p id=\"a\">b</p>".to_owned());
            view! { <UserHtml html around=Direction::Rtl class="td-prose" comment=comment.to_owned()/> }
        })
    });
    assert!(html.has("#td-comment-1-text-a") && html.has("#td-comment-2-text-a"));
}

#[test]
fn a_text_that_nests_too_deep_gives_a_message() {
    let html = shown(&"<div>".repeat(100_000));
    assert_eq!(html.one(".td-prose").text, "");
    assert_eq!(html.one("[role=alert]").text, "هذا النص أكبر أو أعقد بناءً من أن يُعرض هنا.");
}
