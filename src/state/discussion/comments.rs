//! The list of comments, page by page.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    error::Error,
    model::{Comment, Page},
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
                more.extend(items);
                // The comments have to be in the page before the button disappears: then the focus moves
                // to the first of them.
                self.more.set(more);
                self.loaded_pages.set(number);
                self.last_page.set(pages);
            }
            Err(error) => self.more_error.set(Some(error)),
        }
    }

    /// Removes comments from this reader's own once the list has them.
    pub(super) fn forget_listed(self) {
        let Some(first) = self.first.value() else { return };
        let lists = [&*first.items, &self.more.get()];
        let own = self.own.get_untracked();
        let left = missing_from(lists, own.clone());
        if left.len() < own.len() {
            let drafts = self.drafts.get_value();
            self.unsaved.set(drafts.save_held(&missing_from(lists, drafts.held())).is_err());
            self.own.set(left);
        }
    }
}

/// Those of `comments` that none of `lists` has.
fn missing_from(lists: [&[Comment]; 2], mut comments: Vec<Comment>) -> Vec<Comment> {
    comments.retain(|comment| !lists.iter().any(|list| comment.is_among(list)));
    comments
}
