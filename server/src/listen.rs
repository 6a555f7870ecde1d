//! Connections of readers. axum's own loop has no time limits for the head of a request and for readers who do not read.

use std::{convert::Infallible, future::Future, io, iter, net::SocketAddr, pin::pin, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request, serve::Listener};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
    time::timeout,
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
/// How long a server that is stopping waits for the first request of a connection.
const FIRST_REQUEST: Duration = Duration::from_secs(1);

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
    let (stop, is_stopping) = watch::channel(false);
    let begin = |(stream, peer)| {
        let connection = Connection { stream, peer, send_timeout: operation.send_timeout };
        tokio::spawn(connection.answer(http.clone(), router.clone(), is_stopping.clone()));
    };
    let mut stopped = pin!(stopped);
    loop {
        tokio::select! {
            accepted = Listener::accept(&mut listener) => begin(accepted),
            () = &mut stopped => break,
        }
    }
    stop.send_replace(true);
    match last_connections(listener) {
        Ok(connections) => connections.into_iter().for_each(begin),
        Err(error) => tracing::warn!(%error, "the last connections were lost"),
    }
    // Each connection has one of these until it ends.
    drop(is_stopping);
    stop.closed().await;
}

struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    send_timeout: Duration,
}

impl Connection {
    /// Answers requests until the reader goes away, or until the server is stopping.
    async fn answer(self, http: http1::Builder, router: Router, mut is_stopping: watch::Receiver<bool>) {
        // Answers are whole: waiting for more bytes of them only delays.
        if let Err(error) = self.stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection was closed at once");
        }
        let mut stream = TimeoutStream::new(self.stream);
        stream.set_write_timeout(Some(self.send_timeout));
        let has_asked = Notify::new();
        let service = service_fn(|request| {
            has_asked.notify_one();
            respond(router.clone(), self.peer, request)
        });
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service).with_upgrades();
        let mut connection = pin!(connection);
        let last_request = async {
            _ = is_stopping.wait_for(|&is_stopping| is_stopping).await;
            // A connection that is told to end before its first request ends at once, even if the request is on its way.
            _ = timeout(FIRST_REQUEST, has_asked.notified()).await;
        };
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = last_request => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        // Readers go away in the middle, or are too slow.
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended");
        }
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
