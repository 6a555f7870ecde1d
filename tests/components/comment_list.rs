//! The list of comments.

use leptos::prelude::*;
use tadwina::{
    components::CommentList,
    model::{Comment, CommentId, CommentStatus, Html as Markup, Origin},
};

use crate::{
    html::{Html, render, render_arabic},
    moment,
};

fn comment(id: Option<u64>, author: &str, body: &str, status: CommentStatus) -> Comment {
    Comment {
        id: id.map(CommentId),
        parent: None,
        author: author.to_owned(),
        published: Some(moment()),
        body: Markup::from_site(body.to_owned()),
        status,
        origin: Origin::default(),
    }
}

fn list(comments: Vec<Comment>) -> Html {
    render_arabic(|| view! { <CommentList comments/> })
}

#[test]
fn comments_keep_their_order_and_have_the_anchors_of_wordpress() {
    let html = list(vec![
        comment(Some(11), "أمل", "<p>أوّل</p>", CommentStatus::Approved),
        comment(Some(12), "Sam", "<p>second</p>", CommentStatus::Approved),
    ]);
    assert_eq!(html.attributes("ol li article", "id"), ["comment-11", "comment-12"]);
    assert_eq!(html.texts("bdi"), ["أمل", "Sam"]);
    assert_eq!(html.texts("div[dir=rtl] p"), ["أوّل"]);
    assert_eq!(html.texts("div[dir=ltr] p"), ["second"]);
}

#[test]
fn the_time_links_to_the_comment() {
    let html = list(vec![comment(Some(11), "أمل", "<p>نعم</p>", CommentStatus::Approved)]);
    assert_eq!(html.one("a[href='#comment-11'] time").text, "3 نوفمبر 2023 - 3:43 م");
    assert_eq!(html.one("time").attribute("datetime"), "2023-11-03T15:43:00+01:00");
}

#[test]
fn a_comment_without_an_author_is_by_a_visitor() {
    for (tag, name) in [("ar", "زائر"), ("fr", "Anonyme"), ("en", "Visitor")] {
        let comments = vec![comment(Some(1), "", "<p>x</p>", CommentStatus::Approved)];
        assert_eq!(render(tag, "", || view! { <CommentList comments/> }).one("bdi").text, name);
    }
}

#[test]
fn only_a_held_comment_says_that_it_waits_for_moderation() {
    let html = list(vec![
        comment(Some(1), "أمل", "<p>نعم</p>", CommentStatus::Approved),
        comment(Some(2), "أمل", "<p>لا</p>", CommentStatus::Held),
    ]);
    assert_eq!(html.one("[data-status=held]").attribute("id"), "comment-2");
    assert_eq!(html.one(".td-comment__held").text, "بانتظار المراجعة");
    assert!(html.has("[data-status=held] .td-comment__held"));
}

#[test]
fn a_held_comment_without_id_and_time_has_no_anchor_and_no_link() {
    let mut held = comment(None, "أمل", "<p>لا</p>", CommentStatus::Held);
    held.published = None;
    let html = list(vec![held]);
    assert!(!html.has("[id]") && !html.has("a") && !html.has("time"));
    assert_eq!(html.one("p.td-comment__held").text, "بانتظار المراجعة");
}

#[test]
fn names_are_shown_as_text_and_markup_is_sanitised() {
    let html = list(vec![comment(
        Some(1),
        "<script>x()</script>",
        "<p onclick=\"x()\">نعم<script>x()</script> <a href=\"https://example.org/\">هنا</a></p>",
        CommentStatus::Approved,
    )]);
    assert_eq!(html.one("bdi").text, "<script>x()</script>");
    assert!(!html.has("script") && !html.has("[onclick]"));
    let rel = html.one("a[href='https://example.org/']").attribute("rel");
    assert!(rel.contains("nofollow") && rel.contains("ugc") && rel.contains("noopener"), "{rel}");
}

#[test]
fn every_link_has_text() {
    let mut comment = comment(Some(3), "أمل", "<p>لا</p>", CommentStatus::Approved);
    comment.published = None;
    let html = list(vec![comment]);
    assert!(html.texts("a").iter().all(|text| !text.trim().is_empty()), "{html:?}");
}
