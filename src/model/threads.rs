//! A discussion in the order in which it is read: each comment below the one that it replies to.
//!
//! WordPress keeps a comment's parent whatever becomes of it: a parent may be held, deleted, on another article or,
//! in a broken database, below its own reply. Whatever comes, each comment has one place.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{Comment, CommentId};

/// A comment at its place in a discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threaded {
    /// The comment.
    pub comment: Arc<Comment>,
    /// How many comments stand above it in its thread: 0 for the first.
    pub depth: usize,
    /// The comment that it replies to, where that stands above it.
    pub parent: Option<Arc<Comment>>,
}

/// What is known of a discussion, and how it is arranged.
#[derive(Debug, Clone, Copy)]
pub struct Arrangement<'a> {
    /// Whether the newest thread comes first. Replies are always in the order in which they were written.
    pub newest_first: bool,
    /// The comment whose thread stands before all others: an address leads there. It may be a reply to one that is gone.
    pub first: Option<CommentId>,
    /// The comments whose replies are all known; `None` if the whole discussion is.
    pub answered: Option<&'a HashSet<CommentId>>,
}

/// `comments` in threads, without repetitions.
///
/// While replies are missing, the discussion ends at the first comment whose replies are not known: what comes later
/// is added at the end, and nothing moves that somebody is reading. Comments without a parent in the discussion stand
/// at the end, as WordPress has them, once the whole discussion is known.
pub fn threads(comments: &[Arc<Comment>], arrangement: Arrangement<'_>) -> Vec<Threaded> {
    let forest = Forest::new(comments, arrangement);
    let mut placed = vec![false; forest.comments.len()];
    let mut threads = Vec::new();
    for &root in &forest.roots {
        forest.place(root, &mut placed, &mut threads);
    }
    match arrangement.answered {
        Some(answered) => {
            let is_answered =
                |threaded: &Threaded| threaded.comment.id.is_none_or(|id| answered.contains(&id));
            let end = threads.iter().position(|threaded| !is_answered(threaded));
            threads.truncate(end.map_or(threads.len(), |end| end + 1));
        }
        None => {
            // A loop of replies has no beginning: its oldest comment is as good as any.
            for index in forest.orphans.iter().copied().chain(0..placed.len()) {
                forest.place(index, &mut placed, &mut threads);
            }
        }
    }
    threads
}

struct Forest {
    /// Without repetitions, the oldest first.
    comments: Vec<Arc<Comment>>,
    /// The indices of the replies to each comment.
    replies: HashMap<CommentId, Vec<usize>>,
    /// The indices of comments that reply to none.
    roots: Vec<usize>,
    /// The indices of comments whose parent is not among them.
    orphans: Vec<usize>,
}

impl Forest {
    fn new(comments: &[Arc<Comment>], Arrangement { newest_first, first, .. }: Arrangement<'_>) -> Self {
        let mut seen = HashSet::new();
        let is_new = |comment: &&Arc<Comment>| comment.id.is_none_or(|id| seen.insert(id));
        let mut comments: Vec<_> = comments.iter().filter(is_new).cloned().collect();
        // One without a time or a number is this reader's, and the newest.
        comments.sort_unstable_by_key(|comment| {
            let time = comment.published.map(|moment| moment.unix_seconds());
            (time.is_none(), time, comment.id.is_none(), comment.id)
        });
        let mut forest =
            Self { replies: HashMap::new(), roots: Vec::new(), orphans: Vec::new(), comments: Vec::new() };
        for (index, comment) in comments.iter().enumerate() {
            match comment.parent.filter(|parent| seen.contains(parent)) {
                Some(parent) => forest.replies.entry(parent).or_default().push(index),
                None if comment.parent.is_none() || (first.is_some() && comment.id == first) => {
                    forest.roots.push(index);
                }
                None => forest.orphans.push(index),
            }
        }
        if newest_first {
            forest.roots.reverse();
        }
        let place =
            first.and_then(|first| forest.roots.iter().position(|root| comments[*root].id == Some(first)));
        if let Some(place) = place {
            forest.roots[..=place].rotate_right(1);
        }
        forest.comments = comments;
        forest
    }

    /// Places the comment at `index` and the replies below it, unless they have a place. Threads may be of any depth, so
    /// this is a loop.
    fn place(&self, index: usize, placed: &mut [bool], threads: &mut Vec<Threaded>) {
        let mut next = vec![(index, 0, None)];
        while let Some((index, depth, parent)) = next.pop() {
            if std::mem::replace(&mut placed[index], true) {
                continue;
            }
            let comment = &self.comments[index];
            let replies = comment.id.and_then(|id| self.replies.get(&id)).map_or(&[][..], Vec::as_slice);
            next.extend(replies.iter().rev().map(|reply| (*reply, depth + 1, Some(comment.clone()))));
            threads.push(Threaded { comment: comment.clone(), depth, parent });
        }
    }
}

#[cfg(test)]
mod tests;
