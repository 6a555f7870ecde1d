//! CORS headers.

use crate::client::Client;

const ORIGIN: (&str, &str) = ("origin", "https://elsewhere.test");

#[tokio::test]
async fn every_rest_response_allows_the_origin_of_the_request() {
    let client = Client::new();
    for (method, path) in [
        ("GET", "/wp-json/wp/v2/posts"),
        ("GET", "/wp-json/wp/v2/users/me"),
        ("GET", "/?rest_route=/wp/v2/nothing"),
        ("OPTIONS", "/wp-json/wp/v2/comments"),
    ] {
        let response = client.send(method, path, &[ORIGIN], "").await;
        assert_eq!(response.header("access-control-allow-origin"), ORIGIN.1, "{path}");
        assert_eq!(response.header("access-control-allow-credentials"), "true");
        assert_eq!(response.header("access-control-allow-methods"), "OPTIONS, GET, POST, PUT, PATCH, DELETE");
        assert_eq!(
            response.header("access-control-allow-headers"),
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type"
        );
        assert_eq!(response.header("access-control-expose-headers"), "X-WP-Total, X-WP-TotalPages, Link");
        assert_eq!(response.header("vary"), "Origin");
        assert_eq!(response.header("access-control-max-age"), "");
    }
}

#[tokio::test]
async fn a_request_without_an_origin_gets_no_allowed_origin() {
    let response = Client::new().get("posts").await;
    assert_eq!(response.header("access-control-allow-origin"), "");
    assert_eq!(response.header("link"), "<http://blog.test/wp-json/>; rel=\"https://api.w.org/\"");
}

#[tokio::test]
async fn the_response_of_the_comment_form_has_no_cors_headers() {
    let response = Client::new().form(&[ORIGIN], &[("comment_post_ID", "102")]).await;
    assert!(
        !response.headers.keys().any(|name| name.as_str().starts_with("access-control")),
        "{:?}",
        response.headers
    );
}
