//! A WordPress site: one method for each thing that is read of it.

use std::sync::Arc;

use futures::future::try_join_all;
use serde::de::DeserializeOwned;

use super::{
    ApiRoot,
    decode::decode,
    mapping,
    queries::{self, Template},
    refusal, wire,
};
use crate::{
    error::Error,
    http::{NoResponse, Request, Response, Transport},
    model::{
        Article, ArticleId, ArticleKey, Category, CategoryId, CategoryTree, Comment, DiscussionSettings,
        Heading, Page, Permalink, Site, Summary,
    },
};

/// Where reading categories ends: two thousand are no breadcrumbs any more.
const MAX_CATEGORY_PAGES: u32 = 20;

/// A WordPress site. Knows neither Leptos nor the browser; cheap to clone.
#[derive(Clone)]
pub struct Client {
    root: Arc<ApiRoot>,
    transport: Arc<dyn Transport>,
}

impl Client {
    /// A client of the site at `root`, reached by `transport`.
    pub fn new(root: ApiRoot, transport: Arc<dyn Transport>) -> Self {
        Self { root: Arc::new(root), transport }
    }

    /// Where the site's API stands.
    pub fn root(&self) -> &ApiRoot {
        &self.root
    }

    /// The address of `link` at the site itself, for what this application cannot do.
    pub fn address_at_site(&self, link: &Permalink) -> String {
        link.href(&self.root.home())
    }

    /// What the site says of itself.
    ///
    /// # Errors
    /// As every method here: [`Error::Unreachable`] without a response; [`Error::Server`], [`Error::Forbidden`] and
    /// [`Error::Refused`] by status; [`Error::NotJson`] and [`Error::Shape`] for a response that cannot be read.
    pub async fn site(&self) -> Result<Site, Error> {
        let response = self.get(queries::SITE.route, queries::SITE.query).await?;
        mapping::site(decode(&response)?)
    }

    /// The article at `key`; where no post has that name, the page that has it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing public has that name; otherwise as [`Self::site`].
    pub async fn article(&self, key: &ArticleKey) -> Result<Article, Error> {
        let post: wire::Post = self.post_or_page([queries::ARTICLE, queries::PAGE], key).await?;
        mapping::article(post, self.root.home_path())
    }

    /// The same without its text.
    ///
    /// # Errors
    /// As [`Self::article`].
    pub async fn heading(&self, key: &ArticleKey) -> Result<Heading, Error> {
        let post: wire::Heading = self.post_or_page([queries::HEADING, queries::PAGE_HEADING], key).await?;
        mapping::heading(post, self.root.home_path())
    }

    async fn post_or_page<T: DeserializeOwned>(
        &self,
        templates: [Template; 2],
        key: &ArticleKey,
    ) -> Result<T, Error> {
        for template in templates {
            let query = queries::keyed(&template, key);
            let (posts, _) = self.list(template.route, &query).await?;
            if let Some(post) = posts.into_iter().next() {
                return Ok(post);
            }
        }
        Err(Error::NotFound)
    }

    /// Page `page` of the newest articles, of `categories` or, where there are none, of all.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a page beyond the last; otherwise as [`Self::site`].
    pub async fn articles(&self, categories: &[CategoryId], page: u32) -> Result<Page<Summary>, Error> {
        let query = queries::summaries(categories, page);
        let (posts, response) = self.list::<wire::Post>(queries::SUMMARIES.route, &query).await?;
        let home = self.root.home_path();
        let items = mapping::readable(posts, |post| mapping::summary(post, home))?;
        Ok(paged(items, page, queries::POSTS_PER_PAGE, &response))
    }

    /// How many comments each of `articles` has that everybody can see. An article whose comments the
    /// site does not show (one behind a password) is left out.
    ///
    /// One request where all comments together are at most a hundred, otherwise one more for each article.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn comment_counts(&self, articles: &[ArticleId]) -> Result<Vec<(ArticleId, u32)>, Error> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let query = queries::comment_counts(articles);
        match self.list::<wire::Comment>(queries::COMMENT_COUNTS.route, &query).await {
            Ok((comments, response)) if is_complete(comments.len(), &response) => count(articles, comments),
            // One locked article among them forbids the whole request.
            Ok(_) | Err(Error::Forbidden { .. }) => {
                let counts =
                    try_join_all(articles.iter().map(|article| self.comment_count(*article))).await?;
                Ok(counts.into_iter().flatten().collect())
            }
            Err(error) => Err(error),
        }
    }

    async fn comment_count(&self, article: ArticleId) -> Result<Option<(ArticleId, u32)>, Error> {
        let query = queries::about(&queries::COMMENT_COUNT, article);
        match self.list::<wire::Comment>(queries::COMMENT_COUNT.route, &query).await {
            Ok((_, response)) => Ok(response.total.map(|total| (article, total))),
            Err(Error::Forbidden { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// All categories of the site, at most two thousand.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn categories(&self) -> Result<CategoryTree, Error> {
        let mut categories: Vec<Category> = Vec::new();
        for page in 1..=MAX_CATEGORY_PAGES {
            let query = queries::CATEGORIES.fill(&[("page", &page.to_string())]);
            let (terms, response) = self.list::<wire::Term>(queries::CATEGORIES.route, &query).await?;
            let last_page = page_count(terms.len(), page, queries::MAX_PER_PAGE, &response);
            let home = self.root.home_path();
            categories.extend(mapping::readable(terms, |term| mapping::category(term, home))?);
            if page >= last_page {
                break;
            }
        }
        Ok(CategoryTree::new(categories))
    }

    /// Page `page` of the comments that everybody can see, in the order and number of `settings`. A page beyond
    /// the last is empty, and so is that of a site that has no comments at all: a plugin took their route away.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for an article behind a password; otherwise as [`Self::site`].
    pub async fn comments(
        &self,
        article: ArticleId,
        settings: DiscussionSettings,
        page: u32,
    ) -> Result<Page<Comment>, Error> {
        let query = queries::discussion(article, settings, page);
        let (comments, response) = match self.list::<wire::Comment>(queries::DISCUSSION.route, &query).await {
            Err(Error::Refused { code, .. }) if code == refusal::NO_ROUTE => Default::default(),
            list => list?,
        };
        let items = mapping::readable(comments, mapping::comment)?;
        Ok(paged(items, page, settings.per_page, &response))
    }

    /// The one way by which every response comes.
    pub(super) async fn send(&self, request: Request) -> Result<Response, NoResponse> {
        self.transport.send(request).await
    }

    /// The list at `route`.
    pub(super) async fn list<T: DeserializeOwned>(
        &self,
        route: &str,
        query: &str,
    ) -> Result<(Vec<T>, Response), Error> {
        let response = self.get(route, query).await?;
        let wire::List(items) = decode(&response)?;
        Ok((items, response))
    }

    /// The successful response at `route`.
    async fn get(&self, route: &str, query: &str) -> Result<Response, Error> {
        let url = self.root.url(route, query);
        let sent = self.send(Request::get(url.clone())).await;
        let response = sent.map_err(|NoResponse| Error::Unreachable { url })?;
        if response.is_success() { Ok(response) } else { Err(refusal::error(&response)) }
    }
}

/// How many of `comments` belong to each of `articles`.
fn count(articles: &[ArticleId], comments: Vec<wire::Comment>) -> Result<Vec<(ArticleId, u32)>, Error> {
    let mut counts: Vec<_> = articles.iter().map(|article| (*article, 0)).collect();
    for comment in comments {
        let article = ArticleId(comment.post.require("post")?);
        if let Some((_, count)) = counts.iter_mut().find(|(counted, _)| *counted == article) {
            *count += 1;
        }
    }
    Ok(counts)
}

/// Whether a list of `count` items is all there is.
fn is_complete(count: usize, response: &Response) -> bool {
    let most = queries::MAX_PER_PAGE - u32::from(response.total.is_none());
    response.total.unwrap_or_default() <= most && u32::try_from(count).is_ok_and(|count| count <= most)
}

/// How many pages there are, at least 1. Where a proxy keeps the totals to itself, a full page promises
/// another.
fn page_count(items: usize, page: u32, per_page: u32, response: &Response) -> u32 {
    let is_full = u32::try_from(items).is_ok_and(|items| items >= per_page);
    response.total_pages.unwrap_or(page.saturating_add(is_full.into())).max(1)
}

fn paged<T>(items: Vec<T>, page: u32, per_page: u32, response: &Response) -> Page<T> {
    let before = page.saturating_sub(1).saturating_mul(per_page);
    let seen = before.saturating_add(u32::try_from(items.len()).unwrap_or(u32::MAX));
    Page {
        pages: page_count(items.len(), page, per_page, response),
        total: response.total.unwrap_or(seen),
        items,
    }
}
