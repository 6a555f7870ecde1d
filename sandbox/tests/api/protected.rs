//! Comments on a protected post.

use serde_json::{Value, json};
use tadwina_sandbox::settings::Discussion;

use crate::client::{Client, relaxed};

/// A comment on the protected post, with this password.
fn comment(password: Value) -> Value {
    json!({
        "post": 103, "password": password, "author_name": "Lina", "author_email": "lina@example.org", "content": "شكرًا"
    })
}

#[tokio::test]
async fn a_comment_on_a_protected_post_needs_its_password() {
    let client = Client::new();
    for password in [json!("salt"), json!(""), Value::Null] {
        let refused = client.post(&comment(password)).await;
        refused.assert_refused(401, "rest_cannot_read_post");
    }
    let opened = client.post(&comment(json!("sesame"))).await;
    assert_eq!((opened.status, &opened.json()["post"]), (201, &103.into()), "{}", opened.text);
    let id = opened.json()["id"].as_i64().unwrap();
    assert_eq!(client.get("comments?post=103&password=sesame").await.ids(), [id, 20]);

    let closed = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    let refused = closed.post(&comment(json!("sesame"))).await;
    refused.assert_refused(401, "rest_comment_login_required");
}

#[tokio::test]
async fn the_password_may_be_in_the_address() {
    let body = "post=103&author_name=Lina&author_email=lina%40example.org&content=Hi";
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let path = "/wp-json/wp/v2/comments?password=sesame";
    assert_eq!(Client::new().send("POST", path, &form, body).await.status, 201);
}
