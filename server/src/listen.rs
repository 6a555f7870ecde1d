//! Connections of readers. axum's own loop has no time limits for the head of a request and for readers who do not read.

use std::{future::Future, net::SocketAddr, pin::pin};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request, serve::Listener};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net::TcpListener, sync::watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::settings::Operation;

/// Most headers of a request: browsers send some twenty, proxies add a few.
const MAX_HEADERS: usize = 100;
/// Most bytes of the head of a request: cookies of many plugins fit.
const MAX_HEAD_BYTES: usize = 64 << 10;

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
    let (stop, is_stopping) = watch::channel(());
    let mut stopped = pin!(stopped);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stopped => break,
        };
        // Answers are whole: waiting for more bytes of them only delays.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection was closed at once");
        }
        let router = router.clone();
        let service = service_fn(move |request| respond(router.clone(), peer, request));
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(operation.send_timeout));
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service).with_upgrades();
        let mut is_stopping = is_stopping.clone();
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                _ = is_stopping.changed() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
            // Readers go away in the middle, or are too slow.
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended");
            }
        });
    }
    drop(listener);
    stop.send_replace(());
    // Each connection has one of these until it ends.
    drop(is_stopping);
    stop.closed().await;
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
