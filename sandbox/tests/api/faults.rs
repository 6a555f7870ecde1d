//! Faults on request.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Client, Response};

async fn faulty(client: &Client, faults: &str) -> Response {
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
async fn a_delay_fault_delays_the_response() {
    let start = Instant::now();
    let response = faulty(&Client::new(), "delay=150").await;
    assert!(start.elapsed() >= Duration::from_millis(150));
    assert_eq!(response.text, r#"{"id":101}"#);
}

#[tokio::test]
async fn a_status_fault_is_html_without_cors_headers() {
    let response = faulty(&Client::new(), "status=503").await;
    assert_eq!((response.status, response.header("retry-after")), (503, "600"));
    assert_eq!(response.header("content-type"), "text/html; charset=UTF-8");
    assert_eq!(response.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn a_status_fault_is_json_for_a_client_that_accepts_json() {
    let client = Client::new();
    for (status, code) in [(503, "wp_die"), (500, "internal_server_error"), (403, "wp_die")] {
        let headers =
            [("x-sandbox-fault", format!("status={status}")), ("accept", "application/json".to_owned())];
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        client.send("GET", "/wp-json/", &headers, "").await.assert_refused(status, code);
    }
}

#[tokio::test]
async fn a_status_fault_stores_nothing_and_a_body_fault_stores_the_comment() {
    let client = Client::new();
    let comment = json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": "x" });
    assert_eq!(client.post_with(&[("x-sandbox-fault", "status=500")], &comment).await.status, 500);
    assert_eq!(client.get("comments?post=101").await.totals().0, "3");
    let lost = client.post_with(&[("x-sandbox-fault", "body=empty")], &comment).await;
    assert_eq!((lost.status, lost.text.as_str()), (201, ""));
    assert_eq!(client.get("comments?post=101").await.totals().0, "4");
}

#[tokio::test]
async fn a_body_fault_sends_html_half_the_body_or_no_body() {
    let client = Client::new();
    let html = faulty(&client, "body=html").await;
    assert_eq!((html.status, html.header("content-type")), (200, "text/html; charset=UTF-8"));
    assert!(html.text.starts_with("<!doctype html>"));
    let truncated = faulty(&client, "body=truncated").await;
    assert_eq!((truncated.status, truncated.text.as_str()), (200, r#"{"id""#));
    assert!(truncated.header("content-type").contains("json"));
    assert_eq!(faulty(&client, "body=empty").await.text, "");
    assert_eq!(faulty(&client, "status=502; body=empty").await.status, 502);
}

#[tokio::test]
async fn a_comment_fault_holds_or_refuses_comments_over_rest() {
    let client = Client::new();
    let post = async |fault: &str, content: &str| {
        let comment =
            json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": content });
        client.post_with(&[("x-sandbox-fault", fault)], &comment).await
    };
    post("comments=closed", "x").await.assert_refused(403, "rest_comment_closed");
    post("comments=login", "x").await.assert_refused(401, "rest_comment_login_required");
    post("comments=flood", "x").await.assert_refused(400, "comment_flood");
    assert_eq!(post("comments=spam", "x").await.json()["status"], "spam");
    assert_eq!(post("comments=held", "y").await.json()["status"], "hold");
}

#[tokio::test]
async fn a_comment_fault_holds_or_refuses_comments_of_the_form() {
    let client = Client::new();
    let form = [("comment_post_ID", "101"), ("author", "L"), ("email", "l@example.org"), ("comment", "x")];
    for (fault, status) in
        [("comments=closed", 403), ("comments=login", 403), ("comments=flood", 429), ("comments=held", 302)]
    {
        let response = client.form(&[("x-sandbox-fault", fault)], &form).await;
        assert_eq!(response.status, status, "{fault}");
        assert_eq!(response.header("location").contains("unapproved"), fault == "comments=held");
    }
}

#[tokio::test]
async fn options_allows_no_post_during_a_fault_that_refuses_comments() {
    let client = Client::new();
    for (fault, allow) in [("comments=login", ""), ("comments=closed", ""), ("comments=held", "POST")] {
        let headers = [("x-sandbox-fault", fault)];
        let response = client.send("OPTIONS", "/wp-json/wp/v2/comments?post=101", &headers, "").await;
        assert_eq!(response.header("allow"), allow, "{fault}");
    }
}

#[tokio::test]
async fn faults_of_all_requests_can_be_set_read_and_cleared() {
    let client = Client::new();
    let set = client.send("PUT", "/sandbox/faults", &[], "status=503; comments=held").await;
    assert_eq!((set.status, set.text.as_str()), (200, "status=503; comments=held\n"));
    assert_eq!(client.get("posts").await.status, 503);
    assert_eq!(client.send("GET", "/sandbox/faults", &[], "").await.text, "status=503; comments=held\n");
    assert_eq!(client.send("DELETE", "/sandbox/faults", &[], "").await.status, 204);
    assert_eq!(client.get("posts").await.status, 200);
}

#[tokio::test]
async fn an_unknown_fault_is_refused_and_named() {
    let client = Client::new();
    let own = faulty(&client, "body=xml").await;
    assert_eq!(own.status, 400);
    assert!(own.text.contains("body=xml") && own.text.contains("truncated"), "{}", own.text);
    assert_eq!(client.send("PUT", "/sandbox/faults", &[], "slow").await.status, 400);
}
