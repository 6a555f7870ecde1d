//! Connections of readers. axum's own loop has no time limit for the head of a request.

use std::{future::Future, io, iter, net::SocketAddr, pin::pin};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request, serve::Listener};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
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
    let answer = |stream: TcpStream, peer| {
        // Answers are whole: waiting for more bytes of them only delays.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection was closed at once");
        }
        let router = router.clone();
        let service = service_fn(move |request| respond(router.clone(), peer, request));
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // Readers go away in the middle, or are too slow.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
        });
    };
    let mut stopped = pin!(stopped);
    loop {
        tokio::select! {
            (stream, peer) = Listener::accept(&mut listener) => answer(stream, peer),
            () = &mut stopped => break,
        }
    }
    match last_connections(listener) {
        Ok(connections) => connections.into_iter().for_each(|(stream, peer)| answer(stream, peer)),
        Err(error) => tracing::warn!(%error, "the last connections were lost"),
    }
    graceful.shutdown().await;
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
) -> Result<axum::response::Response, std::convert::Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}
