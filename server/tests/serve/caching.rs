//! What is kept, by this server and by others.

use std::time::Duration;

use futures::future::join_all;
use tokio::time::timeout;

use crate::{
    faulty::Fault,
    support::{Blog, received},
};

#[tokio::test]
async fn a_page_has_a_version_and_may_be_kept_for_a_while() {
    let blog = Blog::start(&["--fresh-s", "5", "--stale-s", "60"]).await;
    let path = blog.article(217).await;
    let page = blog.get(&path).await;
    let kept = "public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=60";
    assert_eq!(page.header("cache-control"), kept);
    let tag = page.header("etag");
    assert!(tag.starts_with('"'), "{tag}");
    let again = received(blog.request("GET", &path).header("if-none-match", tag)).await;
    assert_eq!((again.status.as_u16(), again.body.as_str(), again.header("etag")), (304, "", tag));
    assert_eq!(again.header("cache-control"), kept);
}

#[tokio::test]
async fn a_page_stays_while_the_site_is_down() {
    let blog = Blog::start(&["--fresh-s", "0", "--stale-s", "60"]).await;
    let path = blog.article(217).await;
    let before = blog.get(&path).await;
    blog.faults("status=500").await;
    for _ in 0..3 {
        let page = blog.get(&path).await;
        assert_eq!((page.status, page.header("etag")), (before.status, before.header("etag")));
    }
}

#[tokio::test]
async fn without_a_cache_every_page_is_new() {
    let blog = Blog::start(&["--cache-bytes", "0"]).await;
    let path = blog.article(217).await;
    assert_eq!(blog.get(&path).await.status, 200);
    blog.faults("status=500").await;
    assert_eq!(blog.get(&path).await.status, 503);
}

/// Far more than anything here takes.
const HANGS: Duration = Duration::from_secs(20);

#[tokio::test]
async fn an_older_page_is_shown_once_more_and_then_the_new_one() {
    let (blog, _, _) = Blog::before_faulty(&["--fresh-s", "0"]).await;
    let path = blog.article(217).await;
    let before = blog.get(&path).await;
    let text = "كُتب عند الموقع";
    blog.comment_at_site(217, text).await;
    let next = blog.get(&path).await;
    assert_eq!(next.header("etag"), before.header("etag"));
    let new = async { while !blog.get(&path).await.body.contains(text) {} };
    timeout(HANGS, new).await.expect("the new page");
}

#[tokio::test]
async fn a_page_that_the_site_has_not_any_more_is_gone() {
    let (blog, site, _) = Blog::before_faulty(&["--fresh-s", "0"]).await;
    let path = blog.article(217).await;
    assert_eq!(blog.get(&path).await.status, 200);
    // WordPress answers, whatever it says.
    site.fail(Fault::Nothing, "/");
    let gone = async { while !blog.get(&path).await.texts(".tadwina").is_empty() {} };
    timeout(HANGS, gone).await.expect("its end");
}

#[tokio::test]
async fn a_page_is_not_shown_for_ever_while_the_site_is_down() {
    let (blog, site, _) = Blog::before_faulty(&["--fresh-s", "0", "--stale-s", "1"]).await;
    let path = blog.article(217).await;
    assert_eq!(blog.get(&path).await.status, 200);
    site.fail(Fault::Failure, "");
    assert_eq!(blog.get(&path).await.status, 200);
    let gone = async { while blog.get(&path).await.status != 503 {} };
    timeout(HANGS, gone).await.expect("its end");
}

#[tokio::test]
async fn a_site_that_is_down_is_not_asked_again_for_every_reader() {
    let (blog, site, _) = Blog::before_faulty(&["--fresh-s", "0"]).await;
    let path = blog.article(217).await;
    let before = blog.get(&path).await;
    site.fail(Fault::Failure, "");
    let asked = site.asked();
    for _ in 0..100 {
        assert_eq!(blog.get(&path).await.header("etag"), before.header("etag"));
    }
    for (path, times) in site.asked() {
        let times = times - asked.get(&path).copied().unwrap_or_default();
        assert!(times <= 1, "{path}: {times}");
    }
    site.mend();
    let text = "كُتب بعد العطل";
    blog.comment_at_site(217, text).await;
    let new = async { while !blog.get(&path).await.body.contains(text) {} };
    timeout(HANGS, new).await.expect("the new page");
}

#[tokio::test]
async fn pages_take_no_more_memory_than_the_owner_allows() {
    const MOST: u64 = 300_000;
    let blog = Blog::start(&["--metrics", "--cache-bytes", &MOST.to_string()]).await;
    let list = blog.get("/").await;
    for path in list.attributes(".td-article-list a", "href") {
        blog.get(&path).await;
    }
    let numbers = blog.get("/metrics").await.body;
    let number = |name: &str| -> u64 {
        let value = numbers.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        value.trim().parse().unwrap()
    };
    let (bytes, pages) = (number("tadwina_cache_bytes "), number("tadwina_cache_pages "));
    assert!(pages > 0 && bytes <= MOST && bytes > pages * list.body.len() as u64 / 4, "{bytes} {pages}");
    assert_eq!(blog.get("/").await.body, list.body);
}

/// As many as the issue of a newspaper brings at once.
const AT_ONCE: usize = 1000;

#[tokio::test]
async fn many_requests_for_one_page_are_one_rendering() {
    let (blog, site, mut is_holding) = Blog::before_faulty(&[]).await;
    let path = blog.article(217).await;
    let before = site.asked();
    site.hold("/wp-json/wp/v2/posts");
    let first = tokio::spawn(received(blog.request("GET", &path)));
    is_holding.recv().await.unwrap();
    let others = join_all((0..AT_ONCE).map(|_| blog.get(&path)));
    let (pages, ()) = tokio::join!(others, async { site.release() });
    let first = first.await.unwrap();
    assert!(pages.iter().all(|page| (page.status, &page.body) == (first.status, &first.body)));
    assert_eq!(first.status, 200);
    for (asked, times) in site.asked() {
        let times = times - before.get(&asked).copied().unwrap_or_default();
        assert!(times <= 1, "{asked}: {times}");
    }
}

#[tokio::test]
async fn many_requests_for_an_older_page_get_it_at_once_and_are_one_rendering() {
    let (blog, site, mut is_holding) = Blog::before_faulty(&["--fresh-s", "0"]).await;
    let path = blog.article(217).await;
    let first = blog.get(&path).await;
    let before = site.asked();
    site.hold("/wp-json/wp/v2/posts");
    let pages = join_all((0..AT_ONCE).map(|_| blog.get(&path))).await;
    assert!(pages.iter().all(|page| (page.status, &page.body) == (first.status, &first.body)));
    is_holding.recv().await.unwrap();
    for (asked, times) in site.asked() {
        let times = times - before.get(&asked).copied().unwrap_or_default();
        assert!(times <= 1, "{asked}: {times}");
    }
    site.release();
}
