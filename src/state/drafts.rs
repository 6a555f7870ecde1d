//! Saves what a reader typed and has not posted, and the comments that the list may not have yet: in the browser, by
//! site and article, so that nothing is lost and nothing turns up under another article.
//!
//! Each comment box has drafts of its own, in every tab: one of a new comment, and one of each reply. What other boxes
//! left behind is offered, never taken.

use std::{cell::RefCell, collections::HashSet};

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, CommentId, Draft},
};

/// A draft of another box, and a held comment, stay this long. Unit: milliseconds, 30 days.
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
    /// How the keys of all drafts of the site begin.
    site_prefix: String,
    /// How those of the article begin.
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
    /// The address of its article's page, if its author wanted it sent while the device was offline: it waits there.
    pub waits_at: Option<String>,
}

/// A draft that is not in the box: of another tab, of an earlier visit, or of another reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherDraft {
    key: String,
    /// When it was saved, in milliseconds since 1970; 0 if that is not known.
    saved_ms: u64,
    /// Whether it is a comment on this article.
    pub is_here: bool,
    /// The draft.
    pub draft: SavedDraft,
}

impl Drafts {
    /// For a box below the article `article` of the site at `api`. To be [closed](Self::close) with the box.
    pub fn open(api: &str, ArticleId(article): ArticleId) -> Self {
        let place = [api, ":", &article.to_string()].concat();
        let site_prefix = ["tadwina:draft:", api, ":"].concat();
        let prefix = ["tadwina:draft:", &place, ":"].concat();
        // Further boxes of the same page get the next numbers, in the same order after a reload.
        let tab = browser::tab_id();
        let key = OPEN.with_borrow_mut(|open| {
            let mut keys = (0..).map(|number| box_key(&prefix, &tab, number));
            let key = keys.find(|key| !open.contains(key)).unwrap_or_default();
            open.insert(key.clone());
            key
        });
        Self {
            site_prefix,
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

    /// The key of the box of the draft at `key`, on any article of the site; `None` for a draft of another site, whose
    /// address may begin as these keys do.
    fn box_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        let (article, draft) = key.strip_prefix(&*self.site_prefix)?.split_once(':')?;
        let is_draft = article.parse::<u64>().is_ok() && !draft.contains(':');
        let reply = draft.find(REPLY).map_or(0, |end| draft.len() - end);
        key.get(..key.len() - reply).filter(|_| is_draft)
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
            self.box_key = box_key(&self.prefix, &browser::new_tab_id(), 0);
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
                self.save(&SavedDraft { typed, ..SavedDraft::default() })
            }
            _ => self.save(&SavedDraft::default()),
        }
    }

    /// The drafts of the article that are not in this box, the newest first: those of other boxes, and its own of other
    /// replies. Without those that wait to be sent.
    pub fn others(&self) -> Vec<OtherDraft> {
        let mut others = self.stored(&self.prefix);
        others.retain(|other| other.draft.waits_at.is_none());
        others
    }

    /// The comments on all articles of the site that wait to be sent, without the one in this box; the newest first.
    pub fn waiting(&self) -> Vec<OtherDraft> {
        let mut waiting = self.stored(&self.site_prefix);
        waiting.retain(|other| other.draft.waits_at.is_some());
        waiting
    }

    /// The drafts under keys that begin with `prefix`, without those in open boxes; the newest first. Those that are too
    /// old are removed.
    fn stored(&self, prefix: &str) -> Vec<OtherDraft> {
        let now_ms = browser::now_ms();
        let own_key = self.key();
        let mut others = Vec::new();
        for key in browser::stored_keys(prefix) {
            let Some(box_key) = self.box_of(&key) else { continue };
            let is_of_open_box = box_key != self.box_key && OPEN.with_borrow(|open| open.contains(box_key));
            let is_open = key == own_key || is_of_open_box;
            let stored = browser::load(&key);
            let Some((saved_ms, draft)) = stored.as_deref().and_then(read_draft).filter(|_| !is_open) else {
                continue;
            };
            if saved_ms > 0 && now_ms.saturating_sub(saved_ms) > LIFETIME_MS {
                browser::remove(&key);
            } else if !draft.typed.is_blank() {
                let is_here = key.starts_with(&self.prefix);
                others.push(OtherDraft { key, saved_ms, is_here, draft });
            }
        }
        others.sort_by_key(|other| std::cmp::Reverse(other.saved_ms));
        others
    }

    /// The box takes the place of the one that left `other`. What was in it stays where it is stored.
    pub fn take_place(&mut self, other: &OtherDraft) {
        self.close();
        other.key.split(REPLY).next().unwrap_or_default().clone_into(&mut self.box_key);
        OPEN.with_borrow_mut(|open| open.insert(self.box_key.clone()));
        self.reply_to(other.draft.typed.parent);
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

/// The key of the box `number` of a tab.
fn box_key(prefix: &str, tab: &str, number: u32) -> String {
    [prefix, tab, ".", &number.to_string()].concat()
}

/// `[VERSION, time, typed…, sent…]`, or with the address at which it waits in the place of what was sent.
fn write_draft(saved_ms: u64, SavedDraft { typed, sent, waits_at }: &SavedDraft) -> Vec<String> {
    let texts = |Draft { name, email, website, body, parent, .. }: &Draft| {
        [name.clone(), email.clone(), body.clone(), write_id(*parent), website.clone()]
    };
    let mut stored = vec![VERSION.to_owned(), saved_ms.to_string()];
    stored.extend(texts(typed));
    match sent {
        Some(sent) => stored.extend(texts(sent)),
        None => stored.extend(waits_at.clone()),
    }
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
        _ => {
            let is_draft = stored.len() == 4;
            return is_draft.then_some((0, SavedDraft { typed: draft(stored)?, ..SavedDraft::default() }));
        }
    };
    let (Some(saved_ms), Some(texts)) = (stored.get(1), stored.get(2..)) else { return None };
    let (typed, sent) = texts.split_at_checked(fields)?;
    let waits_at = if let [address] = sent { Some(address.clone()) } else { None };
    let draft = SavedDraft { typed: draft(typed)?, sent: draft(sent), waits_at };
    Some((saved_ms.parse().unwrap_or_default(), draft))
}

/// Empty without an id.
fn write_id(id: Option<CommentId>) -> String {
    id.map(|CommentId(id)| id.to_string()).unwrap_or_default()
}

fn read_id(stored: &str) -> Option<CommentId> {
    stored.parse().ok().map(CommentId)
}

mod aside;
mod own;
#[cfg(test)]
mod tests;
