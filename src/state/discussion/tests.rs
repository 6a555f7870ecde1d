//! What the discussion does with the responses of a site.

use std::sync::Arc;

use any_spawner::Executor;
use serde_json::{Value, json};

mod arrivals;
mod editing;
mod loading;
mod outbox;
mod own_changes;
mod places;
mod posting;
mod replies;
mod visits;

use super::*;
use crate::{
    api::tests::fixtures::{ManualTransport, Reply, comment_json, ok, ok_with_totals, response},
    error::Rejection,
    http::{Method, NoResponse, Request},
    model::{CaptchaProvider, CaptchaToken, CommentId, CommentStatus, Threaded},
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
    depth: 5,
    per_page: 2,
    offers_reply_mails: false,
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
    let discussion = use_discussion(
        client,
        ArticleId(7),
        true,
        settings,
        DiscussionOptions::default(),
        Signal::stored(1000),
    );
    let discussion = Discussion { loads_later: true, ..discussion };
    discussion.draft.name.set("أ".to_owned());
    discussion.draft.email.set("a@example.org".to_owned());
    discussion.draft.body.set("خبز".to_owned());
    (discussion, site, owner)
}

fn ids(comments: &[Comment]) -> Vec<u64> {
    comments.iter().filter_map(|comment| comment.id).map(|CommentId(id)| id).collect()
}

/// The comments in the order in which they are shown.
fn shown(discussion: Discussion) -> Vec<u64> {
    discussion.threads().iter().filter_map(|threaded| threaded.comment.id).map(|CommentId(id)| id).collect()
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
fn a_new_text_is_not_a_restored_draft() {
    let (discussion, _site, _owner) = discussion(OPEN);
    discussion.restored_body.set(Some("خبز".to_owned()));
    for (text, is_restored) in [("خبز", true), (" ", true), ("خبز وملح", false)] {
        discussion.draft.body.set(text.to_owned());
        discussion.save_draft();
        assert_eq!(discussion.is_restored(), is_restored, "{text:?}");
    }
}

fn own(id: u64) -> Comment {
    Comment {
        id: Some(CommentId(id)),
        parent: None,
        author: "أ".to_owned(),
        published: None,
        body: crate::model::Html::from_site("<p>x</p>".to_owned()),
        status: CommentStatus::Approved,
        origin: crate::model::Origin::default(),
    }
}
