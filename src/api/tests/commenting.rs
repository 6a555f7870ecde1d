//! Whether and how an article takes comments.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{ARTICLE_ID, Reply, client, ok, post, response, wordpress_error};
use crate::{
    api::Commenting,
    error::{Error, Rejection},
    http::{Method, NoResponse, Response},
    model::DiscussionSettings,
};

/// How a page at `origin` may comment if the request for the allowed methods has this reply.
fn commenting(reply: Reply, origin: &str) -> Result<Commenting, Error> {
    let (client, transport) = client([reply]);
    let commenting = block_on(client.commenting(ARTICLE_ID, true, DiscussionSettings::default(), origin));
    let request = &transport.requests()[0];
    assert_eq!(request.method, Method::Options);
    assert_eq!(
        request.url,
        "https://example.org/blog/wp-json/wp/v2/comments?post=201&_envelope&_fields=methods"
    );
    commenting
}

#[test]
fn a_closed_article_sends_no_request() {
    assert_eq!(
        block_on(client([]).0.commenting(ARTICLE_ID, false, DiscussionSettings::default(), "")),
        Ok(Commenting::Closed)
    );
}

#[test]
fn settings_that_require_an_account_send_no_request() {
    let (client, transport) = client([]);
    let settings = DiscussionSettings { needs_account: true, ..DiscussionSettings::default() };
    let commenting = block_on(client.commenting(ARTICLE_ID, true, settings, ""));
    assert_eq!((commenting, transport.urls().len()), (Ok(Commenting::LoginRequired), 0));
}

#[test]
fn settings_that_say_that_comments_are_taken_send_no_request() {
    let (client, transport) = client([]);
    let settings = DiscussionSettings { takes_comments: true, ..DiscussionSettings::default() };
    assert_eq!(block_on(client.commenting(ARTICLE_ID, true, settings, "")), Ok(Commenting::Rest));
    assert_eq!(block_on(client.commenting(ARTICLE_ID, false, settings, "")), Ok(Commenting::Closed));
    assert_eq!(transport.urls().len(), 0);
}

#[test]
fn a_site_without_the_route_of_comments_takes_none() {
    let enveloped =
        json!({"body": {"code": "rest_no_route", "data": {"status": 404}}, "status": 404, "headers": []});
    for reply in [wordpress_error(404, "rest_no_route"), ok(&enveloped.to_string())] {
        for origin in ["https://example.org", "https://elsewhere.example"] {
            assert_eq!(commenting(reply.clone(), origin), Ok(Commenting::Closed), "{reply:?}");
        }
    }
}

#[test]
fn a_site_that_allows_post_takes_comments_over_rest() {
    let enveloped = json!({"body": {}, "status": 200, "headers": {"Allow": "GET, POST"}}).to_string();
    assert_eq!(commenting(ok(&enveloped), "https://elsewhere.example"), Ok(Commenting::Rest));
    let header = Response { allow: Some("POST".into()), ..response(200, "{}") };
    assert_eq!(commenting(Ok(header), "https://example.org"), Ok(Commenting::Rest));
}

#[test]
fn without_rest_a_page_of_the_same_origin_uses_the_form_and_others_link_to_the_site() {
    for body in
        ["{\"body\":{},\"status\":200,\"headers\":[]}", "{\"headers\":{\"Allow\":\"GET\"}}", "<html>", ""]
    {
        assert_eq!(commenting(ok(body), "https://example.org"), Ok(Commenting::Form), "{body}");
        assert_eq!(commenting(ok(body), "https://www.example.org"), Ok(Commenting::Elsewhere), "{body}");
    }
    for status in [401, 403, 404, 405] {
        assert_eq!(
            commenting(wordpress_error(status, "x"), "https://example.org"),
            Ok(Commenting::Form),
            "{status}"
        );
    }
}

#[test]
fn a_failed_request_for_the_allowed_methods_is_an_error() {
    assert_eq!(commenting(Ok(response(503, "")), ""), Err(Error::Server { status: 503 }));
    assert!(matches!(commenting(Err(NoResponse), ""), Err(Error::Unreachable { .. })));
}

#[test]
fn nothing_is_posted_where_this_application_cannot_comment() {
    assert_eq!(post([], Commenting::Closed), Err(Rejection::Closed));
    assert_eq!(post([], Commenting::LoginRequired), Err(Rejection::LoginRequired));
    assert_eq!(post([], Commenting::Elsewhere), Err(Rejection::LoginRequired));
}
