//! Replying to comments, and comments to which an address leads.

use super::*;

/// A discussion whose comments 1 and 2 were loaded.
fn with_two_comments() -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 2, 1);
    (discussion, site, owner)
}

#[test]
fn a_reply_is_sent_with_the_comment_that_it_replies_to() {
    let (discussion, site, _owner) = with_two_comments();
    discussion.reply_to(CommentId(2));
    discussion.draft.body.set("خبز".to_owned());
    discussion.post();
    Executor::poll_local();
    let reply = comment_json(9, 2, "أ", "approved");
    let sent = respond(&site, Ok(response(201, &reply.to_string())));
    assert!(sent.form.contains(&("parent", "2".to_owned())), "{sent:?}");
    // The form is back, and the reply in its place.
    let expected = SentReply { status: CommentStatus::Approved, anchor: "comment-9".to_owned() };
    assert_eq!((discussion.draft.parent.get(), discussion.sent_reply.get()), (None, Some(expected)));
    assert_eq!(shown(discussion), [1, 2, 9]);
    assert_eq!(discussion.threads()[2].depth, 1);
}

#[test]
fn a_reply_whose_author_goes_on_writing_keeps_the_box() {
    let (discussion, site, _owner) = with_two_comments();
    discussion.reply_to(CommentId(2));
    discussion.draft.body.set("خبز".to_owned());
    discussion.post();
    Executor::poll_local();
    discussion.draft.body.set("وملح".to_owned());
    respond(&site, Ok(response(201, &comment_json(9, 2, "أ", "approved").to_string())));
    assert_eq!((discussion.draft.parent.get(), discussion.sent_reply.get()), (Some(CommentId(2)), None));
    discussion.draft.body.set("وسكّر".to_owned());
    discussion.post();
    Executor::poll_local();
    respond(&site, Ok(response(201, &comment_json(10, 2, "أ", "approved").to_string())));
    assert!(discussion.sent_reply.get().is_some());
    // What was said of it ends with the next reply.
    discussion.reply_to(CommentId(1));
    assert_eq!(discussion.sent_reply.get(), None);
}

#[test]
fn an_address_that_leads_to_a_comment_of_a_whole_discussion_needs_no_request() {
    let (discussion, site, _owner) = with_two_comments();
    discussion.show_comment(CommentId(2));
    Executor::poll_local();
    assert!(site.has_no_open_request());
}

#[test]
fn a_reply_that_is_refused_stays_below_its_comment() {
    let (discussion, site, _owner) = with_two_comments();
    discussion.reply_to(CommentId(2));
    discussion.draft.body.set("خبز".to_owned());
    discussion.post();
    Executor::poll_local();
    respond(&site, login_required());
    assert_eq!(discussion.draft.parent.get(), Some(CommentId(2)));
    assert_eq!(discussion.draft.body.get(), "خبز");
}

#[test]
fn the_form_stays_where_it_is_while_a_comment_is_sent() {
    let (discussion, site, _owner) = with_two_comments();
    discussion.post();
    Executor::poll_local();
    discussion.reply_to(CommentId(2));
    assert_eq!((discussion.draft.parent.get(), &*discussion.draft.body.get()), (None, "خبز"));
    respond(&site, posted(9));
    discussion.reply_to(CommentId(2));
    assert_eq!(discussion.draft.parent.get(), Some(CommentId(2)));
}

#[test]
fn a_comment_that_an_address_leads_to_comes_first_with_the_comments_above_it() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.show_comment(CommentId(8));
    Executor::poll_local();
    for (id, parent) in [(8, 6), (6, 5), (5, 0)] {
        let reply = json!([comment_json(id, parent, "أ", "approved")]).to_string();
        let request = respond(&site, ok(&reply));
        assert!(request.url.contains(&["post=7&include=", &id.to_string()].concat()), "{request:?}");
    }
    let replies = respond(&site, ok("[]"));
    assert!(replies.url.contains("parent=1,2,8,6,5&"), "{replies:?}");
    assert_eq!(shown(discussion), [5, 6, 8, 1, 2]);
}

#[test]
fn a_comment_of_a_thread_that_was_loaded_is_shown_in_its_place() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    for id in [2, 8] {
        discussion.show_comment(CommentId(id));
        Executor::poll_local();
    }
    // The first is here already.
    assert!(respond(&site, ok("[]")).url.contains("parent=1,2&"));
    let reply = json!([comment_json(8, 1, "أ", "approved")]).to_string();
    assert!(respond(&site, ok(&reply)).url.contains("include=8"));
    assert!(respond(&site, ok("[]")).url.contains("parent=8&"));
    assert_eq!(shown(discussion), [1, 8, 2]);
}

#[test]
fn a_comment_whose_parent_is_gone_is_shown_where_an_address_leads_to_it() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.show_comment(CommentId(8));
    Executor::poll_local();
    respond(&site, ok(&json!([comment_json(8, 6, "أ", "approved")]).to_string()));
    respond(&site, ok("[]"));
    respond(&site, ok("[]"));
    assert_eq!(shown(discussion), [8, 1, 2]);
}

#[test]
fn comments_that_reply_to_each_other_are_asked_for_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.show_comment(CommentId(8));
    Executor::poll_local();
    for (id, parent) in [(8, 6), (6, 8)] {
        respond(&site, ok(&json!([comment_json(id, parent, "أ", "approved")]).to_string()));
    }
    assert!(respond(&site, ok("[]")).url.contains("parent="));
    assert!(site.has_no_open_request());
}

#[test]
fn an_address_that_leads_to_no_comment_of_the_article_changes_nothing() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.show_comment(CommentId(8));
    Executor::poll_local();
    respond(&site, ok("[]"));
    assert!(site.has_no_open_request());
    assert_eq!(shown(discussion), [1]);
}
