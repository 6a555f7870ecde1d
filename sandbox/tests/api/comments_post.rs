//! Posting comments over REST: what is taken, what is refused, and in which order.

use serde_json::{Value, json};
use tadwina_sandbox::settings::Discussion;

use crate::client::{Client, relaxed};

/// A comment that is taken, with some fields changed; `null` removes one.
fn comment(changes: Value) -> Value {
    let mut comment =
        json!({ "post": 101, "author_name": "Lina", "author_email": "lina@example.org", "content": "شكرًا" });
    for (name, value) in changes.as_object().unwrap() {
        comment[name] = value.clone();
    }
    comment
}

#[tokio::test]
async fn a_comment_is_kept_shown_and_found_again() {
    let client = Client::new();
    let answer = client.post(&comment(json!({}))).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let kept = answer.json();
    assert_eq!((&kept["status"], &kept["type"]), (&"approved".into(), &"comment".into()));
    assert_eq!(kept["content"]["rendered"], "<p>شكرًا</p>\n");
    let id = kept["id"].as_i64().unwrap();
    assert_eq!(answer.header("location"), format!("http://blog.test/wp-json/wp/v2/comments/{id}"));
    assert_eq!(client.get("comments?post=101").await.ids(), [id, 4, 2, 1]);
}

#[tokio::test]
async fn a_form_body_is_taken_like_json() {
    let client = Client::new();
    let body = "post=101&author_name=Lina&author_email=lina%40example.org&content=Hi";
    let form = [("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(client.send("POST", "/wp-json/wp/v2/comments", &form, body).await.status, 201);
    let body = body.replace("Hi", "Ho");
    assert_eq!(client.send("POST", "/?rest_route=/wp/v2/comments", &form, &body).await.status, 201);
}

#[tokio::test]
async fn a_held_comment_is_answered_whole_and_not_found_again() {
    let client = Client::with(Discussion { moderation: true, ..relaxed() });
    let kept = client.post(&comment(json!({}))).await;
    assert_eq!((kept.status, kept.json()["status"].as_str()), (201, Some("hold")));
    assert_eq!(kept.json()["content"]["rendered"], "<p>شكرًا</p>\n");
    client.get(&format!("comments/{}", kept.json()["id"])).await.refused(401, "rest_cannot_read");
    assert_eq!(client.get("comments?post=101").await.totals().0, "3");
}

#[tokio::test]
async fn two_links_hold_a_comment_and_one_does_not() {
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
    let kept = Client::new()
        .post(&comment(json!({ "content": content, "author_name": "<i>Li</i> & Na" })))
        .await
        .json();
    assert_eq!(kept["author_name"], "Li &amp; Na");
    assert_eq!(
        kept["content"]["rendered"],
        "<p><b>It&#8217;s</b><br />\nokalert(1) <a href=\"https://a.example\" rel=\"nofollow ugc\">a</a></p>\n<p>&amp; so</p>\n"
    );
}

#[tokio::test]
async fn content_may_come_as_raw() {
    let kept = Client::new().post(&comment(json!({ "content": { "raw": "raw" } }))).await;
    assert_eq!(kept.json()["content"]["rendered"], "<p>raw</p>\n");
}

#[tokio::test]
async fn a_url_is_cleaned_and_never_refused() {
    let client = Client::new();
    for (n, (sent, kept)) in [
        ("example.org/?a&b", "http://example.org/?a&amp;b"),
        ("javascript:alert(1)", ""),
        ("%%%", "http://%%%"),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = client.post(&comment(json!({ "author_url": sent, "content": n.to_string() }))).await;
        assert_eq!((answer.status, answer.json()["author_url"].as_str()), (201, Some(kept)), "{sent}");
    }
}

#[tokio::test]
async fn a_parent_is_taken_unseen() {
    let client = Client::new();
    for parent in [1, 3, 20, 999] {
        let kept = client.post(&comment(json!({ "parent": parent }))).await;
        assert_eq!((kept.status, &kept.json()["parent"]), (201, &parent.into()), "{}", kept.text);
    }
}

#[tokio::test]
async fn anonymous_comments_can_be_off() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    client.post(&comment(json!({}))).await.refused(401, "rest_comment_login_required");
}

#[tokio::test]
async fn a_bad_address_is_refused_before_permission() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    client
        .post(&comment(json!({ "author_email": "سارة@example.org" })))
        .await
        .invalid("author_email", "rest_invalid_email");
}

#[tokio::test]
async fn bad_json_is_refused_before_parameters_and_after_the_route() {
    let client = Client::new();
    let json = [("content-type", "application/json")];
    client
        .send("POST", "/wp-json/wp/v2/comments", &json, "{\"post\":")
        .await
        .refused(400, "rest_invalid_json");
    client.send("POST", "/wp-json/wp/v2/nothing", &json, "{").await.refused(404, "rest_no_route");
}

#[tokio::test]
async fn wrong_types_are_refused() {
    let client = Client::new();
    client.post(&comment(json!({ "post": "x" }))).await.invalid("post", "rest_invalid_type");
    client.post(&comment(json!({ "parent": "x" }))).await.invalid("parent", "rest_invalid_type");
    client.post(&comment(json!({ "author_name": [{}] }))).await.invalid("author_name", "rest_invalid_type");
    client.post(&comment(json!({ "author_name": 5 }))).await.invalid("author_name", "rest_invalid_type");
}

#[tokio::test]
async fn fields_that_are_not_for_readers_are_refused() {
    let client = Client::new();
    for (field, value, status, code) in [
        ("author", json!(1), 401, "rest_comment_invalid_author"),
        ("author", json!(0), 400, "rest_comment_author_invalid"),
        ("author_ip", json!("10.0.0.1"), 401, "rest_comment_invalid_author_ip"),
        ("status", json!("approved"), 401, "rest_comment_invalid_status"),
        ("id", json!(1), 400, "rest_comment_exists"),
        ("type", json!("pingback"), 400, "rest_invalid_comment_type"),
    ] {
        client.post(&comment(json!({ field: value }))).await.refused(status, code);
    }
}

#[tokio::test]
async fn posts_that_take_no_comments_refuse_them_each_in_its_way() {
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
        client.post(&comment(json!({ "post": post }))).await.refused(status, code);
    }
    let opened = client.post(&comment(json!({ "post": 103, "password": "sesame" }))).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
}

#[tokio::test]
async fn empty_fields_are_refused() {
    let client = Client::new();
    client.post(&comment(json!({ "content": " \n " }))).await.refused(400, "rest_comment_content_invalid");
    client
        .post(&comment(json!({ "content": Value::Null })))
        .await
        .refused(400, "rest_comment_content_invalid");
    client
        .post(&comment(json!({ "author_name": "" })))
        .await
        .refused(400, "rest_comment_author_data_required");
    client
        .post(&comment(json!({ "author_email": "" })))
        .await
        .refused(400, "rest_comment_author_data_required");
}

#[tokio::test]
async fn limits_are_bytes() {
    let client = Client::new();
    let email = |length: usize| format!("{}@example.org", "a".repeat(length - 12));
    for (field, fits, too_long, code) in [
        ("author_name", "ا".repeat(122), "ا".repeat(123), "comment_author_column_length"),
        ("author_email", email(100), email(101), "comment_author_email_column_length"),
        ("author_url", "u".repeat(200), "u".repeat(201), "comment_author_url_column_length"),
        ("content", "c".repeat(65_525), "c".repeat(65_526), "comment_content_column_length"),
    ] {
        client.post(&comment(json!({ field: too_long }))).await.refused(400, code);
        assert_eq!(client.post(&comment(json!({ field: fits }))).await.status, 201, "{field}");
    }
}

#[tokio::test]
async fn the_same_comment_twice_is_refused() {
    let client = Client::new();
    assert_eq!(client.post(&comment(json!({}))).await.status, 201);
    client.post(&comment(json!({}))).await.refused(409, "comment_duplicate");
    let elsewhere = client.post(&comment(json!({ "parent": 1 }))).await;
    assert_eq!(elsewhere.status, 201, "an answer to another comment is another comment");
}

#[tokio::test]
async fn an_ampersand_hides_a_duplicate() {
    let client = Client::new();
    for _ in 0..2 {
        assert_eq!(client.post(&comment(json!({ "content": "salt & pepper" }))).await.status, 201);
    }
}

#[tokio::test]
async fn comments_in_quick_succession_are_refused_with_400() {
    let client = Client::with(Discussion::default());
    assert_eq!(client.post(&comment(json!({}))).await.status, 201);
    client.post(&comment(json!({ "content": "More" }))).await.refused(400, "comment_flood");
    client.post(&comment(json!({}))).await.refused(409, "comment_duplicate");
}

#[tokio::test]
async fn of_many_equal_comments_at_once_one_is_kept() {
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
async fn the_probe_allows_post_exactly_when_it_would_pass() {
    let client = Client::new();
    let allow = |query: &'static str| {
        let client = client.clone();
        async move {
            let answer = client.send("OPTIONS", &format!("/wp-json/wp/v2/comments{query}"), &[], "").await;
            assert_eq!(answer.status, 200);
            answer.headers.get("allow").map(|allow| allow.to_str().unwrap().to_owned())
        }
    };
    assert_eq!(allow("?post=101").await.as_deref(), Some("POST"));
    assert_eq!(allow("?post=103&password=sesame").await.as_deref(), Some("POST"));
    for query in
        ["", "?post=102", "?post=103", "?post=104", "?post=105", "?post=999", "?post=101&status=approve"]
    {
        assert_eq!(allow(query).await, None, "{query}");
    }
    let enveloped = client.send("OPTIONS", "/wp-json/wp/v2/comments?post=101&_envelope", &[], "").await.ok();
    assert_eq!(enveloped["headers"]["Allow"], "POST");
}

#[tokio::test]
async fn the_probe_allows_nothing_where_anonymous_comments_are_off() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    let answer = client.send("OPTIONS", "/wp-json/wp/v2/comments?post=101&_envelope", &[], "").await;
    assert!(answer.headers.get("allow").is_none());
    assert_eq!(answer.ok()["headers"], json!([]));
}

#[tokio::test]
async fn reading_never_allows_post() {
    assert_eq!(Client::new().get("comments?post=101").await.header("allow"), "GET");
}
