//! A transport for tests: it blocks, and it follows redirects as `fetch` does.

use std::time::Duration;

use futures::{FutureExt, future};
use tadwina::http::{Method, NoResponse, Request, Response, ResponseFuture, Transport};
use ureq::{Agent, ResponseExt, http::HeaderMap};

/// How long to wait for one response.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(60);

/// An HTTP client.
#[derive(Debug, Clone)]
pub struct Http(Agent);

impl Default for Http {
    fn default() -> Self {
        let config =
            Agent::config_builder().timeout_global(Some(RESPONSE_TIMEOUT)).http_status_as_error(false);
        Self(config.build().into())
    }
}

impl Transport for Http {
    fn send(&self, request: Request) -> ResponseFuture {
        future::ready(self.fetch(request).map_err(|_| NoResponse)).boxed()
    }
}

impl Http {
    /// The body of the response from `url`, whatever its status.
    pub fn text(&self, url: &str) -> String {
        let response = self.fetch(Request::get(url.to_owned()));
        response.unwrap_or_else(|error| panic!("{url}: {error}")).body
    }

    /// Sends `body` to `url` by `PUT`.
    pub fn put(&self, url: &str, body: &str) {
        let response = self.0.put(url).send(body).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert!(response.status().is_success(), "{url}: {}", response.status());
    }

    fn fetch(&self, request: Request) -> Result<Response, ureq::Error> {
        let Request { method, url, form } = request;
        let accept = ("Accept", "application/json");
        let mut response = match method {
            Method::Get => self.0.get(&url).header(accept.0, accept.1).call()?,
            Method::Head => self.0.head(&url).header(accept.0, accept.1).call()?,
            Method::Options => self.0.options(&url).header(accept.0, accept.1).call()?,
            Method::Post => self.0.post(&url).header(accept.0, accept.1).send_form(form)?,
        };
        let final_url = response.get_uri().to_string();
        let headers = response.headers();
        Ok(Response {
            status: response.status().as_u16(),
            redirected: path(&final_url) != path(&url),
            total: header(headers, "x-wp-total").and_then(|total| total.parse().ok()),
            total_pages: header(headers, "x-wp-totalpages").and_then(|pages| pages.parse().ok()),
            allow: header(headers, "allow").map(str::to_owned),
            retry_after_s: header(headers, "retry-after").and_then(|written| written.parse().ok()),
            url: final_url.split('#').next().unwrap_or_default().to_owned(),
            body: response.body_mut().read_to_string()?,
        })
    }
}

fn path(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
