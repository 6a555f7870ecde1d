//! Comments that others write while the page is open. They are counted now and then, and shown when the reader wants
//! them, so that nothing moves that somebody is reading.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    browser,
    model::{Comment, Page},
};

/// The shortest time between two looks. Unit: milliseconds.
const PAUSE_MS: u64 = 30_000;

impl Discussion {
    /// Looks for new comments every minute while the page is in sight, and when it comes back into sight.
    pub(super) fn watch_arrivals(self) {
        let now = browser::use_now();
        Effect::new(move |looked: Option<u64>| {
            let now_ms = now.get().unwrap_or_default();
            match looked {
                None => now_ms,
                Some(looked_ms) if now_ms.abs_diff(looked_ms) < PAUSE_MS => looked_ms,
                Some(_) => {
                    self.look_for_arrivals();
                    now_ms
                }
            }
        });
    }

    /// Asks the site how many comments there are, and what became of those of this reader that are held.
    pub(super) fn look_for_arrivals(self) {
        if self.first.value_untracked().is_none() {
            return;
        }
        self.check_own();
        let Some(client) = self.client.try_get_value().filter(|_| self.comments_open) else { return };
        let article = self.article;
        spawn_local(async move {
            // Without an answer the next look may tell.
            let Ok(Some(total)) = client.comment_count(article).await else { return };
            // `None` when the reader has left the article meanwhile.
            let known = self.first.value_untracked().and_then(|_| untrack(|| self.total()));
            if let Some(known) = known {
                self.arrivals.set(total.saturating_sub(known));
            }
        });
    }

    /// Shows the new comments, because the reader wants them.
    pub fn show_arrivals(self) {
        self.added.set(None);
        let article = self.article;
        self.run(move |client| async move {
            let newest = client.newest_comments(article).await?;
            self.add_arrivals(newest);
            Ok(())
        });
    }

    /// Adds those of the newest comments that are not shown yet. Does nothing when the reader has left the article.
    fn add_arrivals(self, Page { items, total, .. }: Page<Comment>) {
        let (Some(first), Some(own), Some(count)) =
            (self.first.value_untracked(), self.own.try_get_untracked(), self.arrivals.try_get_untracked())
        else {
            return;
        };
        let known: Vec<_> =
            untrack(|| self.listed()).into_iter().chain(self.arrived.get_untracked()).collect();
        let unknown =
            items.into_iter().filter(|comment| !comment.is_among(known.iter().map(|known| &**known)));
        let (mine, mut new): (Vec<_>, Vec<_>) = unknown.partition(|comment| comment.is_among(&own));
        if untrack(|| self.has_more()) {
            // Older ones are unknown too.
            new.truncate(count as usize);
        }
        let anchor = new.last().and_then(Comment::anchor).unwrap_or_default();
        let added = new.len();
        self.arrived.update(|arrived| arrived.extend(new.into_iter().chain(mine).map(Arc::new)));
        let hidden = untrack(|| self.hidden());
        self.first.set(Page { total: total.saturating_add(hidden), ..first });
        self.uncounted.set(0);
        self.arrivals.set(0);
        self.next_anchor.set(anchor);
        self.added.set(Some(added));
    }
}
