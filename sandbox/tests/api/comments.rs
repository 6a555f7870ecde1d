//! Reading comments.

use crate::client::Client;

#[tokio::test]
async fn a_list_has_approved_comments_newest_first() {
    let response = Client::new().get("comments?post=101").await;
    assert_eq!(response.ids(), [4, 2, 1]);
    assert_eq!(response.totals(), ("3", "1"));
}

#[tokio::test]
async fn comments_are_found_by_parent_id_and_text() {
    let client = Client::new();
    let top_level = client.get("comments?post=101&parent=0&order=asc&per_page=1").await;
    assert_eq!((top_level.ids(), top_level.totals()), (vec![1], ("2", "2")));
    assert_eq!(client.get("comments?post=101&parent=1,4").await.ids(), [2]);
    assert_eq!(client.get("comments?post=101&order=asc&orderby=date_gmt").await.ids(), [1, 2, 4]);
    assert_eq!(client.get("comments?include=2,1&orderby=include").await.ids(), [2, 1]);
    assert_eq!(client.get("comments?post=101&exclude=4&order=asc&orderby=id").await.ids(), [1, 2]);
    assert_eq!(client.get("comments?post=101&search=raw").await.ids(), [4]);
}

#[tokio::test]
async fn a_comment_has_the_public_fields_of_wordpress_and_no_email() {
    let comment = Client::new().get("comments/1").await.ok();
    assert_eq!(comment["author_name"], "Sara &amp; Bo");
    assert_eq!(comment["status"], "approved");
    assert_eq!(
        (&comment["post"], &comment["parent"], &comment["author"]),
        (&101.into(), &0.into(), &0.into())
    );
    assert_eq!(comment["date_gmt"], "2023-11-04T09:00:00");
    assert!(comment["link"].as_str().unwrap().ends_with("/#comment-1"), "{}", comment["link"]);
    assert!(comment["author_avatar_urls"]["96"].is_string());
    assert!(comment.get("author_email").is_none() && comment["content"].get("raw").is_none());
    assert_eq!(
        comment["content"]["rendered"],
        "<p>It&#8217;s &#8220;good&#8221;.</p>\n<p>See <a href=\"https://example.org/a\" rel=\"nofollow ugc\">https://example.org/a</a></p>\n"
    );
}

#[tokio::test]
async fn hostile_comments_of_the_content_are_not_filtered() {
    let comment = Client::new().get("comments/4").await.ok();
    assert!(comment["content"]["rendered"].as_str().unwrap().contains("<img src=x onerror=\"alert(1)\">"));
}

#[tokio::test]
async fn replies_are_linked_even_if_all_are_held() {
    let client = Client::new();
    let comment = client.get("comments/2").await.ok();
    assert_eq!(comment["_links"]["children"][0]["href"], "http://blog.test/wp-json/wp/v2/comments?parent=2");
    assert_eq!(client.get("comments?parent=2").await.text, "[]");
    assert_eq!(comment["_links"]["in-reply-to"][0]["href"], "http://blog.test/wp-json/wp/v2/comments/1");
    assert!(client.get("comments/4").await.ok()["_links"].get("children").is_none());
}

#[tokio::test]
async fn comments_of_a_missing_post_are_an_empty_list() {
    let response = Client::new().get("comments?post=999").await;
    assert_eq!((response.status, response.text.as_str(), response.totals()), (200, "[]", ("0", "0")));
}

#[tokio::test]
async fn a_page_of_comments_after_the_last_is_empty() {
    let response = Client::new().get("comments?post=101&page=7").await;
    assert_eq!((response.text.as_str(), response.totals()), ("[]", ("3", "1")));
}

#[tokio::test]
async fn comments_of_posts_that_are_not_public_are_refused() {
    let client = Client::new();
    for path in
        ["comments?post=104", "comments?post=105", "comments?post=103", "comments?post=103&password=salt"]
    {
        client.get(path).await.assert_refused(401, "rest_cannot_read_post");
    }
    assert_eq!(client.get("comments?post=103&password=sesame").await.ids(), [20]);
    client.get("comments?post=0").await.assert_refused(401, "rest_cannot_read");
}

#[tokio::test]
async fn the_total_counts_comments_of_protected_posts() {
    let response = Client::new().get("comments").await;
    assert_eq!((response.ids(), response.totals()), (vec![4, 2, 1], ("4", "1")));
}

#[tokio::test]
async fn parameters_for_moderators_are_refused() {
    let client = Client::new();
    for query in
        ["status=hold", "type=pingback", "author=1", "author=0", "author_exclude=1", "author_email=a@b.co"]
    {
        client.get(&format!("comments?{query}")).await.assert_refused(401, "rest_forbidden_param");
    }
    client.get("comments?context=edit").await.assert_refused(401, "rest_forbidden_context");
    assert_eq!(client.get("comments?post=101&status=approve&type=comment").await.status, 200);
}

#[tokio::test]
async fn a_comment_that_is_missing_held_or_protected_is_refused() {
    let client = Client::new();
    client.get("comments/999").await.assert_refused(404, "rest_comment_invalid_id");
    client.get("comments/3").await.assert_refused(401, "rest_cannot_read");
    client.get("comments/20").await.assert_refused(401, "rest_cannot_read");
    assert_eq!(client.get("comments/20?password=sesame").await.status, 200);
}

#[tokio::test]
async fn only_moderators_may_delete_a_comment() {
    let client = Client::new();
    client
        .send("DELETE", "/wp-json/wp/v2/comments/1", &[], "")
        .await
        .assert_refused(401, "rest_cannot_delete");
}

#[tokio::test]
async fn a_comment_narrowed_to_content_rendered_has_no_content() {
    let client = Client::new();
    let narrowed = client.get("comments/1?_fields=id,content.rendered").await.ok();
    assert_eq!((&narrowed["id"], narrowed.get("content")), (&1.into(), None));
    let whole = client.get("comments/1?_fields=content").await.ok();
    assert!(whole["content"]["rendered"].is_string());
}
