//! The index, and the forms its address has.

use crate::client::Client;

#[tokio::test]
async fn the_index_tells_about_the_site() {
    let answer = Client::new().send("GET", "/wp-json/", &[], "").await;
    let index = answer.ok();
    assert_eq!(index["name"], "Tea &amp; Co");
    assert_eq!(index["home"], "http://blog.test");
    assert_eq!(index["timezone_string"], "Africa/Casablanca");
    assert!(index["gmt_offset"].is_i64(), "whole hours have no point: {}", index["gmt_offset"]);
    assert_eq!(index["namespaces"][0], "wp/v2");
    assert_eq!(index["site_icon_url"], "");
}

#[tokio::test]
async fn the_index_is_narrowed_by_fields() {
    let index = Client::new().send("GET", "/wp-json/?_fields=name,home", &[], "").await.ok();
    assert_eq!(index.as_object().unwrap().len(), 2);
}

#[tokio::test]
async fn every_form_of_the_address_reaches_the_same_route() {
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
async fn links_are_built_from_the_host_that_was_asked() {
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
    client.get("nothing").await.refused(404, "rest_no_route");
    client.get("posts/abc").await.refused(404, "rest_no_route");
    client.send("GET", "/wp-json/other/v1", &[], "").await.refused(404, "rest_no_route");
    client.send("DELETE", "/wp-json/wp/v2/posts", &[], "").await.refused(404, "rest_no_route");
    let described = client.send("OPTIONS", "/wp-json/wp/v2/nothing", &[], "").await;
    assert_eq!((described.status, described.text.as_str()), (200, "[]"));
}

#[tokio::test]
async fn making_changing_and_deleting_are_not_for_strangers() {
    let client = Client::new();
    for (method, path, status, code) in [
        ("POST", "posts", 401, "rest_cannot_create"),
        ("POST", "categories", 401, "rest_cannot_create"),
        ("PUT", "posts/101", 401, "rest_cannot_edit"),
        ("POST", "posts/101", 401, "rest_cannot_edit"),
        ("DELETE", "posts/101", 401, "rest_cannot_delete"),
        ("PATCH", "posts/999", 404, "rest_post_invalid_id"),
    ] {
        client.send(method, &format!("/wp-json/wp/v2/{path}"), &[], "").await.refused(status, code);
    }
}

#[tokio::test]
async fn a_nonce_is_never_right() {
    let client = Client::new();
    let answer = client.send("GET", "/wp-json/wp/v2/posts", &[("x-wp-nonce", "123")], "").await;
    answer.refused(403, "rest_cookie_invalid_nonce");
    client.get("posts?_wpnonce=123").await.refused(403, "rest_cookie_invalid_nonce");
}
