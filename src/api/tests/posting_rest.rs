//! Posting over REST.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{
    ARTICLE_ID, PROOFS, client, comment_json, draft, post, refused, response, wordpress_error,
};
use crate::{
    api::Commenting,
    error::{Field, Rejection},
    http::{Method, NoResponse},
    model::{CaptchaToken, ChangeToken, CommentId, CommentStatus, Draft},
};

#[test]
fn the_request_has_the_fields_of_a_comment_and_no_others() {
    let (client, transport) =
        client([Ok(response(201, &comment_json(9, 7, "أ &amp; ب", "approved").to_string()))]);
    let posted = block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Rest, None)).unwrap();
    assert_eq!((posted.id, posted.parent), (Some(CommentId(9)), Some(CommentId(7))));
    assert_eq!((posted.author.as_str(), posted.status), ("أ & ب", CommentStatus::Approved));
    let request = &transport.requests()[0];
    assert_eq!(request.method, Method::Post);
    assert_eq!(
        request.url,
        "https://example.org/blog/wp-json/wp/v2/comments?_fields=id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type,tadwina"
    );
    let expected = [
        ("post", "201"),
        ("author_name", "أ &amp; ب"),
        ("author_email", "a@example.org"),
        ("content", "سطر &lt;1&gt;\nسطر\n\nفقرة"),
        ("author_url", "example.org"),
        ("parent", "7"),
    ];
    assert_eq!(request.form, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn marks_are_sent_as_html_and_an_empty_website_is_not_sent() {
    let (client, transport) = client([Ok(response(201, &comment_json(9, 0, "أ", "approved").to_string()))]);
    let draft = Draft { website: " ".into(), body: "*مهم* و`a < b`".into(), ..draft() };
    block_on(client.post_comment(ARTICLE_ID, &draft, Commenting::Rest, None)).unwrap();
    let form = &transport.requests()[0].form;
    assert!(form.contains(&("content", "<em>مهم</em> و<code>a &lt; b</code>".to_owned())), "{form:?}");
    assert!(form.iter().all(|(name, _)| *name != "author_url"), "{form:?}");
}

#[test]
fn the_answer_to_a_captcha_goes_with_the_comment_in_the_field_of_its_company() {
    for (provider, field) in PROOFS {
        let (client, transport) =
            client([Ok(response(201, &comment_json(9, 7, "أ", "approved").to_string()))]);
        let captcha = CaptchaToken { provider, token: "0.Zx-9".to_owned() };
        block_on(client.post_comment(ARTICLE_ID, &draft(), Commenting::Rest, Some(&captcha))).unwrap();
        let sent = &transport.requests()[0].form;
        assert_eq!(sent.last(), Some(&(field, "0.Zx-9".to_owned())));
        assert_eq!(sent.len(), 7);
    }
}

#[test]
fn a_comment_of_any_status_but_approved_is_held() {
    for status in ["hold", "spam", "trash", "", "new"] {
        let posted =
            post([Ok(response(201, &comment_json(9, 7, "أ", status).to_string()))], Commenting::Rest)
                .unwrap();
        assert_eq!(posted.status, CommentStatus::Held, "{status}");
    }
}

#[test]
fn every_error_code_of_rest_becomes_its_rejection() {
    use Rejection::{Closed, Duplicate, Flood, LoginRequired, Missing, TooLong};
    for (status, code, expected) in [
        (401, "rest_comment_login_required", LoginRequired),
        (401, "rest_disabled", LoginRequired),
        (401, "rest_cannot_read_post", refused(401, "rest_cannot_read_post")),
        (403, "rest_comment_closed", Closed),
        (403, "rest_comment_invalid_post_id", Closed),
        (403, "rest_comment_draft_post", Closed),
        (403, "rest_comment_trash_post", Closed),
        (403, "spam_shield", refused(403, "spam_shield")),
        (400, "rest_comment_content_invalid", Missing(Field::Body)),
        (400, "rest_comment_author_data_required", Missing(Field::Email)),
        (400, "comment_author_column_length", TooLong(Field::Name)),
        (400, "comment_author_email_column_length", TooLong(Field::Email)),
        (400, "comment_author_url_column_length", TooLong(Field::Website)),
        (400, "comment_content_column_length", TooLong(Field::Body)),
        (400, "rest_invalid_param", refused(400, "rest_invalid_param")),
        (400, "comment_flood", Flood { seconds: 15 }),
        (429, "comment_flood", Flood { seconds: 15 }),
        (409, "comment_duplicate", Duplicate),
        (409, "conflict", refused(409, "conflict")),
        (500, "rest_comment_failed_create", Rejection::Server { status: 500 }),
    ] {
        assert_eq!(post([wordpress_error(status, code)], Commenting::Rest), Err(expected), "{status} {code}");
    }
}

#[test]
fn an_invalid_parameter_becomes_an_invalid_field() {
    for (name, field) in [
        ("author_email", Field::Email),
        ("author_name", Field::Name),
        ("author_url", Field::Website),
        ("content", Field::Body),
    ] {
        let body = json!({"code": "rest_invalid_param", "message": "", "data": {"status": 400, "params": {name: "no"}}});
        let invalid = Ok(response(400, &body.to_string()));
        assert_eq!(post([invalid], Commenting::Rest), Err(Rejection::Invalid(field)));
    }
}

#[test]
fn missing_author_data_means_the_name_if_the_name_is_blank() {
    let (client, _) = client([wordpress_error(400, "rest_comment_author_data_required")]);
    let nameless = Draft { name: "  ".into(), ..draft() };
    let result = block_on(client.post_comment(ARTICLE_ID, &nameless, Commenting::Rest, None));
    assert_eq!(result, Err(Rejection::Missing(Field::Name)));
}

#[test]
fn an_error_of_a_plugin_with_status_500_is_a_refusal() {
    let body = json!({"code": "spam_shield", "message": "<p>No&hellip;</p>", "data": 403}).to_string();
    let expected = Rejection::Refused { status: 403, code: "spam_shield".into(), message: "No…".into() };
    assert_eq!(post([Ok(response(500, &body))], Commenting::Rest), Err(expected));
    assert_eq!(post([Ok(response(500, "<html>"))], Commenting::Rest), Err(Rejection::Server { status: 500 }));
}

#[test]
fn a_page_of_something_else_than_wordpress_blocks_a_comment_unless_its_status_is_clear() {
    let blocked = |status| Rejection::Blocked { status };
    for (status, expected) in [
        (400, blocked(400)),
        (401, Rejection::LoginRequired),
        (403, blocked(403)),
        (404, blocked(404)),
        (406, blocked(406)),
        (409, blocked(409)),
        (413, Rejection::TooLong(Field::Body)),
        (418, blocked(418)),
        (429, Rejection::Flood { seconds: 15 }),
        (503, Rejection::Server { status: 503 }),
    ] {
        for body in ["<!doctype html><title>No</title>", ""] {
            let posted = post([Ok(response(status, body))], Commenting::Rest);
            assert_eq!(posted.as_ref(), Err(&expected), "{status} {body}");
        }
    }
    let refusal = Rejection::Refused { status: 403, code: String::new(), message: String::new() };
    assert_eq!(post([Ok(response(403, "{}"))], Commenting::Rest), Err(refusal));
}

#[test]
fn without_a_complete_response_a_comment_is_not_confirmed() {
    assert_eq!(post([Err(NoResponse)], Commenting::Rest), Err(Rejection::Unreachable));
    for body in ["", "<html>", "{\"id\":9", "{}"] {
        assert_eq!(post([Ok(response(201, body))], Commenting::Rest), Err(Rejection::Unconfirmed), "{body}");
    }
}

#[test]
fn a_wish_for_mails_about_replies_is_sent_where_there_is_an_address() {
    for (email, is_sent) in [("a@example.org", true), ("", false)] {
        let (client, transport) =
            client([Ok(response(201, &comment_json(9, 7, "أ", "approved").to_string()))]);
        let draft = Draft { email: email.into(), wants_reply_mails: true, ..draft() };
        block_on(client.post_comment(ARTICLE_ID, &draft, Commenting::Rest, None)).unwrap();
        let wish = ("tadwina_replies", "1".to_owned());
        assert_eq!(transport.requests()[0].form.contains(&wish), is_sent, "{email}");
    }
}

#[test]
fn the_token_of_a_new_comment_comes_with_it() {
    for (tadwina, expected) in [
        (
            json!({"token": "1.a.b", "seconds": 300}),
            Some(ChangeToken { token: "1.a.b".into(), seconds: 300 }),
        ),
        (json!({"token": "", "seconds": 300}), None),
        (json!({"token": "1.a.b"}), None),
        (json!([]), None),
    ] {
        let mut body = comment_json(9, 7, "أ", "approved");
        body["tadwina"] = tadwina;
        let posted = post([Ok(response(201, &body.to_string()))], Commenting::Rest).unwrap();
        assert_eq!(posted.origin.change, expected);
    }
}
