//! How a question reaches a site: a trait, so that the browser, a test and a prerenderer each bring
//! their own way and everything above knows none of them.

use std::fmt;

use futures::future::BoxFuture;

use crate::json::Json;

/// A request, complete. `Accept: application/json` goes with every one: without it WordPress answers
/// its own failures in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What to do.
    pub method: Method,
    /// Absolute, or relative to the page.
    pub url: String,
    /// Form fields, sent `application/x-www-form-urlencoded`: unlike JSON it needs no CORS preflight.
    pub form: Vec<(&'static str, String)>,
}

impl Request {
    /// Asks for something.
    pub const fn get(url: String) -> Self {
        Self { method: Method::Get, url, form: Vec::new() }
    }

    /// Asks what may be done.
    pub const fn options(url: String) -> Self {
        Self { method: Method::Options, url, form: Vec::new() }
    }

    /// Sends a form.
    pub const fn post(url: String, form: Vec<(&'static str, String)>) -> Self {
        Self { method: Method::Post, url, form }
    }
}

/// HTTP methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `GET`.
    Get,
    /// `OPTIONS`.
    Options,
    /// `POST`.
    Post,
}

impl Method {
    /// As HTTP writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Options => "OPTIONS",
            Self::Post => "POST",
        }
    }
}

/// What came back, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// The address that answered in the end, after redirects, without fragment.
    pub url: String,
    /// Whether redirects were followed.
    pub redirected: bool,
    /// `X-WP-Total`, where it is readable.
    pub total: Option<u32>,
    /// `X-WP-TotalPages`, where it is readable.
    pub total_pages: Option<u32>,
    /// `Allow`, where it is readable: never across origins.
    pub allow: Option<String>,
    /// The body as text.
    pub body: String,
}

/// No answer came: no network, no such host, a refusal by CORS, or an end before the answer was whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no answer")]
pub struct NoAnswer;

/// A way to reach a site.
pub trait Transport: Send + Sync + fmt::Debug {
    /// Sends `request` and waits for the whole answer. Follows redirects.
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Reply, NoAnswer>>;

    /// Parses JSON, by what the platform brings; `None` for what is none.
    fn parse(&self, text: &str) -> Option<Json>;
}
