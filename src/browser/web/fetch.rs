//! Questions to the site by the browser's `fetch`, shared by all who ask the same: see `edge.js`.

use futures::{FutureExt, future::BoxFuture};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::glue::{self, Answer, Line};
use super::json::read;
use crate::{
    api::{NoAnswer, Reply, Request, Transport},
    json::Json,
};

/// The browser's `fetch`, without headers that need a preflight.
#[derive(Debug)]
pub struct Fetch(SendWrapper<Line>);

impl Fetch {
    /// Over a line of its own.
    pub fn over(line: Line) -> Self {
        Self(SendWrapper::new(line))
    }
}

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Reply, NoAnswer>> {
        let Request { method, url, form } = request;
        let form = form.into_iter().flat_map(|(name, value)| [name.to_owned(), value]).collect();
        let question = glue::ask(&self.0, method.name(), &url, form);
        SendWrapper::new(async move {
            // Without waiting where the answer is here, so that it is in what is rendered first.
            let answer = match question.answer() {
                Some(answer) => answer,
                None => {
                    let came = JsFuture::from(question.coming()).await.map_err(|_| NoAnswer)?;
                    if came.is_undefined() {
                        return Err(NoAnswer);
                    }
                    came.unchecked_into()
                }
            };
            Ok(reply(&answer))
        })
        .boxed()
    }

    fn parse(&self, text: &str) -> Option<Json> {
        js_sys::JSON::parse(text).ok().map(|value| read(&value))
    }
}

fn reply(answer: &Answer) -> Reply {
    let number = |written: Option<String>| written?.parse().ok();
    Reply {
        status: answer.status(),
        url: answer.url(),
        redirected: answer.redirected(),
        total: number(answer.total()),
        total_pages: number(answer.pages()),
        allow: answer.allow(),
        body: answer.body(),
    }
}
