//! Faults on request.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Answer, Client};

async fn faulty(client: &Client, faults: &str) -> Answer {
    client
        .send(
            "GET",
            "/wp-json/wp/v2/posts/101?_fields=id",
            &[("x-sandbox-fault", faults), ("origin", "http://a.test")],
            "",
        )
        .await
}

#[tokio::test]
async fn a_delay_delays() {
    let start = Instant::now();
    let answer = faulty(&Client::new(), "delay=150").await;
    assert!(start.elapsed() >= Duration::from_millis(150));
    assert_eq!(answer.text, r#"{"id":101}"#);
}

#[tokio::test]
async fn a_status_comes_as_html_without_cors_headers() {
    let answer = faulty(&Client::new(), "status=503").await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, "600"));
    assert_eq!(answer.header("content-type"), "text/html; charset=UTF-8");
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn a_status_comes_as_json_to_who_accepts_it() {
    let client = Client::new();
    for (status, code) in [(503, "wp_die"), (500, "internal_server_error"), (403, "wp_die")] {
        let headers =
            [("x-sandbox-fault", format!("status={status}")), ("accept", "application/json".to_owned())];
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        client.send("GET", "/wp-json/", &headers, "").await.refused(status, code);
    }
}

#[tokio::test]
async fn a_status_does_nothing_and_a_bad_body_comes_after_the_deed() {
    let client = Client::new();
    let comment = json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": "x" });
    assert_eq!(client.post_with(&[("x-sandbox-fault", "status=500")], &comment).await.status, 500);
    assert_eq!(client.get("comments?post=101").await.totals().0, "3");
    let lost = client.post_with(&[("x-sandbox-fault", "body=empty")], &comment).await;
    assert_eq!((lost.status, lost.text.as_str()), (201, ""));
    assert_eq!(client.get("comments?post=101").await.totals().0, "4");
}

#[tokio::test]
async fn bodies_are_spoilt_in_three_ways() {
    let client = Client::new();
    let html = faulty(&client, "body=html").await;
    assert_eq!((html.status, html.header("content-type")), (200, "text/html; charset=UTF-8"));
    assert!(html.text.starts_with("<!doctype html>"));
    let truncated = faulty(&client, "body=truncated").await;
    assert_eq!((truncated.status, truncated.text.as_str()), (200, r#"{"id""#));
    assert!(truncated.header("content-type").contains("json"));
    assert_eq!(faulty(&client, "body=empty").await.text, "");
    assert_eq!(faulty(&client, "status=502; body=empty").await.code(), 502);
}

#[tokio::test]
async fn comments_are_held_closed_or_for_members_as_asked() {
    let client = Client::new();
    let comment = json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": "x" });
    let post = |fault: &'static str| {
        let (client, comment) = (client.clone(), comment.clone());
        async move { client.post_with(&[("x-sandbox-fault", fault)], &comment).await }
    };
    post("comments=closed").await.refused(403, "rest_comment_closed");
    post("comments=login").await.refused(401, "rest_comment_login_required");
    post("comments=flood").await.refused(400, "comment_flood");
    let spam = client
        .post_with(
            &[("x-sandbox-fault", "comments=spam")],
            &json!({ "content": "z", "post": 101, "author_name": "L", "author_email": "l@example.org" }),
        )
        .await;
    assert_eq!((spam.status, spam.json()["status"].as_str()), (201, Some("spam")));
    assert_eq!(post("comments=held").await.json()["status"], "hold");
    let form = [("comment_post_ID", "101"), ("author", "L"), ("email", "l@example.org"), ("comment", "y")];
    for (fault, status) in
        [("comments=closed", 403), ("comments=login", 403), ("comments=flood", 429), ("comments=held", 302)]
    {
        let answer = client.form(&[("x-sandbox-fault", fault)], &form).await;
        assert_eq!(answer.status, status, "{fault}");
        assert_eq!(answer.header("location").contains("unapproved"), fault == "comments=held");
    }
    let probe = |fault: &'static str| {
        let client = client.clone();
        async move {
            client
                .send("OPTIONS", "/wp-json/wp/v2/comments?post=101", &[("x-sandbox-fault", fault)], "")
                .await
        }
    };
    assert_eq!(probe("comments=login").await.header("allow"), "");
    assert_eq!(probe("comments=held").await.header("allow"), "POST");
}

#[tokio::test]
async fn faults_for_all_requests_are_set_shown_and_cleared() {
    let client = Client::new();
    let set = client.send("PUT", "/sandbox/faults", &[], "status=503; comments=held").await;
    assert_eq!((set.status, set.text.as_str()), (200, "status=503; comments=held\n"));
    assert_eq!(client.get("posts").await.status, 503);
    assert_eq!(client.send("GET", "/sandbox/faults", &[], "").await.text, "status=503; comments=held\n");
    assert_eq!(client.send("DELETE", "/sandbox/faults", &[], "").await.status, 204);
    assert_eq!(client.get("posts").await.status, 200);
}

#[tokio::test]
async fn a_fault_that_is_not_understood_is_refused() {
    let client = Client::new();
    let own = faulty(&client, "body=xml").await;
    assert_eq!(own.status, 400);
    assert!(own.text.contains("body=xml") && own.text.contains("truncated"), "{}", own.text);
    assert_eq!(client.send("PUT", "/sandbox/faults", &[], "slow").await.status, 400);
}
