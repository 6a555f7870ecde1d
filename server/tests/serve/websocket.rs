//! WebSocket connections of WordPress's plugins.

use std::time::Duration;

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{Response, StatusCode},
    routing::any,
};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy, split},
    net::TcpStream,
    time::timeout,
};

use crate::support::Blog;

/// Far more than anything here takes.
const HANGS_S: u64 = 20;

/// A site that agrees to everything and sends back what it gets.
async fn agreeing(mut request: Request) -> Response<Body> {
    let key = request.headers().get("sec-websocket-key").cloned();
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        if let Ok(reader) = upgrade.await {
            let (mut from, mut to) = split(TokioIo::new(reader));
            _ = copy(&mut from, &mut to).await;
        }
    });
    let response = Response::builder().status(101).header("connection", "Upgrade");
    let response = response.header("upgrade", "websocket");
    response.header("sec-websocket-accept", key.unwrap()).body(Body::empty()).unwrap()
}

/// Asks for a WebSocket, and returns the connection with the head of the response.
async fn asked(blog: &Blog, path: &str) -> (TcpStream, String) {
    let mut connection = TcpStream::connect(blog.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Key: x3JJ\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(timeout(Duration::from_secs(HANGS_S), connection.read_u8()).await.unwrap().unwrap());
    }
    (connection, String::from_utf8(head).unwrap().to_ascii_lowercase())
}

#[tokio::test]
async fn bytes_go_both_ways_until_one_side_ends() {
    let blog = Blog::before_router(Router::new().fallback(any(agreeing)), &["--max-requests", "1"]).await;
    // Also where there could be a page.
    for path in ["/chat/", "/"] {
        let (mut connection, head) = asked(&blog, path).await;
        assert!(head.starts_with("http/1.1 101"), "{head}");
        for line in ["connection: upgrade", "upgrade: websocket", "sec-websocket-accept: x3jj"] {
            assert!(head.lines().any(|found| found == line), "{line}\n{head}");
        }
        for text in [b"first", b"other"] {
            connection.write_all(text).await.unwrap();
            let mut received = [0; 5];
            let reading = connection.read_exact(&mut received);
            timeout(Duration::from_secs(HANGS_S), reading).await.expect("an answer").unwrap();
            assert_eq!(&received, text);
        }
        // It has its place as long as it is open.
        let file = async || blog.get("/wp-content/a.png").await.status.as_u16();
        assert_eq!(file().await, 503);
        drop(connection);
        let free = async { while file().await == 503 {} };
        timeout(Duration::from_secs(HANGS_S), free).await.expect("a free place");
    }
}

#[tokio::test]
async fn a_site_that_does_not_agree_answers_as_ever() {
    let blog =
        Blog::before_router(Router::new().fallback(any(|| async { StatusCode::UPGRADE_REQUIRED })), &[])
            .await;
    let (_, head) = asked(&blog, "/chat/").await;
    assert!(head.starts_with("http/1.1 426"), "{head}");
}

#[tokio::test]
async fn nobody_gets_another_protocol_who_did_not_ask_for_it() {
    let blog = Blog::before_router(Router::new().fallback(any(agreeing)), &[]).await;
    let request = blog.request("GET", "/chat.php").header("sec-websocket-key", "x3JJ");
    assert_eq!(request.send().await.unwrap().status(), 502);
}
