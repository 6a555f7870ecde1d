//! Where comments stand in a discussion.

use proptest::{collection::vec, option, prelude::*};

use super::*;
use crate::model::{CommentStatus, Html, Moment, Origin};

/// A comment with this number, posted in this minute.
fn comment(id: u64, parent: Option<u64>, minute: u8) -> Arc<Comment> {
    let numbers = [2024, 1, 1, 0, i32::from(minute % 60), 0, 0];
    Arc::new(Comment {
        id: Some(CommentId(id)),
        parent: parent.map(CommentId),
        author: String::new(),
        published: Moment::from_numbers(&numbers),
        body: Html::from_site(String::new()),
        status: CommentStatus::Approved,
        origin: Origin::default(),
    })
}

const WHOLE: Arrangement<'_> = Arrangement { newest_first: false, first: None, answered: None };

/// The numbers of the comments with their depths.
fn places(comments: &[Arc<Comment>], arrangement: Arrangement<'_>) -> Vec<(u64, usize)> {
    let threads = threads(comments, arrangement);
    threads.iter().map(|Threaded { comment, depth, .. }| (comment.id.map_or(0, |id| id.0), *depth)).collect()
}

#[test]
fn replies_stand_below_their_comment_in_the_order_in_which_they_were_written() {
    let comments = [
        comment(1, None, 0),
        comment(2, None, 1),
        comment(6, Some(1), 9),
        comment(3, Some(1), 2),
        comment(4, Some(3), 3),
        comment(5, Some(2), 4),
    ];
    let order = [(1, 0), (3, 1), (4, 2), (6, 1), (2, 0), (5, 1)];
    assert_eq!(places(&comments, WHOLE), order);
    let newest_first = Arrangement { newest_first: true, ..WHOLE };
    assert_eq!(places(&comments, newest_first), [(2, 0), (5, 1), (1, 0), (3, 1), (4, 2), (6, 1)]);
}

#[test]
fn a_reply_knows_the_comment_above_it() {
    let threads = threads(&[comment(1, None, 0), comment(2, Some(1), 1)], WHOLE);
    assert_eq!(threads[0].parent, None);
    assert_eq!(threads[1].parent.as_ref(), Some(&threads[0].comment));
}

#[test]
fn a_reply_whose_comment_is_gone_stands_at_the_end_once_everything_is_known() {
    let comments = [comment(7, Some(99), 0), comment(8, Some(7), 1), comment(9, None, 2)];
    assert_eq!(places(&comments, WHOLE), [(9, 0), (7, 0), (8, 1)]);
    let answered = [7, 8, 9].map(CommentId).into();
    let partly = Arrangement { answered: Some(&answered), ..WHOLE };
    assert_eq!(places(&comments, partly), [(9, 0)]);
}

#[test]
fn comments_that_reply_to_each_other_are_shown() {
    let comments = [comment(1, Some(2), 0), comment(2, Some(1), 1), comment(3, Some(3), 2)];
    assert_eq!(places(&comments, WHOLE), [(1, 0), (2, 1), (3, 0)]);
}

#[test]
fn a_discussion_ends_where_replies_are_not_known_yet() {
    let comments = [comment(1, None, 0), comment(2, Some(1), 1), comment(3, None, 2)];
    for (answered, shown) in [
        (&[][..], &[(1, 0)][..]),
        (&[1], &[(1, 0), (2, 1)]),
        (&[1, 2], &[(1, 0), (2, 1), (3, 0)]),
        (&[1, 2, 3], &[(1, 0), (2, 1), (3, 0)]),
    ] {
        let answered = answered.iter().copied().map(CommentId).collect();
        assert_eq!(places(&comments, Arrangement { answered: Some(&answered), ..WHOLE }), shown);
    }
}

#[test]
fn the_thread_that_was_asked_for_comes_first() {
    let comments = [comment(1, None, 0), comment(2, None, 1), comment(3, Some(2), 2), comment(4, None, 3)];
    let first = Arrangement { first: Some(CommentId(2)), ..WHOLE };
    assert_eq!(places(&comments, first), [(2, 0), (3, 1), (1, 0), (4, 0)]);
}

#[test]
fn a_comment_without_a_number_or_a_time_is_the_newest() {
    let own = Arc::new(Comment { id: None, published: None, ..(*comment(0, None, 0)).clone() });
    let comments = [own.clone(), own, comment(2, None, 1)];
    assert_eq!(places(&comments, WHOLE), [(2, 0), (0, 0), (0, 0)]);
}

#[test]
fn a_comment_without_a_number_ends_no_discussion() {
    let own = Arc::new(Comment { id: None, ..(*comment(0, Some(1), 1)).clone() });
    let comments = [comment(1, None, 0), own, comment(2, None, 3), comment(3, None, 4)];
    let answered = [1, 2].map(CommentId).into();
    let arrangement = Arrangement { answered: Some(&answered), ..WHOLE };
    assert_eq!(places(&comments, arrangement), [(1, 0), (0, 1), (2, 0), (3, 0)]);
}

#[test]
fn a_reply_that_seems_older_than_its_comment_stands_below_it_even_where_that_is_an_orphan() {
    let comments = [comment(3, Some(2), 0), comment(2, Some(99), 5)];
    assert_eq!(places(&comments, WHOLE), [(2, 0), (3, 1)]);
}

#[test]
fn a_thread_may_be_deeper_than_any_call_stack() {
    let comments: Vec<_> = (1..=100_000).map(|id| comment(id, (id > 1).then(|| id - 1), 0)).collect();
    let threads = threads(&comments, WHOLE);
    assert_eq!(threads.last().map(|last| last.depth), Some(99_999));
}

fn any_comments() -> impl Strategy<Value = Vec<Arc<Comment>>> {
    let any_comment = (1..40_u64, option::of(0..40_u64), 0..60_u8);
    vec(any_comment.prop_map(|(id, parent, minute)| comment(id, parent, minute)), 0..60)
}

proptest! {
    #[test]
    fn whatever_the_parents_are_no_comment_is_lost_or_repeated(comments in any_comments(), newest_first: bool) {
        let threads = threads(&comments, Arrangement { newest_first, ..WHOLE });
        let mut shown: Vec<_> = threads.iter().map(|threaded| threaded.comment.id).collect();
        let mut expected: Vec<_> = comments.iter().map(|comment| comment.id).collect();
        expected.sort_unstable();
        expected.dedup();
        shown.sort_unstable();
        prop_assert_eq!(shown, expected);
    }

    #[test]
    fn a_reply_is_one_deeper_than_the_comment_above_it(comments in any_comments()) {
        let threads = threads(&comments, WHOLE);
        for (index, reply) in threads.iter().enumerate() {
            match &reply.parent {
                None => prop_assert_eq!(reply.depth, 0),
                Some(parent) => {
                    let above = threads[..index].iter().rfind(|other| other.depth < reply.depth);
                    prop_assert_eq!(above.map(|above| &above.comment), Some(parent));
                    prop_assert_eq!(above.map(|above| above.depth + 1), Some(reply.depth));
                }
            }
        }
    }

    #[test]
    fn knowing_more_replies_moves_nothing_that_is_shown(
        comments in any_comments(),
        answered in vec(1..40_u64, 0..40),
        more in vec(1..40_u64, 0..40),
    ) {
        let mut answered: HashSet<_> = answered.into_iter().map(CommentId).collect();
        let shown = |answered: &HashSet<_>| places(&comments, Arrangement { answered: Some(answered), ..WHOLE });
        let before = shown(&answered);
        answered.extend(more.into_iter().map(CommentId));
        prop_assert!(shown(&answered).starts_with(&before));
    }
}
