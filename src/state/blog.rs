//! The blog that a page shows.

use std::sync::Arc;

use leptos::prelude::*;

use super::Query;
use crate::{
    api::Client,
    config::Config,
    http::Transport,
    model::{Category, CategoryTree, DiscussionOptions, Site},
};

/// What every page of a blog needs. In the context; cheap to clone.
#[derive(Clone)]
pub struct Blog {
    /// The site's API.
    pub client: Client,
    /// The most graphemes of a comment.
    pub comment_limit: usize,
    /// What the page wants of its discussions.
    pub discussion: DiscussionOptions,
    /// The site's name and tagline, fetched once.
    pub site: Query<Site>,
    /// All categories, fetched once: breadcrumbs need the names of ancestors.
    pub categories: Query<CategoryTree>,
}

impl Blog {
    /// Starts the queries that all pages share, and puts the blog into the context.
    pub fn provide(config: Config, transport: Arc<dyn Transport>) -> Self {
        let client = Client::new(config.api, transport).showing(config.avatars);
        let (site, categories) = (client.clone(), client.clone());
        let blog = Self {
            client,
            comment_limit: config.comment_limit,
            discussion: config.discussion,
            site: Query::lasting(move || {
                let client = site.clone();
                async move { client.site().await }
            }),
            categories: Query::lasting(move || {
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

    /// The categories from the front page to an article in `categories`, outermost first: the trail with the
    /// most ancestors. Until the names of the ancestors are known, it has the names in their addresses.
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
