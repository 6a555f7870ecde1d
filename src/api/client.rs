//! A WordPress site: one method for each thing that is read of it. Lists of articles are in `lists`, discussions in `comments`.

use std::{borrow::Cow, sync::Arc};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;

use super::{
    ApiRoot,
    decode::decode,
    mapping,
    queries::{self, Template},
    refusal,
    wire::{self, Linked},
};
use crate::{
    error::Error,
    http::{NoResponse, Request, Response, Transport},
    model::{
        Article, ArticleKey, ArticleName, Avatars, Category, CategoryTree, Heading, Page, Permalink, Site,
    },
};

/// Where reading categories ends: two thousand are no breadcrumbs any more.
const MAX_CATEGORY_PAGES: u32 = 20;

/// A WordPress site. Knows neither Leptos nor the browser; cheap to clone.
#[derive(Clone)]
pub struct Client {
    root: Arc<ApiRoot>,
    transport: Arc<dyn Transport>,
    /// Of the article that is read.
    password: Option<Arc<str>>,
    /// Whether comments come with the avatars of their authors.
    has_avatars: bool,
}

impl Client {
    /// A client of the site at `root`, reached by `transport`.
    pub fn new(root: ApiRoot, transport: Arc<dyn Transport>) -> Self {
        Self { root: Arc::new(root), transport, password: None, has_avatars: false }
    }

    /// The same, which asks for the avatars of commenters too if `avatars` says so.
    #[must_use]
    pub fn showing(self, avatars: Avatars) -> Self {
        Self { has_avatars: avatars == Avatars::Site, ..self }
    }

    /// `query` as this client asks it.
    pub(super) fn with_avatars<'a>(&self, query: &'a str) -> Cow<'a, str> {
        if self.has_avatars { queries::with_avatars(query).into() } else { query.into() }
    }

    /// The same for an article that `password` opens.
    pub fn with_password(&self, password: &str) -> Self {
        Self { password: Some(password.into()), ..self.clone() }
    }

    /// The password of the article, if it has one.
    pub(super) fn password(&self) -> Option<&str> {
        self.password.as_deref()
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
        mapping::site(self.index().await?)
    }

    /// The index of the API.
    pub(super) async fn index(&self) -> Result<wire::Index, Error> {
        decode(&self.get(queries::SITE.route, queries::SITE.query).await?)
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

    /// The post that `key` names, or the page. Several may share a name: the one whose `link` is the permalink comes
    /// before the others. A number is no name that anybody chose, so that what it finds must stand at the permalink.
    async fn post_or_page<T: DeserializeOwned + Linked>(
        &self,
        templates: [Template; 2],
        key: &ArticleKey,
    ) -> Result<T, Error> {
        let permalink = if let ArticleKey::Permalink(permalink) = key { Some(permalink) } else { None };
        let own_name = permalink.and_then(Permalink::slug).map(ArticleName::Slug);
        let own_name = own_name.as_ref();
        let mut namesake = None;
        for name in key.names() {
            for template in &templates {
                let (posts, _) = self.list::<T>(template.route, &queries::keyed(template, &name)).await?;
                for post in posts {
                    if permalink.is_none_or(|permalink| is_at(permalink, &post, self.root.home_path())) {
                        return Ok(post);
                    }
                    if own_name == Some(&name) {
                        namesake.get_or_insert(post);
                    }
                }
            }
            if let Some(post) = namesake {
                return Ok(post);
            }
        }
        Err(Error::NotFound)
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

    /// The address of `route` with `query`, and with the password where there is one: WordPress reads it from nowhere
    /// else.
    pub(super) fn url(&self, route: &str, query: &str) -> String {
        match &self.password {
            None => self.root.url(route, query),
            Some(password) => {
                let password = utf8_percent_encode(password, NON_ALPHANUMERIC).to_string();
                self.root.url(route, &[query, "&password=", &password].concat())
            }
        }
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
        let response = self.get(route, &self.with_avatars(query)).await?;
        let wire::List(items) = decode(&response)?;
        Ok((items, response))
    }

    /// The successful response at `route`.
    pub(super) async fn get(&self, route: &str, query: &str) -> Result<Response, Error> {
        let sent = self.send(Request::get(self.url(route, query))).await;
        // Errors name the address, and are shown and logged: without the password.
        let url = self.root.url(route, query);
        let mut response = sent.map_err(|NoResponse| Error::Unreachable { url: url.clone() })?;
        if self.password.is_some() {
            response.url = url;
        }
        if response.is_success() { Ok(response) } else { Err(refusal::error(&response)) }
    }
}

/// Whether `post` stands at `permalink`, or the permalink is a page of it.
fn is_at(permalink: &Permalink, post: &impl Linked, home: &str) -> bool {
    permalink.leads_to(&Permalink::from_link(post.link(), home))
}

/// How many pages there are, at least 1. Where a proxy keeps the totals to itself, a full page promises
/// another.
fn page_count(items: usize, page: u32, per_page: u32, response: &Response) -> u32 {
    let is_full = u32::try_from(items).is_ok_and(|items| items >= per_page);
    response.total_pages.unwrap_or(page.saturating_add(is_full.into())).max(1)
}

pub(super) fn paged<T>(items: Vec<T>, page: u32, per_page: u32, response: &Response) -> Page<T> {
    let before = page.saturating_sub(1).saturating_mul(per_page);
    let seen = before.saturating_add(u32::try_from(items.len()).unwrap_or(u32::MAX));
    Page {
        pages: page_count(items.len(), page, per_page, response),
        total: response.total.unwrap_or(seen),
        items,
    }
}
