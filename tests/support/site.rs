//! A site in memory: it finds the reply to a request by a part of its URL, and it records the requests.

use std::sync::Mutex;

use futures::{FutureExt, future};
use tadwina::http::{Method, NoResponse, Request, Response, ResponseFuture, Transport};

// The part of the URL that identifies a request.
pub const INDEX: &str = "wp-json/?_fields=name";
pub const CATEGORIES: &str = "wp/v2/categories?";
pub const ARTICLE: &str = "wp/v2/posts?_embed";
/// The article without its text.
pub const HEADING: &str = "wp/v2/posts?_fields=id,link,title.rendered,author,comment_status";
pub const PAGE: &str = "wp/v2/pages?_embed";
pub const PAGE_HEADING: &str = "wp/v2/pages?_fields=id,link";
/// A page of a list.
pub const ARTICLES: &str = "per_page=10&_fields=id,link";
/// The articles above the first page of the newest.
pub const STICKY: &str = "wp/v2/posts?sticky=true";
pub const COMMENTS: &str = "order=asc&_fields=id,parent";
pub const COMMENT_COUNTS: &str = "&_fields=id,post,type";
/// Whether an article takes comments over REST.
pub const ALLOWED_METHODS: &str = "_envelope";

/// What the site returns for a request.
pub type Reply = Result<Response, NoResponse>;

#[derive(Debug)]
pub struct Site {
    replies: Vec<(&'static str, Reply)>,
    /// Whether the site responds at all.
    responds: bool,
    requests: Mutex<Vec<Request>>,
}

impl Site {
    /// A site that responds to every request with the fixtures.
    pub fn new() -> Self {
        let replies = vec![
            (INDEX, ok(include_str!("../fixtures/index.json"))),
            (CATEGORIES, ok(include_str!("../fixtures/categories.json"))),
            (ARTICLE, ok(include_str!("../fixtures/article.json"))),
            (HEADING, ok(include_str!("../fixtures/article.json"))),
            (PAGE, ok("[]")),
            (PAGE_HEADING, ok("[]")),
            (ARTICLES, ok(include_str!("../fixtures/articles.json"))),
            (STICKY, ok("[]")),
            (COMMENTS, ok(include_str!("../fixtures/comments.json"))),
            (COMMENT_COUNTS, ok("[{\"id\":1,\"post\":202},{\"id\":2,\"post\":202}]")),
            (ALLOWED_METHODS, ok_with_allow("GET, POST")),
        ];
        Self { replies, responds: true, requests: Mutex::default() }
    }

    /// A site that never responds.
    pub fn unresponsive() -> Self {
        Self { responds: false, ..Self::new() }
    }

    /// The same site with another reply to one request.
    pub fn with(mut self, url_part: &'static str, reply: Reply) -> Self {
        self.replies.insert(0, (url_part, reply));
        self
    }

    /// The number of requests whose URL contains `url_part`.
    pub fn request_count(&self, url_part: &str) -> usize {
        self.requests.lock().unwrap().iter().filter(|request| request.url.contains(url_part)).count()
    }

    /// The URLs of all requests with this method.
    pub fn urls(&self, method: Method) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        requests
            .iter()
            .filter(|request| request.method == method)
            .map(|request| request.url.clone())
            .collect()
    }

    pub fn has_post_request(&self) -> bool {
        self.requests.lock().unwrap().iter().any(|request| request.method == Method::Post)
    }
}

impl Transport for Site {
    fn send(&self, request: Request) -> ResponseFuture {
        if !self.responds {
            return future::pending().boxed();
        }
        let reply = self.replies.iter().find(|(url_part, _)| request.url.contains(url_part));
        let (_, reply) = reply.unwrap_or_else(|| panic!("no reply to {request:?}")).clone();
        let reply = reply.map(|response| Response { url: request.url.clone(), ..response });
        self.requests.lock().unwrap().push(request);
        future::ready(reply).boxed()
    }
}

fn response(status: u16, body: &str) -> Response {
    Response { status, body: body.to_owned(), ..Response::default() }
}

pub fn reply(status: u16, body: &str) -> Reply {
    Ok(response(status, body))
}

pub fn ok(body: &str) -> Reply {
    reply(200, body)
}

/// A list with the headers that have its totals.
pub fn ok_with_totals(body: &str, total: u32, pages: u32) -> Reply {
    Ok(Response { total: Some(total), total_pages: Some(pages), ..response(200, body) })
}

/// An empty response whose header `Allow` has these methods.
pub fn ok_with_allow(methods: &str) -> Reply {
    Ok(Response { allow: Some(methods.to_owned()), ..response(200, "{}") })
}

/// An error as WordPress sends it.
pub fn wordpress_error(status: u16, code: &str) -> Reply {
    let body = serde_json::json!({"code": code, "message": "no", "data": {"status": status}});
    reply(status, &body.to_string())
}
