//! What becomes of a comment that is posted.

use super::*;

#[test]
fn no_comment_is_sent_if_the_site_does_not_say_how_it_takes_comments() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    respond(&site, failed(503));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, failed(503)).method, Method::Options);
    assert_eq!(discussion.posting.get(), Posting::Refused(vec![Rejection::Server { status: 503 }]));
    assert!(site.has_no_open_request() && !discussion.posting.get().is_busy());
}

#[test]
fn without_a_connection_it_is_unknown_whether_the_comment_arrived_and_its_text_stays() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    assert_eq!(discussion.commenting.value(), Some(Commenting::Unknown));
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, Err(NoResponse)).method, Method::Post);
    assert_eq!(respond(&site, Err(NoResponse)).method, Method::Get);
    assert_eq!(discussion.posting.get(), Posting::Unknown(vec![Rejection::Unreachable]));
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
    assert_eq!(discussion.posting.get(), Posting::Refused(vec![Rejection::Elsewhere]));
    assert_eq!(discussion.commenting.value(), Some(Commenting::Elsewhere));
    assert_eq!(discussion.draft.body.get(), "خبز");
    assert!(site.has_no_open_request() && !discussion.posting.get().is_busy());
}

#[test]
fn the_answer_to_a_captcha_is_sent_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[], 0, 1);
    let token = |token: &str| {
        CaptchaState::Solved(CaptchaToken { provider: CaptchaProvider::HCaptcha, token: token.to_owned() })
    };
    discussion.captcha_state.set(token("one"));
    discussion.post();
    Executor::poll_local();
    let sent = respond(&site, failed(403));
    assert!(sent.form.contains(&("h-captcha-response", "one".to_owned())), "{sent:?}");
    assert_eq!(discussion.captcha_state.get(), CaptchaState::Used);
}

#[test]
fn what_was_not_sent_has_used_no_answer_to_a_captcha() {
    let (discussion, site, _owner) = discussion(ASKED);
    respond_with_comments(&site, &[], 0, 1);
    respond(&site, failed(503));
    let solved =
        CaptchaState::Solved(CaptchaToken { provider: CaptchaProvider::Turnstile, token: "one".to_owned() });
    discussion.captcha_state.set(solved.clone());
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, failed(503)).method, Method::Options);
    assert_eq!(discussion.captcha_state.get(), solved);
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
    assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
}

/// The list of the newest comments, with one that says what the box does.
fn with_sent_comment(id: u64) -> Reply {
    let mut comment = comment(id);
    comment["content"]["rendered"] = json!("<p>خبز</p>");
    ok(&json!([comment]).to_string())
}

#[test]
fn a_comment_whose_answer_was_lost_is_looked_for_before_anything_is_said() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[], 0, 1);
    discussion.post();
    Executor::poll_local();
    assert_eq!(respond(&site, Err(NoResponse)).method, Method::Post);
    assert!(discussion.posting.get().is_busy());
    assert_eq!(respond(&site, with_sent_comment(9)).method, Method::Get);
    assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
    assert_eq!((ids(&discussion.own.get()), &*discussion.draft.body.get()), (vec![9], ""));
}

#[test]
fn a_comment_that_may_have_arrived_is_looked_for_before_it_is_sent_again() {
    for arrived in [true, false] {
        let (discussion, site, _owner) = discussion(OPEN);
        respond_with_comments(&site, &[], 0, 1);
        discussion.post();
        Executor::poll_local();
        respond(&site, failed(502));
        respond(&site, ok("[]"));
        let unknown = Posting::Unknown(vec![Rejection::Server { status: 502 }]);
        assert_eq!((discussion.posting.get(), &*discussion.draft.body.get()), (unknown, "خبز"));
        discussion.post();
        Executor::poll_local();
        if arrived {
            assert_eq!(respond(&site, with_sent_comment(9)).method, Method::Get);
        } else {
            assert_eq!(respond(&site, ok("[]")).method, Method::Get);
            assert_eq!(respond(&site, posted(9)).method, Method::Post);
        }
        assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
        assert!(site.has_no_open_request());
    }
}

#[test]
fn what_may_have_arrived_is_not_sent_again_while_nobody_can_look() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[], 0, 1);
    discussion.post();
    Executor::poll_local();
    respond(&site, Err(NoResponse));
    respond(&site, Err(NoResponse));
    for _ in 0..2 {
        discussion.post();
        Executor::poll_local();
        assert_eq!(respond(&site, Err(NoResponse)).method, Method::Get);
        assert_eq!(discussion.posting.get(), Posting::Unknown(vec![Rejection::Unreachable]));
    }
    assert!(site.has_no_open_request());
}

#[test]
fn pressing_again_after_the_comment_is_published_changes_nothing() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[], 0, 1);
    discussion.post();
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    discussion.post();
    assert_eq!(discussion.posting.get(), Posting::Confirmed(CommentStatus::Approved));
    assert!(site.has_no_open_request());
}

#[test]
fn a_comment_that_the_list_shows_already_is_not_shown_twice() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 9], 2, 1);
    discussion.post();
    Executor::poll_local();
    respond(&site, Err(NoResponse));
    respond(&site, with_sent_comment(9));
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(2)));
}
