//! What is WordPress's, passed on.

use std::future::ready;

use axum::{
    Router,
    body::Bytes,
    extract::Request,
    http::{HeaderMap, Method, Uri},
    response::IntoResponse,
    routing::any,
};

use crate::support::{Blog, received};

#[tokio::test]
async fn the_api_and_uploads_are_the_site_s_own() {
    let blog = Blog::start(&[]).await;
    let api = blog.get("/wp-json/wp/v2/posts?per_page=1&_fields=link,featured_media").await;
    assert_eq!((api.status.as_u16(), api.header("x-wp-total")), (200, "30"));
    // Links have the address that the reader asked.
    assert!(api.body.contains(&blog.url), "{}", api.body);
    let page = blog.get(&blog.article(217).await).await;
    let image = page.attribute("meta[property='og:image']", "content");
    let path = image.strip_prefix(&*blog.site).unwrap();
    let whole = blog.request("GET", path).send().await.unwrap();
    assert!(whole.headers()["content-type"].to_str().unwrap().starts_with("image/"));
    assert!(whole.bytes().await.unwrap().len() > 1000);
}

/// A site that says what it was asked.
async fn echo(method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    let header =
        |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let cookies =
        [("set-cookie", "a=1"), ("connection", "x-secret"), ("x-secret", "1"), ("accept-ranges", "bytes")];
    let said = serde_json::json!({
        "method": method.as_str(), "uri": uri.to_string(), "body": String::from_utf8_lossy(&body),
        "host": header("host"), "forwarded": header("x-forwarded-host"), "for": header("x-forwarded-for"),
        "cookie": header("cookie"), "range": header("range"), "te": header("te"), "length": header("content-length"),
    });
    (cookies, said.to_string())
}

async fn said(request: reqwest::RequestBuilder) -> serde_json::Value {
    serde_json::from_str(&received(request).await.body).unwrap()
}

#[tokio::test]
async fn a_request_reaches_the_site_as_it_was_sent() {
    let blog = Blog::before_router(Router::new().fallback(any(echo)), &[]).await;
    let request = blog
        .request("PUT", "/wp-json/x?a=%D8%AE&b=1/2")
        .header("cookie", "c=d")
        .header("range", "bytes=0-9")
        .header("te", "trailers")
        .header("x-forwarded-for", "6.6.6.6")
        .body("نصّ");
    let said = said(request).await;
    assert_eq!(
        (said["method"].as_str(), said["uri"].as_str()),
        (Some("PUT"), Some("/wp-json/x?a=%D8%AE&b=1/2"))
    );
    assert_eq!((said["body"].as_str(), said["length"].as_str()), (Some("نصّ"), Some("6")));
    assert_eq!((said["cookie"].as_str(), said["range"].as_str()), (Some("c=d"), Some("bytes=0-9")));
    assert_eq!(said["host"], blog.site.strip_prefix("http://").unwrap());
    assert_eq!(said["forwarded"], blog.url.strip_prefix("http://").unwrap());
    assert_eq!((said["for"].as_str(), said["te"].as_str()), (Some("127.0.0.1"), Some("")));
}

#[tokio::test]
async fn the_site_is_asked_by_the_name_that_it_knows() {
    let (asked, mut hosts) = tokio::sync::mpsc::unbounded_channel();
    let site = Router::new().fallback(any(move |headers: HeaderMap| {
        asked.send(headers["host"].to_str().unwrap().to_owned()).unwrap();
        ready(())
    }));
    let blog = Blog::before_router(site, &["--site-host", "blog.example"]).await;
    // For a page the server asks the API, and then passes on what the site has.
    for path in ["/wp-login.php", "/bread/"] {
        blog.get(path).await;
        let mut heard = 0;
        while let Ok(host) = hosts.try_recv() {
            assert_eq!(host, "blog.example", "{path}");
            heard += 1;
        }
        assert!(heard > 0, "{path}");
    }
}

#[tokio::test]
async fn people_whom_wordpress_knows_and_previews_get_wordpress_s_pages() {
    let blog = Blog::before_router(Router::new().fallback(any(echo)), &[]).await;
    for (path, cookie) in [
        ("/bread/", "wordpress_logged_in_0f=x"),
        ("/bread/", "wp-postpass_0f=x"),
        ("/?p=7&preview=true", "a=b"),
    ] {
        let said = said(blog.request("GET", path).header("cookie", cookie)).await;
        assert_eq!((said["uri"].as_str(), said["cookie"].as_str()), (Some(path), Some(cookie)));
    }
}

#[tokio::test]
async fn an_upload_and_a_download_are_streams() {
    use futures::StreamExt;
    // The site sends back each part as it comes, and the client sends the second when it has the first.
    let mirror = Router::new().fallback(any(|request: Request| async move { request.into_body() }));
    let blog = Blog::before_router(mirror, &[]).await;
    let (sender, receiver) = futures::channel::mpsc::unbounded::<Result<Bytes, std::io::Error>>();
    sender.unbounded_send(Ok(Bytes::from_static(b"first"))).unwrap();
    let request =
        blog.request("POST", "/wp-admin/async-upload.php").body(reqwest::Body::wrap_stream(receiver));
    let mut parts = request.send().await.unwrap().bytes_stream();
    assert_eq!(parts.next().await.unwrap().unwrap(), "first");
    sender.unbounded_send(Ok(Bytes::from_static(b"second"))).unwrap();
    drop(sender);
    assert_eq!(parts.next().await.unwrap().unwrap(), "second");
    assert!(parts.next().await.is_none());
}

#[tokio::test]
async fn an_old_address_is_redirected_as_wordpress_does() {
    let blog = Blog::start(&[]).await;
    let old = blog.get("/2023/12/08/%D8%AE%D8%A8%D8%B2-%D8%A7%D9%84%D9%85%D8%B3%D8%A7%D8%A1/").await;
    assert_eq!(old.status.as_u16(), 301, "{}", old.body);
    let plain = blog.get("/?p=217").await;
    assert_eq!(plain.status.as_u16(), 301);
    let location = plain.header("location");
    let path = location.strip_prefix(&*blog.url).unwrap_or(location);
    assert_eq!(path, blog.article(217).await);
}

#[tokio::test]
async fn a_protected_article_is_wordpress_s() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(205).await).await;
    assert!(page.status == 200 && page.texts(".tadwina").is_empty(), "{}", page.body);
}
