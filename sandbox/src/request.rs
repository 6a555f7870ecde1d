//! A request as the REST server sees it, whatever address form it came through.

use axum::http::{HeaderMap, Method, header};
use serde_json::Value;

use crate::{faults::CommentPolicy, params::Params};

/// A question to the REST API.
#[derive(Debug, Clone)]
pub struct Request {
    /// GET, POST, OPTIONS…
    pub method: Method,
    /// The part after `/wp-json`, such as `/wp/v2/posts/5`.
    pub route: String,
    /// What stands after `?`.
    pub query: Params,
    /// What was posted.
    pub body: Body,
    /// Where this site is, as the client knows it.
    pub base: Base,
    /// The client's address, for the flood check.
    pub ip: String,
    /// A nonce was sent. None of ours is ever right: nobody logs in here.
    pub nonce: bool,
    /// How comments are received, where a fault says otherwise than the settings.
    pub comments: Option<CommentPolicy>,
}

/// A posted body.
#[derive(Debug, Clone)]
pub enum Body {
    /// JSON or a form; empty when nothing came.
    Fields(Params),
    /// It said JSON and was none.
    BadJson,
}

impl Request {
    /// A value from the body or, failing that, from the query.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let posted = match &self.body {
            Body::Fields(fields) => fields.get(name),
            Body::BadJson => None,
        };
        posted.or_else(|| self.query.get(name))
    }

    /// The same as text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(crate::params::text)
    }

    /// An anonymous GET of an own address, for embedding: `http://HOST/wp-json/wp/v2/users/1`.
    #[must_use]
    pub fn of_link(&self, href: &str) -> Option<Self> {
        let rest = href.strip_prefix(self.base.api().trim_end_matches('/'))?;
        let (route, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self {
            method: Method::GET,
            route: route.to_owned(),
            query: Params::urlencoded(query.as_bytes()),
            body: Body::Fields(Params::default()),
            ..self.clone()
        })
    }
}

impl Body {
    /// Reads what was posted by its content type.
    #[must_use]
    pub fn read(headers: &HeaderMap, bytes: &[u8]) -> Self {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if bytes.is_empty() {
            Self::Fields(Params::default())
        } else if kind.to_ascii_lowercase().contains("json") {
            Params::json(bytes).map_or(Self::BadJson, Self::Fields)
        } else {
            Self::Fields(Params::urlencoded(bytes))
        }
    }
}

/// The site's own address as this client reached it, so that links work behind a proxy and on any port.
#[derive(Debug, Clone)]
pub struct Base(String);

impl Base {
    /// Read from `X-Forwarded-Proto`, `X-Forwarded-Host` and `Host`.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let header = |name: &str| {
            let value = headers.get(name)?.to_str().ok()?;
            value.split(',').next().map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let scheme =
            header("x-forwarded-proto").filter(|scheme| scheme == "https").map_or("http", |_| "https");
        let host =
            header("x-forwarded-host").or_else(|| header("host")).unwrap_or_else(|| "127.0.0.1".to_owned());
        Self(format!("{scheme}://{host}"))
    }

    /// `http://HOST`, without a slash at the end.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.0
    }

    /// `http://HOST/wp-json/`.
    #[must_use]
    pub fn api(&self) -> String {
        format!("{}/wp-json/", self.0)
    }

    /// The address of a route such as `/wp/v2/posts`.
    #[must_use]
    pub fn route(&self, route: &str) -> String {
        format!("{}/wp-json{route}", self.0)
    }

    /// The address of an image file.
    #[must_use]
    pub fn upload(&self, file: &str) -> String {
        format!("{}/wp-content/uploads/{file}", self.0)
    }
}
