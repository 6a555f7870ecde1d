//! Where comments stand that the list does not have, and what is shown before everything is loaded.

use super::*;

/// A discussion with the comments 1 and 2 of nine, whose replies are loaded.
fn long(newest_first: bool) -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(DiscussionSettings { newest_first, ..OPEN });
    respond_with_comments(&site, &[1, 2], 9, 5);
    discussion.load_replies();
    Executor::poll_local();
    respond(&site, ok("[]"));
    (discussion, site, owner)
}

fn unplaced(discussion: Discussion) -> Vec<u64> {
    let unplaced = discussion.unplaced(&discussion.threads());
    unplaced.iter().filter_map(|new| new.comment.id).map(|CommentId(id)| id).collect()
}

fn post(discussion: Discussion, site: &ManualTransport, id: u64, parent: u64) {
    discussion.draft.body.set(format!("نصّ {id}"));
    discussion.post();
    Executor::poll_local();
    respond(site, Ok(response(201, &comment_json(id, parent, "أ", "approved").to_string())));
}

#[test]
fn an_own_comment_has_a_place_where_nothing_is_missing_before_it() {
    let (oldest_first, site, _owner) = long(false);
    post(oldest_first, &site, 9, 0);
    assert_eq!((shown(oldest_first), unplaced(oldest_first)), (vec![1, 2], vec![9]));
    post(oldest_first, &site, 10, 1);
    assert_eq!((shown(oldest_first), unplaced(oldest_first)), (vec![1, 10, 2], vec![9]));
    let (newest_first, site, _owner) = long(true);
    post(newest_first, &site, 9, 0);
    assert_eq!((shown(newest_first), unplaced(newest_first)), (vec![9, 2, 1], vec![]));
}

#[test]
fn the_first_comments_are_shown_once_their_replies_are_there_or_cannot_be_loaded() {
    for (replies, is_shown) in [(ok("[]"), true), (failed(503), true)] {
        let (discussion, site, _owner) = discussion(OPEN);
        assert!(!discussion.is_shown());
        respond_with_comments(&site, &[1, 2], 9, 5);
        discussion.load_replies();
        Executor::poll_local();
        assert!(!discussion.is_shown());
        respond(&site, replies);
        assert_eq!(discussion.is_shown(), is_shown);
    }
}

#[test]
fn another_order_begins_anew() {
    let (discussion, site, _owner) = long(false);
    discussion.show_more();
    Executor::poll_local();
    respond(&site, ok_with_totals(&comments_json(&[1, 2, 3]), 8, 4));
    respond(&site, ok("[]"));
    assert_eq!(shown(discussion), [1, 2, 3]);
    discussion.arrivals.set(2);
    discussion.set_newest_first(true);
    Executor::poll_local();
    respond(&site, ok_with_totals(&comments_json(&[9, 8]), 9, 5));
    respond(&site, ok("[]"));
    assert_eq!((shown(discussion), discussion.arrivals.get()), (vec![9, 8], 0));
    discussion.show_more();
    Executor::poll_local();
    let threads = respond(&site, ok_with_totals(&comments_json(&[9, 8, 7]), 8, 4));
    assert!(threads.url.ends_with("&page=1"), "{threads:?}");
}

#[test]
fn a_held_comment_is_not_counted_and_a_published_one_once() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 2, 1);
    let held = Comment { status: CommentStatus::Held, ..own(8) };
    discussion.show_own(held.clone());
    discussion.show_own(held);
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 2, 8], Some(2)));
    discussion.check_own();
    Executor::poll_local();
    respond(&site, ok(&comments_json(&[8])));
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 2, 8], Some(3)));
    discussion.show_own(own(8));
    discussion.check_own();
    Executor::poll_local();
    assert_eq!(discussion.total(), Some(3));
}

#[test]
fn in_a_long_discussion_the_site_counts_this_readers_comments() {
    let (discussion, site, _owner) = long(false);
    discussion.own.set(vec![own(8)]);
    discussion.check_own();
    Executor::poll_local();
    respond(&site, ok(&comments_json(&[8])));
    assert_eq!(discussion.total(), Some(9));
}

#[test]
fn a_comment_that_was_posted_while_the_others_are_looked_up_stays() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 2, 1);
    discussion.own.set(vec![own(7)]);
    discussion.check_own();
    Executor::poll_local();
    discussion.show_own(own(9));
    respond(&site, ok("[]"));
    assert_eq!(ids(&discussion.own.get()), [9]);
}

#[test]
fn nobody_looks_for_new_comments_before_the_list_is_there_or_where_comments_are_closed() {
    let (discussion, site, _owner) = discussion(OPEN);
    discussion.look_for_arrivals();
    Executor::poll_local();
    respond_with_comments(&site, &[1, 2], 2, 1);
    assert!(site.has_no_open_request());
    Discussion { comments_open: false, ..discussion }.look_for_arrivals();
    Executor::poll_local();
    assert!(site.has_no_open_request());
}

#[test]
fn what_is_said_of_new_comments_ends_when_others_are_asked_for() {
    let (discussion, site, _owner) = discussion(OPEN);
    respond_with_comments(&site, &[1, 2], 2, 1);
    for (newest, total) in [(&[3, 2, 1][..], 3), (&[4, 3, 2, 1], 4)] {
        discussion.arrivals.set(1);
        discussion.show_arrivals();
        Executor::poll_local();
        assert_eq!(discussion.added.get(), None);
        respond(&site, ok_with_totals(&comments_json(newest), total, 1));
        assert_eq!((discussion.added.get(), discussion.arrivals.get()), (Some(1), 0));
    }
    // A list that has them ends what was added to it.
    discussion.first.refetch();
    Executor::poll_local();
    respond_with_comments(&site, &[1, 2, 3, 4], 4, 1);
    discussion.forget_listed();
    assert!(discussion.arrived.get().is_empty());
}
