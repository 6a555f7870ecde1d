//! How a discussion with many comments is loaded.

use super::*;

/// Replies to comments: the number of each, and the number of the one that it replies to.
fn respond_with_replies(site: &ManualTransport, replies: &[(u64, u64)]) -> Request {
    let replies: Vec<_> =
        replies.iter().map(|(id, parent)| comment_json(*id, *parent, "أ", "approved")).collect();
    let total = u32::try_from(replies.len()).unwrap();
    respond(site, ok_with_totals(&json!(replies).to_string(), total, 1))
}

fn show_more(discussion: Discussion) {
    discussion.show_more();
    Executor::poll_local();
}

#[test]
fn a_discussion_on_one_page_needs_no_other_request() {
    let (discussion, site, _owner) = discussion(OPEN);
    let replies = [comment(1), comment_json(2, 1, "أ", "approved")];
    respond(&site, ok_with_totals(&json!(replies).to_string(), 2, 1));
    discussion.load_replies();
    assert_eq!(shown(discussion), [1, 2]);
    assert!(!discussion.has_more() && site.has_no_open_request());
}

#[test]
fn the_replies_to_a_comment_come_before_the_next_comment_is_shown() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.load_replies();
    Executor::poll_local();
    assert_eq!(shown(discussion), [1]);
    let first_level = respond_with_replies(&site, &[(3, 1), (4, 2)]);
    assert!(first_level.url.contains("post=7&parent=1,2&per_page=100&order=asc"), "{first_level:?}");
    assert_eq!(shown(discussion), [1, 3]);
    assert!(respond_with_replies(&site, &[(5, 3)]).url.contains("parent=3,4&"));
    assert!(respond_with_replies(&site, &[]).url.contains("parent=5&"));
    assert_eq!(shown(discussion), [1, 3, 5, 2, 4]);
    assert!(site.has_no_open_request() && discussion.has_more());
    // The reader has not asked for them, so nothing is said.
    assert_eq!(discussion.added.get(), None);
}

#[test]
fn showing_more_twice_loads_the_next_threads_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 5, 3);
    discussion.load_replies();
    Executor::poll_local();
    assert!(respond_with_replies(&site, &[]).url.contains("parent=1,2&"));
    show_more(discussion);
    show_more(discussion);
    let threads = respond(&site, ok_with_totals(&comments_json(&[1, 2]), 3, 2));
    assert!(threads.url.contains("post=7&parent=0&per_page=2&order=asc"), "{threads:?}");
    // That page has nothing new.
    assert!(respond(&site, ok_with_totals(&comments_json(&[4]), 3, 2)).url.ends_with("page=2"));
    respond_with_replies(&site, &[(3, 4)]);
    respond_with_replies(&site, &[]);
    assert_eq!(shown(discussion), [1, 2, 4, 3]);
    assert_eq!((discussion.added.get(), &*discussion.next_anchor.get()), (Some(2), "comment-4"));
    assert!(site.has_no_open_request());
}

#[test]
fn replies_to_comments_that_are_gone_are_found_at_the_end() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1], 3, 2);
    show_more(discussion);
    respond_with_replies(&site, &[]);
    respond(&site, ok_with_totals(&comments_json(&[1, 2]), 2, 1));
    respond_with_replies(&site, &[]);
    assert!(discussion.has_more());
    show_more(discussion);
    let orphan = comment_json(3, 99, "أ", "approved");
    let list = respond(&site, ok_with_totals(&json!([orphan]).to_string(), 3, 2));
    assert!(!list.url.contains("parent=") || list.url.contains("_fields=id,parent"), "{list:?}");
    respond_with_replies(&site, &[]);
    assert_eq!(shown(discussion), [1, 2, 3]);
    assert!(!discussion.has_more() && site.has_no_open_request());
}

#[test]
fn more_comments_can_be_asked_for_again_after_an_error() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 5, 3);
    show_more(discussion);
    respond(&site, failed(503));
    assert!(discussion.more_error.get().is_some() && discussion.has_more());
    assert_eq!((shown(discussion), discussion.added.get()), (vec![1], None));
    show_more(discussion);
    assert_eq!(discussion.more_error.get(), None);
    respond_with_replies(&site, &[]);
    respond(&site, ok_with_totals(&comments_json(&[1, 2, 4]), 3, 1));
    respond_with_replies(&site, &[]);
    assert_eq!(shown(discussion), [1, 2, 4]);
}

#[test]
fn comments_that_arrive_after_the_reader_has_left_are_dropped() {
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 5, 3);
    show_more(discussion);
    owner.cleanup();
    respond_with_replies(&site, &[(3, 1)]);
    assert_eq!(discussion.more.try_get(), None);
    assert!(site.has_no_open_request());
}

#[test]
fn without_totals_a_full_page_promises_another_page() {
    let (discussion, site, _owner) = discussion(OPEN);
    let respond_with = |ids: &[u64]| {
        respond(&site, ok(&comments_json(ids)));
    };
    respond_with(&[1, 2]);
    discussion.load_replies();
    Executor::poll_local();
    respond_with(&[]);
    for threads in [&[1, 2, 3][..], &[4]] {
        show_more(discussion);
        respond_with(threads);
        respond_with(&[]);
        assert!(discussion.has_more());
    }
    // The list of all comments has no other.
    show_more(discussion);
    respond_with(&[]);
    assert_eq!(shown(discussion), [1, 2, 3, 4]);
    assert!(!discussion.has_more());
}

#[test]
fn every_comment_is_shown_once_and_counted_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 3, 2);
    discussion.post();
    Executor::poll_local();
    respond(&site, posted(9));
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![9], Some(4)));
    assert_eq!(ids_of(&discussion.unplaced(&discussion.threads())), [9]);
    // The next page has the comments of the first page, a new one, and the one of this reader.
    show_more(discussion);
    respond_with_replies(&site, &[]);
    respond(&site, ok_with_totals(&comments_json(&[1, 2, 3, 9]), 4, 1));
    respond_with_replies(&site, &[]);
    discussion.forget_listed();
    assert_eq!(shown(discussion), [1, 2, 3, 9]);
    assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(4)));
}

fn ids_of(threads: &[Threaded]) -> Vec<u64> {
    threads.iter().filter_map(|threaded| threaded.comment.id).map(|CommentId(id)| id).collect()
}

#[test]
fn another_order_of_a_whole_discussion_needs_no_request() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 2, 1);
    discussion.set_newest_first(true);
    assert_eq!(shown(discussion), [2, 1]);
    assert!(site.has_no_open_request());
}

#[test]
fn another_order_of_a_long_discussion_is_loaded_from_its_other_end() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.load_replies();
    Executor::poll_local();
    respond_with_replies(&site, &[]);
    discussion.set_newest_first(true);
    Executor::poll_local();
    // What is there stays until then.
    assert_eq!((shown(discussion), discussion.is_loading.get()), (vec![1, 2], true));
    let newest = respond(&site, ok_with_totals(&comments_json(&[9, 8]), 9, 5));
    assert!(newest.url.contains("order=desc"), "{newest:?}");
    assert!(respond_with_replies(&site, &[]).url.contains("parent=9,8&"));
    assert_eq!((shown(discussion), discussion.is_loading.get()), (vec![9, 8], false));
}

#[test]
fn the_order_stays_if_the_other_end_cannot_be_loaded() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.set_newest_first(true);
    Executor::poll_local();
    respond(&site, failed(503));
    assert_eq!((shown(discussion), discussion.newest_first.get()), (vec![1], false));
    assert!(discussion.more_error.get().is_some());
}
