//! The blog that a page shows.

use std::sync::Arc;

use leptos::prelude::*;

use super::Question;
use crate::{
    api::Client,
    config::Config,
    http::Transport,
    model::{Category, CategoryTree, Site},
};

/// What every page of a blog needs. In the context; cheap to clone.
#[derive(Clone)]
pub struct Blog {
    /// Whom to ask.
    pub client: Client,
    /// Most letters of a comment, in extended grapheme clusters.
    pub comment_limit: usize,
    /// The site's name and tagline, asked for once.
    pub site: Question<Site>,
    /// All categories, asked for once: they name the ancestors in breadcrumbs.
    pub categories: Question<CategoryTree>,
}

impl Blog {
    /// Opens a blog and puts it into the context.
    pub fn provide(config: Config, transport: Arc<dyn Transport>) -> Self {
        let client = Client::new(config.api, transport);
        let (site, categories) = (client.clone(), client.clone());
        let blog = Self {
            client,
            comment_limit: config.comment_limit,
            site: Question::new(move || {
                let client = site.clone();
                async move { client.site().await }
            }),
            categories: Question::new(move || {
                let client = categories.clone();
                async move { client.categories().await }
            }),
        };
        provide_context(blog.clone());
        blog
    }

    /// The site's name, once it is known.
    pub fn name(&self) -> Option<String> {
        self.site.value().map(|site| site.name)
    }

    /// The way from the front page to an article that is filed under `categories`: the one with the most
    /// ancestors, outermost first. Until the ancestors' names are known, those of their addresses.
    pub fn trail(&self, categories: &[Category]) -> Vec<Category> {
        let known = self.categories.value().unwrap_or_default();
        let trails = categories.iter().map(|category| {
            let trail = known.trail(category.id);
            if trail.is_empty() { category.trail_by_address() } else { trail }
        });
        trails.reduce(|best, trail| if trail.len() > best.len() { trail } else { best }).unwrap_or_default()
    }
}

/// The blog of this page.
pub fn use_blog() -> Blog {
    expect_context()
}
