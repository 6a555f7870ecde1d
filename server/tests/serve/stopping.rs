//! The server is stopped: nobody who has asked goes without an answer.

use std::{future::ready, time::Duration};

use axum::Router;
use futures::future::join_all;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};

use crate::{
    faulty::Switches,
    support::{Blog, site},
};

/// Far longer than anything here takes.
const HANGS_S: u64 = 20;

/// Connects and asks for `path`, without waiting for an answer.
async fn asking(url: &str, path: &str) -> TcpStream {
    let mut connection = TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap();
    connection.write_all(format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes()).await.unwrap();
    connection
}

/// What comes until the server closes the connection.
async fn rest(mut connection: TcpStream) -> String {
    let mut received = Vec::new();
    let reading = connection.read_to_end(&mut received);
    timeout(Duration::from_secs(HANGS_S), reading).await.expect("an end").unwrap();
    String::from_utf8_lossy(&received).into_owned()
}

#[tokio::test]
async fn requests_under_way_are_finished_and_no_others_begun() {
    let sandbox = Blog::start(&[]).await;
    let (switches, router, mut is_holding) = Switches::before(sandbox.site.clone());
    let (stop, stopped) = oneshot::channel::<()>();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (blog, _) = Blog::before_until(&site(router).await, &[], listener, async { _ = stopped.await }).await;
    let path = blog.article(217).await;
    switches.hold("/wp-json/wp/v2/posts");
    let page = asking(&blog.url, &path).await;
    is_holding.recv().await.unwrap();
    stop.send(()).unwrap();
    let address = blog.url.strip_prefix("http://").unwrap();
    let refused = async { while TcpStream::connect(address).await.is_ok() {} };
    timeout(Duration::from_secs(HANGS_S), refused).await.expect("nobody listens any more");
    switches.release();
    let page = rest(page).await;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("\r\nconnection: close\r\n"), "{page}");
    assert!(page.ends_with("</html>\n"), "{page}");
}

#[tokio::test]
async fn who_has_connected_before_is_answered() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = ["http://", &listener.local_addr().unwrap().to_string()].concat();
    let connections = join_all((0..50).map(|_| asking(&url, "/healthz"))).await;
    let site = site(Router::new()).await;
    Blog::before_until(&site, &[], listener, ready(())).await;
    for answer in join_all(connections.into_iter().map(rest)).await {
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    }
}
