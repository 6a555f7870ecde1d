//! Whether and how an article takes comments.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{
    ARTICLE_ID, Reply, client, comment_json, draft, ok, post, refused, response, wordpress_error,
};
use crate::{
    api::Commenting,
    error::{Error, Rejection},
    http::{Method, NoResponse, Response},
    model::{CommentId, DiscussionSettings},
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
        [r#"{"body":{},"status":200,"headers":[]}"#, r#"{"body":{},"status":200,"headers":{"Allow":"GET"}}"#]
    {
        assert_eq!(commenting(ok(body), "https://example.org"), Ok(Commenting::Form), "{body}");
        assert_eq!(commenting(ok(body), "https://www.example.org"), Ok(Commenting::Elsewhere), "{body}");
    }
}

#[test]
fn where_something_else_than_wordpress_answers_the_first_comment_shows_what_the_site_takes() {
    let replies = [
        ok("<html>"),
        Ok(response(204, "")),
        Ok(response(405, "Not allowed")),
        Ok(response(403, "<html>")),
        Err(NoResponse),
    ];
    for reply in replies {
        assert_eq!(commenting(reply.clone(), "https://example.org"), Ok(Commenting::Form), "{reply:?}");
        assert_eq!(
            commenting(reply.clone(), "https://www.example.org"),
            Ok(Commenting::Unknown),
            "{reply:?}"
        );
    }
}

#[test]
fn a_site_that_cannot_serve_now_is_an_error() {
    assert_eq!(commenting(Ok(response(503, "")), ""), Err(Error::Server { status: 503 }));
}

#[test]
fn a_site_that_did_not_say_and_takes_no_strangers_comments_takes_them_at_the_site_only() {
    for code in ["rest_comment_login_required", "rest_disabled"] {
        let refusal = || wordpress_error(401, code);
        assert_eq!(post([refusal()], Commenting::Unknown), Err(Rejection::Elsewhere), "{code}");
        assert_eq!(post([refusal()], Commenting::Rest), Err(Rejection::LoginRequired), "{code}");
    }
}

#[test]
fn a_site_that_did_not_say_gets_the_comment_over_rest_and_may_take_or_refuse_it() {
    let (client, transport) =
        client([Ok(response(201, &comment_json(9, 7, "أ &amp; ب", "approved").to_string()))]);
    let posted = block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Unknown, None)).unwrap();
    assert_eq!(posted.id, Some(CommentId(9)));
    let request = &transport.requests()[0];
    assert_eq!(request.method, Method::Post);
    assert!(request.url.contains("/wp-json/wp/v2/comments?"), "{}", request.url);
    for (reply, rejection) in [
        (wordpress_error(409, "comment_duplicate"), Rejection::Duplicate),
        (wordpress_error(403, "rest_comment_closed"), Rejection::Closed),
        (wordpress_error(401, "rest_cannot_read_post"), refused(401, "rest_cannot_read_post")),
        (Ok(response(403, "<html>")), Rejection::Blocked { status: 403 }),
        (Err(NoResponse), Rejection::Unreachable),
    ] {
        assert_eq!(post([reply], Commenting::Unknown), Err(rejection));
    }
}

#[test]
fn nothing_is_posted_where_this_application_cannot_comment() {
    assert_eq!(post([], Commenting::Closed), Err(Rejection::Closed));
    assert_eq!(post([], Commenting::LoginRequired), Err(Rejection::LoginRequired));
    assert_eq!(post([], Commenting::Elsewhere), Err(Rejection::Elsewhere));
}
