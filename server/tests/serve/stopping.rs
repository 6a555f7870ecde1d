//! The server is stopped: nobody who has asked goes without an answer.

use std::{
    future::ready,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use axum::Router;
use futures::future::join_all;
use reqwest::Client;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::yield_now,
    time::timeout,
};

use crate::{
    faulty::Switches,
    support::{Blog, site},
};

/// Far longer than anything here takes.
const HANGS_S: u64 = 20;

const HEALTH: &str = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

/// Connects and sends `request`, without waiting for an answer.
async fn asking(address: &str, request: &str) -> TcpStream {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    connection
}

async fn nobody_listens_at(address: &str) {
    let refused = async { while TcpStream::connect(address).await.is_ok() {} };
    timeout(Duration::from_secs(HANGS_S), refused).await.expect("nobody listens any more");
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
    let address = blog.url.strip_prefix("http://").unwrap();
    let page = asking(address, &format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n")).await;
    is_holding.recv().await.unwrap();
    stop.send(()).unwrap();
    nobody_listens_at(address).await;
    switches.release();
    let page = rest(page).await;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("\r\nconnection: close\r\n"), "{page}");
    assert!(page.ends_with("</html>\n"), "{page}");
}

#[tokio::test]
async fn who_has_connected_before_is_answered() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let connections = join_all((0..50).map(|_| asking(&address, HEALTH))).await;
    let site = site(Router::new()).await;
    Blog::before_until(&site, &[], listener, ready(())).await;
    for answer in join_all(connections.into_iter().map(rest)).await {
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    }
}

#[tokio::test]
async fn a_first_request_that_comes_a_moment_later_is_answered_too() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let site = site(Router::new()).await;
    let (blog, _) = Blog::before_until(&site, &[], listener, async { _ = stopped.await }).await;
    let address = blog.url.strip_prefix("http://").unwrap();
    let mut connection = TcpStream::connect(address).await.unwrap();
    // The server accepts connections in their order.
    blog.get("/healthz").await;
    stop.send(()).unwrap();
    nobody_listens_at(address).await;
    connection.write_all(HEALTH.as_bytes()).await.unwrap();
    let answer = rest(connection).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
}

#[tokio::test]
async fn who_has_connected_and_asks_nothing_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let _silent = TcpStream::connect(address).await.unwrap();
    let site = site(Router::new()).await;
    let (_, serving) = Blog::before_until(&site, &["--head-timeout-s", "3600"], listener, ready(())).await;
    timeout(Duration::from_secs(HANGS_S), serving).await.expect("the server ends").unwrap();
}

/// Readers at the same time.
const READERS: usize = 8;
/// Pages that they get before the server is restarted.
const PAGES: usize = 200;

#[tokio::test]
async fn readers_get_whole_pages_whenever_the_server_is_restarted() {
    let sandbox = Blog::start(&[]).await;
    let path = sandbox.article(217).await;
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let url = format!("http://{address}{path}");
    let (pages, is_over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let readers = (0..READERS).map(|_| {
        let (url, pages, is_over) = (url.clone(), pages.clone(), is_over.clone());
        let client = Client::builder().no_proxy().build().unwrap();
        tokio::spawn(async move {
            while !is_over.load(SeqCst) {
                // Between two servers nobody answers.
                let Ok(response) = client.get(&url).header("accept", "text/html").send().await else {
                    continue;
                };
                assert_eq!(response.status(), 200);
                assert!(response.text().await.unwrap().ends_with("</html>\n"));
                pages.fetch_add(1, SeqCst);
            }
        })
    });
    let readers: Vec<_> = readers.collect();
    for restart in 1..=3 {
        let listener = TcpListener::bind(address).await.unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let (_, serving) =
            Blog::before_until(&sandbox.site, &[], listener, async { _ = stopped.await }).await;
        let enough = async {
            while pages.load(SeqCst) < restart * PAGES {
                yield_now().await;
            }
        };
        timeout(Duration::from_secs(HANGS_S), enough).await.expect("pages");
        stop.send(()).unwrap();
        timeout(Duration::from_secs(HANGS_S), serving).await.expect("the server ends").unwrap();
    }
    is_over.store(true, SeqCst);
    for reader in readers {
        reader.await.unwrap();
    }
}
