//! A site whose answers are ready at once, by what is asked, and that keeps what it was asked.

use std::sync::{Arc, Mutex};

use futures::{FutureExt, future};
use tadwina::http::{Method, NoResponse, Request, Response, ResponseFuture, Transport};

/// A part of an address by which a question is known.
pub const INDEX: &str = "wp-json/?_fields=name";
pub const CATEGORIES: &str = "wp/v2/categories?";
pub const ARTICLE: &str = "wp/v2/posts?_embed";
/// The article without its text.
pub const HEADING: &str = "wp/v2/posts?_fields=id,link,title.rendered,comment_status";
pub const PAGE: &str = "wp/v2/pages?_embed";
pub const ARTICLES: &str = "wp/v2/posts?per_page";
pub const COMMENTS: &str = "order=asc&_fields=id,parent";
pub const COUNTS: &str = "&_fields=id,post";
pub const PROBE: &str = "_envelope";

type Answer = Result<Response, NoResponse>;

/// What a site answers.
#[derive(Debug)]
pub struct Site {
    answers: Vec<(&'static str, Answer)>,
    /// Whether nothing it is asked is ever answered.
    silent: bool,
    asked: Mutex<Vec<Request>>,
}

impl Site {
    /// One that answers everything well.
    pub fn new() -> Self {
        let fixture = |body: &str| Ok(reply(200, body));
        let answers = vec![
            (INDEX, fixture(include_str!("../fixtures/index.json"))),
            (CATEGORIES, fixture(include_str!("../fixtures/categories.json"))),
            (ARTICLE, fixture(include_str!("../fixtures/article.json"))),
            (HEADING, fixture(include_str!("../fixtures/article.json"))),
            (PAGE, fixture("[]")),
            (ARTICLES, fixture(include_str!("../fixtures/articles.json"))),
            (COMMENTS, fixture(include_str!("../fixtures/comments.json"))),
            (COUNTS, fixture("[{\"id\":1,\"post\":202},{\"id\":2,\"post\":202}]")),
            (PROBE, Ok(Response { allow: Some("GET, POST".to_owned()), ..reply(200, "{}") })),
        ];
        Self { answers, silent: false, asked: Mutex::default() }
    }

    /// One that never answers.
    pub fn silent() -> Self {
        Self { silent: true, ..Self::new() }
    }

    /// The same with another answer to one question.
    pub fn with(mut self, question: &'static str, answer: Answer) -> Self {
        self.answers.insert(0, (question, answer));
        self
    }

    /// How often it was asked something whose address has `part`.
    pub fn times_asked(&self, part: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|request| request.url.contains(part)).count()
    }

    /// Whether it was told anything.
    pub fn was_posted_to(&self) -> bool {
        self.asked.lock().unwrap().iter().any(|request| request.method == Method::Post)
    }
}

impl Transport for Arced {
    fn send(&self, request: Request) -> ResponseFuture {
        let site = &self.0;
        if site.silent {
            return future::pending().boxed();
        }
        let answer = site.answers.iter().find(|(part, _)| request.url.contains(part));
        let (_, answer) = answer.unwrap_or_else(|| panic!("nobody expected {request:?}")).clone();
        let answer = answer.map(|reply| Response { url: request.url.clone(), ..reply });
        site.asked.lock().unwrap().push(request);
        future::ready(answer).boxed()
    }
}

/// A way to a site that a test still holds.
#[derive(Debug)]
pub struct Arced(pub Arc<Site>);

pub fn reply(status: u16, body: &str) -> Response {
    Response { status, body: body.to_owned(), ..Response::default() }
}

/// A list with its totals.
pub fn listed(body: &str, total: u32, pages: u32) -> Answer {
    Ok(Response { total: Some(total), total_pages: Some(pages), ..reply(200, body) })
}

/// A refusal of WordPress's.
pub fn refusal(status: u16, code: &str) -> Answer {
    let body = serde_json::json!({"code": code, "message": "no", "data": {"status": status}});
    Ok(reply(status, &body.to_string()))
}
