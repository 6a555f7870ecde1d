//! What others write, and what moderators decide, while the page is open.

use super::*;

/// A discussion whose list has arrived, after which the reader waits.
fn waiting(ids: &[u64], total: u32, pages: u32) -> (Discussion, Arc<ManualTransport>, Owner) {
    let (discussion, site, owner) = discussion(OPEN);
    respond_with_comments(&site, ids, total, pages);
    (discussion, site, owner)
}

/// The site tells that it has `total` comments now.
fn look(discussion: Discussion, site: &ManualTransport, total: u32) -> u32 {
    discussion.look_for_arrivals();
    Executor::poll_local();
    respond_with_comments(site, &[1], total, 1);
    discussion.arrivals.get()
}

/// The reader wants the new comments, and the site sends its newest ones.
fn show(discussion: Discussion, site: &ManualTransport, newest: &[u64], total: u32) {
    discussion.show_arrivals();
    Executor::poll_local();
    assert!(
        respond(site, ok_with_totals(&comments_json(newest), total, 1)).url.contains("orderby=id&order=desc")
    );
    discussion.forget_listed();
}

#[test]
fn new_comments_are_counted_and_shown_when_the_reader_wants_them() {
    let (discussion, site, _owner) = waiting(&[1, 2], 2, 1);
    assert_eq!(look(discussion, &site, 2), 0);
    assert_eq!(look(discussion, &site, 4), 2);
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 2], Some(2)));
    show(discussion, &site, &[4, 3, 2, 1], 4);
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 2, 3, 4], Some(4)));
    assert_eq!((discussion.added.get(), &*discussion.next_anchor.get()), (Some(2), "comment-3"));
    assert_eq!(look(discussion, &site, 4), 0);
}

#[test]
fn this_readers_own_comment_is_no_new_one() {
    let (discussion, site, _owner) = waiting(&[1, 2], 2, 1);
    discussion.own.set(vec![own(3)]);
    discussion.uncounted.set(1);
    discussion.look_for_arrivals();
    Executor::poll_local();
    // It is still there.
    respond(&site, ok(&comments_json(&[3])));
    respond_with_comments(&site, &[1], 4, 1);
    assert_eq!(discussion.arrivals.get(), 1);
    show(discussion, &site, &[4, 3, 2, 1], 4);
    assert_eq!((shown(discussion), discussion.total()), (vec![1, 2, 3, 4], Some(4)));
    assert_eq!((ids(&discussion.own.get()), discussion.added.get()), (vec![], Some(1)));
}

#[test]
fn in_a_long_discussion_only_those_are_new_that_were_counted() {
    let (discussion, site, _owner) = waiting(&[1, 2], 9, 5);
    assert_eq!(look(discussion, &site, 10), 1);
    show(discussion, &site, &[10, 9, 8, 7], 10);
    // Its place is behind what was not loaded.
    let threads = discussion.threads();
    let unplaced: Vec<_> = discussion.unplaced(&threads).iter().filter_map(|new| new.comment.id).collect();
    assert_eq!((shown(discussion), unplaced), (vec![1], vec![CommentId(10)]));
    assert!(discussion.has_more());
}

#[test]
fn a_comment_that_was_deleted_meanwhile_is_no_new_one() {
    let (discussion, site, _owner) = waiting(&[1, 2], 2, 1);
    assert_eq!(look(discussion, &site, 1), 0);
}

#[test]
fn a_site_that_hides_its_totals_has_no_new_comments() {
    let (discussion, site, _owner) = waiting(&[1, 2], 2, 1);
    discussion.look_for_arrivals();
    Executor::poll_local();
    respond(&site, ok(&comments_json(&[1])));
    assert_eq!(discussion.arrivals.get(), 0);
}

#[test]
fn a_held_comment_is_shown_until_the_site_publishes_or_deletes_it() {
    let (discussion, site, _owner) = discussion(OPEN);
    let held = |id: u64| Comment { status: CommentStatus::Held, ..own(id) };
    discussion.own.set(vec![held(3), held(4), own(5), held(6), held(7)]);
    respond_with_comments(&site, &[1, 2], 4, 2);
    discussion.check_own();
    Executor::poll_local();
    assert!(respond(&site, ok(&comments_json(&[3]))).url.contains("include=3,4,5,6,7"));
    let refusals = [
        // Held, or in the trash: the site tells nobody which.
        (401, "rest_cannot_read"),
        (404, "rest_comment_invalid_id"),
        (404, "rest_no_route"),
    ];
    for ((status, code), id) in refusals.into_iter().zip([4, 6, 7]) {
        let body = json!({"code": code, "data": {"status": status}}).to_string();
        let asked = respond(&site, Ok(response(status, &body)));
        assert!(asked.url.contains(&format!("comments/{id}?")), "{asked:?}");
    }
    assert_eq!(discussion.own.get(), [own(3), held(4), held(7)]);
}
