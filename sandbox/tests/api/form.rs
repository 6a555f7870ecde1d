//! `wp-comments-post.php`.

use tadwina_sandbox::settings::Discussion;

use crate::client::{Client, Response, relaxed};

const JSON: [(&str, &str); 1] = [("accept", "application/json")];

/// Posts the form with these changes to its fields.
async fn submit(client: &Client, headers: &[(&str, &str)], changes: &[(&str, &str)]) -> Response {
    let usual =
        [("comment_post_ID", "101"), ("author", "Lina"), ("email", "lina@example.org"), ("comment", "Hello")];
    let mut fields = changes.to_vec();
    fields.extend(usual.into_iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)));
    client.form(headers, &fields).await
}

/// The id of the newest comment on the open post.
async fn newest(client: &Client) -> i64 {
    client.get("comments?post=101&orderby=id").await.ids()[0]
}

#[tokio::test]
async fn the_form_accepts_post_only() {
    let response = Client::new().send("GET", "/wp-comments-post.php", &[], "").await;
    assert_eq!((response.status, response.header("allow"), response.text.as_str()), (405, "POST", ""));
}

#[tokio::test]
async fn success_redirects_to_the_comment() {
    let client = Client::new();
    let response = submit(&client, &[], &[]).await;
    let id = newest(&client).await;
    let link = client.get("posts/101").await.ok()["link"].as_str().unwrap().to_owned();
    assert_eq!((response.status, response.text.as_str()), (302, ""));
    assert_eq!(response.header("location"), format!("{link}#comment-{id}"));
}

#[tokio::test]
async fn the_form_accepts_comments_if_rest_requires_a_login() {
    let client = Client::with(Discussion { no_anonymous_rest: true, ..relaxed() });
    assert_eq!(submit(&client, &[], &[]).await.status, 302);
}

#[tokio::test]
async fn the_redirect_names_a_held_comment_unless_cookies_are_allowed() {
    let client = Client::with(Discussion { moderation: true, ..relaxed() });
    let response = submit(&client, &[], &[]).await;
    let location = response.header("location");
    let (_, query) = location.split_once("/?unapproved=").unwrap_or_else(|| panic!("{location}"));
    let (id, hash) = query.split_once("&moderation-hash=").unwrap();
    assert!(hash.ends_with(&format!("#comment-{id}")) && hash.len() > 32, "{location}");
    let consented =
        submit(&client, &[], &[("comment", "Again"), ("wp-comment-cookies-consent", "yes")]).await;
    assert!(!consented.header("location").contains("unapproved"), "{}", consented.header("location"));
}

#[tokio::test]
async fn a_redirect_to_another_site_leads_to_the_administration() {
    let client = Client::new();
    let target = "/wp-json/wp/v2/comments?post=101&per_page=1&_fields=id,status";
    let response = submit(&client, &[], &[("redirect_to", target)]).await;
    assert_eq!(response.header("location"), format!("{target}#comment-{}", newest(&client).await));
    let own = submit(&client, &[], &[("comment", "2"), ("redirect_to", "http://blog.test/thanks/")]).await;
    assert!(own.header("location").starts_with("http://blog.test/thanks/#comment-"));
    for (n, foreign) in ["https://evil.test/", "//evil.test/", "http://blog.test.evil.test/", "/\\evil.test"]
        .iter()
        .enumerate()
    {
        let response =
            submit(&client, &[], &[("comment", &format!("foreign {n}")), ("redirect_to", foreign)]).await;
        assert_eq!(response.header("location"), "http://blog.test/wp-admin/", "{foreign}");
    }
}

#[tokio::test]
async fn redirect_to_names_a_held_comment_too() {
    let client = Client::with(Discussion { moderation: true, ..relaxed() });
    let response =
        submit(&client, &[], &[("redirect_to", "/wp-json/wp/v2/comments?post=101&_fields=id,status")]).await;
    assert!(
        response
            .header("location")
            .starts_with("/wp-json/wp/v2/comments?post=101&_fields=id%2Cstatus&unapproved="),
        "{:?}",
        response.headers
    );
}

#[tokio::test]
async fn a_wrong_field_leads_to_an_error_page_with_status_200() {
    let client = Client::new();
    let long = "x".repeat(246);
    for change in
        [("author", ""), ("email", ""), ("email", "no"), ("comment", " "), ("author", long.as_str())]
    {
        let response = submit(&client, &[], &[change]).await;
        assert_eq!(
            (response.status, response.header("content-type")),
            (200, "text/html; charset=UTF-8"),
            "{change:?}"
        );
        assert!(response.text.contains("<strong>Error:</strong>"), "{}", response.text);
        let json = submit(&client, &JSON, &[change]).await.ok();
        assert_eq!((&json["code"], &json["data"]["status"]), (&"wp_die".into(), &200.into()), "{change:?}");
        assert!(json["message"].as_str().unwrap().starts_with("<p>"));
    }
    assert_eq!(newest(&client).await, 4, "nothing was stored");
}

#[tokio::test]
async fn a_refusal_has_its_status_as_html_and_as_json() {
    let client = Client::new();
    assert_eq!(submit(&client, &[], &[]).await.status, 302);
    for (changes, status) in [(&[][..], 409), (&[("comment_post_ID", "102")][..], 403)] {
        let page = submit(&client, &[], changes).await;
        assert_eq!((page.status, page.header("content-type")), (status, "text/html; charset=UTF-8"));
        submit(&client, &JSON, changes).await.assert_refused(status, "wp_die");
    }
    let hasty = Client::with(Discussion::default());
    assert_eq!(submit(&hasty, &[], &[]).await.status, 302);
    submit(&hasty, &JSON, &[("comment", "More")]).await.assert_refused(429, "wp_die");
}

#[tokio::test]
async fn a_comment_on_a_post_that_is_not_public_gets_an_empty_page() {
    let client = Client::new();
    for post in ["", "999", "103", "104", "105", "106"] {
        let response = submit(&client, &JSON, &[("comment_post_ID", post)]).await;
        assert_eq!((response.status, response.text.as_str()), (200, ""), "{post}");
    }
}

#[tokio::test]
async fn the_form_finds_a_duplicate_with_an_ampersand() {
    let client = Client::new();
    assert_eq!(submit(&client, &[], &[("comment", "salt & pepper")]).await.status, 302);
    assert_eq!(submit(&client, &[], &[("comment", "salt & pepper")]).await.status, 409);
}

#[tokio::test]
async fn a_reply_to_a_missing_comment_becomes_a_comment_without_a_parent() {
    let client = Client::new();
    submit(&client, &[], &[("comment_parent", "999")]).await;
    let id = newest(&client).await;
    assert_eq!(client.get(&format!("comments/{id}")).await.ok()["parent"], 0);
    submit(&client, &[], &[("comment_parent", "1"), ("comment", "to one")]).await;
    let id = newest(&client).await;
    assert_eq!(client.get(&format!("comments/{id}")).await.ok()["parent"], 1);
}

#[tokio::test]
async fn cookies_are_set_with_consent_and_deleted_without_consent() {
    let client = Client::new();
    let cookies = |response: &Response| {
        response
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let consented = cookies(&submit(&client, &[], &[("wp-comment-cookies-consent", "yes")]).await);
    assert_eq!(consented.len(), 3);
    assert!(consented[0].starts_with("comment_author_") && consented[0].contains("=Lina; "), "{consented:?}");
    assert!(consented[1].contains("Max-Age=30000000; path=/"), "{consented:?}");
    assert!(
        consented[2].starts_with("comment_author_url_") && consented[2].contains("Max-Age=0"),
        "the form has no web address"
    );
    let deleted = cookies(&submit(&client, &[], &[("comment", "no")]).await);
    assert!(deleted.len() == 3 && deleted.iter().all(|cookie| cookie.contains("Max-Age=0")), "{deleted:?}");
}
