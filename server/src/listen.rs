//! Connections of readers. axum's own loop has no time limits for the head of a request and for readers who do not read.

use std::{
    convert::Infallible,
    future::Future,
    io, iter,
    net::SocketAddr,
    pin::{Pin, pin},
    time::Duration,
};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request, serve::Listener};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tokio_io_timeout::TimeoutStream;
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
    // WordPress tells of changes and closes at once: what it has sent counts all the same.
    http.half_close(true)
        .timer(TokioTimer::new())
        .header_read_timeout(operation.head_timeout)
        .max_headers(MAX_HEADERS)
        .max_header_size(MAX_HEAD_BYTES);
    let send_timeout = operation.send_timeout;
    let (stop, is_stopping) = watch::channel(());
    let mut stopped = pin!(stopped);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stopped => break,
        };
        let connection = connection(&http, stream, peer, router.clone(), send_timeout);
        tokio::spawn(answered(connection, is_stopping.clone()));
    }
    stop.send_replace(());
    // One that was told to end before its first request would end at once. These are for one request each.
    http.keep_alive(false);
    match last_connections(listener) {
        Ok(connections) => {
            for (stream, peer) in connections {
                let connection = connection(&http, stream, peer, router.clone(), send_timeout);
                tokio::spawn(answered(connection, stop.subscribe()));
            }
        }
        Err(error) => tracing::warn!(%error, "the last connections were lost"),
    }
    // Each connection has one of these until it ends.
    drop(is_stopping);
    stop.closed().await;
}

/// What answers the requests of readers: who asks for another protocol gets the connection.
type Connection<S> = http1::UpgradeableConnection<TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>, S>;

/// Answers the requests of one connection.
fn connection(
    http: &http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    send_timeout: Duration,
) -> Connection<
    impl Service<Request<Incoming>, Response = axum::response::Response, Error = Infallible, Future: Send> + use<>,
> {
    // Answers are whole: waiting for more bytes of them only delays.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection was closed at once");
    }
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(send_timeout));
    let service = service_fn(move |request| respond(router.clone(), peer, request));
    http.serve_connection(TokioIo::new(Box::pin(stream)), service).with_upgrades()
}

/// Waits for the end of a connection, which begins nothing more as soon as the server is stopping.
async fn answered<S>(connection: Connection<S>, mut is_stopping: watch::Receiver<()>)
where
    S: Service<Request<Incoming>, Response = axum::response::Response, Error = Infallible>,
    S::Future: Send + 'static,
{
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
