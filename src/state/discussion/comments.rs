//! The list of comments, page by page.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    error::Error,
    model::{Comment, CommentStatus, Page},
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

    /// Asks for those of this reader's comments that the first page of the list lacks. A cache may be behind; one that
    /// was held may be published by now, and one that was published may be gone.
    pub(super) fn check_own(self) {
        let own = self.own.get_untracked();
        let ids: Vec<_> = own.iter().filter_map(|comment| comment.id).collect();
        let Some(client) = self.client.try_get_value().filter(|_| !ids.is_empty()) else { return };
        self.count_posted();
        let article = self.article;
        spawn_local(async move {
            // Without an answer they stay as they are.
            let Ok(known) = client.known_comments(article, &ids).await else { return };
            self.keep_own(|mut own| {
                own.retain_mut(|comment| {
                    let Some(id) = comment.id.filter(|id| ids.contains(id)) else { return true };
                    let is_published = known.contains(&id);
                    if is_published {
                        comment.status = CommentStatus::Approved;
                    }
                    is_published || comment.status == CommentStatus::Held
                });
                own
            });
            self.count_posted();
        });
    }

    /// The total of a list with one page lacks this reader's published comments too.
    fn count_posted(self) {
        let Some(own) = self.own.try_get_untracked() else { return };
        if !self.has_more() {
            let posted = own.iter().filter(|comment| comment.status == CommentStatus::Approved).count();
            self.uncounted.set(u32::try_from(posted).unwrap_or(u32::MAX));
        }
    }

    /// Shows a comment that the site has, unless the list shows it already.
    pub(super) fn show_own(self, comment: Comment) {
        let Some(mut own) = self.own.try_get_untracked() else { return };
        if comment.is_among(&own) || comment.is_among(&self.listed()) {
            return;
        }
        // While the list is not here yet, it will count the comment.
        if comment.status == CommentStatus::Approved && self.first.value_untracked().is_some() {
            self.uncounted.update(|uncounted| *uncounted += 1);
        }
        own.push(comment);
        self.own.set(own);
    }

    /// Keeps those of this reader's own comments that `keep` returns, here and in the browser. Does nothing when the
    /// reader has left the article meanwhile.
    fn keep_own(self, keep: impl Fn(Vec<Comment>) -> Vec<Comment>) {
        let Some(own) = self.own.try_get_untracked() else { return };
        let left = keep(own.clone());
        if left != own {
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
