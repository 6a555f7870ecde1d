//! Images and their files.

use crate::client::Client;

#[tokio::test]
async fn an_image_has_sizes_alternative_text_and_caption() {
    let image = Client::new().get("media/50").await.ok();
    assert_eq!(image["alt_text"], "A kettle");
    assert_eq!(image["caption"]["rendered"], "<p>On the stove.</p>\n");
    assert_eq!(image["source_url"], "http://blog.test/wp-content/uploads/2023/11/kettle.png");
    let details = &image["media_details"];
    assert_eq!((&details["width"], &details["height"]), (&1200.into(), &800.into()));
    let medium = &details["sizes"]["medium"];
    assert_eq!(medium["source_url"], "http://blog.test/wp-content/uploads/2023/11/kettle-300x200.png");
    assert_eq!((&medium["width"], &medium["height"]), (&300.into(), &200.into()));
    assert_eq!(details["sizes"]["full"]["source_url"], image["source_url"]);
}

#[tokio::test]
async fn a_missing_image_is_refused() {
    Client::new().get("media/101").await.assert_refused(404, "rest_post_invalid_id");
}

#[tokio::test]
async fn image_files_are_served_from_uploads_only() {
    let client = Client::new();
    let file = client.send("GET", "/wp-content/uploads/2023/11/kettle.png", &[], "").await;
    assert_eq!((file.status, file.header("content-type")), (200, "image/png"));
    for path in ["nothing.png", "../site.json", "%2e%2e/site.json"] {
        assert_eq!(
            client.send("GET", &format!("/wp-content/uploads/{path}"), &[], "").await.status,
            404,
            "{path}"
        );
    }
}
