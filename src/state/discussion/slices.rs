//! Comments that were loaded are rendered in slices. Between two of them the browser does what is more urgent, so that no
//! phone stands still for a second because a hundred comments have come.

use std::time::Duration;

use leptos::prelude::*;
use rustc_hash::FxHashSet;

use super::Discussion;
use crate::{
    browser,
    model::{Comment, Threaded},
};

/// How many comments are rendered at once. Unit: comments.
const SLICE: usize = 4;

impl Discussion {
    /// Those of `threads` that are rendered: all in the end. Where nobody can see the page, all at once, because browsers slow
    /// down its timers.
    pub fn in_slices(self, threads: Memo<Vec<Threaded>>) -> Memo<Vec<Threaded>> {
        let slices = RwSignal::new(0_u32);
        let rendered = Memo::new(move |before: Option<&Vec<Threaded>>| {
            slices.track();
            let threads = threads.get();
            // A view that is built again, in another language for example, is as long as before at once.
            let is_again = before.is_none() && self.is_rendered.get_untracked();
            if is_again || !browser::is_page_visible() {
                return threads;
            }
            let own = self.own.read_untracked();
            let (next, parent) = (self.next_anchor.read_untracked(), self.draft.parent.get());
            // Where the reader goes on, and where the form stands.
            let is_wanted = |comment: &Comment| {
                parent.is_some() && comment.id == parent
                    || comment.anchor().is_some_and(|anchor| anchor == *next)
            };
            with_slice(before.map_or(&[], Vec::as_slice), threads, &own, is_wanted)
        });
        let is_waiting = move || rendered.read().len() < threads.read().len();
        browser::after_pause(is_waiting, Duration::ZERO, move |is_waiting| {
            if is_waiting {
                slices.update(|slices| *slices = slices.wrapping_add(1));
            }
        });
        Effect::new(move |_| {
            if self.has_replies() && !is_waiting() {
                self.is_rendered.set(true);
            }
        });
        rendered
    }
}

/// Those of `threads` that were rendered `before`, and the first of the others: a slice, or all up to those that are wanted.
/// `own`, this reader's comments, do not wait.
fn with_slice(
    before: &[Threaded],
    mut threads: Vec<Threaded>,
    own: &[Comment],
    is_wanted: impl Fn(&Comment) -> bool,
) -> Vec<Threaded> {
    let before: FxHashSet<_> = before.iter().map(|threaded| threaded.comment.id).collect();
    let new: Vec<_> = threads.iter().filter(|threaded| !before.contains(&threaded.comment.id)).collect();
    let wanted = new.iter().rposition(|new| is_wanted(&new.comment));
    let mut room = wanted.map_or(SLICE, |wanted| SLICE.max(wanted + 1));
    threads.retain(|threaded| {
        if before.contains(&threaded.comment.id) || threaded.comment.is_among(own) {
            return true;
        }
        let has_room = room > 0;
        room = room.saturating_sub(1);
        has_room
    });
    threads
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, iter, sync::Arc};

    use proptest::{collection::vec, prelude::*, sample::Index};

    use super::*;
    use crate::model::{CommentId, CommentStatus, Html, Origin};

    fn comment(id: u64) -> Comment {
        Comment {
            id: Some(CommentId(id)),
            parent: None,
            author: String::new(),
            published: None,
            body: Html::default(),
            status: CommentStatus::Approved,
            origin: Origin::default(),
        }
    }

    fn list(ids: impl IntoIterator<Item = u64>) -> Vec<Threaded> {
        let threaded = |id| Threaded { comment: Arc::new(comment(id)), depth: 0, parent: None };
        ids.into_iter().map(threaded).collect()
    }

    fn nobody(_comment: &Comment) -> bool {
        false
    }

    #[test]
    fn what_is_rendered_stays_and_the_first_of_the_others_follow() {
        let rendered = with_slice(&list([2, 9]), list(1..=10), &[], nobody);
        assert_eq!(rendered, list([1, 2, 3, 4, 5, 9]));
    }

    #[test]
    fn a_comment_that_is_gone_is_not_rendered() {
        assert_eq!(with_slice(&list([1, 2, 3]), list([1, 3]), &[], nobody), list([1, 3]));
    }

    #[test]
    fn the_comment_that_is_wanted_does_not_wait() {
        let rendered =
            with_slice(&list(1..=3), list(1..=30), &[], |comment| comment.id == Some(CommentId(20)));
        assert_eq!(rendered, list(1..=20));
    }

    #[test]
    fn what_this_reader_wrote_does_not_wait() {
        let rendered = with_slice(&[], list(1..=30), &[comment(30)], nobody);
        assert_eq!(rendered, list([1, 2, 3, 4, 30]));
    }

    proptest! {
        #[test]
        fn slices_end_with_all_comments_in_their_order(
            count in 0_u64..60, begun in vec(any::<Index>(), 0..5)
        ) {
            let all = list(0..count);
            let begun: HashSet<_> = if count == 0 {
                HashSet::new()
            } else {
                begun.iter().map(|index| index.index(all.len()) as u64).collect()
            };
            let before = list((0..count).filter(|id| begun.contains(id)));
            let next = |rendered: &Vec<Threaded>| Some(with_slice(rendered, all.clone(), &[], nobody));
            let slices: Vec<_> = iter::successors(Some(before), next).take(20).collect();
            prop_assert_eq!(slices.last(), Some(&all));
            for pair in slices.windows(2) {
                prop_assert!(pair[0].iter().all(|rendered| pair[1].contains(rendered)));
                prop_assert!(pair[1].len() - pair[0].len() <= SLICE);
            }
        }
    }
}
