//! What readers get when something is wrong.

use crate::support::{Blog, received};

#[tokio::test]
async fn what_nobody_has_is_not_found_in_the_reader_s_language() {
    let blog = Blog::start(&["--locale", "en"]).await;
    for path in ["/nothing/at/all/", "/category/nothing/", "/page/999/"] {
        let page = blog.get(path).await;
        assert_eq!(page.status.as_u16(), 404, "{path}");
        assert_eq!(page.attribute(".td-error", "data-error"), "not-found", "{path}");
        assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
        assert_eq!(page.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn a_site_that_cannot_respond_is_said_to_be_unavailable() {
    let blog = Blog::start(&[]).await;
    let path = blog.article(217).await;
    blog.faults("status=503").await;
    let page = blog.get(&path).await;
    assert_eq!((page.status.as_u16(), page.attribute(".td-error", "data-error").as_str()), (503, "server"));
    assert_eq!((page.header("retry-after"), page.header("cache-control")), ("30", "no-store"));
    assert_eq!(page.attributes(".td-error__ways a.td-button", "href"), std::slice::from_ref(&path));
    assert_eq!(page.attribute("html", "lang"), "ar");
    blog.faults("").await;
    assert_eq!(blog.get(&path).await.status, 200);
}

#[tokio::test]
async fn a_site_that_is_not_there_is_a_bad_gateway() {
    // A port that was free a moment ago.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = ["http://", &listener.local_addr().unwrap().to_string()].concat();
    drop(listener);
    let blog = Blog::before(&site, &["--locale", "fr"]).await;
    for path in ["/", "/bread/", "/wp-admin/"] {
        let page = blog.get(path).await;
        assert_eq!(
            (page.status.as_u16(), page.attribute(".td-error", "data-error").as_str()),
            (502, "unreachable")
        );
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert_eq!(blog.get("/healthz").await.body, "ok\n");
    let posted = received(blog.request("POST", "/wp-comments-post.php").body("comment=x")).await;
    assert_eq!(posted.status.as_u16(), 502);
}

#[tokio::test]
async fn damaged_responses_are_no_page_and_are_not_kept() {
    let blog = Blog::start(&[]).await;
    let path = blog.article(217).await;
    for fault in ["body=html", "body=truncated", "body=empty"] {
        blog.faults(fault).await;
        let page = blog.get(&path).await;
        assert_eq!((page.status.as_u16(), page.header("cache-control")), (502, "no-store"), "{fault}");
    }
    blog.faults("").await;
    assert_eq!(blog.get(&path).await.status, 200);
}
