//! Changing and withdrawing one's own comment.

use super::*;
use crate::{
    error::Field,
    state::Task::{Edit, Withdraw},
};

pub(super) const ID: CommentId = CommentId(9);

/// A discussion of one article with the comment 1, and the comment 9 that this reader has just posted.
pub(super) fn with_own() -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, &[1], 1, 1);
    discussion.post();
    Executor::poll_local();
    respond(&site, answer(201, "approved", "خبز", Some(json!({"token": "1.a.b", "seconds": 300}))));
    (discussion, site, owner)
}

/// The same, where the list has that comment too.
pub(super) fn with_listed() -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(OPEN);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    respond(&site, answer(201, "approved", "خبز", Some(json!({"token": "1.a.b", "seconds": 300}))));
    discussion.first.refetch();
    Executor::poll_local();
    respond_with_comments(&site, &[1, 9], 2, 1);
    discussion.forget_listed();
    (discussion, site, owner)
}

pub(super) fn answer(status: u16, state: &str, text: &str, token: Option<Value>) -> Reply {
    let body = json!({
        "id": 9, "author_name": "أ", "status": state, "content": {"rendered": format!("<p>{text}</p>")}, "tadwina": token,
    });
    Ok(response(status, &body.to_string()))
}

pub(super) fn refusal(status: u16, code: &str) -> Reply {
    Ok(response(status, &json!({"code": code, "message": "", "data": {"status": status}}).to_string()))
}

/// Changes the comment to `text`; the site responds with `reply`.
fn change(discussion: Discussion, site: &ManualTransport, text: &str, reply: Reply) -> Request {
    discussion.open_own(ID, Edit);
    discussion.editing.text.set(text.to_owned());
    discussion.change_own();
    Executor::poll_local();
    respond(site, reply)
}

fn withdraw(discussion: Discussion, site: &ManualTransport, reply: Reply) {
    discussion.open_own(ID, Withdraw);
    discussion.withdraw_own();
    Executor::poll_local();
    respond(site, reply);
}

fn body(discussion: Discussion) -> Option<String> {
    discussion.editing.body(ID).map(|html| html.untrusted().to_owned())
}

#[test]
fn only_a_comment_that_came_with_a_token_can_be_changed() {
    let (discussion, site, _owner) = with_own();
    assert_eq!(discussion.editing.seconds_left(ID), Some(300));
    assert!(!discussion.editing.is_own(CommentId(1)));
    discussion.open_own(CommentId(1), Edit);
    assert_eq!(discussion.editing.open.get(), None);
    assert!(site.has_no_open_request());
}

#[test]
fn the_form_begins_with_the_text_as_it_was_typed_and_a_change_is_shown() {
    let (discussion, site, _owner) = with_own();
    discussion.open_own(ID, Edit);
    assert_eq!(discussion.editing.text.get(), "خبز");
    let request = change(discussion, &site, "خبز & ملح ", answer(200, "approved", "خبز &amp; ملح", None));
    assert!(request.form.contains(&("content", "خبز &amp; ملح".to_owned())));
    assert_eq!(discussion.editing.open.get(), None);
    assert_eq!(body(discussion), Some("<p>خبز &amp; ملح</p>".to_owned()));
    discussion.open_own(ID, Edit);
    assert_eq!(discussion.editing.text.get(), "خبز & ملح");
}

#[test]
fn a_text_with_a_mistake_is_not_sent() {
    let (discussion, site, _owner) = with_own();
    for (text, expected) in
        [(" \n", Rejection::Missing(Field::Body)), (&*"ب".repeat(1002), Rejection::OverLimit { excess: 2 })]
    {
        discussion.open_own(ID, Edit);
        discussion.editing.text.set(text.to_owned());
        discussion.change_own();
        assert_eq!(discussion.editing.posting.get(), Posting::Refused(vec![expected]));
        assert!(site.has_no_open_request());
    }
}

#[test]
fn a_refused_change_keeps_form_and_text_and_is_sent_again() {
    let (discussion, site, _owner) = with_own();
    change(discussion, &site, "ملح", Err(NoResponse));
    assert_eq!(discussion.editing.posting.get(), Posting::Refused(vec![Rejection::Unreachable]));
    assert_eq!((discussion.editing.open.get(), body(discussion)), (Some((ID, Edit)), None));
    assert_eq!(discussion.editing.text.get(), "ملح");
    discussion.change_own();
    Executor::poll_local();
    respond(&site, answer(200, "approved", "ملح", None));
    assert_eq!(body(discussion), Some("<p>ملح</p>".to_owned()));
}

#[test]
fn a_comment_that_can_never_be_changed_again_offers_its_changed_text_as_a_draft() {
    let (discussion, site, _owner) = with_own();
    discussion.open_own(ID, Edit);
    discussion.editing.text.set("ملح".to_owned());
    discussion.save_own_draft();
    discussion.change_own();
    Executor::poll_local();
    respond(&site, refusal(409, "tadwina_comment_answered"));
    assert_eq!(discussion.editing.posting.get(), Posting::Refused(vec![Rejection::Answered]));
    discussion.close_own();
    assert_eq!((discussion.editing.open.get(), discussion.editing.is_own(ID)), (None, false));
    assert_eq!(discussion.draft.body.get(), "ملح");
}

#[test]
fn a_change_that_is_held_is_shown_as_held_also_where_the_list_has_the_comment() {
    let (discussion, site, _owner) = with_listed();
    change(discussion, &site, "ملح", answer(200, "hold", "ملح", None));
    assert_eq!(shown(discussion), [1, 9]);
    assert_eq!(discussion.own.get()[0].status, CommentStatus::Held);
    assert_eq!(discussion.total(), Some(1));
    withdraw(discussion, &site, Ok(response(200, r#"{"id": 9, "status": "trash"}"#)));
    assert_eq!((shown(discussion), discussion.total()), (vec![1], Some(1)));
}

#[test]
fn a_withdrawn_comment_is_gone_and_its_text_is_in_the_box() {
    let (discussion, site, _owner) = with_own();
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 9], Some(2)));
    withdraw(discussion, &site, Ok(response(200, r#"{"id": 9, "status": "trash"}"#)));
    assert_eq!((shown(discussion), discussion.total()), (vec![1], Some(1)));
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert!(discussion.editing.is_withdrawn.get() && !discussion.editing.is_own(ID));
}

#[test]
fn a_withdrawal_takes_nothing_out_of_a_box_in_which_somebody_writes() {
    let (discussion, site, _owner) = with_listed();
    discussion.draft.body.set("شيء آخر".to_owned());
    withdraw(discussion, &site, Ok(response(200, r#"{"id": 9, "status": "trash"}"#)));
    assert_eq!((shown(discussion), discussion.total()), (vec![1], Some(1)));
    assert_eq!(discussion.draft.body.get(), "شيء آخر");
    assert_eq!(discussion.other_draft().map(|draft| draft.body), Some("خبز".to_owned()));
}

#[test]
fn a_withdrawal_that_is_refused_leaves_the_comment() {
    let (discussion, site, _owner) = with_own();
    withdraw(discussion, &site, refusal(403, "tadwina_token_expired"));
    assert_eq!(discussion.editing.posting.get(), Posting::Refused(vec![Rejection::Expired]));
    assert_eq!((shown(discussion), discussion.draft.body.get()), (vec![1, 9], String::new()));
}

#[test]
fn an_answer_after_the_reader_has_left_does_no_harm() {
    for (task, reply) in [
        (Edit, answer(200, "hold", "ملح", None)),
        (Withdraw, Ok(response(200, r#"{"id": 9, "status": "trash"}"#))),
        (Edit, refusal(409, "tadwina_comment_changed")),
    ] {
        let (discussion, site, owner) = with_own();
        discussion.open_own(ID, task);
        if task == Edit {
            discussion.change_own()
        } else {
            discussion.withdraw_own()
        }
        Executor::poll_local();
        owner.cleanup();
        respond(&site, reply);
        assert!(site.has_no_open_request());
    }
}
