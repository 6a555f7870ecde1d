//! The list of comments, page by page.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    error::Error,
    model::{Comment, CommentId, CommentStatus, Page},
};

impl Discussion {
    /// How many comments there are, with those that this reader just posted; `None` until it is known.
    pub fn total(&self) -> Option<u32> {
        Some(self.first.value()?.total.saturating_add(self.uncounted.get()))
    }

    /// The comments that were loaded, in the site's order.
    pub fn listed(&self) -> Vec<Comment> {
        let mut listed = self.first.value().map(|first| first.items).unwrap_or_default();
        listed.extend(self.more.get());
        listed
    }

    /// Whether the site has more comments than were loaded.
    pub fn has_more(&self) -> bool {
        let pages = self.first.value().map_or(1, |first| first.pages);
        self.loaded_pages.get() < pages.max(self.last_page.get())
    }

    /// Loads the next page of comments.
    pub fn show_more(self) {
        let (Some(client), Some(loaded)) =
            (self.client.try_get_value(), self.loaded_pages.try_get_untracked())
        else {
            return;
        };
        let (article, settings, next) = (self.article, self.settings, loaded + 1);
        self.added.set(None);
        spawn_local(async move {
            let response = client.comments(article, settings, next).await;
            self.add_page(next, response);
        });
    }

    fn add_page(self, number: u32, response: Result<Page<Comment>, Error>) {
        // `None` when the reader has left the article meanwhile.
        let Some(loaded) = self.loaded_pages.try_get_untracked() else { return };
        match response {
            // The button was pressed twice, and the first response has come.
            Ok(_) if loaded >= number => {}
            Ok(Page { items, pages, .. }) => {
                self.more_error.set(None);
                let mut more = self.more.get_untracked();
                let first = self.first.value_untracked().map(|first| first.items).unwrap_or_default();
                // Comments that were posted meanwhile move others on to the next page.
                let items = missing_from([&first, &more], items);
                self.next_anchor.set(items.first().and_then(Comment::anchor).unwrap_or_default());
                let added = items.len();
                more.extend(items);
                self.more.set(more);
                self.loaded_pages.set(number);
                self.last_page.set(pages);
                // The comments have to be in the page before: the focus moves to the first of them.
                self.added.set(Some(added));
            }
            Err(error) => self.more_error.set(Some(error)),
        }
    }

    /// Removes comments from this reader's own once the list has them.
    pub(super) fn forget_listed(self) {
        let Some(first) = self.first.value() else { return };
        let lists = [&*first.items, &self.more.get()];
        self.keep_own(|own| missing_from(lists, own));
    }

    /// Asks for those of this reader's published comments that the first page of the list lacks. A cache may be behind;
    /// one that the site no longer has is forgotten.
    pub(super) fn check_posted(self) {
        let own = self.own.get_untracked();
        let posted = own.iter().filter(|comment| comment.status == CommentStatus::Approved);
        let ids: Vec<_> = posted.filter_map(|comment| comment.id).collect();
        let Some(client) = self.client.try_get_value().filter(|_| !ids.is_empty()) else { return };
        // The total of a list with one page lacks them too.
        if !self.has_more() {
            self.uncounted.set(u32::try_from(ids.len()).unwrap_or(u32::MAX));
        }
        let article = self.article;
        spawn_local(async move {
            // Without an answer they stay.
            let Ok(known) = client.known_comments(article, &ids).await else { return };
            let is_gone = |id: &CommentId| ids.contains(id) && !known.contains(id);
            let gone = u32::try_from(ids.iter().filter(|id| is_gone(id)).count()).unwrap_or(u32::MAX);
            self.uncounted.update(|uncounted| *uncounted = uncounted.saturating_sub(gone));
            self.keep_own(|mut own| {
                own.retain(|comment| !comment.id.as_ref().is_some_and(is_gone));
                own
            });
        });
    }

    /// Keeps those of this reader's own comments that `keep` returns, here and in the browser. Does nothing when the
    /// reader has left the article meanwhile.
    fn keep_own(self, keep: impl Fn(Vec<Comment>) -> Vec<Comment>) {
        let Some(own) = self.own.try_get_untracked() else { return };
        let left = keep(own.clone());
        if left.len() < own.len() {
            let drafts = self.drafts.get_value();
            self.unsaved.set(drafts.save_own(&keep(drafts.own())).is_err());
            self.own.set(left);
        }
    }
}

/// Those of `comments` that none of `lists` has.
fn missing_from(lists: [&[Comment]; 2], mut comments: Vec<Comment>) -> Vec<Comment> {
    comments.retain(|comment| !lists.iter().any(|list| comment.is_among(list)));
    comments
}
