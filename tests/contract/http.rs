//! The client's way to a site outside a browser: blocking, with redirects followed as `fetch` follows them.

use std::time::Duration;

use futures::{FutureExt, future};
use tadwina::http::{Method, NoResponse, Request, Response, ResponseFuture, Transport};
use ureq::{Agent, ResponseExt, http::HeaderMap};

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug, Clone)]
pub struct Http(Agent);

impl Default for Http {
    fn default() -> Self {
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        Self(config.build().into())
    }
}

impl Transport for Http {
    fn send(&self, request: Request) -> ResponseFuture {
        future::ready(self.answer(request).map_err(|_| NoResponse)).boxed()
    }
}

impl Http {
    /// The text at `url`, whatever its status.
    pub fn text(&self, url: &str) -> String {
        let answer = self.answer(Request::get(url.to_owned()));
        answer.unwrap_or_else(|error| panic!("{url}: {error}")).body
    }

    /// Puts `body` at `url`.
    pub fn put(&self, url: &str, body: &str) {
        let answer = self.0.put(url).send(body).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert!(answer.status().is_success(), "{url}: {}", answer.status());
    }

    fn answer(&self, request: Request) -> Result<Response, ureq::Error> {
        let Request { method, url, form } = request;
        let accept = ("Accept", "application/json");
        let mut answer = match method {
            Method::Get => self.0.get(&url).header(accept.0, accept.1).call()?,
            Method::Options => self.0.options(&url).header(accept.0, accept.1).call()?,
            Method::Post => self.0.post(&url).header(accept.0, accept.1).send_form(form)?,
        };
        let end = answer.get_uri().to_string();
        let headers = answer.headers();
        Ok(Response {
            status: answer.status().as_u16(),
            redirected: path(&end) != path(&url),
            total: header(headers, "x-wp-total").and_then(|total| total.parse().ok()),
            total_pages: header(headers, "x-wp-totalpages").and_then(|pages| pages.parse().ok()),
            allow: header(headers, "allow").map(str::to_owned),
            url: end.split('#').next().unwrap_or_default().to_owned(),
            body: answer.body_mut().read_to_string()?,
        })
    }
}

fn path(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
