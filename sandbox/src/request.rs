//! A request to the REST API or to the comment form, read from HTTP.

use axum::http::{HeaderMap, Method, header};
use serde_json::Value;

use crate::{faults::CommentFault, params::Params};

/// A request of a client.
#[derive(Debug, Clone)]
pub struct Request {
    /// GET, POST, OPTIONS…
    pub method: Method,
    /// The path below `/wp-json`, such as `/wp/v2/posts/5`.
    pub route: String,
    /// The query of the address.
    pub query: Params,
    /// The posted body.
    pub body: Body,
    /// The site's own address, as this client reached it.
    pub site_url: SiteUrl,
    /// The client's IP address, for the flood check.
    pub ip: String,
    /// Whether the client sent a nonce. No nonce is valid, because nobody can log in.
    pub has_nonce: bool,
    /// The fault that applies to new comments.
    pub comment_fault: Option<CommentFault>,
}

/// A posted body.
#[derive(Debug, Clone)]
pub enum Body {
    /// The fields of JSON or of a form; empty if nothing was posted.
    Fields(Params),
    /// The content type says JSON, but the body is not JSON.
    InvalidJson,
}

impl Request {
    /// A parameter from the body or, if it is not there, from the query.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let posted = match &self.body {
            Body::Fields(fields) => fields.get(name),
            Body::InvalidJson => None,
        };
        posted.or_else(|| self.query.get(name))
    }

    /// A parameter as text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(crate::params::text)
    }

    /// The GET request for a link of this API, for embedding: `http://HOST/wp-json/wp/v2/users/1`.
    #[must_use]
    pub fn for_link(&self, href: &str) -> Option<Self> {
        let rest = href.strip_prefix(&self.site_url.rest_url(""))?;
        let (route, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self {
            method: Method::GET,
            route: route.to_owned(),
            query: Params::from_urlencoded(query.as_bytes()),
            body: Body::Fields(Params::default()),
            ..self.clone()
        })
    }
}

impl Body {
    /// Reads a body by its content type.
    #[must_use]
    pub fn read(headers: &HeaderMap, bytes: &[u8]) -> Self {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if bytes.is_empty() {
            Self::Fields(Params::default())
        } else if kind.to_ascii_lowercase().contains("json") {
            Params::from_json(bytes).map_or(Self::InvalidJson, Self::Fields)
        } else {
            Self::Fields(Params::from_urlencoded(bytes))
        }
    }
}

/// The site's own address as this client reached it, so that links work behind a proxy and on any port.
#[derive(Debug, Clone)]
pub struct SiteUrl(String);

impl SiteUrl {
    /// Reads `X-Forwarded-Proto`, `X-Forwarded-Host` and `Host`.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Self {
        let header = |name: &str| {
            let value = headers.get(name)?.to_str().ok()?;
            value.split(',').next().map(str::trim).filter(|value| !value.is_empty())
        };
        let scheme = header("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
        let host = header("x-forwarded-host").or_else(|| header("host")).unwrap_or("127.0.0.1");
        Self(format!("{scheme}://{host}"))
    }

    /// `http://HOST`, without a trailing slash.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.0
    }

    /// The address of a route such as `/wp/v2/posts`.
    #[must_use]
    pub fn rest_url(&self, route: &str) -> String {
        format!("{}/wp-json{route}", self.0)
    }

    /// The address of an image file.
    #[must_use]
    pub fn upload(&self, file: &str) -> String {
        format!("{}/wp-content/uploads/{file}", self.0)
    }
}
