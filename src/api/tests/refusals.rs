//! What each refusal of a question means.

use futures::executor::block_on;

use super::fixtures::{INDEX, client, ok, refusal, reply};
use crate::{
    error::Error,
    http::{NoResponse, Response},
};

const URL: &str = "https://example.org/blog/wp-json/?_fields=name,description";

fn error(answer: Result<Response, NoResponse>) -> Error {
    block_on(client([answer]).0.site()).unwrap_err()
}

fn not_json(found: &str) -> Error {
    Error::NotJson { url: URL.into(), found: found.into() }
}

#[test]
fn no_answer_names_whom_was_asked() {
    assert_eq!(error(Err(NoResponse)), Error::Unreachable { url: URL.into() });
}

#[test]
fn refusals_go_by_status_then_by_code() {
    let forbidden = |status, code: &str| Error::Forbidden { status, code: code.into() };
    let refused = |status, code: &str| Error::Refused { status, code: code.into() };
    for (status, code, expected) in [
        (400, "rest_invalid_param", refused(400, "rest_invalid_param")),
        (400, "rest_post_invalid_page_number", Error::NotFound),
        (401, "rest_disabled", forbidden(401, "rest_disabled")),
        (403, "wp_die", forbidden(403, "wp_die")),
        (404, "rest_no_route", refused(404, "rest_no_route")),
        (404, "rest_post_invalid_id", Error::NotFound),
        (410, "rest_trashed", Error::NotFound),
        (429, "too_many", Error::Server { status: 429 }),
        (500, "internal_server_error", Error::Server { status: 500 }),
        (503, "wp_die", Error::Server { status: 503 }),
    ] {
        assert_eq!(error(refusal(status, code)), expected, "{status} {code}");
    }
}

#[test]
fn pages_of_other_servers_are_told_by_status() {
    let page = "<!doctype html><title>No</title>";
    assert_eq!(error(Ok(reply(503, page))), Error::Server { status: 503 });
    assert_eq!(error(Ok(reply(403, page))), Error::Forbidden { status: 403, code: String::new() });
    assert_eq!(error(Ok(reply(418, page))), Error::Refused { status: 418, code: String::new() });
    assert_eq!(error(Ok(reply(404, page))), not_json(page));
    assert_eq!(error(Ok(reply(404, "{}"))), Error::NotFound);
}

#[test]
fn html_nothing_and_half_an_answer_are_no_json() {
    assert_eq!(error(ok("<html>")), not_json("<html>"));
    assert_eq!(error(ok("")), not_json(""));
    assert_eq!(error(ok("{\"name\":\"x\",\"des")), not_json("{\"name\":\"x\",\"des"));
}

#[test]
fn warnings_before_the_answer_are_no_harm() {
    let answer = ok(&format!("\u{feff}<br />\n<b>Notice</b>: Undefined index: a[1] in x.php<br />\n{INDEX}"));
    assert!(block_on(client([answer]).0.site()).is_ok());
}

#[test]
fn a_list_where_an_object_was_due_is_the_wrong_shape() {
    assert_eq!(error(ok("[]")), Error::shape("name", "missing"));
    let answer = block_on(client([ok("{\"code\":\"x\"}")]).0.articles(None, 1));
    assert_eq!(answer, Err(Error::shape("body", "invalid type: map, expected a sequence")));
}
