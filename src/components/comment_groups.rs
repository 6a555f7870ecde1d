//! A long discussion is several lists, so that a browser can leave out whole lists that are far from the window: it goes through
//! all neighbours of what it lays out and paints, in each frame. docs/decisions.md has the figures.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{CommentId, CommentStatus, Threaded};

/// How many comments are in one list before the next one begins. Unit: comments.
const GROUP: usize = 100;

/// Identifies a comment within the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// One that was held may be published later, and is shown in another way then. One without a place may get it.
    Id(CommentId, CommentStatus, usize),
    /// The site took the comment without telling its id: it is the first such comment, the second, …
    Unnumbered(usize),
}

/// Comments in one list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    /// No other group beside it has this number.
    pub(super) number: usize,
    /// The comments, each at its place.
    pub(super) comments: Vec<(Key, Threaded)>,
}

/// `comments` in groups. A comment stays in the group that it was in `before`, whatever comes or goes around it: moved into
/// another list it would be rendered again, while somebody may be reading it.
pub(super) fn grouped(before: &[Group], comments: Vec<Threaded>) -> Vec<Group> {
    let comments = keyed(comments);
    let known: FxHashMap<_, _> =
        before.iter().flat_map(|group| group.comments.iter().map(|(key, _)| (*key, group.number))).collect();
    let ends: FxHashMap<_, _> = comments
        .iter()
        .enumerate()
        .filter_map(|(index, (key, _))| known.get(key).map(|number| (*number, index)))
        .collect();
    let mut unused = before.iter().map(|group| group.number + 1).max().unwrap_or_default()..;
    let mut ended = FxHashSet::default();
    let mut groups: Vec<Group> = Vec::new();
    for (index, (key, threaded)) in comments.into_iter().enumerate() {
        // In another order, a group may be interrupted by another one. It does not go on after that.
        let own = known.get(&key).copied().filter(|number| !ended.contains(number));
        let current = groups.last_mut().filter(|group| match own {
            Some(number) => number == group.number,
            None => group.comments.len() < GROUP || ends.get(&group.number).is_some_and(|end| *end > index),
        });
        if let Some(group) = current {
            group.comments.push((key, threaded));
            continue;
        }
        ended.extend(groups.last().map(|group| group.number));
        let number = own.or_else(|| unused.next()).unwrap_or_default();
        groups.push(Group { number, comments: vec![(key, threaded)] });
    }
    groups
}

fn keyed(comments: Vec<Threaded>) -> Vec<(Key, Threaded)> {
    let mut unnumbered = 0..;
    comments
        .into_iter()
        .map(|threaded| match threaded.comment.id {
            Some(id) => (Key::Id(id, threaded.comment.status, threaded.depth), threaded),
            None => (Key::Unnumbered(unnumbered.next().unwrap_or_default()), threaded),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{HashMap, HashSet},
        sync::Arc,
    };

    use proptest::{collection::vec, prelude::*, sample::subsequence};

    use super::*;
    use crate::model::{Comment, Html, Origin};

    fn list(ids: impl IntoIterator<Item = u64>) -> Vec<Threaded> {
        let threaded = |id| {
            let comment = Comment {
                id: Some(CommentId(id)),
                parent: None,
                author: String::new(),
                published: None,
                body: Html::default(),
                status: CommentStatus::Approved,
                origin: Origin::default(),
            };
            Threaded { comment: Arc::new(comment), depth: 0, parent: None }
        };
        ids.into_iter().map(threaded).collect()
    }

    fn sizes(groups: &[Group]) -> Vec<usize> {
        groups.iter().map(|group| group.comments.len()).collect()
    }

    /// The group of each comment, by the comment's key.
    fn places(groups: &[Group]) -> HashMap<Key, usize> {
        groups.iter().flat_map(|group| group.comments.iter().map(|(key, _)| (*key, group.number))).collect()
    }

    #[test]
    fn a_group_is_full_before_the_next_one_begins() {
        let first = grouped(&[], list(0..150));
        assert_eq!(sizes(&first), [100, 50]);
        assert_eq!(sizes(&grouped(&first, list(0..320))), [100, 100, 100, 20]);
    }

    #[test]
    fn a_reply_that_comes_later_joins_the_comments_around_it() {
        let before = grouped(&[], list(0..200));
        let after = grouped(&before, list((0..50).chain(900..930).chain(50..200)));
        assert_eq!(sizes(&after), [130, 100]);
    }

    #[test]
    fn a_group_that_is_interrupted_in_another_order_does_not_go_on() {
        let before = grouped(&[], list(0..200));
        let turned = grouped(&before, list((50..120).chain(0..50)));
        let numbers: HashSet<_> = turned.iter().map(|group| group.number).collect();
        assert_eq!(numbers.len(), turned.len());
        assert_eq!(turned.iter().flat_map(|group| &group.comments).count(), 120);
    }

    proptest! {
        #[test]
        fn comments_come_and_go_and_none_is_moved_into_another_list(
            before in subsequence((0_u64..400).collect::<Vec<_>>(), 0..400),
            after in subsequence((0_u64..400).collect::<Vec<_>>(), 0..400)
        ) {
            let before = grouped(&[], list(before));
            let groups = grouped(&before, list(after.clone()));
            let shown: Vec<_> = groups.iter().flat_map(|group| group.comments.clone()).collect();
            prop_assert_eq!(shown, keyed(list(after)));
            let old = places(&before);
            for (key, number) in places(&groups) {
                prop_assert!(old.get(&key).is_none_or(|known| *known == number));
            }
        }

        #[test]
        fn in_any_order_each_comment_is_there_once_and_each_group_too(
            orders in vec(Just((0_u64..300).collect::<Vec<_>>()).prop_shuffle(), 1..4)
        ) {
            let mut groups = Vec::new();
            for order in orders {
                groups = grouped(&groups, list(order.clone()));
                let shown: Vec<_> = groups.iter().flat_map(|group| group.comments.clone()).collect();
                prop_assert_eq!(shown, keyed(list(order)));
                let numbers: HashSet<_> = groups.iter().map(|group| group.number).collect();
                prop_assert_eq!(numbers.len(), groups.len());
            }
        }
    }
}
