//! How much is under way at the same time. What is too much is refused at once: a reader who is told to come again is
//! better off than all of them waiting.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Response, StatusCode, header},
};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// When to come again.
const BUSY_RETRY_AFTER_S: &str = "2";

/// The requests under way. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Places {
    free: Arc<Semaphore>,
    total: usize,
}

impl Places {
    /// Room for `total` requests.
    pub fn new(total: usize) -> Self {
        Self { free: Arc::new(Semaphore::new(total)), total }
    }

    /// A place, if one is free.
    pub fn take(&self) -> Option<Place> {
        self.free.clone().try_acquire_owned().ok().map(Arc::new).map(Place)
    }

    /// How many are taken.
    pub fn taken(&self) -> usize {
        self.total.saturating_sub(self.free.available_permits())
    }
}

/// The place of one request. Free again when its last clone is dropped.
#[derive(Debug, Clone)]
pub struct Place(
    #[expect(dead_code, reason = "held until the body has been sent")] Arc<OwnedSemaphorePermit>,
);

impl Place {
    /// `response`, which has this place until its last byte.
    pub fn until_sent(self, response: Response<Body>) -> Response<Body> {
        response.map(|body| Body::new(Placed { body, _place: self }))
    }
}

struct Placed {
    body: Body,
    _place: Place,
}

impl HttpBody for Placed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The response to whom no place is free.
pub fn busy() -> Response<Body> {
    let mut response = Response::new(Body::from("too many requests at the moment\n"));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static(BUSY_RETRY_AFTER_S));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
