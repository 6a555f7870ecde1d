//! What becomes of a new comment on request, and on sites that require no name: over REST and by the form.

use serde_json::json;
use tadwina_sandbox::settings::Discussion;

use crate::client::{Client, Response, relaxed};

async fn over_rest(client: &Client, fault: &str, content: &str) -> Response {
    let body =
        json!({ "post": 101, "author_name": "Lina", "author_email": "lina@example.org", "content": content });
    let headers = [("content-type", "application/json"), ("x-sandbox-fault", fault)];
    client.send("POST", "/wp-json/wp/v2/comments", &headers, &body.to_string()).await
}

async fn by_form(client: &Client, fault: &str, comment: &str) -> Response {
    let headers = [("accept", "application/json"), ("x-sandbox-fault", fault)];
    let fields =
        [("comment_post_ID", "101"), ("author", "Lina"), ("email", "lina@example.org"), ("comment", comment)];
    client.form(&headers, &fields).await
}

#[tokio::test]
async fn what_is_taken_for_spam_or_put_into_the_trash_looks_accepted_and_is_shown_to_nobody() {
    for status in ["spam", "trash"] {
        let client = Client::new();
        let fault = format!("comments={status}");
        let stored = over_rest(&client, &fault, "one").await;
        assert_eq!((stored.status, &stored.json()["status"]), (201, &status.into()));
        client
            .get(&format!("comments/{}", stored.json()["id"]))
            .await
            .assert_refused(401, "rest_cannot_read");
        let redirected = by_form(&client, &fault, "two").await;
        assert_eq!(redirected.status, 302);
        let location = redirected.header("location");
        assert!(!location.contains("unapproved"), "only a held comment is named: {location}");
        assert_eq!(client.get("comments?post=101").await.totals().0, "3");
    }
}

#[tokio::test]
async fn what_is_in_the_trash_makes_no_duplicate() {
    let client = Client::new();
    for (fault, second) in [("comments=spam", 409), ("comments=trash", 201)] {
        assert_eq!(over_rest(&client, fault, fault).await.status, 201);
        assert_eq!(over_rest(&client, fault, fault).await.status, second, "{fault}");
    }
}

#[tokio::test]
async fn spam_and_the_trash_are_no_replies() {
    let client = Client::new();
    let body = "post=101&parent=4&author_name=Lina&author_email=lina%40example.org&content=Hi";
    let headers =
        [("content-type", "application/x-www-form-urlencoded"), ("x-sandbox-fault", "comments=spam")];
    assert_eq!(client.send("POST", "/wp-json/wp/v2/comments", &headers, body).await.status, 201);
    assert!(client.get("comments/4").await.ok()["_links"].get("children").is_none());
}

#[tokio::test]
async fn a_comment_that_is_not_saved_is_an_error_of_the_site() {
    let client = Client::new();
    over_rest(&client, "comments=unsaved", "one").await.assert_refused(500, "rest_comment_failed_create");
    by_form(&client, "comments=unsaved", "one").await.assert_refused(500, "wp_die");
    assert_eq!(over_rest(&client, "", "one").await.status, 201, "nothing was stored");
}

#[tokio::test]
async fn the_status_of_a_plugin_is_lost_over_rest() {
    let client = Client::new();
    let refused = over_rest(&client, "comments=refused", "one").await;
    assert_eq!((refused.status, &refused.json()["data"]), (500, &403.into()));
    by_form(&client, "comments=refused", "one").await.assert_refused(403, "wp_die");
}

#[tokio::test]
async fn a_site_that_requires_no_name_takes_comments_without_one() {
    let client = Client::with(Discussion { no_name_email: true, moderation: true, ..relaxed() });
    let stored = client.post(&json!({ "post": 101, "content": "one" })).await;
    assert_eq!((stored.status, &stored.json()["author_name"]), (201, &"".into()));
    client
        .post(&json!({ "post": 101, "content": "two", "author_email": "bad" }))
        .await
        .assert_invalid("author_email", "rest_invalid_email");
    let form = client.form(&[], &[("comment_post_ID", "101"), ("comment", "three")]).await;
    assert_eq!(form.status, 302);
    assert!(!form.header("location").contains("unapproved"), "nobody without an address is shown it again");
}

#[tokio::test]
async fn an_ip_address_has_to_be_one() {
    for ip in ["", "elsewhere"] {
        let comment = json!({
            "post": 101, "author_name": "Lina", "author_email": "lina@example.org", "content": "one", "author_ip": ip
        });
        Client::new().post(&comment).await.assert_invalid("author_ip", "rest_invalid_ip");
    }
}
