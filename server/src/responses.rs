//! The site's responses, as the transport of an application that is rendered natively: what is known is there at once,
//! so that the first rendering has it, and what is lacking is noted.

use std::{
    collections::HashMap,
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use futures::{FutureExt, future};
use tadwina::{
    api::is_json,
    http::{Method, NoResponse, Request, Response, ResponseFuture, Transport},
};

/// What came back, or that nothing did.
pub type Answer = Result<Response, NoResponse>;

/// The responses of one page.
#[derive(Debug, Default)]
pub struct Responses {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    known: HashMap<(&'static str, String), Answer>,
    lacking: Vec<Request>,
}

impl Responses {
    /// What was asked for since the last call and is not known.
    pub fn take_lacking(&self) -> Vec<Request> {
        mem::take(&mut self.state().lacking)
    }

    /// Keeps the answer to a request.
    pub fn add(&self, request: &Request, answer: Answer) {
        self.state().known.insert(key(request), answer);
    }

    /// Whether something failed that may not fail the next time.
    pub fn has_failures(&self) -> bool {
        let is_failure = |((method, _), answer): (&(&str, String), &Answer)| match answer {
            // A page in the place of JSON is a firewall's, or a maintenance's.
            Ok(response) if *method == "GET" && response.is_success() => !is_json(response),
            Ok(response) => response.status == 429 || response.status >= 500,
            Err(NoResponse) => true,
        };
        self.state().known.iter().any(is_failure)
    }

    /// Nothing panics while it holds the lock, so that what it guards is whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Responses {
    fn send(&self, request: Request) -> ResponseFuture {
        let mut state = self.state();
        match state.known.get(&key(&request)) {
            Some(answer) => future::ready(answer.clone()).boxed(),
            None => {
                if !state.lacking.contains(&request) {
                    state.lacking.push(request);
                }
                future::pending().boxed()
            }
        }
    }
}

fn key(request: &Request) -> (&'static str, String) {
    let method = match request.method {
        Method::Get => "GET",
        Method::Head => "HEAD",
        Method::Options => "OPTIONS",
        Method::Post => "POST",
    };
    (method, request.url.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lacking_is_noted_once_and_there_at_once_when_it_is_known() {
        let responses = Responses::default();
        let request = Request::get("/wp-json/".to_owned());
        for _ in 0..2 {
            assert_eq!(responses.send(request.clone()).now_or_never(), None);
        }
        assert_eq!(responses.take_lacking(), std::slice::from_ref(&request));
        responses.add(&request, Err(NoResponse));
        assert_eq!(responses.send(request.clone()).now_or_never(), Some(Err(NoResponse)));
        assert!(responses.take_lacking().is_empty());
        assert!(responses.has_failures());
    }

    #[test]
    fn a_page_in_the_place_of_json_is_a_failure() {
        for (body, is_failure) in [
            ("[]", false),
            ("<b>Notice</b>: x\n[1]", false),
            ("<!doctype html><p>Log in", true),
            ("[{\"id\":1},{\"i", true),
            ("", true),
        ] {
            let responses = Responses::default();
            let response = Response { status: 200, body: body.to_owned(), ..Response::default() };
            responses.add(&Request::get("/a".to_owned()), Ok(response));
            assert_eq!(responses.has_failures(), is_failure, "{body}");
        }
    }

    #[test]
    fn the_methods_of_an_address_are_different_requests() {
        let responses = Responses::default();
        responses.add(&Request::get("/a".to_owned()), Ok(Response { status: 404, ..Response::default() }));
        assert_eq!(responses.send(Request::options("/a".to_owned())).now_or_never(), None);
        assert!(!responses.has_failures());
    }
}
