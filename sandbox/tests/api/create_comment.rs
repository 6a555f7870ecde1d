//! Comments posted over REST.

use serde_json::{Value, json};
use tadwina_sandbox::settings::Discussion;

use crate::client::{Client, relaxed};

/// A comment that the site accepts, with these changes; `null` removes a field.
fn comment(changes: Value) -> Value {
    let mut comment =
        json!({ "post": 101, "author_name": "Lina", "author_email": "lina@example.org", "content": "شكرًا" });
    for (name, value) in changes.as_object().unwrap() {
        comment[name] = value.clone();
    }
    comment
}

#[tokio::test]
async fn a_posted_comment_is_returned_and_listed() {
    let client = Client::new();
    let response = client.post(&comment(json!({}))).await;
    assert_eq!(response.status, 201, "{}", response.text);
    let stored = response.json();
    assert_eq!((&stored["status"], &stored["type"]), (&"approved".into(), &"comment".into()));
    assert_eq!(stored["content"]["rendered"], "<p>شكرًا</p>\n");
    let id = stored["id"].as_i64().unwrap();
    assert_eq!(response.header("location"), format!("http://blog.test/wp-json/wp/v2/comments/{id}"));
    assert_eq!(client.get("comments?post=101").await.ids(), [id, 4, 2, 1]);
}

#[tokio::test]
async fn a_form_body_is_read_like_json() {
    let client = Client::new();
    let body = "post=101&author_name=Lina&author_email=lina%40example.org&content=Hi";
    let form = [("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(client.send("POST", "/wp-json/wp/v2/comments", &form, body).await.status, 201);
    let body = body.replace("Hi", "Ho");
    assert_eq!(client.send("POST", "/?rest_route=/wp/v2/comments", &form, &body).await.status, 201);
}

#[tokio::test]
async fn a_held_comment_is_returned_and_not_listed() {
    let client = Client::with(Discussion { moderation: true, ..relaxed() });
    let stored = client.post(&comment(json!({}))).await;
    assert_eq!((stored.status, stored.json()["status"].as_str()), (201, Some("hold")));
    assert_eq!(stored.json()["content"]["rendered"], "<p>شكرًا</p>\n");
    client.get(&format!("comments/{}", stored.json()["id"])).await.assert_refused(401, "rest_cannot_read");
    assert_eq!(client.get("comments?post=101").await.totals().0, "3");
}

#[tokio::test]
async fn a_comment_with_two_links_is_held_and_one_with_one_link_is_not() {
    let client = Client::new();
    let one = client.post(&comment(json!({ "content": "https://a.example" }))).await.json();
    assert_eq!(one["status"], "approved");
    let two = client.post(&comment(json!({ "content": "https://a.example https://b.example" }))).await.json();
    assert_eq!(two["status"], "hold");
    let smile = client.post(&comment(json!({ "content": "ok :)" }))).await.json();
    assert_eq!(smile["content"]["rendered"], "<p>ok 🙂</p>\n");
}

#[tokio::test]
async fn text_is_trimmed_filtered_and_rendered() {
    let content = "  <b>It's</b>\nok<script>alert(1)</script> <a href=\"https://a.example\" onclick=\"x\">a</a>\n\n& so  ";
    let stored = Client::new()
        .post(&comment(json!({ "content": content, "author_name": "<i>Li</i> & Na" })))
        .await
        .json();
    assert_eq!(stored["author_name"], "Li &amp; Na");
    assert_eq!(
        stored["content"]["rendered"],
        "<p><b>It&#8217;s</b><br />\nokalert(1) <a href=\"https://a.example\" rel=\"nofollow ugc\">a</a></p>\n<p>&amp; so</p>\n"
    );
}

#[tokio::test]
async fn content_may_be_an_object_with_raw() {
    let stored = Client::new().post(&comment(json!({ "content": { "raw": "raw" } }))).await;
    assert_eq!(stored.json()["content"]["rendered"], "<p>raw</p>\n");
}

#[tokio::test]
async fn a_url_is_cleaned_and_never_refused() {
    let client = Client::new();
    for (n, (sent, stored)) in [
        ("example.org/?a&b", "http://example.org/?a&amp;b"),
        ("javascript:alert(1)", ""),
        ("%%%", "http://%%%"),
    ]
    .into_iter()
    .enumerate()
    {
        let response = client.post(&comment(json!({ "author_url": sent, "content": n.to_string() }))).await;
        assert_eq!((response.status, response.json()["author_url"].as_str()), (201, Some(stored)), "{sent}");
    }
}

#[tokio::test]
async fn any_parent_is_accepted() {
    let client = Client::new();
    for parent in [1, 3, 20, 999] {
        let stored = client.post(&comment(json!({ "parent": parent }))).await;
        assert_eq!((stored.status, &stored.json()["parent"]), (201, &parent.into()), "{}", stored.text);
    }
}

#[tokio::test]
async fn a_site_without_anonymous_rest_comments_requires_a_login() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    client.post(&comment(json!({}))).await.assert_refused(401, "rest_comment_login_required");
}

#[tokio::test]
async fn an_invalid_email_is_refused_before_permission_is_checked() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    client
        .post(&comment(json!({ "author_email": "سارة@example.org" })))
        .await
        .assert_invalid("author_email", "rest_invalid_email");
}

#[tokio::test]
async fn invalid_json_is_refused_after_an_unknown_route() {
    let client = Client::new();
    let json = [("content-type", "application/json")];
    client
        .send("POST", "/wp-json/wp/v2/comments", &json, "{\"post\":")
        .await
        .assert_refused(400, "rest_invalid_json");
    client.send("POST", "/wp-json/wp/v2/nothing", &json, "{").await.assert_refused(404, "rest_no_route");
}

#[tokio::test]
async fn wrong_types_are_refused() {
    let client = Client::new();
    client.post(&comment(json!({ "post": "x" }))).await.assert_invalid("post", "rest_invalid_type");
    client.post(&comment(json!({ "parent": "x" }))).await.assert_invalid("parent", "rest_invalid_type");
    client
        .post(&comment(json!({ "author_name": [{}] })))
        .await
        .assert_invalid("author_name", "rest_invalid_type");
    client
        .post(&comment(json!({ "author_name": 5 })))
        .await
        .assert_invalid("author_name", "rest_invalid_type");
}

#[tokio::test]
async fn fields_for_moderators_are_refused() {
    let client = Client::new();
    for (field, value, status, code) in [
        ("author", json!(1), 401, "rest_comment_invalid_author"),
        ("author", json!(0), 400, "rest_comment_author_invalid"),
        ("author_ip", json!("10.0.0.1"), 401, "rest_comment_invalid_author_ip"),
        ("status", json!("approved"), 401, "rest_comment_invalid_status"),
        ("id", json!(1), 400, "rest_comment_exists"),
        ("type", json!("pingback"), 400, "rest_invalid_comment_type"),
    ] {
        client.post(&comment(json!({ field: value }))).await.assert_refused(status, code);
    }
}

#[tokio::test]
async fn each_kind_of_post_that_accepts_no_comments_has_its_own_refusal() {
    let client = Client::new();
    for (post, status, code) in [
        (json!(0), 403, "rest_comment_invalid_post_id"),
        (json!(999), 403, "rest_comment_invalid_post_id"),
        (Value::Null, 403, "rest_comment_invalid_post_id"),
        (json!(104), 403, "rest_comment_draft_post"),
        (json!(106), 403, "rest_comment_trash_post"),
        (json!(105), 401, "rest_cannot_read_post"),
        (json!(103), 401, "rest_cannot_read_post"),
        (json!(102), 403, "rest_comment_closed"),
    ] {
        client.post(&comment(json!({ "post": post }))).await.assert_refused(status, code);
    }
}

#[tokio::test]
async fn empty_required_fields_are_refused() {
    let client = Client::new();
    client
        .post(&comment(json!({ "content": " \n " })))
        .await
        .assert_refused(400, "rest_comment_content_invalid");
    client
        .post(&comment(json!({ "content": Value::Null })))
        .await
        .assert_refused(400, "rest_comment_content_invalid");
    client
        .post(&comment(json!({ "author_name": "" })))
        .await
        .assert_refused(400, "rest_comment_author_data_required");
    client
        .post(&comment(json!({ "author_email": "" })))
        .await
        .assert_refused(400, "rest_comment_author_data_required");
}

#[tokio::test]
async fn field_lengths_are_limited_in_bytes() {
    let client = Client::new();
    let email = |length: usize| format!("{}@example.org", "a".repeat(length - 12));
    for (field, fits, too_long, code) in [
        ("author_name", "ا".repeat(122), "ا".repeat(123), "comment_author_column_length"),
        ("author_email", email(100), email(101), "comment_author_email_column_length"),
        ("author_url", "u".repeat(200), "u".repeat(201), "comment_author_url_column_length"),
        ("content", "c".repeat(65_525), "c".repeat(65_526), "comment_content_column_length"),
    ] {
        client.post(&comment(json!({ field: too_long }))).await.assert_refused(400, code);
        assert_eq!(client.post(&comment(json!({ field: fits }))).await.status, 201, "{field}");
    }
}

#[tokio::test]
async fn a_duplicate_is_refused() {
    let client = Client::new();
    assert_eq!(client.post(&comment(json!({}))).await.status, 201);
    client.post(&comment(json!({}))).await.assert_refused(409, "comment_duplicate");
    let elsewhere = client.post(&comment(json!({ "parent": 1 }))).await;
    assert_eq!(elsewhere.status, 201, "the same text as a reply is another comment");
}

#[tokio::test]
async fn rest_misses_a_duplicate_with_an_ampersand() {
    let client = Client::new();
    for _ in 0..2 {
        assert_eq!(client.post(&comment(json!({ "content": "salt & pepper" }))).await.status, 201);
    }
}

#[tokio::test]
async fn a_second_comment_within_the_flood_time_is_refused_with_400() {
    let client = Client::with(Discussion::default());
    assert_eq!(client.post(&comment(json!({}))).await.status, 201);
    client.post(&comment(json!({ "content": "More" }))).await.assert_refused(400, "comment_flood");
    client.post(&comment(json!({}))).await.assert_refused(409, "comment_duplicate");
}

#[tokio::test]
async fn one_of_equal_comments_sent_at_once_is_stored() {
    let client = Client::new();
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.post(&comment(json!({}))).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; 19]].concat());
}

#[tokio::test]
async fn options_allows_post_exactly_if_the_site_would_accept_a_comment() {
    let client = Client::new();
    let allow = |query: &'static str| {
        let client = client.clone();
        async move {
            let response = client.send("OPTIONS", &format!("/wp-json/wp/v2/comments{query}"), &[], "").await;
            assert_eq!(response.status, 200);
            response.headers.get("allow").map(|allow| allow.to_str().unwrap().to_owned())
        }
    };
    assert_eq!(allow("?post=101").await.as_deref(), Some("POST"));
    assert_eq!(allow("?post=103&password=sesame").await.as_deref(), Some("POST"));
    for query in [
        "",
        "?post=102",
        "?post=103",
        "?post=103&password=salt",
        "?post=104",
        "?post=105",
        "?post=999",
        "?post=101&status=approve",
    ] {
        assert_eq!(allow(query).await, None, "{query}");
    }
    let enveloped = client.send("OPTIONS", "/wp-json/wp/v2/comments?post=101&_envelope", &[], "").await.ok();
    assert_eq!(enveloped["headers"]["Allow"], "POST");
}

#[tokio::test]
async fn options_allows_nothing_on_a_site_without_anonymous_rest_comments() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    let response = client.send("OPTIONS", "/wp-json/wp/v2/comments?post=101&_envelope", &[], "").await;
    assert!(response.headers.get("allow").is_none());
    assert_eq!(response.ok()["headers"], json!([]));
}

#[tokio::test]
async fn a_get_response_never_allows_post() {
    assert_eq!(Client::new().get("comments?post=101").await.header("allow"), "GET");
}
