//! What the discussion does with the responses of a site, one test per behaviour.

use std::sync::Arc;

use any_spawner::Executor;
use serde_json::json;

use super::*;
use crate::{
    api::tests::fixtures::{Answer, Patient},
    error::Rejection,
    http::{Method, NoResponse, Request, Response},
    model::{CommentId, CommentStatus},
};

/// Responds to the oldest open request, and returns the request.
fn respond(site: &Patient, response: Answer) -> Request {
    let request = site.answer(response);
    Executor::poll_local();
    request
}

/// Responds with comments of these ids.
fn list(site: &Patient, ids: &[u64], total: u32, pages: u32) {
    let comments: Vec<_> = ids.iter().map(|id| comment(*id)).collect();
    let totals = Response { total: Some(total), total_pages: Some(pages), ..Response::default() };
    respond(site, Ok(Response { status: 200, body: json!(comments).to_string(), ..totals }));
}

fn comment(id: u64) -> serde_json::Value {
    json!({
        "id": id, "parent": 0, "author_name": "أ", "content": {"rendered": "<p>x</p>"}, "status": "approved",
        "date": "2024-01-13T00:14:42", "date_gmt": "2024-01-12T23:14:42",
    })
}

fn posted(id: u64) -> Answer {
    Ok(Response { status: 201, body: comment(id).to_string(), ..Response::default() })
}

fn failed(status: u16) -> Answer {
    Ok(Response { status, ..Response::default() })
}

/// A site that says that it takes comments, two on a page.
const OPEN: DiscussionSettings = DiscussionSettings {
    needs_identity: true,
    needs_account: false,
    takes_comments: true,
    newest_first: false,
    per_page: 2,
};

/// A discussion with something typed, its site, and the owner of its signals.
fn discussion(settings: DiscussionSettings) -> (Discussion, Arc<Patient>, Owner) {
    // An error means that another test has set it already.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new();
    owner.set();
    let site = Arc::new(Patient::default());
    let client = Client::new("https://example.org/wp-json/".parse().unwrap(), site.clone());
    let discussion = use_discussion(client, ArticleId(7), true, settings, Signal::stored(1000));
    discussion.draft.name.set("أ".to_owned());
    discussion.draft.email.set("a@example.org".to_owned());
    discussion.draft.body.set("خبز".to_owned());
    (discussion, site, owner)
}

fn ids(comments: &[Comment]) -> Vec<u64> {
    comments.iter().filter_map(|comment| comment.id).map(|CommentId(id)| id).collect()
}

#[test]
fn pressing_twice_for_more_shows_it_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    list(&site, &[1, 2], 5, 3);
    discussion.show_more();
    discussion.show_more();
    Executor::poll_local();
    list(&site, &[3, 4], 5, 3);
    list(&site, &[3, 4], 5, 3);
    assert_eq!((ids(&discussion.more.get()), &*discussion.next_anchor.get()), (vec![3, 4], "comment-3"));
    assert!(discussion.has_more());
}

#[test]
fn comments_that_come_after_the_reader_has_left_are_dropped() {
    let (discussion, site, owner) = discussion(OPEN);
    list(&site, &[1, 2], 5, 3);
    discussion.show_more();
    Executor::poll_local();
    owner.cleanup();
    list(&site, &[3, 4], 5, 3);
    assert_eq!(discussion.more.try_get(), None);
}

#[test]
fn without_totals_every_full_page_promises_another() {
    let (discussion, site, _owner) = discussion(OPEN);
    let page = |ids: &[u64]| {
        let comments: Vec<_> = ids.iter().map(|id| comment(*id)).collect();
        respond(
            &site,
            Ok(Response { status: 200, body: json!(comments).to_string(), ..Response::default() }),
        );
    };
    page(&[1, 2]);
    for (ids, has_more) in [([3, 4].as_slice(), true), (&[5, 6], true), (&[7], false)] {
        discussion.show_more();
        Executor::poll_local();
        page(ids);
        assert_eq!(discussion.has_more(), has_more, "{ids:?}");
    }
    assert_eq!(ids(&discussion.more.get()), [3, 4, 5, 6, 7]);
}

#[test]
fn no_comment_is_shown_twice_and_each_counts_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    list(&site, &[1, 2], 3, 2);
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![9], Some(4)));
    // A comment that moved on to the next page, a new one, and this reader's own.
    discussion.show_more();
    Executor::poll_local();
    list(&site, &[2, 3, 9], 4, 2);
    discussion.forget_listed();
    assert_eq!(ids(&discussion.more.get()), [3, 9]);
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(4)));
}

#[test]
fn a_list_that_comes_late_has_this_readers_comment_already() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    discussion.first.refetch();
    Executor::poll_local();
    list(&site, &[1, 9], 2, 1);
    discussion.forget_listed();
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(2)));
}

#[test]
fn a_site_that_fails_to_say_how_it_takes_comments_is_sent_none() {
    let (discussion, site, _owner) = discussion(DiscussionSettings { takes_comments: false, ..OPEN });
    list(&site, &[], 0, 1);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, failed(503)).method, Method::Options);
    assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Server { status: 503 }]));
    assert!(site.is_asked_nothing() && !discussion.sending.get());
}

#[test]
fn without_a_connection_the_reader_is_told_and_the_text_stays() {
    let (discussion, site, _owner) = discussion(DiscussionSettings { takes_comments: false, ..OPEN });
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    discussion.post();
    Executor::poll_local();
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Unreachable]));
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert!(site.is_asked_nothing());
}

#[test]
fn a_comment_is_sent_although_the_element_goes_before_it_is_known_how() {
    let (discussion, site, owner) = discussion(DiscussionSettings { takes_comments: false, ..OPEN });
    list(&site, &[], 0, 1);
    discussion.post();
    Executor::poll_local();
    owner.cleanup();
    // The browser aborts the requests of an element that has gone.
    for _ in 0..2 {
        assert_eq!(respond(&site, Err(NoResponse)).method, Method::Options);
    }
    let allow = Some("GET, POST".to_owned());
    respond(&site, Ok(Response { status: 200, allow, ..Response::default() }));
    assert_eq!(respond(&site, posted(9)).method, Method::Post);
}

#[test]
fn a_text_that_was_changed_meanwhile_is_another_comment() {
    let (discussion, site, _owner) = discussion(OPEN);
    list(&site, &[], 0, 1);
    discussion.post();
    Executor::poll_local();
    discussion.draft.body.set("ملح".to_owned());
    respond(&site, posted(9));
    assert_eq!(discussion.draft.body.get(), "ملح");
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(10));
    assert_eq!(discussion.draft.body.get(), "");
    assert_eq!(discussion.outcome.get(), Outcome::Posted(CommentStatus::Approved));
}

#[test]
fn a_new_text_is_no_draft_of_an_earlier_visit() {
    let (discussion, _site, _owner) = discussion(OPEN);
    discussion.save_draft();
    discussion.restored.set(true);
    for (text, is_restored) in [("خبز", true), (" ", true), ("خبز وملح", false)] {
        discussion.draft.body.set(text.to_owned());
        discussion.save_draft();
        assert_eq!(discussion.restored.get(), is_restored, "{text:?}");
    }
}
