//! Requests on their way, and responses that are not yet too old to serve again.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::{
    FutureExt,
    channel::oneshot,
    future::{self, Either, LocalBoxFuture, Shared},
};
use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, RequestCredentials};

use super::{FetchScope, inline, prefetched, send::send};
use crate::{
    browser::{absolute, log_error},
    http::{Method, NoResponse, Request, Response},
};

type Outcome = Result<Response, NoResponse>;

/// A request that several may wait for.
struct Pending {
    response: Shared<LocalBoxFuture<'static, Outcome>>,
    /// Ends the request; `None` for one that the page began.
    controller: Option<AbortController>,
    /// How many wait.
    waiting: Cell<usize>,
    /// When the response came, on the clock of `performance.now()`.
    finished_ms: Cell<f64>,
}

/// Requests by their keys. A list, since a page has few of them at a time.
type Pool = RefCell<Vec<(String, Rc<Pending>)>>;

thread_local! {
    /// What is read, by credentials, method and address.
    static READING: Pool = const { RefCell::new(Vec::new()) };
    /// What is posted, by credentials, address and form: the same again shares its response.
    static POSTING: Pool = const { RefCell::new(Vec::new()) };
}

/// Sends `request`, or shares what was sent.
pub fn fetch(mut request: Request, scope: &FetchScope) -> LocalBoxFuture<'static, Outcome> {
    request.url = absolute(&request.url);
    if request.method == Method::Post { post(request, scope) } else { read(request, scope) }
}

/// What is posted is to arrive: nobody's leaving ends it.
fn post(request: Request, scope: &FetchScope) -> LocalBoxFuture<'static, Outcome> {
    // What was read may be so no more.
    READING.with_borrow_mut(Vec::clear);
    let form = request.form.iter().flat_map(|(name, value)| [*name, value]).collect::<Vec<_>>().join("\n");
    let key = [credentials(scope), &request.url, &form].join(" ");
    if let Some(pending) = POSTING.with_borrow(|pool| find(pool, &key)) {
        return pending.response.clone().boxed_local();
    }
    let pending = begin(request, scope);
    POSTING.with_borrow_mut(|pool| pool.push((key.clone(), pending.clone())));
    let response = pending.response.clone();
    spawn_local(async move {
        // Whoever sent it has the outcome.
        let _ = pending.response.clone().await;
        POSTING.with_borrow_mut(|pool| pool.retain(|(other, _)| *other != key));
    });
    response.boxed_local()
}

fn read(request: Request, scope: &FetchScope) -> LocalBoxFuture<'static, Outcome> {
    forget_older_than(scope.keep_ms);
    let method = match request.method {
        Method::Head => "HEAD",
        Method::Options => "OPTIONS",
        Method::Get | Method::Post => "GET",
    };
    let key = [credentials(scope), method, &request.url].join(" ");
    let known = READING.with_borrow(|pool| find(pool, &key));
    let pending = known.unwrap_or_else(|| {
        let pending = open(request, scope);
        READING.with_borrow_mut(|pool| pool.push((key, pending.clone())));
        keep_when_good(pending.clone());
        pending
    });
    match pending.response.peek() {
        // At once, so that it is in what is rendered first.
        Some(outcome) => future::ready(outcome.clone()).boxed_local(),
        None => wait(pending, scope.signal.clone()).boxed_local(),
    }
}

/// What the page has already, or has begun; otherwise a request of our own.
fn open(request: Request, scope: &FetchScope) -> Rc<Pending> {
    if request.method == Method::Get {
        if let Some(response) = inline::take(&request.url) {
            return pending(future::ready(Ok(response)).boxed_local(), None);
        }
        if let Some(prefetched) = prefetched::take(&request.url) {
            let scope = scope.clone();
            return pending(
                async move {
                    match prefetched.into_response().await {
                        Some(response) => Ok(response),
                        // One that failed is sent again.
                        None => begin(request, &scope).response.clone().await,
                    }
                }
                .boxed_local(),
                None,
            );
        }
    }
    begin(request, scope)
}

/// Sends a request.
fn begin(request: Request, scope: &FetchScope) -> Rc<Pending> {
    match AbortController::new() {
        Ok(controller) => {
            pending(send(request, scope.credentials, controller.clone()).boxed_local(), Some(controller))
        }
        Err(_) => {
            log_error("this browser has no AbortController");
            pending(future::ready(Err(NoResponse)).boxed_local(), None)
        }
    }
}

fn pending(response: LocalBoxFuture<'static, Outcome>, controller: Option<AbortController>) -> Rc<Pending> {
    let response = response.shared();
    // Polled once: it begins now, and what is here already can be peeked at.
    let _ = response.clone().now_or_never();
    Rc::new(Pending { response, controller, waiting: Cell::new(0), finished_ms: Cell::new(now_ms()) })
}

/// Keeps neither a failure nor a page in the place of JSON: the next request goes to the site.
fn keep_when_good(pending: Rc<Pending>) {
    spawn_local(async move {
        let outcome = pending.response.clone().await;
        pending.finished_ms.set(now_ms());
        let is_good = outcome.is_ok_and(|response| {
            response.status < 300 && response.body.trim_start().starts_with(['[', '{'])
        });
        if !is_good {
            forget(&pending);
        }
    });
}

/// Waits until `signal` ends the waiting; the last to leave ends the request.
async fn wait(pending: Rc<Pending>, signal: Option<AbortSignal>) -> Outcome {
    let Some(signal) = signal else { return pending.response.clone().await };
    pending.waiting.set(pending.waiting.get() + 1);
    let (leave, left) = oneshot::channel();
    let mut leave = Some((leave, pending.clone()));
    let _listener = EventListener::new(&signal, "abort", move |_| {
        if let Some((leave, pending)) = leave.take() {
            // Now and not when the future is polled: an element that starts meanwhile must not share this request.
            end_when_unused(&pending);
            // The receiver is gone where the response has come.
            let _ = leave.send(());
        }
    });
    match future::select(pending.response.clone(), left).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right(_) => Err(NoResponse),
    }
}

/// One fewer waits. Ends a request for which nobody waits any more.
fn end_when_unused(pending: &Rc<Pending>) {
    pending.waiting.set(pending.waiting.get() - 1);
    if pending.waiting.get() == 0
        && pending.response.peek().is_none()
        && let Some(controller) = &pending.controller
    {
        controller.abort();
        forget(pending);
    }
}

fn find(pool: &[(String, Rc<Pending>)], key: &str) -> Option<Rc<Pending>> {
    pool.iter().find(|(known, _)| known == key).map(|(_, pending)| pending.clone())
}

fn forget(pending: &Rc<Pending>) {
    READING.with_borrow_mut(|pool| pool.retain(|(_, known)| !Rc::ptr_eq(known, pending)));
}

fn forget_older_than(keep_ms: f64) {
    let now_ms = now_ms();
    READING.with_borrow_mut(|pool| {
        pool.retain(|(_, pending)| {
            pending.response.peek().is_none() || now_ms - pending.finished_ms.get() <= keep_ms
        });
    });
}

fn credentials(scope: &FetchScope) -> &'static str {
    match scope.credentials {
        RequestCredentials::Omit => "omit",
        RequestCredentials::Include => "include",
        _ => "same-origin",
    }
}

fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
