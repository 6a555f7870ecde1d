//! What the site has: asked in parts of a hundred, so that memory does not grow with it.

use std::{
    collections::HashSet,
    sync::Arc,
    time::{Duration, SystemTime},
};

use futures::{Stream, TryStreamExt, stream};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use tadwina::{
    api::decode,
    http::{Request, Response},
    model::Permalink,
};
use thiserror::Error;
use time::{OffsetDateTime, PrimitiveDateTime, format_description::well_known::Iso8601};

use crate::{settings::Setup, styles::STYLES_HASH, upstream::Upstream};

/// The most that WordPress sends at once.
const PER_REQUEST: u64 = 100;
/// How often a request is made before the export ends.
const ATTEMPTS: u32 = 5;
/// How long to wait before the second time; twice as long before the third, and so on.
const PAUSE_MS: u64 = 500;

/// The site does not say what it has.
#[derive(Debug, Error)]
pub enum InventoryError {
    /// It does not respond, or with something else.
    #[error("{url}: the site does not say what it has: {found}")]
    Response {
        /// The request.
        url: String,
        /// What came.
        found: String,
    },
    /// Addresses with `?p=7` are no files.
    #[error("the site has plain permalinks: {address}. A static site needs others: Settings → Permalinks")]
    Plain {
        /// The address.
        address: String,
    },
}

/// A post or page.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id.
    pub id: u64,
    /// Below the site's folder.
    pub address: String,
    /// When it was changed.
    pub modified: Option<SystemTime>,
    /// The same as text.
    pub modified_text: Option<String>,
}

/// A category with articles.
#[derive(Debug, Clone)]
pub struct Category {
    /// Below the site's folder.
    pub address: String,
    /// All that is known of it.
    facts: String,
}

/// What the site says of itself.
#[derive(Debug, Clone, Deserialize)]
pub struct SiteFacts {
    /// Its name.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    description: String,
}

#[derive(Debug, Deserialize)]
struct Wire {
    #[serde(default)]
    id: u64,
    #[serde(default)]
    link: String,
    #[serde(default)]
    modified_gmt: String,
}

#[derive(Debug, Deserialize)]
struct CategoryWire {
    link: String,
    #[serde(flatten)]
    others: serde_json::Map<String, serde_json::Value>,
}

#[derive(Debug, Deserialize)]
struct CommentWire {
    post: u64,
}

/// What the site has.
#[derive(Debug, Clone)]
pub struct Inventory {
    setup: Arc<Setup>,
    upstream: Upstream,
}

impl Inventory {
    /// Of `upstream`.
    pub const fn new(setup: Arc<Setup>, upstream: Upstream) -> Self {
        Self { setup, upstream }
    }

    /// How many there are of `route`.
    pub async fn total(&self, route: &str) -> Result<u64, InventoryError> {
        let url = self.setup.config.api.url(route, "per_page=1&_fields=id");
        let (_, total) = self.get::<Vec<Wire>>(&url).await?;
        Ok(total.unwrap_or_default())
    }

    /// All posts or pages, the oldest first: what is new meanwhile moves none to a part that was read before.
    pub fn entries(&self, route: &'static str) -> impl Stream<Item = Result<Entry, InventoryError>> + '_ {
        let query = "orderby=id&order=asc&_fields=id,link,modified_gmt";
        self.all::<Wire>(route, query).and_then(async |wire| {
            let modified = PrimitiveDateTime::parse(&wire.modified_gmt, &Iso8601::DEFAULT).ok();
            Ok(Entry {
                id: wire.id,
                address: self.address(&wire.link)?,
                modified: modified.map(|modified| SystemTime::from(modified.assume_utc())),
                modified_text: modified.map(|_| [&*wire.modified_gmt, "Z"].concat()),
            })
        })
    }

    /// The categories that have articles.
    pub async fn categories(&self) -> Result<Vec<Category>, InventoryError> {
        let query = "hide_empty=true&orderby=id&order=asc&_fields=id,name,slug,parent,link,description";
        let wires = self.all::<CategoryWire>("wp/v2/categories", query);
        wires
            .and_then(async |wire| {
                let facts = serde_json::Value::from(wire.others).to_string();
                Ok(Category { address: self.address(&wire.link)?, facts })
            })
            .try_collect()
            .await
    }

    /// The posts with comments that were written since `since`.
    pub async fn commented_since(&self, since: SystemTime) -> Result<HashSet<u64>, InventoryError> {
        let since = OffsetDateTime::from(since).replace_millisecond(0).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let since = since.format(&Iso8601::DEFAULT).unwrap_or_default();
        let since = since.split('.').next().unwrap_or_default().to_owned();
        let query = format!("after={since}&orderby=date_gmt&order=asc&_fields=post");
        let comments = self.all::<CommentWire>("wp/v2/comments", &query);
        comments.map_ok(|comment| comment.post).try_collect().await
    }

    /// What the site says of itself.
    pub async fn site(&self) -> Result<SiteFacts, InventoryError> {
        let url = self.setup.config.api.url("", "_fields=name,description");
        Ok(self.get(&url).await?.0)
    }

    /// Everything of `route`, in parts.
    fn all<'a, T: DeserializeOwned + 'a>(
        &'a self,
        route: &'static str,
        query: &str,
    ) -> impl Stream<Item = Result<T, InventoryError>> + 'a {
        let query = query.to_owned();
        let parts = stream::try_unfold(Some(1_u64), move |number| {
            let query = format!("per_page={PER_REQUEST}&page={}&{query}", number.unwrap_or_default());
            async move {
                let Some(number) = number else { return Ok(None) };
                let url = self.setup.config.api.url(route, &query);
                let (part, total) = self.get::<Vec<T>>(&url).await?;
                let read = number * PER_REQUEST;
                let is_last = total.map_or((part.len() as u64) < PER_REQUEST, |total| read >= total);
                let next = if is_last || part.is_empty() { None } else { Some(number + 1) };
                Ok(Some((stream::iter(part.into_iter().map(Ok)), next)))
            }
        });
        parts.try_flatten()
    }

    /// The JSON at `url`, and the total of what it is a part of. Tried several times.
    async fn get<T: DeserializeOwned>(&self, url: &str) -> Result<(T, Option<u64>), InventoryError> {
        let mut found = String::new();
        for attempt in 0..ATTEMPTS {
            if attempt > 0 {
                tokio::time::sleep(Duration::from_millis(PAUSE_MS << (attempt - 1))).await;
            }
            match self.upstream.answer(&Request::get(url.to_owned())).await {
                Ok(response) if response.is_success() => match decode(&response) {
                    Ok(json) => return Ok((json, response.total.map(u64::from))),
                    Err(error) => found = error.to_string(),
                },
                Ok(Response { status, .. }) => found = format!("status {status}"),
                Err(error) => found = error.to_string(),
            }
        }
        Err(InventoryError::Response { url: url.to_owned(), found })
    }

    fn address(&self, link: &str) -> Result<String, InventoryError> {
        let address = Permalink::from_link(link, &self.setup.folder).href("");
        if address.contains('?') { Err(InventoryError::Plain { address }) } else { Ok(address) }
    }
}

/// What every page depends on. Where it has changed, every page is written anew.
pub fn fingerprint(setup: &Setup, site: &SiteFacts, categories: &[Category]) -> [u8; 8] {
    let mut digest = Sha256::new();
    let loader = setup.elements.as_ref().map_or("", |elements| &elements.loader.hash);
    for part in [
        env!("CARGO_PKG_VERSION"),
        &STYLES_HASH,
        &setup.given,
        loader,
        &setup.site_origin,
        &setup.public_origin,
        &site.name,
        &site.description,
    ] {
        digest.update(part);
        digest.update([0]);
    }
    for category in categories {
        digest.update(&category.address);
        digest.update(&category.facts);
    }
    let digest = digest.finalize();
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    first
}
