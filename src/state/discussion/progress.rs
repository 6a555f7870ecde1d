//! How much of a discussion was loaded, and what is loaded next.
//!
//! | discussion | requests |
//! | --- | --- |
//! | all comments fit on one page | that page |
//! | more | the first page, the replies to its comments, the replies to those, … |
//! | the reader wants more | the next page of threads, the replies to its comments, … |
//! | after the last thread | page by page what is missing by then: replies to comments that are gone |

use std::collections::HashSet;

use crate::model::{Comment, CommentId, Page};

/// How much of a discussion was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The comments whose replies are all loaded.
    pub answered: HashSet<CommentId>,
    threads: Pages,
    list: Pages,
}

/// Pages of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pages {
    loaded: u32,
    /// How many there are, as the latest of them said. A site that does not tell its totals promises at most one more
    /// page.
    all: u32,
}

/// What is loaded next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The replies to these comments.
    Replies(Vec<CommentId>),
    /// This page of threads.
    Threads(u32),
    /// This page of all comments.
    List(u32),
}

impl Default for Progress {
    /// The first page of all comments was loaded.
    fn default() -> Self {
        Self {
            answered: HashSet::new(),
            threads: Pages { loaded: 0, all: 1 },
            list: Pages { loaded: 1, all: 1 },
        }
    }
}

impl Pages {
    fn next(self) -> Option<u32> {
        (self.loaded < self.all).then_some(self.loaded + 1)
    }
}

impl Progress {
    /// The next step for a discussion of which `first` is the first page, and `listed` the ids of all comments that were
    /// loaded; `None` once everything was.
    pub fn next(&self, first: &Page<Comment>, listed: &[CommentId]) -> Option<Step> {
        if first.pages <= 1 {
            return None;
        }
        let unanswered: Vec<_> = listed.iter().copied().filter(|id| !self.answered.contains(id)).collect();
        if !unanswered.is_empty() {
            return Some(Step::Replies(unanswered));
        }
        // A site that hides its totals has counted what it sent.
        let total = first.total as usize;
        let is_whole = total > first.items.len() && total <= listed.len();
        let list = Pages { all: self.list.all.max(first.pages), ..self.list };
        let threads = self.threads.next().map(Step::Threads);
        threads.or_else(|| list.next().filter(|_| !is_whole).map(Step::List))
    }

    /// The progress after `step`, whose list has `pages` pages.
    pub fn advance(&mut self, step: Step, pages: u32) {
        match step {
            Step::Replies(ids) => self.answered.extend(ids),
            Step::Threads(loaded) => self.threads = Pages { loaded, all: pages },
            Step::List(loaded) => self.list = Pages { loaded, all: pages },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(pages: u32, total: u32) -> Page<Comment> {
        Page { items: Vec::new(), pages, total }
    }

    fn ids(ids: &[u64]) -> Vec<CommentId> {
        ids.iter().copied().map(CommentId).collect()
    }

    #[test]
    fn a_discussion_on_one_page_is_loaded_with_it() {
        assert_eq!(Progress::default().next(&first(1, 2), &ids(&[1, 2])), None);
    }

    #[test]
    fn a_longer_one_is_loaded_by_replies_then_threads_then_what_is_missing() {
        let first = first(3, 6);
        let mut progress = Progress::default();
        for (listed, step, pages) in [
            (&[1, 2][..], Step::Replies(ids(&[1, 2])), 1),
            (&[1, 2, 3], Step::Replies(ids(&[3])), 1),
            (&[1, 2, 3], Step::Threads(1), 2),
            (&[1, 2, 3, 4], Step::Replies(ids(&[4])), 1),
            (&[1, 2, 3, 4], Step::Threads(2), 2),
            (&[1, 2, 3, 4], Step::List(2), 3),
            (&[1, 2, 3, 4, 5], Step::Replies(ids(&[5])), 1),
            (&[1, 2, 3, 4, 5], Step::List(3), 3),
        ] {
            assert_eq!(progress.next(&first, &ids(listed)), Some(step.clone()), "{listed:?}");
            progress.advance(step, pages);
        }
        // The total counts a comment that nobody may see.
        assert_eq!(progress.next(&first, &ids(&[1, 2, 3, 4, 5])), None);
    }

    #[test]
    fn a_list_that_grows_meanwhile_is_loaded_to_its_new_end() {
        let mut progress = Progress::default();
        progress.advance(Step::Threads(1), 1);
        progress.advance(Step::List(2), 3);
        assert_eq!(progress.next(&first(2, 9), &[]), Some(Step::List(3)));
    }

    #[test]
    fn nothing_is_missing_once_as_many_were_loaded_as_the_site_counts() {
        let mut progress = Progress::default();
        progress.advance(Step::Replies(ids(&[1, 2, 3])), 1);
        progress.advance(Step::Threads(1), 1);
        assert_eq!(progress.next(&first(2, 3), &ids(&[1, 2, 3])), None);
        assert_eq!(progress.next(&first(2, 4), &ids(&[1, 2, 3])), Some(Step::List(2)));
        let hidden = first(2, 0);
        assert_eq!(progress.next(&hidden, &ids(&[1, 2, 3])), Some(Step::List(2)));
    }
}
