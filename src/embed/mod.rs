//! Parts of a blog in somebody else's page: one article, its discussion, the share button. The page decides
//! where they stand and when they go; what they show stays theirs.
//!
//! A part is asked for once, by its [`Subject`]; how it is shown, [`Looks`], may change at any time: then
//! the view is made anew over the same state, so that nothing is asked again and nothing typed is lost.

mod article;
mod comments;
mod looks;
mod share;
mod subject;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    api::Client,
    browser::{self, Root},
    components::{Piece, piece},
    config::{Config, Settings},
    error::Error,
    http::Transport,
    reactive::effect,
    state::Question,
};

pub use article::view as article;
pub use comments::view as comments;
pub use looks::Looks;
use looks::Read;
pub use share::view as share;
pub use subject::Subject;

/// What shows a part. A program names those that it has, so that it carries no others.
pub type View = fn(Client, Subject, Looks) -> Piece;

/// A part of the blog, or what is wrong with its settings. `settings` are those at the start; `looks` follows
/// them.
pub fn part(view: View, settings: Settings<'_>, looks: Looks, transport: Arc<dyn Transport>) -> Piece {
    match looks::read(settings) {
        // `looks` says what is wrong, in the same place as later changes.
        Err(_) => looks.shown(|| piece(view! { <div></div> })),
        Ok(Read { config, subject, .. }) => view(Client::new(config.api, transport), subject, looks),
    }
}

/// The settings of a whole blog within a page. Without a path of its own it keeps its addresses behind `#`.
///
/// # Errors
/// [`Error::Setting`] names the first wrong one; the page and the console are told as well.
pub fn blog(root: Root, settings: Settings<'_>) -> Result<Config, Error> {
    let read = Config::read(settings.prefix, settings.attribute);
    let config = read.and_then(|config| looks::check(settings).map(|()| config)).map(|config| {
        let base = if settings.get("base").is_some() { config.base } else { "#".to_owned() };
        Config { base, ..config }
    });
    match &config {
        Ok(config) => browser::set_language(root, config.i18n.lang(), config.i18n.dir()),
        Err(error) => announce(root, error),
    }
    config
}

/// Tells the page that `question` has failed and, where that `completes` what is shown, that it is answered.
/// Effects run when what is shown stands.
fn tell<T>(root: Root, question: Question<T>, completes: bool)
where
    T: Clone + Send + Sync + 'static,
{
    effect(move || match question.answer() {
        Some(Ok(_)) if completes => {
            root.announce("ready", &[]);
        }
        Some(Err(error)) => announce(root, &error),
        None | Some(Ok(_)) => {}
    });
}

/// Tells the page what its reader is told as well.
fn announce(root: Root, error: &Error) {
    browser::log_error(&error.to_string());
    root.announce("error", &[("kind", error.key()), ("message", &error.to_string())]);
}
