//! What the browser keeps of comments that can be changed, and what a form forgets.

use super::{
    editing::{ID, answer, refusal, with_listed, with_own},
    *,
};
use crate::{
    browser::stand_in,
    state::Task::{Edit, Withdraw},
};

fn type_change(discussion: Discussion, text: &str) {
    discussion.open_own(ID, Edit);
    discussion.editing.text.set(text.to_owned());
    discussion.save_own_draft();
}

/// The next visit, of this or of another day.
fn visit(owner: Owner, later_ms: u64) -> (Discussion, Arc<ManualTransport>, Owner) {
    drop(owner);
    stand_in::ask(|browser| browser.now_ms += later_ms);
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 9], 2, 1);
    discussion.draft.body.set(String::new());
    discussion.restore_draft();
    Executor::poll_local();
    (discussion, site, owner)
}

#[test]
fn after_a_reload_it_can_be_changed_and_begins_with_what_was_typed_last() {
    stand_in::begin();
    let (first, _site, owner) = with_own();
    type_change(first, "ملح");
    let (second, _site, _owner) = visit(owner, 299_000);
    assert_eq!((second.editing.seconds_left(ID), second.other_draft()), (Some(1), None));
    second.open_own(ID, Edit);
    assert_eq!(second.editing.text.get(), "ملح");
}

#[test]
fn once_its_time_is_over_a_changed_text_is_a_draft() {
    stand_in::begin();
    let (first, _site, owner) = with_own();
    type_change(first, "ملح");
    let (second, _site, owner) = visit(owner, 300_000);
    assert!(!second.editing.is_own(ID));
    assert_eq!(second.other_draft().map(|draft| draft.body), Some("ملح".to_owned()));
    let (third, _site, _owner) = visit(owner, 1000);
    assert_eq!(third.others.get().len(), 1, "once");
}

#[test]
fn a_change_that_is_given_up_or_made_leaves_no_text_behind() {
    stand_in::begin();
    let (discussion, site, _owner) = with_own();
    type_change(discussion, "ملح");
    discussion.close_own();
    discussion.open_own(ID, Edit);
    assert_eq!(discussion.editing.text.get(), "خبز");
    type_change(discussion, "سكّر");
    discussion.change_own();
    // Pressed twice.
    discussion.change_own();
    Executor::poll_local();
    assert!(discussion.editing.posting.get().is_busy());
    discussion.open_own(ID, Withdraw);
    assert_eq!(discussion.editing.open.get(), Some((ID, Edit)));
    respond(&site, answer(200, "approved", "سكّر", None));
    assert!(site.has_no_open_request());
    assert_eq!(discussion.editing.changed.get(), Some((ID, CommentStatus::Approved)));
    assert_eq!(discussion.editing.find(ID).map(|kept| kept.unsent), Some(String::new()));
    assert_eq!(discussion.own.get()[0].body.untrusted(), "<p>سكّر</p>");
}

#[test]
fn a_form_that_opens_says_nothing_of_what_was_before() {
    stand_in::begin();
    let (discussion, site, _owner) = with_own();
    type_change(discussion, "ملح");
    discussion.change_own();
    Executor::poll_local();
    respond(&site, Err(NoResponse));
    discussion.editing.changed.set(Some((ID, CommentStatus::Approved)));
    discussion.editing.is_withdrawn.set(true);
    discussion.close_own();
    discussion.open_own(ID, Edit);
    let editing = discussion.editing;
    assert_eq!(
        (editing.posting.get(), editing.changed.get(), editing.is_withdrawn.get()),
        (Posting::Typed, None, false)
    );
}

#[test]
fn a_browser_that_does_not_keep_the_change_says_so() {
    stand_in::begin();
    let (discussion, _site, _owner) = with_own();
    type_change(discussion, "ملح");
    assert!(!discussion.unsaved.get());
    stand_in::ask(|browser| browser.is_full = true);
    discussion.save_own_draft();
    assert!(discussion.unsaved.get());
}

#[test]
fn a_withdrawn_comment_is_gone_on_the_next_visit_and_its_text_is_a_draft() {
    stand_in::begin();
    let (first, site, owner) = with_own();
    first.open_own(ID, Withdraw);
    first.withdraw_own();
    Executor::poll_local();
    respond(&site, Ok(response(200, r#"{"id": 9, "status": "trash"}"#)));
    let (second, _site, _owner) = visit(owner, 1000);
    let kept = second.drafts.with_value(Drafts::own);
    assert_eq!((kept, second.draft.body.get()), (vec![], "خبز".to_owned()));
}

#[test]
fn the_text_of_a_withdrawal_is_kept_where_nobody_knows_whether_it_was_made() {
    for (reply, count) in [(Err(NoResponse), 1), (refusal(403, "tadwina_token_expired"), 0)] {
        stand_in::begin();
        let (discussion, site, _owner) = with_own();
        discussion.open_own(ID, Withdraw);
        discussion.withdraw_own();
        Executor::poll_local();
        respond(&site, reply);
        assert_eq!(browser::stored_keys("tadwina:draft:").len(), count);
    }
}

#[test]
fn a_comment_that_is_held_since_it_was_changed_is_kept_for_the_next_visit() {
    stand_in::begin();
    let (discussion, site, _owner) = with_listed();
    type_change(discussion, "ملح");
    discussion.change_own();
    Executor::poll_local();
    respond(&site, answer(200, "hold", "ملح", None));
    let kept = discussion.drafts.with_value(Drafts::own);
    assert_eq!((ids(&kept), kept[0].status), (vec![9], CommentStatus::Held));
}
