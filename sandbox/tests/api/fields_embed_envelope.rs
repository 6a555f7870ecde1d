//! `_fields`, `_embed` and `_envelope`.

use serde_json::json;

use crate::client::Client;

#[tokio::test]
async fn fields_may_be_nested_and_unknown_names_are_ignored() {
    let client = Client::new();
    let response = client.get("posts?per_page=1&_fields=id,title.rendered,colour").await;
    let title = "It&#8217;s &#8220;tea&#8221; &#038; <em>more</em>";
    assert_eq!(response.ok(), json!([{ "id": 101, "title": { "rendered": title } }]));
    assert_eq!(response.totals(), ("4", "4"), "headers are not narrowed");
}

#[tokio::test]
async fn fields_do_not_narrow_errors() {
    Client::new().get("posts/999?_fields=id").await.assert_refused(404, "rest_post_invalid_id");
}

#[tokio::test]
async fn embed_adds_author_image_and_terms() {
    let post = Client::new().get("posts/101?_embed").await.ok();
    let embedded = &post["_embedded"];
    assert_eq!(embedded["author"][0]["name"], "Amal &amp; Sons");
    assert_eq!(embedded["wp:featuredmedia"][0]["alt_text"], "A kettle");
    assert_eq!(embedded["wp:featuredmedia"][0]["media_details"]["width"], 1200);
    assert_eq!(embedded["wp:term"][0][0]["id"], 2);
    assert_eq!(embedded["wp:term"][1][0]["id"], 10);
}

#[tokio::test]
async fn embedded_comments_are_the_newest_and_lack_post_status_and_date_gmt() {
    let post = Client::new().get("posts/101?_embed=replies").await.ok();
    let replies = post["_embedded"]["replies"][0].as_array().unwrap();
    assert_eq!(replies.iter().map(|reply| reply["id"].as_i64().unwrap()).collect::<Vec<_>>(), [4, 2, 1]);
    for field in ["post", "status", "date_gmt"] {
        assert!(replies[0].get(field).is_none(), "{field}");
    }
    assert_eq!(post["_embedded"].as_object().unwrap().len(), 1, "only the requested relation");
}

#[tokio::test]
async fn a_list_embeds_only_if_its_fields_include_links() {
    let client = Client::new();
    let embedded = |fields: &'static str| {
        let client = client.clone();
        async move {
            client.get(&format!("posts?per_page=1&_embed=author&_fields={fields}")).await.ok()[0]
                .get("_embedded")
                .is_some()
        }
    };
    assert!(embedded("id,_links").await);
    assert!(embedded("id,_links.author").await);
    assert!(!embedded("id,_embedded").await);
    assert!(!embedded("id").await);
}

#[tokio::test]
async fn a_single_post_keeps_all_links_if_one_is_requested() {
    let client = Client::new();
    let post = client.get("posts/101?_fields=id,_links.author").await.ok();
    assert!(post["_links"]["replies"].is_array());
    assert!(client.get("posts/101?_fields=_links.author").await.ok()["_links"]["replies"].is_array());
    assert!(client.get("posts/101?_fields=id").await.ok().get("_links").is_none());
    assert!(
        client.get("posts/101?_fields=id,_embedded&_embed=author").await.ok()["_embedded"]["author"]
            .is_array()
    );
}

#[tokio::test]
async fn the_refusal_of_a_linked_route_is_embedded() {
    let client = Client::new();
    let post = client.get("posts/103?_embed=replies").await.ok();
    assert_eq!(post["_embedded"]["replies"][0]["code"], "rest_cannot_read_post");
}

#[tokio::test]
async fn an_envelope_has_status_and_headers_and_is_sent_with_200() {
    let client = Client::new();
    let found = client.get("posts?per_page=1&_envelope").await.ok();
    assert_eq!(found["status"], 200);
    assert_eq!(found["headers"]["X-WP-Total"], 4);
    assert_eq!(found["body"][0]["id"], 101);
    let missing = client.get("posts/999?_envelope").await.ok();
    assert_eq!((&missing["status"], &missing["body"]["code"]), (&404.into(), &"rest_post_invalid_id".into()));
    assert_eq!(missing["headers"], json!([]));
}
