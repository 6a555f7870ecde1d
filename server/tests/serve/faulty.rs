//! A site between the server and the sandbox that fails, waits and counts as a test wants it.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::{Response, StatusCode},
    routing::any,
};
use futures::{StreamExt, stream};
use reqwest::Client;
use tokio::sync::{mpsc, watch};

/// What is wrong with the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin to respond.
    Silent,
    /// The connection ends in the middle of a response.
    Cut,
    /// 500.
    Failure,
    /// 404.
    Missing,
    /// A page of HTML with 200.
    Html,
    /// An empty list.
    Nothing,
    /// JSON of another shape.
    Shape,
    /// A response that comes in drops and never ends.
    Endless,
    /// A response larger than memory.
    Huge,
}

pub const FAULTS: [Fault; 8] = [
    Fault::Silent,
    Fault::Cut,
    Fault::Failure,
    Fault::Missing,
    Fault::Html,
    Fault::Shape,
    Fault::Endless,
    Fault::Huge,
];

/// Between what it sends.
const PAUSE: Duration = Duration::from_millis(50);

/// The switches of the site.
#[derive(Clone)]
pub struct Switches(Arc<State>);

struct State {
    /// The fault, and the text in the paths that have it.
    fault: Mutex<Option<(Fault, &'static str)>>,
    /// How often each path was asked for.
    asked: Mutex<BTreeMap<String, usize>>,
    /// The text in the paths whose responses are held back once they have been read.
    held: watch::Sender<Option<&'static str>>,
    /// How much of what is huge was taken.
    huge_bytes: Arc<AtomicUsize>,
    /// Says when one is held back.
    holding: mpsc::UnboundedSender<()>,
}

impl Switches {
    /// The site before the one at `target`, and what says that a response is held back.
    pub fn before(target: String) -> (Self, Router, mpsc::UnboundedReceiver<()>) {
        let (holding, is_holding) = mpsc::unbounded_channel();
        let (held, _) = watch::channel(None);
        let (fault, asked) = (Mutex::default(), Mutex::default());
        let state = State { fault, asked, held, huge_bytes: Arc::default(), holding };
        let switches = Self(Arc::new(state));
        let (site, client) = (switches.clone(), Client::builder().no_proxy().build().unwrap());
        let router = Router::new().fallback(any(move |request: Request| {
            let (site, client, target) = (site.clone(), client.clone(), target.clone());
            async move { site.respond(&client, &target, request).await }
        }));
        (switches, router, is_holding)
    }

    /// Paths with `text` have `fault`.
    pub fn fail(&self, fault: Fault, text: &'static str) {
        *self.0.fault.lock().unwrap() = Some((fault, text));
    }

    /// Nothing is wrong.
    pub fn mend(&self) {
        *self.0.fault.lock().unwrap() = None;
    }

    /// Holds back the responses to paths with `text`, as they are when they are asked for.
    pub fn hold(&self, text: &'static str) {
        self.0.held.send_replace(Some(text));
    }

    /// Lets all go.
    pub fn release(&self) {
        self.0.held.send_replace(None);
    }

    /// How often each path was asked for.
    pub fn asked(&self) -> BTreeMap<String, usize> {
        self.0.asked.lock().unwrap().clone()
    }

    /// How many bytes of a response that is [`Fault::Huge`] the server has taken.
    pub fn huge_bytes(&self) -> usize {
        self.0.huge_bytes.load(Relaxed)
    }

    async fn respond(&self, client: &Client, target: &str, request: Request) -> Response<Body> {
        let path = request.uri().path_and_query().unwrap().to_string();
        *self.0.asked.lock().unwrap().entry([request.method().as_str(), " ", &path].concat()).or_default() +=
            1;
        let fault = *self.0.fault.lock().unwrap();
        if let Some((fault, text)) = fault
            && path.contains(text)
        {
            return failed(fault, self.0.huge_bytes.clone()).await;
        }
        let response = passed(client, target, &path, request).await;
        let is_held = |held: &Option<&str>| held.is_some_and(|text| path.contains(text));
        let mut held = self.0.held.subscribe();
        if is_held(&held.borrow()) {
            self.0.holding.send(()).unwrap();
            held.wait_for(|held| !is_held(held)).await.unwrap();
        }
        response
    }
}

async fn failed(fault: Fault, huge_bytes: Arc<AtomicUsize>) -> Response<Body> {
    let mut status = StatusCode::OK;
    let body = match fault {
        Fault::Silent => std::future::pending().await,
        Fault::Cut => {
            let cut = async {
                // What came before has been sent then.
                tokio::time::sleep(PAUSE).await;
                Err(std::io::Error::other("cut"))
            };
            Body::from_stream(stream::iter([Ok(Bytes::from_static(b"[{\"id\":"))]).chain(stream::once(cut)))
        }
        Fault::Failure => {
            status = StatusCode::INTERNAL_SERVER_ERROR;
            Body::from("<p>There has been a critical error on this website.</p>")
        }
        Fault::Missing => {
            status = StatusCode::NOT_FOUND;
            Body::from("<!doctype html><title>Not found</title>")
        }
        Fault::Html => Body::from("<!doctype html><title>Log in</title><p>Who are you?</p>"),
        Fault::Nothing => Body::from("[]"),
        Fault::Shape => Body::from("{\"something\":\"else\"}"),
        Fault::Endless => Body::from_stream(stream::repeat(()).then(async |()| {
            tokio::time::sleep(PAUSE).await;
            Ok::<_, std::io::Error>(Bytes::from_static(b" "))
        })),
        Fault::Huge => {
            Body::from_stream(stream::repeat(Bytes::from_static(&[b' '; 1 << 16])).map(move |part| {
                huge_bytes.fetch_add(part.len(), Relaxed);
                Ok::<_, std::io::Error>(part)
            }))
        }
    };
    Response::builder().status(status).header("content-type", "application/json").body(body).unwrap()
}

async fn passed(client: &Client, target: &str, path: &str, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let sent = client.request(parts.method, [target, path].concat()).headers(parts.headers);
    let received = sent.body(reqwest::Body::wrap_stream(body.into_data_stream())).send().await.unwrap();
    let mut response = Response::builder().status(received.status());
    for (name, value) in received.headers() {
        if name != "transfer-encoding" && name != "connection" && name != "content-length" {
            response = response.header(name, value);
        }
    }
    response.body(Body::from(received.bytes().await.unwrap())).unwrap()
}
