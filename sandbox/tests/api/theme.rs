//! Pages in the API, and the pages of the site.

use crate::client::Client;

#[tokio::test]
async fn a_page_is_found_by_id_and_by_slug() {
    let client = Client::new();
    let page = client.get("pages/60").await.ok();
    assert_eq!(page["link"], "http://blog.test/about/");
    assert_eq!(page["type"], "page");
    assert_eq!(client.get("pages?slug=about").await.ids(), [60]);
    assert_eq!(client.get("pages?orderby=menu_order").await.ids(), [60]);
    client.get("pages/101").await.assert_refused(404, "rest_post_invalid_id");
}

#[tokio::test]
async fn a_permalink_leads_to_a_page_that_links_the_api() {
    let client = Client::new();
    let link = client.get("posts/101").await.ok()["link"].as_str().unwrap().replace("http://blog.test", "");
    let page = client.send("GET", &link, &[], "").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("link"), "<http://blog.test/wp-json/>; rel=\"https://api.w.org/\"");
    assert!(
        page.text.contains("<link rel=\"https://api.w.org/\" href=\"http://blog.test/wp-json/\">"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn an_unknown_address_is_not_found() {
    let client = Client::new();
    assert_eq!(client.send("GET", "/", &[], "").await.status, 200);
    assert_eq!(client.send("GET", "/about/", &[], "").await.status, 200);
    for address in ["/no/such/thing/", "/2022/11/02/closed/", "/2023/11/02/about/"] {
        assert_eq!(client.send("GET", address, &[], "").await.status, 404, "{address}");
    }
}
