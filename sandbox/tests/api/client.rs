//! A site over `tests/content`, and a client that sends requests to it without a network.

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request},
};
use http_body_util::BodyExt;
use include_dir::{Dir, include_dir};
use serde_json::Value;
use tadwina_sandbox::{content::Content, server::router, settings::Discussion, site::Site, store::Store};
use tower::ServiceExt;

static CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/tests/content");

pub const HOST: &str = "blog.test";

/// The content of these tests.
pub fn content() -> Content {
    Content::read(&CONTENT).unwrap()
}

/// Settings without a flood check.
pub fn relaxed() -> Discussion {
    Discussion { flood_seconds: 0, ..Discussion::default() }
}

/// A client of a running site.
#[derive(Clone)]
pub struct Client(Router);

/// The response of the site.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Client {
    /// A client of a new site.
    pub fn new() -> Self {
        Self::with(relaxed())
    }

    /// A client of a new site with these settings.
    pub fn with(discussion: Discussion) -> Self {
        Self::over(Store::in_memory().unwrap(), discussion)
    }

    /// A client of a site on a data file.
    pub fn on(file: &Path) -> Self {
        Self::over(Store::open(file).unwrap(), relaxed())
    }

    fn over(store: Store, discussion: Discussion) -> Self {
        Self(router(Arc::new(Site::open(&content(), store, discussion).unwrap())))
    }

    /// Sends a request.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Response {
        let mut request = Request::builder().method(method).uri(path).header("host", HOST);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response =
            self.0.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Response { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    /// Sends GET to a path below `/wp-json/wp/v2/`.
    pub async fn get(&self, path: &str) -> Response {
        self.send("GET", &format!("/wp-json/wp/v2/{path}"), &[], "").await
    }

    /// Posts a comment as JSON.
    pub async fn post(&self, comment: &Value) -> Response {
        self.post_with(&[], comment).await
    }

    /// Posts a comment as JSON, with more headers.
    pub async fn post_with(&self, headers: &[(&str, &str)], comment: &Value) -> Response {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.send("POST", "/wp-json/wp/v2/comments", &headers, &comment.to_string()).await
    }

    /// Posts the comment form.
    pub async fn form(&self, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Response {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [&[("content-type", "application/x-www-form-urlencoded")], headers].concat();
        self.send("POST", "/wp-comments-post.php", &headers, &body).await
    }
}

impl Response {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The body as JSON, if the status is 200.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()
    }

    /// Checks the status of a refusal, over HTTP and in the body, and its code.
    #[track_caller]
    pub fn assert_refused(&self, status: u16, code: &str) {
        let body = self.json();
        assert_eq!((self.status, body["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(body["data"]["status"], status, "{}", self.text);
        assert!(body["message"].is_string(), "{}", self.text);
    }

    /// Checks that one parameter is refused.
    #[track_caller]
    pub fn assert_invalid(&self, parameter: &str, code: &str) {
        self.assert_refused(400, "rest_invalid_param");
        assert_eq!(self.json()["data"]["details"][parameter]["code"], code, "{}", self.text);
        assert!(self.json()["data"]["params"][parameter].is_string(), "{}", self.text);
    }

    /// A header, empty if it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The ids of a list.
    #[track_caller]
    pub fn ids(&self) -> Vec<i64> {
        self.ok().as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
    }

    /// The totals of a list: items and pages.
    pub fn totals(&self) -> (&str, &str) {
        (self.header("x-wp-total"), self.header("x-wp-totalpages"))
    }
}
