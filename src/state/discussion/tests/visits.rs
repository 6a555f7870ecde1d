//! What the browser keeps from one visit to the next, and from one tab to another.

use super::*;
use crate::browser::stand_in;

/// A visit of this reader's, who finds what the browser has kept. The site has one comment.
fn visit() -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(OPEN);
    let DraftFields { name, email, body, .. } = discussion.draft;
    for field in [name, email, body] {
        field.set(String::new());
    }
    respond_with_comments(&site, &[1, 2], 2, 1);
    discussion.restore_draft();
    Executor::poll_local();
    (discussion, site, owner)
}

/// The first visit, with an empty browser.
fn first_visit() -> (Discussion, Arc<ManualTransport>, Owner) {
    stand_in::begin();
    next_tab();
    visit()
}

fn next_tab() {
    stand_in::ask(|browser| {
        browser.tabs += 1;
        browser.tab = browser.tabs;
        browser.now_ms += 1000;
    });
}

fn set_browser(change: impl FnOnce(&mut stand_in::StandIn)) {
    stand_in::ask(change);
}

fn drafts_kept() -> usize {
    browser::stored_keys("tadwina:draft:").len()
}

/// Types a text, with the name and the address that the site wants.
fn write(discussion: Discussion, text: &str) {
    discussion.draft.name.set("أ".to_owned());
    discussion.draft.email.set("a@example.org".to_owned());
    discussion.draft.body.set(text.to_owned());
    discussion.save_draft();
}

fn press(discussion: Discussion) {
    discussion.post();
    Executor::poll_local();
}

fn body(discussion: Discussion) -> String {
    discussion.draft.body.get()
}

fn other(discussion: Discussion) -> Option<String> {
    discussion.other_draft().map(|draft| draft.body)
}

/// The list of the newest comments, with one that has this text.
fn with_text(id: u64, text: &str) -> Reply {
    let mut comment = comment(id);
    comment["content"]["rendered"] = json!(format!("<p>{text}</p>"));
    ok(&json!([comment]).to_string())
}

#[test]
fn a_draft_is_there_on_the_next_visit_until_it_is_discarded() {
    let (first, _site, owner) = first_visit();
    write(first, "نصّ");
    assert!(!first.is_restored() && !first.unsaved.get());
    owner.cleanup();
    let (second, _site, owner) = visit();
    assert_eq!((body(second), second.is_restored(), other(second)), ("نصّ".to_owned(), true, None));
    second.discard_draft();
    assert_eq!((body(second), second.is_restored()), (String::new(), false));
    owner.cleanup();
    let (third, _site, _owner) = visit();
    assert_eq!((body(third), third.is_restored(), drafts_kept()), (String::new(), false, 0));
}

#[test]
fn a_reader_learns_that_the_browser_keeps_nothing() {
    let (discussion, _site, _owner) = first_visit();
    set_browser(|browser| browser.is_full = true);
    write(discussion, "نصّ");
    assert!(discussion.unsaved.get());
    set_browser(|browser| browser.is_full = false);
    discussion.save_draft();
    assert!(!discussion.unsaved.get());
}

#[test]
fn what_was_sent_is_looked_for_on_the_next_visit() {
    let (first, site, owner) = first_visit();
    write(first, "خبز");
    press(first);
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    owner.cleanup();
    let (second, site, _owner) = visit();
    assert!(second.posting.get().is_busy());
    let asked = respond(&site, with_text(9, "خبز"));
    assert_eq!(
        (asked.method, second.posting.get()),
        (Method::Get, Posting::Confirmed(CommentStatus::Approved))
    );
    assert_eq!((body(second), drafts_kept(), shown(second)), (String::new(), 0, vec![1, 2, 9]));
}

#[test]
fn after_the_box_was_emptied_the_next_visit_looks_for_nothing() {
    let (discussion, site, owner) = first_visit();
    write(discussion, "خبز");
    press(discussion);
    respond(&site, Err(NoResponse));
    respond(&site, ok("[]"));
    write(discussion, " ");
    write(discussion, "ملح");
    owner.cleanup();
    let (next, site, _owner) = visit();
    assert_eq!((body(next), next.posting.get()), ("ملح".to_owned(), Posting::Typed));
    assert!(site.has_no_open_request());
}

#[test]
fn a_draft_of_another_tab_is_offered_and_moves_here() {
    let (first, _site, owner) = first_visit();
    write(first, "من هناك");
    owner.cleanup();
    next_tab();
    let (second, _site, owner) = visit();
    assert_eq!((body(second), other(second)), (String::new(), Some("من هناك".to_owned())));
    second.take_other_draft();
    assert_eq!((body(second), other(second), drafts_kept()), ("من هناك".to_owned(), None, 1));
    owner.cleanup();
    let (third, _site, _owner) = visit();
    assert_eq!((body(third), other(third)), ("من هناك".to_owned(), None));
}

#[test]
fn drafts_of_other_tabs_are_offered_one_by_one_the_newest_first() {
    stand_in::begin();
    for text in ["أقدم", "أحدث"] {
        next_tab();
        let (discussion, _site, owner) = visit();
        write(discussion, text);
        owner.cleanup();
    }
    next_tab();
    let (discussion, _site, _owner) = visit();
    for (text, kept) in [("أحدث", 2), ("أقدم", 1)] {
        assert_eq!((other(discussion), drafts_kept()), (Some(text.to_owned()), kept));
        discussion.discard_other_draft();
    }
    assert_eq!((other(discussion), drafts_kept()), (None, 0));
    discussion.take_other_draft();
    assert_eq!(body(discussion), "");
}

#[test]
fn a_draft_in_an_open_box_is_not_offered_and_one_of_thirty_days_ago_is_forgotten() {
    let (first, _site, owner) = first_visit();
    write(first, "نصّ");
    next_tab();
    let (second, _site, other_owner) = visit();
    assert_eq!(other(second), None);
    other_owner.cleanup();
    owner.set();
    owner.cleanup();
    next_tab();
    set_browser(|browser| browser.now_ms += 30 * 24 * 60 * 60 * 1000);
    let (third, _site, _owner) = visit();
    assert_eq!((other(third), drafts_kept()), (None, 0));
}

#[test]
fn a_draft_of_a_reply_is_taken_up_below_its_comment() {
    let (first, _site, owner) = first_visit();
    write(first, "تعليق");
    first.reply_to(CommentId(2));
    assert_eq!(body(first), "");
    write(first, "جواب");
    first.cancel_reply();
    assert_eq!((body(first), other(first)), ("تعليق".to_owned(), Some("جواب".to_owned())));
    first.take_other_draft();
    assert_eq!((first.draft.parent.get(), body(first)), (Some(CommentId(2)), "جواب".to_owned()));
    assert_eq!((drafts_kept(), other(first)), (2, Some("تعليق".to_owned())));
    owner.cleanup();
    next_tab();
    let (second, _site, _owner) = visit();
    second.discard_other_draft();
    let left = second.other_draft().unwrap();
    second.take_other_draft();
    assert_eq!((second.draft.parent.get(), body(second)), (left.parent, left.body));
}

#[test]
fn a_duplicated_tab_overwrites_nothing() {
    let (first, _site, _owner) = first_visit();
    write(first, "الأوّل");
    // The other tab has the same number.
    let key = browser::stored_keys("tadwina:draft:").remove(0);
    let mut theirs = browser::load(&key).unwrap();
    theirs[4] = "الثاني".to_owned();
    browser::save(&key, theirs.clone()).unwrap();
    write(first, "الأوّل وأكثر");
    assert_eq!((browser::load(&key), drafts_kept()), (Some(theirs), 2));
    write(first, "الأوّل وأكثر من ذلك");
    assert_eq!(drafts_kept(), 2);
}

#[test]
fn who_comments_is_remembered_with_consent_only() {
    for (consents, withdraws) in [(true, false), (false, false), (true, true)] {
        let (first, site, owner) = first_visit();
        first.draft.website.set("https://example.org/".to_owned());
        first.draft.remember.set(consents);
        write(first, "خبز");
        press(first);
        if withdraws {
            first.draft.remember.set(false);
        }
        respond(&site, posted(9));
        owner.cleanup();
        let (second, _site, _owner) = visit();
        let DraftFields { name, email, website, remember, .. } = second.draft;
        let expected = consents && !withdraws;
        let texts = [name, email, website].map(|field| !field.get().is_empty());
        assert_eq!((texts, remember.get()), ([expected; 3], expected), "{consents} {withdraws}");
    }
}

#[test]
fn a_draft_without_a_name_does_not_take_away_who_comments() {
    let (first, site, owner) = first_visit();
    first.draft.remember.set(true);
    write(first, "خبز");
    press(first);
    respond(&site, posted(9));
    first.draft.name.set(String::new());
    first.draft.body.set("ثمّ".to_owned());
    first.save_draft();
    owner.cleanup();
    let (second, _site, _owner) = visit();
    assert_eq!((second.draft.name.get(), body(second)), ("أ".to_owned(), "ثمّ".to_owned()));
}

#[test]
fn a_held_comment_is_there_on_the_next_visit_and_gone_once_the_site_has_deleted_it() {
    let (first, site, owner) = first_visit();
    write(first, "خبز");
    press(first);
    respond(&site, Ok(response(201, &comment_json(9, 0, "أ", "hold").to_string())));
    owner.cleanup();
    let (second, site, owner) = visit();
    assert_eq!((shown(second), second.total()), (vec![1, 2, 9], Some(2)));
    second.check_own();
    Executor::poll_local();
    respond(&site, ok("[]"));
    let body = json!({"code": "rest_comment_invalid_id", "data": {"status": 404}}).to_string();
    respond(&site, Ok(response(404, &body)));
    assert_eq!(shown(second), [1, 2]);
    owner.cleanup();
    assert_eq!(shown(visit().0), [1, 2]);
}

#[test]
fn what_was_refused_is_not_looked_for_on_the_next_visit() {
    let (first, site, owner) = first_visit();
    write(first, "خبز");
    press(first);
    respond(&site, login_required());
    owner.cleanup();
    let (second, site, _owner) = visit();
    assert_eq!((body(second), second.posting.get()), ("خبز".to_owned(), Posting::Typed));
    assert!(site.has_no_open_request());
}

#[test]
fn it_is_what_was_sent_that_is_looked_for() {
    let (discussion, site, _owner) = first_visit();
    write(discussion, "خبز");
    press(discussion);
    respond(&site, Err(NoResponse));
    respond(&site, ok("[]"));
    write(discussion, "ملح");
    press(discussion);
    respond(&site, with_text(9, "خبز"));
    assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
    assert_eq!((body(discussion), shown(discussion)), ("ملح".to_owned(), vec![1, 2, 9]));
    assert!(site.has_no_open_request());
}

#[test]
fn a_text_is_no_draft_of_an_earlier_visit_any_more_once_it_is_sent() {
    let (first, _site, owner) = first_visit();
    write(first, "خبز");
    owner.cleanup();
    let (second, site, _owner) = visit();
    assert!(second.is_restored());
    second.draft.name.set("أ".to_owned());
    press(second);
    assert!(!second.is_restored());
    respond(&site, posted(9));
    // Another reply to the same comment begins nothing anew.
    second.reply_to(CommentId(2));
    write(second, "جواب");
    second.reply_to(CommentId(2));
    assert_eq!((body(second), second.is_restored()), ("جواب".to_owned(), false));
}
