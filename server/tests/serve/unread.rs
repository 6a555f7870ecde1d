//! Readers who do not read, or slowly.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, sleep, timeout},
};

use crate::{
    faulty::{Fault, Switches},
    support::Blog,
};

/// Far more than the time limits allow.
const HANGS_S: u64 = 20;
/// Far more than the buffers between two programs hold.
const MUCH_BYTES: usize = 64 << 20;
/// What a slow reader takes at once, and how long they wait then.
const PART_BYTES: usize = 1 << 20;
const PAUSE: Duration = Duration::from_millis(50);

/// A reader of an endless download from a server that has one place, once the download has begun.
async fn download() -> (Blog, Switches, TcpStream) {
    let arguments = ["--max-requests", "1", "--send-timeout-s", "1"];
    let (blog, site, _) = Blog::before_faulty(&arguments).await;
    site.fail(Fault::Huge, "/wp-content/");
    let mut reader = TcpStream::connect(blog.url.strip_prefix("http://").unwrap()).await.unwrap();
    reader.write_all(b"GET /wp-content/a HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    reader.readable().await.unwrap();
    (blog, site, reader)
}

#[tokio::test]
async fn who_does_not_read_is_not_waited_for() {
    let (blog, site, mut reader) = download().await;
    assert_eq!(blog.get("/").await.status, 503);
    let free = async { while blog.get("/").await.status != 200 {} };
    timeout(Duration::from_secs(HANGS_S), free).await.expect("a free place");
    // Nor is memory filled for them.
    assert!(site.huge_bytes() < MUCH_BYTES, "{}", site.huge_bytes());
    let mut received = Vec::new();
    let reading = reader.read_to_end(&mut received);
    _ = timeout(Duration::from_secs(HANGS_S), reading).await.expect("an end");
    assert!(received.len() < MUCH_BYTES);
}

#[tokio::test]
async fn who_reads_slowly_may_take_longer_than_the_limit() {
    let (_blog, _site, mut reader) = download().await;
    let mut part = vec![0; PART_BYTES];
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(2) {
        reader.read_exact(&mut part).await.unwrap();
        sleep(PAUSE).await;
    }
}
