//! The comments that were loaded, and loading more of them.

use std::{collections::HashSet, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use super::{Discussion, Progress, Step};
use crate::{
    api::Client,
    error::Error,
    model::{Arrangement, Comment, CommentId, CommentStatus, DiscussionSettings, Page, Threaded, threads},
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// The replies to the comments that were loaded.
    Replies,
    /// At least one comment more, and the replies to it.
    More,
}

impl Discussion {
    /// How many comments there are, with those that this reader just posted; `None` until it is known.
    pub fn total(&self) -> Option<u32> {
        let total = self.first.value()?.total.saturating_add(self.uncounted.get());
        // A list that was loaded before still counts them.
        Some(total.saturating_sub(self.hidden()))
    }

    /// How many of the comments that were loaded this reader has withdrawn.
    pub(super) fn hidden(&self) -> u32 {
        let loaded = if self.editing.hides_any() { self.loaded() } else { Vec::new() };
        let hidden = loaded.iter().filter(|listed| self.editing.hides(listed.id)).count();
        u32::try_from(hidden).unwrap_or(u32::MAX)
    }

    /// The comments that were loaded, each at its place, and this reader's own among them.
    pub fn threads(&self) -> Vec<Threaded> {
        let newest_first = self.newest_first.get();
        let is_whole = !self.has_more();
        let mut comments = self.listed();
        // Where later threads are missing, the newest ones have no place yet.
        let has_place = |new: &Arc<Comment>| is_whole || newest_first || new.parent.is_some();
        let new = self.unlisted().into_iter().filter(has_place);
        let mut answered = self.progress.read().answered.clone();
        comments.extend(new.inspect(|new| answered.extend(new.id)));
        // What is rendered natively ends with the first page.
        let answered = (!is_whole && self.loads_later).then_some(&answered);
        threads(&comments, Arrangement { newest_first, first: self.linked_thread.get(), answered })
    }

    /// The newest comments that have no place in `threads`: what stands before them was not loaded.
    pub fn unplaced(&self, threads: &[Threaded]) -> Vec<Threaded> {
        let mut new = self.unlisted();
        new.retain(|new| !new.is_among(threads.iter().map(|threaded| &*threaded.comment)));
        new.into_iter().map(|comment| Threaded { comment, depth: 0, parent: None }).collect()
    }

    /// The newest comments that the list does not have: those that arrived meanwhile, and this reader's own.
    fn unlisted(&self) -> Vec<Arc<Comment>> {
        let own = self.own.get().into_iter().map(Arc::new);
        self.arrived.get().into_iter().chain(own).collect()
    }

    /// The comments that were loaded, but for those that this reader has withdrawn.
    pub(super) fn listed(&self) -> Vec<Arc<Comment>> {
        let mut listed = self.loaded();
        if self.editing.hides_any() {
            listed.retain(|comment| !self.editing.hides(comment.id));
        }
        listed
    }

    fn loaded(&self) -> Vec<Arc<Comment>> {
        let first = self.first.value().map(|first| first.items).unwrap_or_default();
        first.into_iter().map(Arc::new).chain(self.more.get()).collect()
    }

    /// Whether the site has more comments than were loaded.
    pub fn has_more(&self) -> bool {
        self.next_step().is_some()
    }

    /// Whether what is shown at first is in the page, with the replies to it as far as they can be loaded.
    pub fn is_shown(&self) -> bool {
        self.has_replies() && self.is_rendered.get()
    }

    /// Whether what is shown at first was loaded, with the replies to it as far as they can be.
    pub(super) fn has_replies(&self) -> bool {
        let awaits_replies = matches!(self.next_step(), Some(Step::Replies(_)));
        self.first.value().is_some() && (!awaits_replies || self.more_error.read().is_some())
    }

    fn next_step(&self) -> Option<Step> {
        let first = self.first.value()?;
        let more = self.more.read();
        let listed = first.items.iter().chain(more.iter().map(|comment| &**comment));
        let ids: Vec<_> = listed.filter_map(|comment| comment.id).collect();
        self.progress.read().next(&first, &ids)
    }

    /// Loads more comments, because the reader wants them.
    pub fn show_more(self) {
        let shown = untrack(|| self.threads());
        let shown: HashSet<_> = shown.iter().filter_map(|threaded| threaded.comment.id).collect();
        self.added.set(None);
        self.load(Wish::More, move || {
            let threads = untrack(|| self.threads());
            let is_new = |threaded: &&Threaded| threaded.comment.id.is_some_and(|id| !shown.contains(&id));
            let new: Vec<_> = threads.iter().filter(is_new).collect();
            let anchor = new.first().and_then(|threaded| threaded.comment.anchor());
            self.next_anchor.set(anchor.unwrap_or_default());
            // The comments have to be in the page before: the focus moves to the first of them.
            self.added.set(Some(new.len()));
        });
    }

    /// Loads the replies to the comments of the first page, where it is not the only one.
    pub(super) fn load_replies(self) {
        if untrack(|| self.has_more()) {
            self.load(Wish::Replies, || {});
        }
    }

    /// Shows the newest thread first, or the oldest. Where not all comments were loaded, those from the other end are.
    pub fn set_newest_first(self, newest_first: bool) {
        if untrack(|| !self.has_more()) {
            self.newest_first.set(newest_first);
            return;
        }
        let (article, settings) = (self.article, DiscussionSettings { newest_first, ..self.settings });
        self.run(move |client| async move {
            let first = client.comments(article, settings, 1).await?;
            if self.newest_first.try_set(newest_first).is_none() {
                self.more.set(Vec::new());
                self.arrivals.set(0);
                self.progress.set(Progress::default());
                self.first.set(first);
                self.load_next(&client, Wish::Replies).await?;
            }
            Ok(())
        });
    }

    /// Loads what `wish` asks for, then calls `loaded`.
    fn load(self, wish: Wish, loaded: impl FnOnce() + 'static) {
        self.run(move |client| async move {
            self.load_next(&client, wish).await?;
            if self.more.try_get_untracked().is_some() {
                loaded();
            }
            Ok(())
        });
    }

    /// Runs `task`, unless another one is running.
    pub(super) fn run<F>(self, task: impl FnOnce(Client) -> F)
    where
        F: Future<Output = Result<(), Error>> + 'static,
    {
        let Some(client) = self.client.try_get_value() else { return };
        if self.is_loading.try_get_untracked() == Some(false) {
            self.is_loading.set(true);
            self.more_error.set(None);
            let task = task(client);
            spawn_local(async move {
                let result = task.await;
                // Where the reader has left the article meanwhile, nothing is set.
                self.is_loading.set(false);
                self.more_error.set(result.err());
            });
        }
    }

    async fn load_next(self, client: &Client, wish: Wish) -> Result<(), Error> {
        let Some(newest_first) = self.newest_first.try_get_untracked() else { return Ok(()) };
        let (article, settings) = (self.article, DiscussionSettings { newest_first, ..self.settings });
        let mut has_added = false;
        while let Some(step) = untrack(|| self.next_step()) {
            let (comments, pages) = match &step {
                Step::Replies(ids) => (client.replies(article, ids).await?, 1),
                Step::Threads(_) | Step::List(_) if has_added || wish == Wish::Replies => break,
                Step::Threads(page) => client.threads(article, settings, *page).await.map(into_parts)?,
                Step::List(page) => client.comments(article, settings, *page).await.map(into_parts)?,
            };
            // `None` when the reader has left the article meanwhile.
            let Some(is_new) = self.add(comments) else { break };
            has_added |= is_new;
            self.progress.update(|progress| progress.advance(step, pages));
        }
        Ok(())
    }

    /// Adds those of `comments` that were not loaded yet, and returns whether there are any; `None` when the reader has
    /// left the article.
    pub(super) fn add(self, comments: Vec<Comment>) -> Option<bool> {
        self.more.try_get_untracked()?;
        let listed = untrack(|| self.listed());
        let ids: HashSet<_> = listed.iter().filter_map(|comment| comment.id).collect();
        let new = comments.into_iter().filter(|comment| comment.id.is_some_and(|id| !ids.contains(&id)));
        let new: Vec<_> = new.map(Arc::new).collect();
        let has_new = !new.is_empty();
        if has_new {
            self.more.update(|more| more.extend(new));
        }
        Some(has_new)
    }

    /// Removes comments from the newest and from this reader's own once the list has them.
    pub(super) fn forget_listed(self) {
        let mut listed = self.listed();
        let mut arrived = self.arrived.get();
        let count = arrived.len();
        arrived.retain(|arrived| !arrived.is_among(listed.iter().map(|listed| &**listed)));
        if arrived.len() < count {
            self.arrived.set(arrived.clone());
        }
        listed.extend(arrived);
        self.keep_own(|mut own| {
            own.retain(|own| !own.is_among(listed.iter().map(|listed| &**listed)));
            own
        });
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
            let mut gone = Vec::new();
            let is_held = |id: &&CommentId| {
                own.iter().any(|own| own.id == Some(**id) && own.status == CommentStatus::Held)
            };
            for id in ids.iter().filter(is_held).filter(|id| !known.contains(id)) {
                if client.is_gone(*id).await == Ok(true) {
                    gone.push(*id);
                }
            }
            self.keep_own(|mut own| {
                own.retain_mut(|comment| {
                    let Some(id) = comment.id.filter(|id| ids.contains(id)) else { return true };
                    let is_published = known.contains(&id);
                    if is_published {
                        comment.status = CommentStatus::Approved;
                    }
                    is_published || comment.status == CommentStatus::Held && !gone.contains(&id)
                });
                own
            });
            self.count_posted();
        });
    }

    /// The total of a list with one page lacks this reader's published comments too.
    fn count_posted(self) {
        let Some(own) = self.own.try_get_untracked() else { return };
        if untrack(|| !self.has_more()) {
            let posted = own.iter().filter(|comment| comment.status == CommentStatus::Approved).count();
            self.uncounted.set(u32::try_from(posted).unwrap_or(u32::MAX));
        }
    }

    /// Shows a comment that the site has, unless the list shows it already.
    pub(super) fn show_own(self, comment: Comment) {
        let Some(mut own) = self.own.try_get_untracked() else { return };
        let listed = untrack(|| self.listed());
        if comment.is_among(&own) || comment.is_among(listed.iter().map(|listed| &**listed)) {
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
    pub(super) fn keep_own(self, keep: impl Fn(Vec<Comment>) -> Vec<Comment>) {
        let Some(own) = self.own.try_get_untracked() else { return };
        let left = keep(own.clone());
        if left != own {
            let drafts = self.drafts.get_value();
            self.unsaved.set(drafts.save_own(&keep(drafts.own())).is_err());
            self.own.set(left);
        }
    }
}

fn into_parts(Page { items, pages, .. }: Page<Comment>) -> (Vec<Comment>, u32) {
    (items, pages)
}
