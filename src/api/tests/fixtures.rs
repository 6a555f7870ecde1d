//! Transports that a test controls, responses like those of WordPress, and values that several tests use.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use futures::{
    FutureExt,
    channel::oneshot::{self, Sender},
    executor::block_on,
    future,
};
use serde_json::{Value, json};

use crate::{
    api::{Client, Commenting},
    error::{Error, Rejection},
    http::{NoResponse, Request, Response, ResponseFuture, Transport},
    model::{Article, ArticleId, ArticleKey, CaptchaProvider, Comment, CommentId, Draft, Slug},
};

pub const INDEX: &str = include_str!("../../../tests/fixtures/index.json");
pub const ARTICLE: &str = include_str!("../../../tests/fixtures/article.json");
pub const ARTICLES: &str = include_str!("../../../tests/fixtures/articles.json");
pub const CATEGORIES: &str = include_str!("../../../tests/fixtures/categories.json");
pub const COMMENTS: &str = include_str!("../../../tests/fixtures/comments.json");

/// The API root of the site in the fixtures.
pub const ROOT: &str = "https://example.org/blog/wp-json/";

/// The id of the article in the fixtures.
pub const ARTICLE_ID: ArticleId = ArticleId(201);

/// Companies with captchas, and the fields in which their own forms send an answer.
pub const PROOFS: [(CaptchaProvider, &str); 2] = [
    (CaptchaProvider::Turnstile, "cf-turnstile-response"),
    (CaptchaProvider::HCaptcha, "h-captcha-response"),
];

/// What a transport returns for a request.
pub type Reply = Result<Response, NoResponse>;

/// A transport that returns its replies in order and records the requests.
#[derive(Debug, Default)]
pub struct ScriptedTransport {
    replies: Mutex<VecDeque<Reply>>,
    requests: Mutex<Vec<Request>>,
}

impl Transport for ScriptedTransport {
    fn send(&self, request: Request) -> ResponseFuture {
        let reply = self.replies.lock().unwrap().pop_front();
        let reply = reply.unwrap_or_else(|| panic!("no reply is left for {request:?}"));
        let url = request.url.clone();
        self.requests.lock().unwrap().push(request);
        let with_url = |response: Response| {
            if response.url.is_empty() { Response { url, ..response } } else { response }
        };
        future::ready(reply.map(with_url)).boxed()
    }
}

impl ScriptedTransport {
    /// All requests. Panics if a reply is left.
    pub fn requests(&self) -> Vec<Request> {
        let left = self.replies.lock().unwrap().len();
        assert_eq!(left, 0, "{left} replies were not used");
        self.requests.lock().unwrap().clone()
    }

    /// The URLs of all requests. Panics if a reply is left.
    pub fn urls(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.url).collect()
    }
}

/// A transport whose requests stay open until the test responds.
#[derive(Debug, Default)]
pub struct ManualTransport(Mutex<VecDeque<(Request, Sender<Reply>)>>);

impl Transport for ManualTransport {
    fn send(&self, request: Request) -> ResponseFuture {
        let (sender, reply) = oneshot::channel();
        self.0.lock().unwrap().push_back((request, sender));
        reply.map(|reply| reply.unwrap_or(Err(NoResponse))).boxed()
    }
}

impl ManualTransport {
    /// Responds to the oldest open request, and returns the request.
    pub fn respond(&self, reply: Reply) -> Request {
        let open = self.0.lock().unwrap().pop_front();
        let (request, sender) = open.unwrap_or_else(|| panic!("no request is open"));
        // An error means that the client has dropped the request.
        let _ = sender.send(reply);
        request
    }

    pub fn has_no_open_request(&self) -> bool {
        self.0.lock().unwrap().is_empty()
    }
}

/// A client, and the transport that gives it `replies`.
pub fn client<const N: usize>(replies: [Reply; N]) -> (Client, Arc<ScriptedTransport>) {
    let transport =
        Arc::new(ScriptedTransport { replies: Mutex::new(replies.into()), requests: Mutex::default() });
    (Client::new(ROOT.parse().unwrap(), transport.clone()), transport)
}

pub fn response(status: u16, body: &str) -> Response {
    Response { status, body: body.to_owned(), ..Response::default() }
}

pub fn ok(body: &str) -> Reply {
    Ok(response(200, body))
}

/// A list with the headers that have its totals.
pub fn ok_with_totals(body: &str, total: u32, total_pages: u32) -> Reply {
    Ok(Response { total: Some(total), total_pages: Some(total_pages), ..response(200, body) })
}

/// An error as WordPress sends it.
pub fn wordpress_error(status: u16, code: &str) -> Reply {
    let body = json!({
        "code": code,
        "message": "<strong>Error:</strong> it&#8217;s no",
        "data": {"status": status},
    });
    Ok(response(status, &body.to_string()))
}

/// A comment as WordPress sends it.
pub fn comment_json(id: u64, parent: u64, author: &str, status: &str) -> Value {
    json!({
        "id": id, "parent": parent, "author_name": author, "content": {"rendered": "<p>x</p>"}, "status": status,
        "date": "2024-01-13T00:14:42", "date_gmt": "2024-01-12T23:14:42",
    })
}

pub fn by_slug(written: &str) -> ArticleKey {
    ArticleKey::Slug(Slug::parse(written).unwrap())
}

/// What the client reads from the article of the fixtures after `change`.
pub fn changed_article(change: impl FnOnce(&mut Value)) -> Result<Article, Error> {
    let mut posts: Value = serde_json::from_str(ARTICLE).unwrap();
    change(&mut posts[0]);
    block_on(client([ok(&posts.to_string())]).0.article(&by_slug("x")))
}

/// A draft with spaces, entities and line ends that are changed before it is sent.
pub fn draft() -> Draft {
    Draft {
        name: " أ & ب ".into(),
        email: "a@example.org".into(),
        website: " example.org".into(),
        body: "سطر <1>\r\nسطر\r\n\r\nفقرة ".into(),
        parent: Some(CommentId(7)),
        wants_reply_mails: false,
    }
}

/// Posts [`draft`]. The client has to send one request for each of `replies`.
pub fn post<const N: usize>(replies: [Reply; N], way: Commenting) -> Result<Comment, Rejection> {
    let (client, transport) = client(replies);
    let result = block_on(client.post_comment(ARTICLE_ID, &draft(), way, None));
    assert_eq!(transport.requests().len(), N);
    result
}

/// The rejection that [`wordpress_error`] becomes if its code has no meaning of its own.
pub fn refused(status: u16, code: &str) -> Rejection {
    Rejection::Refused { status, code: code.into(), message: "Error: it’s no".into() }
}
