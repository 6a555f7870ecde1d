//! The custom elements in the page, each around the HTML that a reader has without scripts: they make it live when the
//! reader comes near.

use std::{path::Path, sync::Arc};

use leptos::prelude::*;
use tadwina::{
    components::{ErasedView, IntoErased, ShareView},
    model::ArticleId,
};

use crate::{
    asked::Visit,
    assets::{Assets, AssetsError},
    scripts::Inline,
    settings::SiteArguments,
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
    /// Those whose files are in `assets`; `api` is the address of the REST API, `folder` the path of the site.
    ///
    /// # Errors
    /// Their files are not there.
    pub fn new(
        assets: &Path,
        arguments: &SiteArguments,
        api: String,
        folder: &str,
    ) -> Result<Self, AssetsError> {
        let assets = Assets::read(assets)?;
        let entry = serde_json::Value::from(assets.entry(folder)).to_string();
        Ok(Self {
            loader: Inline::script(LOADER, &[(LOADER_ENTRY, &entry)]),
            assets,
            api,
            locale: arguments.locale.clone(),
            digits: arguments.digits.clone(),
            avatars: if arguments.avatars { "site" } else { "none" },
        })
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
