//! Users.

use crate::client::Client;

#[tokio::test]
async fn only_users_who_have_published_are_public() {
    let client = Client::new();
    let list = client.get("users").await;
    assert_eq!(list.ids(), [1]);
    assert_eq!(client.get("users?orderby=id&search=AMAL").await.ids(), [1]);
    assert_eq!(client.get("users?slug=quiet").await.ids(), [0_i64; 0]);
    let user = client.get("users/1").await.ok();
    assert_eq!(user["name"], "Amal &amp; Sons");
    assert_eq!(user["link"], "http://blog.test/author/amal/");
    assert!(user["avatar_urls"]["48"].as_str().unwrap().contains("/avatars/"));
    client.get("users/2").await.assert_refused(401, "rest_user_cannot_view");
    client.get("users/9").await.assert_refused(404, "rest_user_invalid_id");
}

#[tokio::test]
async fn nobody_is_logged_in() {
    let client = Client::new();
    client.get("users/me").await.assert_refused(401, "rest_not_logged_in");
    client.get("users/me?_fields=id").await.assert_refused(401, "rest_not_logged_in");
}

#[tokio::test]
async fn a_page_of_users_after_the_last_is_empty() {
    let response = Client::new().get("users?page=3").await;
    assert_eq!((response.text.as_str(), response.totals()), ("[]", ("1", "1")));
}
