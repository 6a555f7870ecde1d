//! The list of comments.

use std::sync::Arc;

use leptos::prelude::*;
use tadwina::{
    components::{CommentList, IntoErased},
    model::{Arrangement, Comment, CommentId, CommentStatus, Html as Markup, Origin, Threaded, threads},
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

fn in_threads(comments: Vec<Comment>) -> Vec<Threaded> {
    let comments: Vec<_> = comments.into_iter().map(Arc::new).collect();
    threads(&comments, Arrangement { newest_first: false, first: None, answered: None })
}

fn list(comments: Vec<Comment>) -> Html {
    render_arabic(|| view! { <CommentList comments=in_threads(comments) depth=2/> })
}

/// A comment with this id that replies to the one before it.
fn reply(id: u64, author: &str) -> Comment {
    Comment {
        parent: Some(CommentId(id - 1)),
        ..comment(Some(id), author, "<p>x</p>", CommentStatus::Approved)
    }
}

#[test]
fn replies_are_indented_to_the_last_level_and_say_to_whom_they_reply() {
    let first = comment(Some(1), "أمل", "<p>x</p>", CommentStatus::Approved);
    let html = list(vec![first, reply(2, "Sam"), reply(3, ""), reply(4, "أمل")]);
    let depths = html.attributes("li", "data-depth");
    assert_eq!(depths, ["0", "1", "2", "2"]);
    // Where the indentation shows it, the sentence is there for those who do not see it.
    assert_eq!(html.texts("li > p.td-visually-hidden"), ["رداً على أمل", "رداً على Sam"]);
    let reply_to = html.one("li > p.td-comment-list__reply-to a");
    assert_eq!((&*reply_to.text, reply_to.attribute("href")), ("رداً على زائر", "#comment-3"));
    assert_eq!(html.texts("li > p bdi"), ["أمل", "Sam", "زائر"]);
}

#[test]
fn more_than_five_hundred_comments_are_a_long_list() {
    for (count, lists, class) in
        [(500, 5, "td-comment-list"), (501, 6, "td-comment-list td-comment-list--long")]
    {
        let comments = (1..=count).map(|id| comment(Some(id), "أمل", "<p>x</p>", CommentStatus::Approved));
        assert_eq!(list(comments.collect()).attributes("ol", "class"), vec![class; lists]);
    }
}

#[test]
fn what_stands_below_a_comment_stands_in_its_item() {
    let comments = in_threads(vec![comment(Some(1), "أمل", "<p>x</p>", CommentStatus::Approved)]);
    let below = Callback::new(|comment: Comment| view! { <button>{comment.author}</button> }.into_erased());
    let html = render_arabic(|| view! { <CommentList comments depth=2 below/> });
    assert_eq!(html.one("li > article + button").text, "أمل");
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
        let comments = in_threads(vec![comment(Some(1), "", "<p>x</p>", CommentStatus::Approved)]);
        assert_eq!(render(tag, "", || view! { <CommentList comments depth=2/> }).one("bdi").text, name);
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
        "<p onclick=\"x()\">نعم<script>x()</script> <a href=\"https://example.org/\" rel=\"nofollow ugc\">هنا</a></p>",
        CommentStatus::Approved,
    )]);
    assert_eq!(html.one("bdi").text, "<script>x()</script>");
    assert!(!html.has("script") && !html.has("[onclick]"));
    let rel = html.one("a[href='https://example.org/']").attribute("rel");
    assert_eq!(rel, "nofollow ugc noopener", "as WordPress marks it, and without hold of this page");
}

#[test]
fn every_link_has_text() {
    let mut comment = comment(Some(3), "أمل", "<p>لا</p>", CommentStatus::Approved);
    comment.published = None;
    let html = list(vec![comment]);
    assert!(html.texts("a").iter().all(|text| !text.trim().is_empty()), "{html:?}");
}
