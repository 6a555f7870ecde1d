//! The index, and behaviour that all routes share.

use crate::client::Client;

#[tokio::test]
async fn the_index_describes_the_site() {
    let response = Client::new().send("GET", "/wp-json/", &[], "").await;
    let index = response.ok();
    assert_eq!(index["name"], "Tea &amp; Co");
    assert_eq!((&index["url"], &index["home"]), (&"http://blog.test".into(), &"http://blog.test".into()));
    assert_eq!(index["timezone_string"], "Africa/Casablanca");
    assert!(index["gmt_offset"].is_i64(), "whole hours have no decimal point: {}", index["gmt_offset"]);
    assert_eq!(index["namespaces"][0], "wp/v2");
    assert_eq!(index["site_icon_url"], "");
}

#[tokio::test]
async fn the_index_is_narrowed_by_fields() {
    let index = Client::new().send("GET", "/wp-json/?_fields=url,home", &[], "").await.text;
    assert_eq!(index, r#"{"url":"http://blog.test","home":"http://blog.test"}"#);
}

#[tokio::test]
async fn every_form_of_an_address_reaches_the_same_route() {
    let client = Client::new();
    for path in [
        "/wp-json/wp/v2/posts/101?_fields=id",
        "/index.php/wp-json/wp/v2/posts/101?_fields=id",
        "/?rest_route=/wp/v2/posts/101&_fields=id",
        "/?rest_route=%2Fwp%2Fv2%2Fposts%2F101&_fields=id",
        "/wp-json/wp/v2/posts/101/?_fields=id",
    ] {
        assert_eq!(client.send("GET", path, &[], "").await.text, r#"{"id":101}"#, "{path}");
    }
}

#[tokio::test]
async fn links_have_the_host_of_the_request() {
    let client = Client::new();
    let home = |headers: &'static [(&'static str, &'static str)]| {
        let client = client.clone();
        async move { client.send("GET", "/wp-json/?_fields=home", headers, "").await.ok()["home"].clone() }
    };
    assert_eq!(home(&[]).await, "http://blog.test");
    assert_eq!(home(&[("x-forwarded-host", "127.0.0.1:8080")]).await, "http://127.0.0.1:8080");
    assert_eq!(
        home(&[("x-forwarded-host", "a.test, b.test"), ("x-forwarded-proto", "https")]).await,
        "https://a.test"
    );
}

#[tokio::test]
async fn an_unknown_route_is_refused() {
    let client = Client::new();
    client.get("nothing").await.assert_refused(404, "rest_no_route");
    client.get("posts/abc").await.assert_refused(404, "rest_no_route");
    client.send("GET", "/wp-json/other/v1", &[], "").await.assert_refused(404, "rest_no_route");
    client.send("DELETE", "/wp-json/wp/v2/posts", &[], "").await.assert_refused(404, "rest_no_route");
    let described = client.send("OPTIONS", "/wp-json/wp/v2/nothing", &[], "").await;
    assert_eq!((described.status, described.text.as_str()), (200, "[]"));
}

#[tokio::test]
async fn every_nonce_is_refused() {
    let client = Client::new();
    let response = client.send("GET", "/wp-json/wp/v2/posts", &[("x-wp-nonce", "123")], "").await;
    response.assert_refused(403, "rest_cookie_invalid_nonce");
    client.get("posts?_wpnonce=123").await.assert_refused(403, "rest_cookie_invalid_nonce");
}
