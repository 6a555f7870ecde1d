//! A site that answers what it is told to, in order, and keeps what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use futures::{
    FutureExt,
    channel::oneshot::{self, Sender},
    future,
};

use crate::{
    api::Client,
    http::{NoResponse, Request, Response, ResponseFuture, Transport},
};

pub const INDEX: &str = include_str!("../../../tests/fixtures/index.json");
pub const ARTICLE: &str = include_str!("../../../tests/fixtures/article.json");
pub const ARTICLES: &str = include_str!("../../../tests/fixtures/articles.json");
pub const CATEGORIES: &str = include_str!("../../../tests/fixtures/categories.json");
pub const COMMENTS: &str = include_str!("../../../tests/fixtures/comments.json");

/// Where the site of the fixtures stands.
pub const ROOT: &str = "https://example.org/blog/wp-json/";

#[derive(Debug, Default)]
pub struct Fixtures {
    answers: Mutex<VecDeque<Result<Response, NoResponse>>>,
    asked: Mutex<Vec<Request>>,
}

impl Transport for Fixtures {
    fn send(&self, request: Request) -> ResponseFuture {
        let answer = self.answers.lock().unwrap().pop_front();
        let answer = answer.unwrap_or_else(|| panic!("nobody expected {request:?}"));
        let url = request.url.clone();
        self.asked.lock().unwrap().push(request);
        let with_url = |reply: Response| if reply.url.is_empty() { Response { url, ..reply } } else { reply };
        future::ready(answer.map(with_url)).boxed()
    }
}

impl Fixtures {
    /// Everything that was asked, once every answer has been given.
    pub fn asked(&self) -> Vec<Request> {
        let left = self.answers.lock().unwrap().len();
        assert_eq!(left, 0, "{left} answers were never asked for");
        self.asked.lock().unwrap().clone()
    }

    pub fn urls(&self) -> Vec<String> {
        self.asked().into_iter().map(|request| request.url).collect()
    }
}

pub type Answer = Result<Response, NoResponse>;

/// A site that answers when it is told to.
#[derive(Debug, Default)]
pub struct Patient(Mutex<VecDeque<(Request, Sender<Answer>)>>);

impl Transport for Patient {
    fn send(&self, request: Request) -> ResponseFuture {
        let (sender, answer) = oneshot::channel();
        self.0.lock().unwrap().push_back((request, sender));
        answer.map(|answer| answer.unwrap_or(Err(NoResponse))).boxed()
    }
}

impl Patient {
    /// Answers the question that has waited longest, and says which it was.
    pub fn answer(&self, answer: Answer) -> Request {
        let (request, sender) = self.0.lock().unwrap().pop_front().unwrap_or_else(|| panic!("nobody asks"));
        // Nobody has to wait for it.
        let _ = sender.send(answer);
        request
    }

    pub fn is_asked_nothing(&self) -> bool {
        self.0.lock().unwrap().is_empty()
    }
}

/// A client of a site that gives `answers`.
pub fn client<const N: usize>(answers: [Result<Response, NoResponse>; N]) -> (Client, Arc<Fixtures>) {
    let fixtures = Arc::new(Fixtures { answers: Mutex::new(answers.into()), asked: Mutex::default() });
    (Client::new(ROOT.parse().unwrap(), fixtures.clone()), fixtures)
}

pub fn reply(status: u16, body: &str) -> Response {
    Response { status, body: body.to_owned(), ..Response::default() }
}

pub fn ok(body: &str) -> Result<Response, NoResponse> {
    Ok(reply(200, body))
}

pub fn listed(body: &str, total: u32, total_pages: u32) -> Result<Response, NoResponse> {
    Ok(Response { total: Some(total), total_pages: Some(total_pages), ..reply(200, body) })
}

/// An error of WordPress's.
pub fn refusal(status: u16, code: &str) -> Result<Response, NoResponse> {
    let body = serde_json::json!({
        "code": code,
        "message": "<strong>Error:</strong> it&#8217;s no",
        "data": {"status": status},
    });
    Ok(reply(status, &body.to_string()))
}
