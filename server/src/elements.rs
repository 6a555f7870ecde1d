//! The custom elements in the page, each around the HTML that a reader has without scripts: they make it live when the
//! reader comes near.

use std::sync::Arc;

use leptos::prelude::*;
use tadwina::{
    components::{ErasedView, IntoErased, ShareView},
    model::ArticleId,
};

use crate::{
    asked::Visit,
    assets::{Assets, AssetsError},
    scripts::Inline,
    settings::ServeArguments,
};

/// The script that loads the elements. It has the path of their script in the place of this.
const LOADER: &str = include_str!("loader.js");
const LOADER_ENTRY: &str = "ENTRY";

/// The elements of a site.
#[derive(Debug, Clone)]
pub struct Elements {
    /// Their files.
    pub assets: Assets,
    /// The script that loads them.
    pub loader: Inline,
    api: String,
    locale: String,
    digits: String,
    avatars: &'static str,
}

impl Elements {
    /// Those that the settings name; `api` is the path of the REST API, `folder` that of the site.
    ///
    /// # Errors
    /// Their files are not there.
    pub fn new(
        arguments: &ServeArguments,
        api: &str,
        folder: &str,
    ) -> Result<Option<Arc<Self>>, AssetsError> {
        let Some(assets) = &arguments.assets else { return Ok(None) };
        let assets = Assets::read(assets)?;
        let entry = serde_json::Value::from(assets.entry(folder)).to_string();
        Ok(Some(Arc::new(Self {
            loader: Inline::script(LOADER, &[(LOADER_ENTRY, &entry)]),
            assets,
            api: api.to_owned(),
            locale: arguments.site.locale.clone(),
            digits: arguments.site.digits.clone(),
            avatars: if arguments.site.avatars { "site" } else { "none" },
        })))
    }

    /// Puts them into the context of a page.
    pub fn provide(self: Arc<Self>) {
        provide_context(self);
        provide_context(ShareView(share));
    }
}

/// The discussion of `article` with `fallback` in it. An answer to one reader alone stays as it is: the element does not
/// know to whom the reader replies, nor what waits for a moderator.
pub fn comments(fallback: ErasedView, article: ArticleId) -> ErasedView {
    let is_common = use_context::<Visit>().is_none_or(|visit| visit.is_common());
    let Some(elements) = use_context::<Arc<Elements>>().filter(|_| is_common) else { return fallback };
    let ArticleId(post) = article;
    view! {
        <tadwina-comments api=elements.api.clone() post=post.to_string() locale=elements.locale.clone()
            digits=elements.digits.clone() avatars=elements.avatars>
            {fallback}
        </tadwina-comments>
    }
    .into_erased()
}

fn share(fallback: ErasedView, article: ArticleId) -> ErasedView {
    let Some(elements) = use_context::<Arc<Elements>>() else { return fallback };
    let ArticleId(post) = article;
    view! {
        <tadwina-share api=elements.api.clone() post=post.to_string() locale=elements.locale.clone()>
            {fallback}
        </tadwina-share>
    }
    .into_erased()
}
