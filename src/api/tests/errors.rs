//! What error each bad response becomes.

use futures::executor::block_on;

use super::fixtures::{INDEX, Reply, client, ok, response, wordpress_error};
use crate::{error::Error, http::NoResponse};

const URL: &str = "https://example.org/blog/wp-json/?_fields=name,description,url";

/// The error of a client with this reply.
fn error(reply: Reply) -> Error {
    block_on(client([reply]).0.site()).unwrap_err()
}

fn not_json(found: &str) -> Error {
    Error::NotJson { url: URL.into(), found: found.into() }
}

#[test]
fn without_a_response_the_error_names_the_url() {
    assert_eq!(error(Err(NoResponse)), Error::Unreachable { url: URL.into() });
}

#[test]
fn the_status_and_the_code_of_wordpress_decide_the_error() {
    let forbidden = |status, code: &str| Error::Forbidden { status, code: code.into() };
    let refused = |status, code: &str| Error::Refused { status, code: code.into() };
    for (status, code, expected) in [
        (400, "rest_invalid_param", refused(400, "rest_invalid_param")),
        (401, "rest_disabled", forbidden(401, "rest_disabled")),
        (403, "wp_die", forbidden(403, "wp_die")),
        (404, "rest_no_route", refused(404, "rest_no_route")),
        (404, "rest_post_invalid_id", Error::NotFound),
        (410, "rest_trashed", Error::NotFound),
        (429, "too_many", Error::Server { status: 429 }),
        (500, "internal_server_error", Error::Server { status: 500 }),
        (503, "wp_die", Error::Server { status: 503 }),
    ] {
        assert_eq!(error(wordpress_error(status, code)), expected, "{status} {code}");
    }
}

#[test]
fn the_status_decides_the_error_of_a_response_that_is_not_from_wordpress() {
    let page = "<!doctype html><title>No</title>";
    assert_eq!(error(Ok(response(503, page))), Error::Server { status: 503 });
    for status in [400, 401, 403, 405, 406, 418, 451] {
        assert_eq!(error(Ok(response(status, page))), Error::Blocked { status });
    }
    assert_eq!(error(Ok(response(403, ""))), Error::Blocked { status: 403 });
    assert_eq!(error(Ok(response(403, "{}"))), Error::Forbidden { status: 403, code: String::new() });
    assert_eq!(error(Ok(response(404, page))), not_json(page));
    assert_eq!(error(Ok(response(404, "{}"))), Error::NotFound);
}

#[test]
fn html_an_empty_body_and_half_a_response_are_not_json() {
    assert_eq!(error(ok("<html>")), not_json("<html>"));
    assert_eq!(error(ok("")), not_json(""));
    assert_eq!(error(ok("{\"name\":\"x\",\"des")), not_json("{\"name\":\"x\",\"des"));
}

#[test]
fn warnings_of_php_before_the_response_are_skipped() {
    let body = format!("\u{feff}<br />\n<b>Notice</b>: Undefined index: a[1] in x.php<br />\n{INDEX}");
    assert!(block_on(client([ok(&body)]).0.site()).is_ok());
}

#[test]
fn a_list_in_place_of_an_object_and_the_reverse_are_the_wrong_shape() {
    assert_eq!(error(ok("[]")), Error::shape("name", "missing"));
    let articles = block_on(client([ok("{\"code\":\"x\"}")]).0.articles(&[], 1));
    assert_eq!(articles, Err(Error::shape("body", "invalid type: map, expected a sequence")));
}
