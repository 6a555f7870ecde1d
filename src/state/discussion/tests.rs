//! What the discussion does with the responses of a site.

use std::sync::Arc;

use any_spawner::Executor;
use serde_json::{Value, json};

use super::*;
use crate::{
    api::tests::fixtures::{ManualTransport, Reply, comment_json, ok, ok_with_totals, response},
    error::Rejection,
    http::{Method, NoResponse, Request},
    model::{CommentId, CommentStatus},
};

/// Responds to the oldest open request, runs the tasks, and returns the request.
fn respond(site: &ManualTransport, reply: Reply) -> Request {
    let request = site.respond(reply);
    Executor::poll_local();
    request
}

/// Responds with comments of these ids.
fn respond_with_comments(site: &ManualTransport, ids: &[u64], total: u32, pages: u32) {
    respond(site, ok_with_totals(&comments_json(ids), total, pages));
}

fn comments_json(ids: &[u64]) -> String {
    json!(ids.iter().map(|id| comment(*id)).collect::<Vec<_>>()).to_string()
}

fn comment(id: u64) -> Value {
    comment_json(id, 0, "أ", "approved")
}

/// The site has the comment under this id.
fn posted(id: u64) -> Reply {
    Ok(response(201, &comment(id).to_string()))
}

/// A site that takes comments over REST only from people with an account.
fn login_required() -> Reply {
    let body = json!({"code": "rest_comment_login_required", "data": {"status": 401}});
    Ok(response(401, &body.to_string()))
}

fn failed(status: u16) -> Reply {
    Ok(response(status, ""))
}

/// The settings of a site that takes comments and shows two on a page.
const OPEN: DiscussionSettings = DiscussionSettings {
    needs_identity: true,
    needs_account: false,
    takes_comments: true,
    newest_first: false,
    per_page: 2,
};

/// The settings of a site that does not say in advance how it takes comments.
const ASKED: DiscussionSettings = DiscussionSettings { takes_comments: false, ..OPEN };

/// A discussion with a typed comment, the transport of its site, and the owner of its signals.
fn discussion(settings: DiscussionSettings) -> (Discussion, Arc<ManualTransport>, Owner) {
    // An error means that another test has started the executor.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new();
    owner.set();
    let site = Arc::new(ManualTransport::default());
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
fn showing_more_twice_adds_the_next_page_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 5, 3);
    discussion.show_more();
    discussion.show_more();
    Executor::poll_local();
    respond_with_comments(&site, &[3, 4], 5, 3);
    respond_with_comments(&site, &[3, 4], 5, 3);
    assert_eq!((ids(&discussion.more.get()), &*discussion.next_anchor.get()), (vec![3, 4], "comment-3"));
    assert!(discussion.has_more());
}

#[test]
fn comments_that_arrive_after_the_reader_has_left_are_dropped() {
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 5, 3);
    discussion.show_more();
    Executor::poll_local();
    owner.cleanup();
    respond_with_comments(&site, &[3, 4], 5, 3);
    assert_eq!(discussion.more.try_get(), None);
}

#[test]
fn without_totals_a_full_page_promises_another_page() {
    let (discussion, site, _owner) = discussion(OPEN);
    let page = |ids: &[u64]| {
        respond(&site, ok(&comments_json(ids)));
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
fn every_comment_is_shown_once_and_counted_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 3, 2);
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![9], Some(4)));
    // The next page has a comment of the first page, a new one, and the one of this reader.
    discussion.show_more();
    Executor::poll_local();
    respond_with_comments(&site, &[2, 3, 9], 4, 2);
    discussion.forget_listed();
    assert_eq!(ids(&discussion.more.get()), [3, 9]);
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(4)));
}

#[test]
fn this_readers_comment_is_counted_once_if_the_list_arrives_after_it() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    discussion.first.refetch();
    Executor::poll_local();
    respond_with_comments(&site, &[1, 9], 2, 1);
    discussion.forget_listed();
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(2)));
}

#[test]
fn no_comment_is_sent_if_the_site_does_not_say_how_it_takes_comments() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, failed(503)).method, Method::Options);
    assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Server { status: 503 }]));
    assert!(site.has_no_open_request() && !discussion.sending.get());
}

#[test]
fn without_a_connection_the_comment_is_rejected_and_its_text_stays() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    assert_eq!(discussion.commenting.value(), Some(Commenting::Unknown));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, Err(NoResponse)).method, Method::Post);
    assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Unreachable]));
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert_eq!(discussion.commenting.value(), Some(Commenting::Unknown));
    assert!(site.has_no_open_request());
}

#[test]
fn a_site_of_another_origin_that_refuses_strangers_takes_their_comments_at_its_own_page() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    respond(&site, Err(NoResponse));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, login_required()).method, Method::Post);
    assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Elsewhere]));
    assert_eq!(discussion.commenting.value(), Some(Commenting::Elsewhere));
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert!(site.has_no_open_request() && !discussion.sending.get());
}

#[test]
fn a_refusal_after_the_reader_has_left_does_no_harm() {
    let (discussion, site, owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    respond(&site, Err(NoResponse));
    discussion.post();
    Executor::poll_local();
    owner.cleanup();
    assert_eq!(respond(&site, login_required()).method, Method::Post);
    assert!(site.has_no_open_request());
}

#[test]
fn a_comment_is_sent_even_if_the_reader_leaves_before_the_way_to_comment_is_known() {
    let (discussion, site, owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    discussion.post();
    Executor::poll_local();
    owner.cleanup();
    // The browser aborts the requests of a discussion that was removed.
    for _ in 0..2 {
        assert_eq!(respond(&site, Err(NoResponse)).method, Method::Options);
    }
    let sent = respond(&site, posted(9));
    assert_eq!(sent.method, Method::Post);
    assert!(sent.form.contains(&("content", "خبز".to_owned())), "{sent:?}");
    assert!(site.has_no_open_request());
}

#[test]
fn a_text_that_changes_during_sending_stays_in_the_box() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[], 0, 1);
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
fn a_new_text_is_not_a_restored_draft() {
    let (discussion, _site, _owner) = discussion(OPEN);
    discussion.save_draft();
    discussion.restored.set(true);
    for (text, is_restored) in [("خبز", true), (" ", true), ("خبز وملح", false)] {
        discussion.draft.body.set(text.to_owned());
        discussion.save_draft();
        assert_eq!(discussion.restored.get(), is_restored, "{text:?}");
    }
}
