//! What every component may expect in the context: the reader's language, the base path of links,
//! where the links of a text lead, and who wrote the article.

use std::sync::Arc;

use leptos::prelude::*;

use super::ErasedView;
use crate::{
    browser::{self, TextLinks},
    i18n::I18n,
    model::{ArticleId, UserId},
};

#[derive(Clone)]
struct Base(Arc<str>);

#[derive(Clone, Copy, Default)]
struct ArticleAuthor(Option<UserId>);

/// Puts the reader's language and the application's base path (`""`, or `/blog`) into the context.
pub fn provide_reader(i18n: I18n, base: &str) {
    provide_context(i18n);
    provide_context(Base(base.into()));
}

/// The reader's language; the default one where none was provided.
pub fn use_i18n() -> I18n {
    use_context().unwrap_or_default()
}

/// Puts into the context what the links of an article and of its comments are resolved by.
pub fn provide_text_links(links: TextLinks) {
    provide_context(links);
}

/// What the links of a text are resolved by; `None` where the text belongs to no article.
pub fn use_text_links() -> Option<TextLinks> {
    use_context()
}

/// Puts into the context who wrote the article, whose comments are marked.
pub fn provide_article_author(author: Option<UserId>) {
    provide_context(ArticleAuthor(author));
}

/// Whether `user` wrote the article to which the comments belong.
pub fn is_article_author(user: Option<UserId>) -> bool {
    let ArticleAuthor(author) = use_context().unwrap_or_default();
    user.is_some() && user == author
}

/// What becomes of the share button of an article: a server puts it into an element that a browser makes live. Who renders
/// a page natively puts it into the context.
#[derive(Debug, Clone, Copy)]
pub struct ShareView(pub fn(ErasedView, ArticleId) -> ErasedView);

impl ShareView {
    /// The one that is wanted here, if any is.
    pub(super) fn wanted() -> Option<Self> {
        if browser::LOADS_LATER { None } else { use_context() }
    }
}

/// The path below which links begin.
pub fn use_base() -> Arc<str> {
    use_context::<Base>().map_or_else(|| "".into(), |base| base.0)
}
