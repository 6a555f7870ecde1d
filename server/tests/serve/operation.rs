//! Limits, compression, and what monitoring is told.

use std::time::Duration;

use axum::body::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use crate::support::{Blog, received};

/// Far more than the time limits allow.
const HANGS_S: u64 = 20;

/// What comes back for these bytes until the server closes the connection.
async fn raw(blog: &Blog, sent: &[u8]) -> String {
    let mut connection = TcpStream::connect(blog.url.strip_prefix("http://").unwrap()).await.unwrap();
    connection.write_all(sent).await.unwrap();
    let mut received = Vec::new();
    let reading = connection.read_to_end(&mut received);
    timeout(Duration::from_secs(HANGS_S), reading).await.expect("an end").unwrap();
    String::from_utf8_lossy(&received).into_owned()
}

#[tokio::test]
async fn too_many_at_once_are_asked_to_come_again() {
    let (blog, site, mut is_holding) = Blog::before_faulty(&["--max-requests", "1", "--metrics"]).await;
    let path = blog.article(217).await;
    site.hold("/wp-json/wp/v2/posts");
    let first = tokio::spawn(received(blog.request("GET", &path)));
    is_holding.recv().await.unwrap();
    let second = blog.get(&path).await;
    assert_eq!((second.status.as_u16(), second.header("cache-control")), (503, "no-store"));
    assert!(second.header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(blog.get("/healthz").await.status, 200);
    let numbers = blog.get("/metrics").await;
    for line in ["tadwina_requests_under_way 1", "tadwina_requests_total{kind=\"refused\",status=\"5xx\"} 1"]
    {
        assert!(numbers.body.lines().any(|found| found == line), "{line}\n{}", numbers.body);
    }
    site.release();
    assert_eq!(first.await.unwrap().status, 200);
    assert_eq!(blog.get(&path).await.status, 200);
}

#[tokio::test]
async fn a_download_has_its_place_until_its_end() {
    use crate::faulty::Fault;
    let (blog, site, _) = Blog::before_faulty(&["--max-requests", "1"]).await;
    site.fail(Fault::Endless, "/wp-content/");
    let endless = blog.request("GET", "/wp-content/a").send().await.unwrap();
    assert_eq!(blog.get("/").await.status, 503);
    drop(endless);
    // The server learns with the next part that nobody reads any more.
    let free = async { while blog.get("/").await.status != 200 {} };
    timeout(Duration::from_secs(HANGS_S), free).await.expect("a free place");
}

#[tokio::test]
async fn who_does_not_say_what_they_want_is_not_waited_for() {
    let blog = Blog::start(&["--head-timeout-s", "1"]).await;
    raw(&blog, b"").await;
    raw(&blog, b"GET / HTTP/1.1\r\nHost: a\r\n").await;
    let idle = raw(&blog, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(idle.starts_with("HTTP/1.1 200") && idle.ends_with("ok\n"), "{idle}");
}

#[tokio::test]
async fn a_head_that_comes_in_drops_is_not_waited_for() {
    let blog = Blog::start(&["--head-timeout-s", "1"]).await;
    let mut connection = TcpStream::connect(blog.url.strip_prefix("http://").unwrap()).await.unwrap();
    connection.write_all(b"GET / HTTP/1.1\r\nA: ").await.unwrap();
    let dripping = async {
        while connection.write_all(b"a").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(HANGS_S), dripping).await.expect("an end");
}

#[tokio::test]
async fn a_head_has_a_limit() {
    let blog = Blog::start(&[]).await;
    let long = format!("GET / HTTP/1.1\r\nHost: a\r\nCookie: {}\r\n\r\n", "a".repeat(70 << 10));
    assert!(raw(&blog, long.as_bytes()).await.starts_with("HTTP/1.1 431"));
    let many = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "A: b\r\n".repeat(200));
    assert!(raw(&blog, many.as_bytes()).await.starts_with("HTTP/1.1 431"));
}

#[tokio::test]
async fn a_body_has_a_limit_whether_its_length_is_known_or_not() {
    let blog = Blog::start(&["--max-body-bytes", "1000"]).await;
    let send = async |body: reqwest::Body| {
        received(blog.request("POST", "/wp-comments-post.php").body(body)).await.status.as_u16()
    };
    assert_eq!(send(reqwest::Body::from("a".repeat(1001))).await, 413);
    let parts = (0..20).map(|_| Ok::<_, std::io::Error>(Bytes::from("a".repeat(100))));
    assert_eq!(send(reqwest::Body::wrap_stream(futures::stream::iter(parts))).await, 413);
    assert_ne!(send(reqwest::Body::from("a".repeat(1000))).await, 413);
}

#[tokio::test]
async fn who_stops_in_the_middle_is_not_waited_for() {
    let blog = Blog::start(&["--body-timeout-s", "1"]).await;
    let sent = b"POST /wp-comments-post.php HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc";
    assert!(raw(&blog, sent).await.starts_with("HTTP/1.1 408"));
}

#[tokio::test]
async fn a_server_that_is_stopped_ends_what_it_has_begun_and_begins_nothing() {
    let (behind, site, mut is_holding) = Blog::before_faulty(&[]).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let stopped = async { stopped.await.unwrap() };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (blog, serving) = Blog::before_until(&behind.site, &[], listener, stopped).await;
    let path = blog.article(217).await;
    let address = blog.url.strip_prefix("http://").unwrap();
    let mut idle = TcpStream::connect(address).await.unwrap();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    idle.readable().await.unwrap();
    site.hold("/wp-json/wp/v2/posts");
    let begun = tokio::spawn(received(blog.request("GET", &path)));
    is_holding.recv().await.unwrap();

    stop.send(()).unwrap();
    let ends = async {
        idle.read_to_end(&mut Vec::new()).await.unwrap();
        while TcpStream::connect(address).await.is_ok() {}
    };
    timeout(Duration::from_secs(HANGS_S), ends).await.expect("nothing new");
    assert!(!serving.is_finished());
    site.release();
    assert_eq!(begun.await.unwrap().status, 200);
    timeout(Duration::from_secs(HANGS_S), serving).await.expect("an end").unwrap();
}

#[tokio::test]
async fn pages_come_compressed_in_what_the_browser_knows() {
    let blog = Blog::start(&[]).await;
    let path = blog.article(217).await;
    let plain = blog.get(&path).await;
    let mut tags = vec![plain.header("etag").to_owned()];
    for encoding in ["br", "zstd", "gzip"] {
        let request = || blog.request("GET", &path).header("accept-encoding", encoding);
        let response = request().send().await.unwrap();
        let headers = response.headers().clone();
        let body = response.bytes().await.unwrap();
        assert_eq!(headers["content-encoding"], encoding);
        assert_eq!(headers["vary"], "accept-encoding");
        assert!(body.len() * 2 < plain.body.len(), "{encoding}: {} of {}", body.len(), plain.body.len());
        assert_eq!(decompressed(encoding, &body), plain.body.as_bytes(), "{encoding}");
        let tag = headers["etag"].to_str().unwrap().to_owned();
        assert_eq!(received(request().header("if-none-match", &tag)).await.status.as_u16(), 304);
        assert!(!tags.contains(&tag));
        tags.push(tag);
    }
}

fn decompressed(encoding: &str, body: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut plain = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &*body, &mut plain).unwrap(),
        "zstd" => plain = zstd::decode_all(body).unwrap(),
        _ => _ = flate2::read::GzDecoder::new(body).read_to_end(&mut plain).unwrap(),
    }
    plain
}

#[tokio::test]
async fn browsers_are_told_to_come_by_https_if_the_owner_says_so() {
    let public = ["--public", "https://blog.example"];
    let blog = Blog::start(&[&public[..], &["--hsts-s", "300"]].concat()).await;
    for path in ["/", "/wp-json/"] {
        assert_eq!(blog.get(path).await.header("strict-transport-security"), "max-age=300", "{path}");
    }
    let blog = Blog::start(&public).await;
    assert!(!blog.get("/").await.headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn monitoring_gets_numbers_and_nothing_of_readers() {
    let blog = Blog::start(&["--metrics"]).await;
    let path = blog.article(217).await;
    for _ in 0..3 {
        blog.get(&path).await;
    }
    blog.get("/wp-json/?secret=1").await;
    let page = blog.get("/metrics").await;
    assert!(page.header("content-type").starts_with("application/openmetrics-text"));
    for line in [
        "tadwina_requests_total{kind=\"page\",status=\"2xx\"} 3",
        "tadwina_requests_total{kind=\"site\",status=\"2xx\"} 1",
        "tadwina_cache_requests_total{found=\"miss\"} 1",
        "tadwina_cache_requests_total{found=\"hit\"} 2",
        "tadwina_cache_pages 1",
        "tadwina_requests_under_way 0",
    ] {
        assert!(page.body.lines().any(|found| found == line), "{line}\n{}", page.body);
    }
    let bytes = page.body.lines().find_map(|line| line.strip_prefix("tadwina_cache_bytes ")).unwrap();
    assert!(bytes.parse::<u64>().unwrap() > 1000);
    for personal in ["127.0.0.1", "secret", path.as_str(), "/"] {
        assert!(!page.body.replace("# ", "").contains(personal), "{personal}\n{}", page.body);
    }
}

#[tokio::test]
async fn numbers_are_told_only_where_the_owner_wants_it() {
    let blog = Blog::start(&[]).await;
    assert_eq!(blog.get("/metrics").await.status, 404);
}
