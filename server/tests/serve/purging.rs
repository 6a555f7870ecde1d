//! WordPress says that pages have changed.

use std::time::Duration;

use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};

use crate::{
    faulty::Switches,
    support::{Blog, SECRET, received},
};

/// What the site kept longer than a test would show all day.
const FOR_LONG: [&str; 2] = ["--fresh-s", "3600"];

async fn post(blog: &Blog, secret: &str, body: &str) -> u16 {
    let request = blog.request("POST", "/tadwina-purge").header("authorization", secret);
    received(request.body(body.to_owned())).await.status.as_u16()
}

/// How often the site was asked for comments.
fn renderings(site: &Switches) -> usize {
    site.asked().iter().filter(|(path, _)| path.contains("/comments?")).map(|(_, times)| times).sum()
}

#[tokio::test]
async fn a_page_that_has_changed_is_rendered_again_and_others_are_not() {
    let (blog, site, _) = Blog::before_faulty(&FOR_LONG).await;
    let (first, second) = (blog.article(217).await, blog.article(210).await);
    let get_both = async || {
        for path in [&first, &second] {
            assert_eq!(blog.get(path).await.status, 200);
        }
        renderings(&site)
    };
    let before = get_both().await;
    assert_eq!(get_both().await, before);
    // WordPress names its own address.
    blog.purge(&format!("[\"{}{first}\"]", blog.site)).await;
    let one = get_both().await - before;
    assert!(one > 0);
    blog.purge(&format!("[\"{first}\", \"{second}\"]")).await;
    let two = get_both().await - before;
    assert!(two > 2 * one);
    let before = before + two;
    blog.purge("[]").await;
    assert!(get_both().await - before > one);
    assert_eq!(renderings(&site), get_both().await);
}

/// So does WordPress.
#[tokio::test]
async fn who_does_not_wait_for_the_answer_is_heard() {
    let (blog, site, _) = Blog::before_faulty(&FOR_LONG).await;
    let path = blog.article(217).await;
    let address = blog.url.strip_prefix("http://").unwrap();
    let head = format!("POST /tadwina-purge HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {SECRET}\r\n");
    let head = head + "Content-Length: 17\r\n\r\n";
    for _ in 0..20 {
        blog.get(&path).await;
        let before = renderings(&site);
        let mut connection = TcpStream::connect(address).await.unwrap();
        connection.write_all(head.as_bytes()).await.unwrap();
        // The server has read the head by then.
        blog.get("/healthz").await;
        connection.write_all(b"{\"addresses\": []}").await.unwrap();
        drop(connection);
        let again = async {
            while renderings(&site) == before {
                blog.get(&path).await;
            }
        };
        timeout(Duration::from_secs(10), again).await.expect("the page is rendered again");
    }
}

#[tokio::test]
async fn what_was_being_rendered_when_it_was_outdated_is_not_kept() {
    for addresses in ["[]", "[\"PATH\"]"] {
        let (blog, site, mut is_holding) = Blog::before_faulty(&FOR_LONG).await;
        let path = blog.article(217).await;
        let addresses = addresses.replace("PATH", &path);
        assert_eq!(blog.get(&path).await.status, 200);
        blog.purge(&addresses).await;

        // It is rendered again, and the comments were read.
        site.hold("/comments?");
        let reader = tokio::spawn(received(blog.request("GET", &path)));
        is_holding.recv().await.unwrap();
        // Meanwhile somebody writes at the site itself.
        let text = "كُتب أثناء التصيير";
        blog.comment_at_site(217, text).await;
        blog.purge(&addresses).await;
        site.release();

        let old = reader.await.unwrap();
        assert!(old.status == 200 && !old.body.contains(text), "{addresses}");
        assert!(blog.get(&path).await.body.contains(text), "{addresses}");
    }
}

#[tokio::test]
async fn only_who_knows_the_secret_may_say_so() {
    let blog = Blog::start(&["--purge-secret", SECRET, "--metrics"]).await;
    let right = ["Bearer ", SECRET].concat();
    let wrong = ["Bearer ", &SECRET[1..]].concat();
    assert_eq!(post(&blog, &wrong, "{\"addresses\":[]}").await, 401);
    assert_eq!(post(&blog, "", "{\"addresses\":[]}").await, 401);
    let nobody = received(blog.request("POST", "/tadwina-purge")).await;
    assert_eq!(nobody.header("www-authenticate"), "Bearer");
    assert_eq!(post(&blog, &right, "{\"addresses\":[]}").await, 204);
    for body in ["", "[]", "{\"addresses\":[\"https://elsewhere.example/\"]}", "{\"all\":true}"] {
        assert_eq!(post(&blog, &right, body).await, 400, "{body}");
    }
    let long = format!("{{\"addresses\":[\"/{}/\"]}}", "a".repeat(300 << 10));
    assert_eq!(post(&blog, &right, &long).await, 413);
    let numbers = blog.get("/metrics").await.body;
    assert!(numbers.contains("tadwina_requests_total{kind=\"operation\",status=\"2xx\"} 1"), "{numbers}");
    let got = received(blog.request("GET", "/tadwina-purge").header("authorization", right)).await;
    assert_eq!((got.status.as_u16(), got.header("allow")), (405, "POST"));
}

#[tokio::test]
async fn without_a_secret_nobody_can() {
    let blog = Blog::start(&[]).await;
    assert_eq!(post(&blog, "Bearer ", "{\"addresses\":[]}").await, 404);
}
