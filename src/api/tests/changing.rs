//! Changing and withdrawing one's own comment.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{Reply, client, comment_json, draft, refused, response, wordpress_error};
use crate::{
    error::{Field, Rejection},
    http::{Method, NoResponse},
    model::{Comment, CommentId, CommentStatus},
};

fn change(reply: Reply) -> Result<Comment, Rejection> {
    let (client, _) = client([reply]);
    block_on(client.change_comment(CommentId(9), "1.a.b", &draft()))
}

fn withdraw(reply: Reply) -> Result<(), Rejection> {
    let (client, _) = client([reply]);
    block_on(client.withdraw_comment(CommentId(9), "1.a.b"))
}

#[test]
fn both_are_forms_with_the_token() {
    let (client, transport) = client([
        Ok(response(200, &comment_json(9, 7, "أ", "hold").to_string())),
        Ok(response(200, &json!({"id": 9, "status": "trash"}).to_string())),
    ]);
    let changed = block_on(client.change_comment(CommentId(9), "1.a.b", &draft())).unwrap();
    assert_eq!((changed.id, changed.status), (Some(CommentId(9)), CommentStatus::Held));
    assert_eq!(block_on(client.withdraw_comment(CommentId(9), "1.a.b")), Ok(()));
    let [change, withdrawal] = &transport.requests()[..] else { panic!("two requests") };
    assert_eq!((change.method, withdrawal.method), (Method::Post, Method::Post));
    let route = "https://example.org/blog/wp-json/tadwina/v1/comments/9?";
    assert!(change.url.starts_with(&[route, "_fields=id,parent,"].concat()), "{}", change.url);
    assert_eq!(withdrawal.url, [route, "_method=DELETE&_fields=id,status"].concat());
    let token = ("token", "1.a.b".to_owned());
    assert_eq!(change.form, [token.clone(), ("content", "سطر &lt;1&gt;\nسطر\n\nفقرة".to_owned())]);
    assert_eq!(withdrawal.form, [token]);
}

#[test]
fn every_code_of_the_plugin_becomes_its_rejection() {
    for (status, code, expected) in [
        (403, "tadwina_token_expired", Rejection::Expired),
        (403, "tadwina_token_invalid", refused(403, "tadwina_token_invalid")),
        (409, "tadwina_comment_changed", Rejection::ChangedElsewhere),
        (409, "tadwina_comment_answered", Rejection::Answered),
        (403, "rest_comment_closed", Rejection::Closed),
        (401, "rest_comment_login_required", Rejection::LoginRequired),
        (409, "comment_duplicate", Rejection::Duplicate),
        (400, "rest_comment_content_invalid", Rejection::Missing(Field::Body)),
        (400, "comment_content_column_length", Rejection::TooLong(Field::Body)),
        (500, "tadwina_comment_not_changed", Rejection::Server { status: 500 }),
    ] {
        assert_eq!(change(wordpress_error(status, code)), Err(expected.clone()), "{status} {code}");
        assert_eq!(withdraw(wordpress_error(status, code)), Err(expected), "{status} {code}");
    }
    assert_eq!(change(Err(NoResponse)), Err(Rejection::Unreachable));
    assert_eq!(change(Ok(response(200, "{}"))), Err(Rejection::Unconfirmed));
}

#[test]
fn a_comment_that_is_gone_is_withdrawn_but_not_changed() {
    assert_eq!(withdraw(wordpress_error(410, "tadwina_comment_gone")), Ok(()));
    assert_eq!(change(wordpress_error(410, "tadwina_comment_gone")), Err(Rejection::Gone));
}

#[test]
fn a_withdrawal_is_believed_only_if_the_site_says_so() {
    for body in [json!({}), json!({"id": 9, "status": "approved"}), json!([])] {
        assert_eq!(withdraw(Ok(response(200, &body.to_string()))), Err(Rejection::Unconfirmed), "{body}");
    }
}
