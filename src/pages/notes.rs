//! What a native rendering tells of the page that it has rendered: a server writes the head of the document from it, and
//! chooses the status. In a browser nobody asks.

use leptos::prelude::*;

use crate::{
    browser,
    components::ErasedView,
    error::Error,
    model::{Article, ArticleId, Category, Permalink},
    state::Discussion,
};

/// Something that is true of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// What the document is called.
    Head {
        /// Of the page, without the site's name; empty for the front page.
        title: String,
        /// Plain text; may be empty.
        description: String,
    },
    /// It shows an article.
    Article {
        /// The article.
        article: Box<Article>,
        /// Its categories, outermost first.
        trail: Vec<Category>,
    },
    /// It shows a page of a list.
    List {
        /// The address of the list.
        list: Permalink,
        /// Which page, from 1.
        number: u32,
        /// How many articles it shows.
        articles: usize,
        /// The categories above it, outermost first, and its own; empty for the front page.
        trail: Vec<Category>,
    },
    /// It could not be shown.
    Failure(Error),
}

/// The notes of a page. Who renders it puts them into the context.
#[derive(Debug, Clone, Copy)]
pub struct PageNotes(StoredValue<Vec<Note>>);

impl PageNotes {
    /// Puts empty notes into the context.
    pub fn provide() -> Self {
        let notes = Self(StoredValue::default());
        provide_context(notes);
        notes
    }

    /// What was noted, in this order.
    pub fn all(self) -> Vec<Note> {
        self.0.try_get_value().unwrap_or_default()
    }
}

/// Adds to the notes, if anybody wants them.
pub(super) fn note(note: impl FnOnce() -> Note) {
    if browser::LOADS_LATER {
        return;
    }
    if let Some(PageNotes(notes)) = use_context() {
        notes.update_value(|notes| notes.push(note()));
    }
}

/// Renders a discussion in another way than [`super::DiscussionSection`]: without scripts, a comment is written in
/// another form. Who renders a page natively puts it into the context.
#[derive(Debug, Clone, Copy)]
pub struct DiscussionView(pub fn(Discussion, ArticleId) -> ErasedView);

impl DiscussionView {
    /// The one that is wanted here, if any is.
    pub(super) fn wanted() -> Option<Self> {
        if browser::LOADS_LATER { None } else { use_context() }
    }
}
