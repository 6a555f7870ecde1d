//! Categories and tags.

use crate::client::Client;

#[tokio::test]
async fn categories_are_listed_by_name_with_their_counts() {
    let response = Client::new().get("categories").await;
    assert_eq!(response.ids(), [1, 3, 2]);
    assert_eq!(response.totals(), ("3", "1"));
    let list = response.ok();
    assert_eq!(list[0]["name"], "Crafts &amp; Arts");
    assert_eq!(list[0]["count"], 3, "published posts only, including the protected one");
    assert_eq!(list[1]["count"], 0);
}

#[tokio::test]
async fn a_category_has_its_parent_and_a_link_with_its_ancestors() {
    let category = Client::new().get("categories/2").await.ok();
    assert_eq!(category["parent"], 1);
    assert_eq!(category["link"], "http://blog.test/category/crafts/%d9%88%d8%b1%d9%82/");
    assert_eq!(category["_links"]["up"][0]["href"], "http://blog.test/wp-json/wp/v2/categories/1");
}

#[tokio::test]
async fn categories_are_found_by_parent_slug_id_and_post() {
    let client = Client::new();
    assert_eq!(client.get("categories?parent=0").await.ids(), [1, 3]);
    assert_eq!(client.get("categories?parent=1").await.ids(), [2]);
    assert_eq!(client.get("categories?slug=%D9%88%D8%B1%D9%82").await.ids(), [2]);
    assert_eq!(client.get("categories?include=2,1&orderby=id&order=desc").await.ids(), [2, 1]);
    assert_eq!(client.get("categories?post=101").await.ids(), [2]);
    assert_eq!(client.get("categories?hide_empty=true").await.ids(), [1, 2]);
    assert_eq!(client.get("categories?search=craft").await.ids(), [1]);
    assert_eq!(client.get("tags?post=101").await.ids(), [10]);
    assert_eq!(client.get("tags?slug=slow").await.ids(), [10]);
}

#[tokio::test]
async fn a_page_after_the_last_is_empty_and_has_the_correct_total() {
    let response = Client::new().get("categories?page=9&per_page=2").await;
    assert_eq!((response.text.as_str(), response.totals()), ("[]", ("3", "2")));
    assert!(response.header("link").contains("page=2>; rel=\"prev\""), "{}", response.header("link"));
}

#[tokio::test]
async fn a_missing_term_is_refused() {
    let client = Client::new();
    client.get("categories/99").await.assert_refused(404, "rest_term_invalid");
    client.get("categories/10").await.assert_refused(404, "rest_term_invalid");
    client.get("tags/1").await.assert_refused(404, "rest_term_invalid");
}

#[tokio::test]
async fn terms_of_a_post_that_is_missing_or_not_public_are_refused() {
    let client = Client::new();
    client.get("categories?post=999").await.assert_refused(400, "rest_post_invalid_id");
    client.get("categories?post=104").await.assert_refused(401, "rest_forbidden_context");
    client.get("categories?post=60").await.assert_refused(401, "rest_forbidden_context");
    assert_eq!(client.get("categories?post=0").await.ids(), [1, 3, 2], "0 does not restrict the list");
}
