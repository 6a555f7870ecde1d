//! Saves what a reader typed and has not posted, and the comments that the list may not have yet: in the browser, by
//! site and article, so that nothing is lost and nothing turns up under another article.
//!
//! Each comment box has drafts of its own, in every tab: one of a new comment, and one of each reply. What other boxes
//! left behind is offered, never taken.

use std::{cell::RefCell, collections::HashSet};

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html, Moment, Origin},
};

/// A draft of another box stays this long. Unit: milliseconds, 30 days.
const LIFETIME_MS: u64 = 30 * 24 * 60 * 60 * 1000;
/// The first text of a stored draft. The releases before had `2` or none, and stored four texts of each.
const VERSION: &str = "3";
/// As before there was a website.
const VERSION_WITHOUT_WEBSITE: &str = "2";
/// Stands before the number of a comment at the end of the key of a reply to it.
const REPLY: &str = ">";

thread_local! {
    /// The keys of the boxes that are in the page.
    static OPEN: RefCell<HashSet<String>> = RefCell::default();
}

/// What is stored of one article for one comment box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    /// How the keys of all drafts of the article begin.
    prefix: String,
    /// The key of this box's draft of a new comment. Those of its replies begin with it.
    box_key: String,
    /// The comment to which the box replies.
    parent: Option<CommentId>,
    /// What this box read or wrote last under the key of that draft.
    last: Option<Vec<String>>,
    held_key: String,
    posted_key: String,
}

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SavedDraft {
    /// What is typed.
    pub typed: Draft,
    /// What was sent, while nobody knows whether it arrived.
    pub sent: Option<Draft>,
}

/// A draft that is not in the box: of another tab, of an earlier visit, or of another reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherDraft {
    key: String,
    /// When it was saved, in milliseconds since 1970; 0 if that is not known.
    saved_ms: u64,
    /// The draft.
    pub draft: SavedDraft,
}

impl Drafts {
    /// For a box below the article `article` of the site at `api`. To be [closed](Self::close) with the box.
    pub fn open(api: &str, ArticleId(article): ArticleId) -> Self {
        let place = [api, ":", &article.to_string()].concat();
        let prefix = ["tadwina:draft:", &place, ":"].concat();
        // Further boxes of the same page get the next numbers, in the same order after a reload.
        let tab = browser::tab_id();
        let key = OPEN.with_borrow_mut(|open| {
            let mut keys = (0..).map(|number: u32| [&*prefix, &tab, ".", &number.to_string()].concat());
            let key = keys.find(|key| !open.contains(key)).unwrap_or_default();
            open.insert(key.clone());
            key
        });
        Self {
            prefix,
            box_key: key,
            parent: None,
            last: None,
            held_key: ["tadwina:held:", &place].concat(),
            posted_key: ["tadwina:posted:", &place].concat(),
        }
    }

    /// The box is gone; its draft stays.
    pub fn close(&self) {
        OPEN.with_borrow_mut(|open| open.remove(&self.box_key));
    }

    /// The box replies to `parent` from now on, or to none.
    pub fn reply_to(&mut self, parent: Option<CommentId>) {
        self.parent = parent;
        self.last = None;
    }

    /// The key of the draft that is in the box.
    fn key(&self) -> String {
        let reply = self.parent.map(|CommentId(id)| [REPLY, &id.to_string()].concat());
        [&*self.box_key, &reply.unwrap_or_default()].concat()
    }

    /// The draft of this box, unless it is blank.
    pub fn load(&mut self) -> Option<SavedDraft> {
        self.last = browser::load(&self.key());
        let (_, draft) = read_draft(self.last.as_deref()?)?;
        (!draft.typed.is_blank()).then_some(draft)
    }

    /// Saves the draft of this box; a blank one is forgotten.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save(&mut self, draft: &SavedDraft) -> Result<(), StorageRefused> {
        let stored = browser::load(&self.key());
        if stored.is_some() && stored != self.last {
            // A duplicated tab has the same id. The other box keeps the key.
            self.close();
            self.box_key = [&*self.prefix, &browser::new_tab_id(), ".0"].concat();
            OPEN.with_borrow_mut(|open| open.insert(self.box_key.clone()));
        }
        if draft.typed.is_blank() {
            self.last = None;
            browser::remove(&self.key());
            return Ok(());
        }
        let written = write_draft(browser::now_ms(), draft);
        self.last = Some(written.clone());
        browser::save(&self.key(), written)
    }

    /// The site has `sent`: it ends the draft, unless its author has typed something else meanwhile.
    ///
    /// # Errors
    /// When the browser refuses to save what was typed meanwhile.
    pub fn end(&mut self, sent: &Draft) -> Result<(), StorageRefused> {
        match self.load() {
            Some(SavedDraft { typed, .. }) if typed.body != sent.body => {
                self.save(&SavedDraft { typed, sent: None })
            }
            _ => self.save(&SavedDraft::default()),
        }
    }

    /// The drafts that are not in this box, the newest first: those of other boxes, and its own of other replies. Those
    /// that are too old are removed.
    pub fn others(&self) -> Vec<OtherDraft> {
        let now_ms = browser::now_ms();
        let own_key = self.key();
        let mut others = Vec::new();
        for key in browser::stored_keys(&self.prefix) {
            let box_key = key.split(REPLY).next().unwrap_or_default();
            let is_of_open_box = box_key != self.box_key && OPEN.with_borrow(|open| open.contains(box_key));
            let is_open = key == own_key || is_of_open_box;
            let stored = browser::load(&key);
            let Some((saved_ms, draft)) = stored.as_deref().and_then(read_draft).filter(|_| !is_open) else {
                continue;
            };
            if saved_ms > 0 && now_ms.saturating_sub(saved_ms) > LIFETIME_MS {
                browser::remove(&key);
            } else if !draft.typed.is_blank() {
                others.push(OtherDraft { key, saved_ms, draft });
            }
        }
        others.sort_by_key(|other| std::cmp::Reverse(other.saved_ms));
        others
    }

    /// This reader's comments that the list may not have, oldest first: those that are published, which a cache may
    /// still lack, then those that wait for a moderator.
    pub fn own(&self) -> Vec<Comment> {
        let read = |key, status| {
            let stored = browser::load(key).unwrap_or_default();
            stored
                .chunks(COMMENT_FIELDS)
                .filter_map(|stored| read_comment(stored, status))
                .collect::<Vec<_>>()
        };
        let mut own = read(&self.posted_key, CommentStatus::Approved);
        own.extend(read(&self.held_key, CommentStatus::Held));
        own
    }

    /// Saves them.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save_own(&self, own: &[Comment]) -> Result<(), StorageRefused> {
        for (key, status) in
            [(&self.posted_key, CommentStatus::Approved), (&self.held_key, CommentStatus::Held)]
        {
            let comments = own.iter().filter(|comment| comment.status == status);
            let stored: Vec<_> = comments.flat_map(write_comment).collect();
            if stored.is_empty() {
                browser::remove(key);
            } else {
                browser::save(key, stored)?;
            }
        }
        Ok(())
    }
}

impl OtherDraft {
    /// Whether it is the draft that is in the box of `drafts`.
    pub fn is_of(&self, drafts: &Drafts) -> bool {
        self.key == drafts.key()
    }

    /// Removes it: this reader takes it over, or does not want it.
    pub fn remove(&self) {
        browser::remove(&self.key);
    }
}

/// The number of texts that a comment is stored as.
const COMMENT_FIELDS: usize = 5;

/// `[VERSION, time, typed…, sent…]`.
fn write_draft(saved_ms: u64, SavedDraft { typed, sent }: &SavedDraft) -> Vec<String> {
    let texts = |Draft { name, email, website, body, parent, .. }: &Draft| {
        [name.clone(), email.clone(), body.clone(), write_id(*parent), website.clone()]
    };
    let mut stored = vec![VERSION.to_owned(), saved_ms.to_string()];
    stored.extend(texts(typed));
    stored.extend(sent.iter().flat_map(texts));
    stored
}

/// When it was saved, and the draft. `None` for what is stored in a form that this release does not know.
fn read_draft(stored: &[String]) -> Option<(u64, SavedDraft)> {
    let draft = |stored: &[String]| match stored {
        [name, email, body, parent, rest @ ..] => Some(Draft {
            name: name.clone(),
            email: email.clone(),
            website: rest.concat(),
            body: body.clone(),
            parent: read_id(parent),
            wants_reply_mails: false,
        }),
        _ => None,
    };
    let fields = match stored.first().map(String::as_str) {
        Some(VERSION) => 5,
        Some(VERSION_WITHOUT_WEBSITE) => 4,
        _ => return (stored.len() == 4).then_some((0, SavedDraft { typed: draft(stored)?, sent: None })),
    };
    let (Some(saved_ms), Some(texts)) = (stored.get(1), stored.get(2..)) else { return None };
    let (typed, sent) = texts.split_at_checked(fields)?;
    Some((saved_ms.parse().unwrap_or_default(), SavedDraft { typed: draft(typed)?, sent: draft(sent) }))
}

fn write_comment(comment: &Comment) -> [String; COMMENT_FIELDS] {
    let Comment { id, parent, author, published, body, .. } = comment;
    let published = published.map(|moment| moment.to_numbers().map(|number| number.to_string()).join(" "));
    [
        write_id(*id),
        write_id(*parent),
        author.clone(),
        published.unwrap_or_default(),
        body.untrusted().to_owned(),
    ]
}

fn read_comment(stored: &[String], status: CommentStatus) -> Option<Comment> {
    let [id, parent, author, published, body] = stored else { return None };
    let published: Vec<_> = published.split(' ').filter_map(|number| number.parse().ok()).collect();
    Some(Comment {
        id: read_id(id),
        parent: read_id(parent),
        author: author.clone(),
        published: Moment::from_numbers(&published),
        body: Html::from_site(body.clone()),
        status,
        origin: Origin::default(),
    })
}

/// Empty without an id.
fn write_id(id: Option<CommentId>) -> String {
    id.map(|CommentId(id)| id.to_string()).unwrap_or_default()
}

fn read_id(stored: &str) -> Option<CommentId> {
    stored.parse().ok().map(CommentId)
}

mod aside;
#[cfg(test)]
mod tests;
