//! A WordPress site as typed questions: one method each.

use std::{fmt::Write as _, sync::Arc};

use super::{
    ApiRoot, NoAnswer, Reply, Request, Transport,
    mapping::{self, ARTICLE_FIELDS, CATEGORY_FIELDS, COMMENT_FIELDS, HEADING_FIELDS, SUMMARY_FIELDS},
    refusal,
};
use crate::{
    error::Error,
    json::{self, Json, list, number},
    model::{
        Article, ArticleId, ArticleKey, Category, CategoryId, CategoryTree, Comment, Heading, Page,
        Permalink, Rules, Site, Summary,
    },
};
use futures::future::try_join_all;

/// Articles on one page of a list.
const ARTICLES_A_PAGE: u32 = 10;
/// The most items that WordPress gives at once.
const MOST_A_PAGE: u32 = 100;
/// Where reading categories ends: two thousand are no breadcrumbs any more.
const CATEGORY_PAGES: u32 = 20;

/// A WordPress site. Knows neither Leptos nor the browser; cheap to clone.
#[derive(Debug, Clone)]
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
    /// As every question here: [`Error::Unreachable`] without an answer, [`Error::Server`] and
    /// [`Error::Forbidden`] and [`Error::Refused`] by status, [`Error::NotJson`] and [`Error::Shape`] for
    /// an answer that is none.
    pub async fn site(&self) -> Result<Site, Error> {
        let (index, _) = self.get(self.root.url("", "_fields=name,description")).await?;
        mapping::site(&index)
    }

    /// The article at `key`, in one request; where no article has that name, the page that has it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing public has that name; otherwise as [`Self::site`].
    pub async fn article(&self, key: &ArticleKey) -> Result<Article, Error> {
        let posts = self.found([self.article_url(key), self.embedding("wp/v2/pages", key)]).await?;
        mapping::article(posts.first(), self.root.home_path())
    }

    /// The same without its text.
    ///
    /// # Errors
    /// As [`Self::article`].
    pub async fn heading(&self, key: &ArticleKey) -> Result<Heading, Error> {
        let url = |route| self.keyed(route, &["_fields=", HEADING_FIELDS].concat(), key);
        let posts = self.found([url("wp/v2/posts"), url("wp/v2/pages")]).await?;
        mapping::heading(posts.first(), self.root.home_path())
    }

    /// The first list that has anything in it.
    async fn found(&self, urls: [String; 2]) -> Result<Json, Error> {
        for url in urls {
            let (posts, _) = self.get(url).await?;
            if !list(&posts, "posts")?.is_empty() {
                return Ok(posts);
            }
        }
        Err(Error::NotFound)
    }

    /// What [`Self::article`] asks first. The key stands at the end, so that a script can begin the same
    /// request before the program is there: this address up to and including `&slug=`, then the last
    /// segment of the path, percent-encoded in lower case ([`crate::model::Slug::encoded`]).
    pub fn article_url(&self, key: &ArticleKey) -> String {
        self.embedding("wp/v2/posts", key)
    }

    fn embedding(&self, route: &str, key: &ArticleKey) -> String {
        let embed = "_embed=author,wp:term,wp:featuredmedia&_fields=";
        self.keyed(route, &[embed, ARTICLE_FIELDS].concat(), key)
    }

    fn keyed(&self, route: &str, query: &str, key: &ArticleKey) -> String {
        let (name, value) = match key {
            ArticleKey::Slug(slug) => ("slug", slug.encoded()),
            ArticleKey::Id(ArticleId(id)) => ("include", id.to_string()),
        };
        self.root.url(route, &[query, "&", name, "=", &value].concat())
    }

    /// Page `page` of the newest articles, ten on each.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a page beyond the last; otherwise as [`Self::site`].
    pub async fn articles(&self, page: u32) -> Result<Page<Summary>, Error> {
        self.summaries(self.articles_url(page), page).await
    }

    /// What [`Self::articles`] asks: the number of the page stands at the end.
    pub fn articles_url(&self, page: u32) -> String {
        self.articles_query("", page)
    }

    /// Page `page` of the newest articles of `category` and the categories below it, ten on each.
    ///
    /// # Errors
    /// As [`Self::articles`].
    pub async fn articles_in(&self, category: CategoryId, page: u32) -> Result<Page<Summary>, Error> {
        let filter = ["&categories=", &category.0.to_string()].concat();
        self.summaries(self.articles_query(&filter, page), page).await
    }

    fn articles_query(&self, filter: &str, page: u32) -> String {
        let (size, page) = (ARTICLES_A_PAGE.to_string(), page.to_string());
        let query = ["per_page=", &size, "&_fields=", SUMMARY_FIELDS, filter, "&page=", &page].concat();
        self.root.url("wp/v2/posts", &query)
    }

    async fn summaries(&self, url: String, page: u32) -> Result<Page<Summary>, Error> {
        let (posts, reply) = self.get(url).await?;
        let home = self.root.home_path();
        let items = list(&posts, "posts")?
            .iter()
            .map(|post| mapping::summary(post, home))
            .collect::<Result<_, _>>()?;
        Ok(paged(items, page, ARTICLES_A_PAGE, &reply))
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
        match self.comments_of(articles, "per_page=100&_fields=id,post").await {
            Ok((comments, reply)) if is_whole(&comments, &reply) => {
                let mut counts: Vec<_> = articles.iter().map(|article| (*article, 0)).collect();
                for comment in list(&comments, "comments")? {
                    let article = ArticleId(number(comment, "post")?);
                    if let Some((_, count)) = counts.iter_mut().find(|(counted, _)| *counted == article) {
                        *count += 1;
                    }
                }
                Ok(counts)
            }
            // One locked article among them forbids the whole question.
            Ok(_) | Err(Error::Forbidden { .. }) => {
                let counts =
                    try_join_all(articles.iter().map(|article| self.comment_count(*article))).await?;
                Ok(counts.into_iter().flatten().collect())
            }
            Err(error) => Err(error),
        }
    }

    async fn comment_count(&self, article: ArticleId) -> Result<Option<(ArticleId, u32)>, Error> {
        match self.comments_of(&[article], "per_page=1&_fields=id").await {
            Ok((_, reply)) => Ok(reply.total.map(|total| (article, total))),
            Err(Error::Forbidden { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn comments_of(
        &self,
        articles: &[ArticleId],
        query: &str,
    ) -> Result<(Json, Reply), Error> {
        self.get(self.root.url("wp/v2/comments", &comments_query(articles, query))).await
    }

    /// All categories of the site, at most two thousand.
    ///
    /// # Errors
    /// As [`Self::site`].
    pub async fn categories(&self) -> Result<CategoryTree, Error> {
        let mut categories: Vec<Category> = Vec::new();
        for page in 1..=CATEGORY_PAGES {
            let query = ["per_page=100&_fields=", CATEGORY_FIELDS, "&page=", &page.to_string()].concat();
            let (terms, reply) = self.get(self.root.url("wp/v2/categories", &query)).await?;
            let terms = list(&terms, "categories")?;
            for term in terms {
                categories.push(mapping::category(term, self.root.home_path())?);
            }
            if page >= pages(terms.len(), page, MOST_A_PAGE, &reply) {
                break;
            }
        }
        Ok(CategoryTree::new(categories))
    }

    /// Page `page` of the comments that everybody can see, in the order and number of `rules`. A page beyond
    /// the last is empty.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for an article behind a password; otherwise as [`Self::site`].
    pub async fn comments(
        &self,
        article: ArticleId,
        rules: Rules,
        page: u32,
    ) -> Result<Page<Comment>, Error> {
        let order = if rules.newest_first { "desc" } else { "asc" };
        let (size, number) = (rules.at_once.to_string(), page.to_string());
        let query =
            ["per_page=", &size, "&order=", order, "&_fields=", COMMENT_FIELDS, "&page=", &number].concat();
        let (comments, reply) = self.comments_of(&[article], &query).await?;
        let items = list(&comments, "comments")?.iter().map(mapping::comment).collect::<Result<_, _>>()?;
        Ok(paged(items, page, rules.at_once, &reply))
    }

    /// The JSON of an answer, if it is any.
    pub(super) fn parse(&self, reply: &Reply) -> Option<Json> {
        json::find(&reply.body, |text| self.transport.parse(text))
    }

    /// The one way by which every answer comes.
    pub(super) async fn send(&self, request: Request) -> Result<Reply, NoAnswer> {
        self.transport.send(request).await
    }

    pub(super) async fn get(&self, url: String) -> Result<(Json, Reply), Error> {
        let reply =
            self.send(Request::get(url.clone())).await.map_err(|NoAnswer| Error::Unreachable { url })?;
        match self.parse(&reply) {
            body if !refusal::is_success(&reply) => Err(refusal::error(&reply, body.as_ref())),
            Some(body) => Ok((body, reply)),
            None => Err(json::not_json(&reply.body, &reply.url)),
        }
    }
}

/// `post=1,2,3&` and the rest.
pub(super) fn comments_query(articles: &[ArticleId], rest: &str) -> String {
    let mut query = String::from("post=");
    for (index, ArticleId(id)) in articles.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(query, "{comma}{id}");
    }
    query.push('&');
    query.push_str(rest);
    query
}

/// Whether a list is all there is.
fn is_whole(items: &Json, reply: &Reply) -> bool {
    let most = if reply.total.is_some() { MOST_A_PAGE } else { MOST_A_PAGE - 1 };
    let count = items.items().len();
    reply.total.unwrap_or_default() <= most && u32::try_from(count).is_ok_and(|count| count <= most)
}

/// How many pages there are, at least 1. Where a proxy keeps the totals to itself, a full page promises
/// another.
fn pages(items: usize, page: u32, size: u32, reply: &Reply) -> u32 {
    let is_full = u32::try_from(items).is_ok_and(|items| items >= size);
    reply.total_pages.unwrap_or(page.saturating_add(is_full.into())).max(1)
}

fn paged<T>(items: Vec<T>, page: u32, size: u32, reply: &Reply) -> Page<T> {
    let before = page.saturating_sub(1).saturating_mul(size);
    let seen = before.saturating_add(u32::try_from(items.len()).unwrap_or(u32::MAX));
    Page { pages: pages(items.len(), page, size, reply), total: reply.total.unwrap_or(seen), items }
}
