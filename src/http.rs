//! HTTP as this application uses it: a request, its response, and the trait by which they travel. The browser, a
//! test and a server each bring their own [`Transport`], and everything above knows none of them.

use futures::future::BoxFuture;

/// A request, complete. `Accept: application/json` goes with every one: without it WordPress sends its own
/// failures as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// Absolute, or relative to the page.
    pub url: String,
    /// Form fields, sent as `application/x-www-form-urlencoded`: unlike JSON it needs no CORS preflight.
    pub form: Vec<(&'static str, String)>,
}

impl Request {
    /// Reads something.
    pub const fn get(url: String) -> Self {
        Self { method: Method::Get, url, form: Vec::new() }
    }

    /// Asks where an address leads, without reading what stands there.
    pub const fn head(url: String) -> Self {
        Self { method: Method::Head, url, form: Vec::new() }
    }

    /// Reads which methods are allowed.
    pub const fn options(url: String) -> Self {
        Self { method: Method::Options, url, form: Vec::new() }
    }

    /// Sends a form.
    pub const fn post(url: String, form: Vec<(&'static str, String)>) -> Self {
        Self { method: Method::Post, url, form }
    }
}

/// The HTTP methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `GET`.
    Get,
    /// `HEAD`.
    Head,
    /// `OPTIONS`.
    Options,
    /// `POST`.
    Post,
}

/// Most bytes of a body that are read: a hundred comments of the longest that WordPress takes fit in. A larger body breaks
/// off somewhere behind it.
pub const MAX_BODY_BYTES: usize = 8 << 20;

/// What came back, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// The address of the last response, after redirects, without fragment.
    pub url: String,
    /// Whether redirects were followed.
    pub redirected: bool,
    /// The header `X-WP-Total`, where it is readable.
    pub total: Option<u32>,
    /// The header `X-WP-TotalPages`, where it is readable.
    pub total_pages: Option<u32>,
    /// The header `Allow`, where it is readable: never across origins.
    pub allow: Option<String>,
    /// The header `Retry-After` in seconds, where it is readable: never across origins.
    pub retry_after_s: Option<u64>,
    /// The body as text.
    pub body: String,
}

impl Response {
    /// Whether the status is one of success.
    pub const fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }
}

/// No response came: no network, no such host, refused by CORS, or ended before the response was whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no response")]
pub struct NoResponse;

/// The future of a response.
pub type ResponseFuture = BoxFuture<'static, Result<Response, NoResponse>>;

/// A way to reach a site.
pub trait Transport: Send + Sync {
    /// Sends `request` and waits for the whole response. Follows redirects.
    fn send(&self, request: Request) -> ResponseFuture;
}
