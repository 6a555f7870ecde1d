//! Posting through the comment form of the site.

use std::sync::Arc;

use futures::{FutureExt, executor::block_on};
use serde_json::{Value, json};

use super::fixtures::{
    ARTICLE_ID, INDEX, ManualTransport, PROOFS, ROOT, Reply, client, comment_json, draft, ok, post, refused,
    response, wordpress_error,
};
use crate::{
    api::{Client, Commenting},
    error::{Field, Rejection},
    http::{Method, NoResponse, Response},
    model::{CaptchaToken, CommentId, CommentStatus, Draft},
};

/// The list of the newest comments, to which the form redirects.
const NEWEST_COMMENTS: &str = "https://example.org/blog/wp-json/wp/v2/comments?post=201&orderby=id&order=desc&per_page=10\
    &_fields=id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type";

/// A response after a redirect to `url`.
fn redirected(url: &str, status: u16, body: &str) -> Reply {
    Ok(Response { url: url.to_owned(), redirected: true, ..response(status, body) })
}

/// The newest comment before this reader posts.
fn newest(id: u64) -> Reply {
    ok(&json!([{"id": id}]).to_string())
}

/// The index of a site that does not say where its files are.
fn index() -> Reply {
    ok(INDEX)
}

/// An approved comment in the list of the newest comments.
fn listed(id: u64, author: &str) -> Value {
    comment_json(id, 7, author, "approved")
}

/// An approved comment with the text of [`draft`].
fn sent(id: u64, author: &str) -> Value {
    let mut comment = listed(id, author);
    comment["content"]["rendered"] = json!("<p>سطر &lt;1&gt;<br />\nسطر</p>\n<p>فقرة</p>\n");
    comment
}

/// A redirection to a list of these comments.
fn redirected_to(comments: &[Value]) -> Reply {
    redirected(NEWEST_COMMENTS, 200, &json!(comments).to_string())
}

/// The rejection that the reply of the form becomes.
fn form_rejection(reply: Reply) -> Rejection {
    post([ok("[]"), index(), reply], Commenting::Form).unwrap_err()
}

#[test]
fn the_form_is_sent_with_its_fields_and_redirects_to_the_newest_comments() {
    let list = redirected_to(&[sent(12, "أ &amp; ب"), listed(11, "غيره")]);
    let (client, transport) = client([newest(11), index(), list]);
    let posted = block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Form, None)).unwrap();
    assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
    let [newest, index, sent] = &transport.requests()[..] else { panic!() };
    assert!(newest.url.ends_with("comments?post=201&orderby=id&order=desc&per_page=1&_fields=id"));
    assert_eq!(index.url, "https://example.org/blog/wp-json/?_fields=name,description,url");
    assert_eq!(sent.url, "https://example.org/blog/wp-comments-post.php");
    let expected = [
        ("comment_post_ID", "201"),
        ("author", "أ &amp; ب"),
        ("email", "a@example.org"),
        ("comment", "سطر &lt;1&gt;\nسطر\n\nفقرة"),
        ("url", "example.org"),
        ("comment_parent", "7"),
        ("redirect_to", NEWEST_COMMENTS.strip_prefix("https://example.org").unwrap()),
    ];
    assert_eq!(sent.form, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn the_form_has_the_answer_to_a_captcha_in_the_field_of_its_company() {
    for (provider, field) in PROOFS {
        let list = redirected_to(&[sent(12, "أ &amp; ب"), listed(11, "غيره")]);
        let (client, transport) = client([newest(11), index(), list]);
        let captcha = CaptchaToken { provider, token: "0.Zx-9".to_owned() };
        block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Form, Some(&captcha))).unwrap();
        let requests = transport.requests();
        assert!(requests[2].form.contains(&(field, "0.Zx-9".to_owned())), "{:?}", requests[2]);
        assert!(requests[..2].iter().all(|other| other.form.is_empty()));
    }
}

#[test]
fn the_form_is_where_the_index_says_that_the_files_of_wordpress_are() {
    let at = |url: &str| ok(&json!({"name": "x", "url": url}).to_string());
    for (index, folder) in [
        (at("https://example.org/wp"), "/wp"),
        (at("https://example.org/blog/wp/"), "/blog/wp"),
        (at("https://example.org"), ""),
        (at("http://EXAMPLE.org/wp"), "/wp"),
        // A site behind a proxy, and sites that do not tell.
        (at("http://127.0.0.1:8080/wp"), "/blog"),
        (at("https://www.example.org/wp"), "/blog"),
        (at("https://example.org:8443/wp"), "/blog"),
        (at(""), "/blog"),
        (ok("{\"url\":7}"), "/blog"),
        (index(), "/blog"),
        (ok("<html>"), "/blog"),
        (wordpress_error(401, "rest_disabled"), "/blog"),
        (wordpress_error(503, ""), "/blog"),
        (Err(NoResponse), "/blog"),
    ] {
        let list = redirected_to(&[sent(12, "أ &amp; ب")]);
        let (client, transport) = client([ok("[]"), index.clone(), list]);
        block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Form, None)).unwrap();
        let sent = &transport.requests()[2];
        let form = format!("https://example.org{folder}/wp-comments-post.php");
        assert_eq!((sent.method, &sent.url), (Method::Post, &form), "{index:?}");
    }
}

#[test]
fn the_newest_comment_and_the_index_are_requested_at_once_before_the_form() {
    let site = Arc::new(ManualTransport::default());
    let client = Client::new(ROOT.parse().unwrap(), site.clone());
    let draft = draft();
    let mut posted = Box::pin(client.post_comment(ARTICLE_ID, &draft, Commenting::Form, None));
    let mut is_waiting = || posted.as_mut().now_or_never().is_none();
    assert!(is_waiting());
    assert!(site.respond(newest(11)).url.contains("orderby=id"));
    assert!(site.respond(index()).url.ends_with("?_fields=name,description,url"));
    assert!(site.has_no_open_request() && is_waiting());
    assert_eq!(site.respond(redirected_to(&[sent(12, "أ &amp; ب")])).method, Method::Post);
    assert_eq!(block_on(posted).map(|comment| comment.status), Ok(CommentStatus::Approved));
}

#[test]
fn a_held_comment_has_the_id_of_the_redirect_and_the_text_of_the_draft() {
    let url = format!("{NEWEST_COMMENTS}&unapproved=31&moderation-hash=0f");
    let posted = post([ok("[]"), index(), redirected(&url, 200, "[]")], Commenting::Form).unwrap();
    let of_redirect = (Some(CommentId(31)), Some(CommentId(7)), CommentStatus::Held);
    assert_eq!((posted.id, posted.parent, posted.status), of_redirect);
    assert_eq!((posted.author.as_str(), posted.published), ("أ & ب", None));
    assert_eq!(posted.body.untrusted(), "<p>سطر &lt;1&gt;<br>سطر</p><p>فقرة</p>");
}

#[test]
fn a_held_comment_that_is_not_newer_than_all_others_is_somebody_elses() {
    let url = format!("{NEWEST_COMMENTS}&unapproved=31&moderation-hash=0f");
    let posted = post([newest(31), index(), redirected(&url, 200, "[]")], Commenting::Form);
    assert_eq!(posted, Err(Rejection::Unconfirmed));
}

#[test]
fn a_redirection_proves_nothing_unless_it_shows_the_comment() {
    let login = "https://example.org/wp-login.php?redirect_to=/wp-json/wp/v2/comments?post=201&orderby=id";
    for (what, reply) in [
        ("nothing new", redirected_to(&[])),
        ("an older comment with the same author and text", redirected_to(&[sent(11, "أ &amp; ب")])),
        ("another comment by the same author", redirected_to(&[listed(12, "أ &amp; ب")])),
        ("a page to log in", redirected(login, 200, "<html>")),
        ("another page", redirected("https://example.org/thanks/", 200, "<html>")),
        ("a list that is for nobody", redirected(NEWEST_COMMENTS, 401, "{\"code\":\"rest_disabled\"}")),
        ("an error in its place", redirected(NEWEST_COMMENTS, 500, "")),
    ] {
        assert_eq!(
            post([newest(11), index(), reply], Commenting::Form),
            Err(Rejection::Unconfirmed),
            "{what}"
        );
    }
}

#[test]
fn a_posted_comment_with_another_author_is_found_by_its_text() {
    let list = redirected_to(&[listed(13, "غيره"), sent(12, "سلمى المحرّرة")]);
    let posted = post([newest(11), index(), list], Commenting::Form).unwrap();
    assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
}

#[test]
fn where_the_newest_comment_is_unknown_author_and_text_have_to_be_the_same() {
    // The browser aborts the first request when the element is removed. The comment is sent all the same.
    for unknown in [Err(NoResponse), wordpress_error(503, ""), ok("<html>")] {
        let list = redirected_to(&[sent(13, "غيره"), sent(12, "أ &amp; ب")]);
        let posted = post([unknown.clone(), index(), list], Commenting::Form).unwrap();
        assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
        let others = redirected_to(&[sent(13, "غيره"), listed(12, "أ &amp; ب")]);
        assert_eq!(post([unknown, index(), others], Commenting::Form), Err(Rejection::Unconfirmed));
    }
}

#[test]
fn a_comment_whose_answer_was_lost_is_looked_for_by_author_and_text() {
    let find = |reply: Reply| {
        let (client, transport) = client([reply]);
        let found = block_on(client.find_comment(ARTICLE_ID, &draft()));
        assert!(transport.urls()[0].contains("post=201&orderby=id&order=desc&per_page=100"));
        found.map(|comment| comment.and_then(|comment| comment.id))
    };
    let list = |comments: &[Value]| ok(&json!(comments).to_string());
    assert_eq!(find(list(&[listed(13, "أ &amp; ب"), sent(12, "أ &amp; ب")])), Ok(Some(CommentId(12))));
    assert_eq!(find(list(&[listed(13, "أ &amp; ب"), sent(12, "غيره")])), Ok(None));
    assert_eq!(find(list(&[])), Ok(None));
    // WordPress shows its comments to nobody; only a proxy has no code.
    assert_eq!(find(wordpress_error(401, "rest_disabled")), Ok(None));
    assert_eq!(find(wordpress_error(404, "rest_no_route")), Ok(None));
    assert_eq!(find(wordpress_error(409, "")), Err(Rejection::Unconfirmed));
    assert_eq!(find(ok("<html>")), Err(Rejection::Unconfirmed));
    assert_eq!(find(Ok(response(403, "<html>"))), Err(Rejection::Blocked { status: 403 }));
    assert_eq!(find(Ok(response(503, ""))), Err(Rejection::Server { status: 503 }));
    assert_eq!(find(Err(NoResponse)), Err(Rejection::Unreachable));
}

#[test]
fn every_status_of_the_form_becomes_its_rejection() {
    for (status, expected) in [
        (200, refused(200, "wp_die")),
        (401, Rejection::LoginRequired),
        (405, refused(405, "wp_die")),
        (409, Rejection::Duplicate),
        (413, Rejection::TooLong(Field::Body)),
        (429, Rejection::Flood { seconds: 15 }),
        (500, Rejection::Server { status: 500 }),
    ] {
        assert_eq!(form_rejection(wordpress_error(status, "wp_die")), expected, "{status}");
    }
    assert_eq!(form_rejection(wordpress_error(409, "conflict")), refused(409, "conflict"));
    assert_eq!(form_rejection(Ok(response(200, "\n"))), Rejection::Closed);
    assert_eq!(form_rejection(Ok(response(200, "<html>"))), Rejection::Unconfirmed);
    assert_eq!(form_rejection(Err(NoResponse)), Rejection::Unreachable);
}

#[test]
fn a_page_of_something_else_than_wordpress_blocks_the_form_unless_its_status_is_clear() {
    for (status, expected) in [
        (400, Rejection::Blocked { status: 400 }),
        (401, Rejection::LoginRequired),
        (404, Rejection::Unconfirmed),
        (405, Rejection::Unconfirmed),
        (406, Rejection::Blocked { status: 406 }),
        (409, Rejection::Blocked { status: 409 }),
        (413, Rejection::TooLong(Field::Body)),
        (418, Rejection::Blocked { status: 418 }),
        (429, Rejection::Flood { seconds: 15 }),
        (503, Rejection::Server { status: 503 }),
    ] {
        for body in ["<!doctype html><title>No</title>", ""] {
            assert_eq!(form_rejection(Ok(response(status, body))), expected, "{status} {body}");
        }
    }
    let blocked = |comment_status: &str| {
        let now = ok(&json!([{"comment_status": comment_status}]).to_string());
        post([ok("[]"), index(), Ok(response(403, "<html>")), now], Commenting::Form)
    };
    assert_eq!(blocked("open"), Err(Rejection::Blocked { status: 403 }));
    assert_eq!(blocked("closed"), Err(Rejection::Closed));
}

#[test]
fn status_403_means_closed_if_the_article_is_closed_now() {
    let status = |status: &str| ok(&json!([{"comment_status": status}]).to_string());
    let forbidden = || wordpress_error(403, "wp_die");
    assert_eq!(
        post([ok("[]"), index(), forbidden(), status("closed")], Commenting::Form),
        Err(Rejection::Closed)
    );
    for not_closed in [status("open"), ok("[]"), Err(NoResponse)] {
        assert_eq!(
            post([ok("[]"), index(), forbidden(), not_closed], Commenting::Form),
            Err(refused(403, "wp_die"))
        );
    }
}

#[test]
fn an_error_of_the_form_about_a_field_becomes_the_problem_of_the_draft() {
    let (client, _) = client([ok("[]"), index(), wordpress_error(200, "wp_die")]);
    let wrong = Draft { email: "nobody".into(), ..draft() };
    let result = block_on(client.post_comment(ARTICLE_ID, &wrong, Commenting::Form, None));
    assert_eq!(result, Err(Rejection::Invalid(Field::Email)));
}

#[test]
fn without_a_response_the_site_is_unreachable() {
    assert_eq!(
        post([Err(NoResponse), Err(NoResponse), Err(NoResponse)], Commenting::Form),
        Err(Rejection::Unreachable)
    );
}

#[test]
fn a_redirect_to_another_form_confirms_nothing() {
    let other_form = redirected("https://example.org/wp-comments-post.php", 405, "");
    assert_eq!(form_rejection(other_form), Rejection::Unconfirmed);
}
