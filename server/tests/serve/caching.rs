//! What is kept, by this server and by others.

use futures::future::join_all;

use crate::support::{Blog, received};

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
