//! Connections of readers. axum's own loop has no time limit for the head of a request.

use std::{convert::Infallible, future::Future, io, iter, net::SocketAddr, pin::pin};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request, serve::Listener};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tower::ServiceExt;

use crate::settings::Operation;

/// Most headers of a request: browsers send some twenty, proxies add a few.
const MAX_HEADERS: usize = 100;
/// Most bytes of the head of a request: cookies of many plugins fit.
const MAX_HEAD_BYTES: usize = 64 << 10;
/// Most connections that the system keeps until they are accepted.
const BACKLOG: usize = 1024;

/// Answers the requests that come to `listener` by `router` until `stopped`, and then until those are done that are
/// under way.
pub async fn listen(
    mut listener: TcpListener,
    router: Router,
    operation: &Operation,
    stopped: impl Future<Output = ()> + Send,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(operation.head_timeout)
        .max_headers(MAX_HEADERS)
        .max_header_size(MAX_HEAD_BYTES);
    let graceful = GracefulShutdown::new();
    let mut stopped = pin!(stopped);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stopped => break,
        };
        tokio::spawn(ended(graceful.watch(connection(&http, stream, peer, router.clone()))));
    }
    // One that was told to end before its first request would end at once. These are for one request each.
    http.keep_alive(false);
    let mut last = JoinSet::new();
    match last_connections(listener) {
        Ok(connections) => {
            for (stream, peer) in connections {
                last.spawn(ended(connection(&http, stream, peer, router.clone())));
            }
        }
        Err(error) => tracing::warn!(%error, "the last connections were lost"),
    }
    tokio::join!(graceful.shutdown(), async { while last.join_next().await.is_some() {} });
}

/// Answers the requests of one connection.
fn connection(
    http: &http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> http1::Connection<
    TokioIo<TcpStream>,
    impl Service<Request<Incoming>, Response = axum::response::Response, Error = Infallible, Future: Send> + use<>,
> {
    // Answers are whole: waiting for more bytes of them only delays.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection was closed at once");
    }
    http.serve_connection(
        TokioIo::new(stream),
        service_fn(move |request| respond(router.clone(), peer, request)),
    )
}

/// Waits for the end of a connection. Readers go away in the middle, or are too slow.
async fn ended(connection: impl Future<Output = hyper::Result<()>>) {
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection ended");
    }
}

/// The connections that wait to be accepted. With their listener they would be reset.
fn last_connections(listener: TcpListener) -> io::Result<Vec<(TcpStream, SocketAddr)>> {
    let listener = listener.into_std()?;
    let waiting = iter::from_fn(|| listener.accept().ok()).take(BACKLOG);
    waiting
        .map(|(stream, peer)| {
            stream.set_nonblocking(true)?;
            Ok((TcpStream::from_std(stream)?, peer))
        })
        .collect()
}

async fn respond(
    router: Router,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<axum::response::Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}
