//! Comments that wait for a connection.

use super::*;
use crate::{
    browser::stand_in,
    model::{Captcha, CaptchaProvider},
};

/// A discussion whose first page has arrived.
fn visit(settings: DiscussionSettings) -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(settings);
    respond_with_comments(&site, &[1, 2], 2, 1);
    discussion.draft.body.set(String::new());
    discussion.restore_draft();
    Executor::poll_local();
    (discussion, site, owner)
}

/// A comment that waits, written in another tab that is closed. The device has a connection again.
fn with_waiting(parent: Option<u64>) -> (Discussion, Arc<ManualTransport>, Owner) {
    stand_in::begin();
    stand_in::ask(|browser| browser.is_offline = true);
    let (first, site, owner) = visit(OPEN);
    if let Some(parent) = parent {
        first.reply_to(CommentId(parent));
    }
    first.draft.body.set("خبز".to_owned());
    first.save_draft();
    first.post();
    Executor::poll_local();
    assert_eq!((first.posting.get(), site.has_no_open_request()), (Posting::Waiting, true));
    // The owner of the next visit is not to be its child.
    drop(owner);
    stand_in::ask(|browser| {
        browser.is_offline = false;
        browser.tab = 7;
    });
    visit(OPEN)
}

fn kept() -> usize {
    browser::stored_keys("tadwina:draft:").len()
}

#[test]
fn what_waits_is_shown_apart_from_drafts_and_never_sent_without_a_press() {
    let (discussion, site, _owner) = with_waiting(None);
    assert_eq!((discussion.outbox.get().len(), discussion.other_draft()), (1, None));
    assert_eq!((&*discussion.draft.body.get(), discussion.posting.get()), ("", Posting::Typed));
    assert!(site.has_no_open_request());
}

#[test]
fn in_its_own_tab_what_waits_is_in_the_box() {
    let (_discussion, _site, owner) = with_waiting(None);
    owner.cleanup();
    stand_in::ask(|browser| browser.tab = 0);
    let (discussion, site, _owner) = visit(OPEN);
    assert_eq!((&*discussion.draft.body.get(), discussion.posting.get()), ("خبز", Posting::Waiting));
    assert!(discussion.outbox.get().is_empty() && site.has_no_open_request());
}

#[test]
fn one_press_sends_what_waits_and_what_was_in_the_box_stays() {
    for parent in [None, Some(2)] {
        let (discussion, site, owner) = with_waiting(parent);
        discussion.draft.body.set("في الصندوق".to_owned());
        discussion.save_draft();
        let waiting = discussion.outbox.get().remove(0);
        discussion.send_waiting(&waiting);
        Executor::poll_local();
        assert_eq!(discussion.draft.parent.get(), parent.map(CommentId));
        let sent = respond(&site, posted(9));
        assert!(sent.form.contains(&("content", "خبز".to_owned())), "{sent:?}");
        assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
        assert!(discussion.outbox.get().is_empty());
        owner.cleanup();
        let (next, _site, _owner) = visit(OPEN);
        assert_eq!((&*next.draft.body.get(), next.outbox.get().len(), kept()), ("في الصندوق", 0, 1));
    }
}

#[test]
fn what_waits_is_not_sent_while_another_comment_is_on_its_way() {
    let (discussion, site, _owner) = with_waiting(None);
    discussion.draft.body.set("أوّلًا".to_owned());
    discussion.post();
    Executor::poll_local();
    let waiting = discussion.outbox.get().remove(0);
    discussion.send_waiting(&waiting);
    Executor::poll_local();
    assert_eq!(discussion.draft.body.get(), "أوّلًا");
    assert!(respond(&site, posted(9)).form.contains(&("content", "أوّلًا".to_owned())));
    assert!(site.has_no_open_request());
}

#[test]
fn where_the_form_has_a_captcha_what_waits_goes_into_the_box_only() {
    let (discussion, site, _owner) = with_waiting(None);
    let captcha = Captcha { provider: CaptchaProvider::Turnstile, site_key: "key".to_owned() };
    discussion.captcha.set_value(Some(captcha));
    let waiting = discussion.outbox.get().remove(0);
    discussion.send_waiting(&waiting);
    Executor::poll_local();
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert!(site.has_no_open_request());
}

#[test]
fn what_waits_can_be_discarded() {
    let (discussion, _site, owner) = with_waiting(None);
    let waiting = discussion.outbox.get().remove(0);
    discussion.discard_waiting(&waiting);
    assert_eq!((discussion.outbox.get().len(), kept()), (0, 0));
    owner.cleanup();
    assert!(visit(OPEN).0.outbox.get().is_empty());
}

#[test]
fn what_may_have_arrived_does_not_wait() {
    stand_in::begin();
    let (discussion, site, _owner) = visit(OPEN);
    discussion.draft.body.set("خبز".to_owned());
    discussion.post();
    Executor::poll_local();
    respond(&site, Err(NoResponse));
    respond(&site, ok("[]"));
    stand_in::ask(|browser| browser.is_offline = true);
    discussion.post();
    Executor::poll_local();
    while !site.has_no_open_request() {
        assert_eq!(respond(&site, ok("[]")).method, Method::Get);
    }
    assert_eq!(discussion.posting.get(), Posting::Unknown(vec![Rejection::Unreachable]));
}
