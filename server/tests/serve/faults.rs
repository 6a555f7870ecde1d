//! A site that fails in every way: nothing wrong is kept, and nothing hangs.

use std::time::Duration;

use tokio::time::timeout;

use crate::{
    faulty::{FAULTS, Fault},
    support::{Blog, Received},
};

/// Far more than the time limits allow.
const HANGS_S: u64 = 30;

async fn get(blog: &Blog, path: &str) -> Received {
    timeout(Duration::from_secs(HANGS_S), blog.get(path)).await.expect("a response")
}

#[tokio::test]
async fn a_page_without_responses_says_so_and_is_not_kept() {
    for fault in FAULTS {
        let (blog, site, _) = Blog::before_faulty(&["--site-timeout-s", "1"]).await;
        let path = blog.article(217).await;
        site.fail(fault, "/wp-json/");
        let page = get(&blog, &path).await;
        site.mend();
        match fault {
            Fault::Failure => assert_eq!(page.status, 503, "{fault:?}"),
            _ => assert_eq!(page.status, 502, "{fault:?}"),
        }
        assert_eq!(page.header("cache-control"), "no-store", "{fault:?}");
        let page = get(&blog, &path).await;
        assert_eq!(
            (page.status.as_u16(), page.text("h1").as_str()),
            (200, "رغيف يبدأ في المساء"),
            "{fault:?}"
        );
    }
}

#[tokio::test]
async fn an_article_whose_comments_fail_is_shown_and_not_kept() {
    let (blog, site, _) = Blog::before_faulty(&["--site-timeout-s", "1"]).await;
    let path = blog.article(217).await;
    for fault in FAULTS.into_iter().filter(|fault| *fault != Fault::Missing) {
        site.fail(fault, "/comments?");
        let page = get(&blog, &path).await;
        site.mend();
        assert_eq!((page.status.as_u16(), page.header("cache-control")), (200, "no-store"), "{fault:?}");
        assert_eq!(page.texts(".td-discussion .td-error").len(), 1, "{fault:?}");
        let page = get(&blog, &path).await;
        assert!(!page.texts(".td-comment").is_empty(), "{fault:?}");
        blog.purge("[]").await;
    }
}

#[tokio::test]
async fn a_page_that_was_rendered_stays_whatever_is_wrong() {
    let (blog, site, _) = Blog::before_faulty(&["--site-timeout-s", "1", "--fresh-s", "0"]).await;
    let path = blog.article(217).await;
    let before = get(&blog, &path).await;
    for fault in FAULTS.into_iter().filter(|fault| *fault != Fault::Missing) {
        site.fail(fault, "/");
        for _ in 0..2 {
            let page = get(&blog, &path).await;
            assert_eq!(
                (page.status, page.header("etag")),
                (before.status, before.header("etag")),
                "{fault:?}"
            );
        }
        // Also for who comes when it should be a new one.
        blog.purge("[]").await;
        let page = get(&blog, &path).await;
        assert_eq!((page.status, page.header("etag")), (before.status, before.header("etag")), "{fault:?}");
    }
}

#[tokio::test]
async fn what_is_cut_while_it_is_passed_on_is_not_taken_for_the_whole() {
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    site.fail(Fault::Cut, "/wp-content/");
    let response = blog.request("GET", "/wp-content/a.json").send().await.unwrap();
    assert!(response.bytes().await.is_err());
}

#[tokio::test]
async fn what_never_ends_is_passed_on_as_it_comes() {
    use futures::StreamExt;
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    site.fail(Fault::Endless, "/wp-content/");
    let response = blog.request("GET", "/wp-content/a.json").send().await.unwrap();
    let parts: Vec<_> = response.bytes_stream().take(3).collect().await;
    assert!(parts.into_iter().all(|part| part.is_ok()));
    assert_eq!(get(&blog, "/healthz").await.status, 200);
}
