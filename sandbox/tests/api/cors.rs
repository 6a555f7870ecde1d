//! What another origin may see.

use crate::client::Client;

const ORIGIN: (&str, &str) = ("origin", "https://elsewhere.test");

#[tokio::test]
async fn rest_answers_any_origin_refusals_too() {
    let client = Client::new();
    for (method, path) in [
        ("GET", "/wp-json/wp/v2/posts"),
        ("GET", "/wp-json/wp/v2/users/me"),
        ("GET", "/?rest_route=/wp/v2/nothing"),
        ("OPTIONS", "/wp-json/wp/v2/comments"),
    ] {
        let answer = client.send(method, path, &[ORIGIN], "").await;
        assert_eq!(answer.header("access-control-allow-origin"), ORIGIN.1, "{path}");
        assert_eq!(answer.header("access-control-allow-credentials"), "true");
        assert_eq!(answer.header("access-control-allow-methods"), "OPTIONS, GET, POST, PUT, PATCH, DELETE");
        assert_eq!(
            answer.header("access-control-allow-headers"),
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type"
        );
        assert_eq!(answer.header("access-control-expose-headers"), "X-WP-Total, X-WP-TotalPages, Link");
        assert_eq!(answer.header("vary"), "Origin");
        assert_eq!(answer.header("access-control-max-age"), "");
    }
}

#[tokio::test]
async fn without_an_origin_none_is_allowed() {
    let answer = Client::new().get("posts").await;
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert_eq!(answer.header("link"), "<http://blog.test/wp-json/>; rel=\"https://api.w.org/\"");
}

#[tokio::test]
async fn the_form_has_no_cors_headers() {
    let answer = Client::new().form(&[ORIGIN], &[("comment_post_ID", "102")]).await;
    assert!(
        !answer.headers.keys().any(|name| name.as_str().starts_with("access-control")),
        "{:?}",
        answer.headers
    );
}
