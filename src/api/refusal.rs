//! What WordPress's refusals mean. By status first, then by code: the message is HTML in the site's
//! language, and other servers stand before WordPress.

use super::{
    decode::decode,
    wire::{BareErrorBody, ErrorBody, ErrorParams},
};
use crate::{
    error::{Error, Field, Rejection},
    http::Response,
    model::Draft,
    text::plain,
};

/// WordPress's code for a route that it does not have.
pub(super) const NO_ROUTE: &str = "rest_no_route";

/// WordPress's code for a page beyond the last.
pub(super) const NO_SUCH_PAGE: &str = "rest_post_invalid_page_number";

/// How long WordPress makes a commenter wait (`check_comment_flood_db`). Unit: seconds.
const FLOOD_S: u64 = 15;
/// A server that asks for a longer wait limits something else. Unit: seconds.
const MAX_WAIT_S: u64 = 600;

/// Why something could not be read.
pub(super) fn error(response: &Response) -> Error {
    let status = response.status;
    if matches!(status, 429 | 500..) {
        return Error::Server { status };
    }
    let code = match decode::<ErrorBody>(response) {
        Ok(body) => body.code.text(),
        // Not WordPress: most likely the address of the API is wrong.
        Err(error @ Error::NotJson { .. }) if status == 404 => return error,
        // WordPress would say it in JSON.
        Err(Error::NotJson { .. }) => return Error::Blocked { status },
        Err(_) => String::new(),
    };
    match (status, code.as_str()) {
        (404, NO_ROUTE) => Error::Refused { status, code },
        (404 | 410, _) => Error::NotFound,
        (401 | 403, _) => Error::Forbidden { status, code },
        _ => Error::Refused { status, code },
    }
}

/// Why a comment was refused over REST.
pub(super) fn rejection(response: &Response, draft: &Draft) -> Rejection {
    let status = response.status;
    let decoded: Result<ErrorBody, Error> = decode(response);
    if decoded.is_err() && !response.is_success() && !matches!(status, 401 | 413 | 429 | 500..) {
        return Rejection::Blocked { status };
    }
    let body = decoded.unwrap_or_default();
    let params = body.data.params;
    let (code, message) = (body.code.text(), body.message.text());
    let refused = |status| Rejection::Refused { status, code: code.clone(), message: plain(&message) };
    match (status, code.as_str()) {
        (200..=299, _) => Rejection::Unconfirmed,
        (409, "comment_duplicate") => Rejection::Duplicate,
        (429, _) | (_, "comment_flood") => flood(response),
        (413, _) => Rejection::TooLong(Field::Body),
        (401, "rest_cannot_read_post") => refused(status),
        (401, _) => Rejection::LoginRequired,
        (
            403,
            "rest_comment_closed"
            | "rest_comment_invalid_post_id"
            | "rest_comment_draft_post"
            | "rest_comment_trash_post",
        ) => Rejection::Closed,
        (403, "tadwina_token_expired") => Rejection::Expired,
        (409, "tadwina_comment_changed") => Rejection::ChangedElsewhere,
        (410, "tadwina_comment_gone") => Rejection::Gone,
        (409, "tadwina_comment_answered") => Rejection::Answered,
        (400, "rest_comment_content_invalid") => Rejection::Missing(Field::Body),
        (400, "rest_comment_author_data_required") => Rejection::Missing(missing(draft)),
        (400, "rest_invalid_param") => match invalid(&params) {
            Some(field) => Rejection::Invalid(field),
            None => refused(status),
        },
        (400, "comment_author_column_length") => Rejection::TooLong(Field::Name),
        (400, "comment_author_email_column_length") => Rejection::TooLong(Field::Email),
        (400, "comment_author_url_column_length") => Rejection::TooLong(Field::Website),
        (400, "comment_content_column_length") => Rejection::TooLong(Field::Body),
        (500.., _) => match plugin_status(response) {
            Some(status @ 400..=499) => refused(status),
            _ => Rejection::Server { status },
        },
        _ => refused(status),
    }
}

/// Too soon after the last comment. A page of another origin cannot read how long to wait.
pub(super) fn flood(response: &Response) -> Rejection {
    Rejection::Flood { seconds: response.retry_after_s.map_or(FLOOD_S, |seconds| seconds.min(MAX_WAIT_S)) }
}

/// The refusal in the site's own words.
pub(super) fn refused(status: u16, body: ErrorBody) -> Rejection {
    Rejection::Refused { status, code: body.code.text(), message: plain(&body.message.text()) }
}

/// A plugin's own refusal arrives as a fault of the server, with its status in the place of `data`.
fn plugin_status(response: &Response) -> Option<u16> {
    decode::<BareErrorBody>(response).ok()?.data.value()?.try_into().ok()
}

fn missing(draft: &Draft) -> Field {
    if draft.name.trim().is_empty() { Field::Name } else { Field::Email }
}

fn invalid(params: &ErrorParams) -> Option<Field> {
    if params.author_email.is_some() {
        Some(Field::Email)
    } else if params.author_name.is_some() {
        Some(Field::Name)
    } else if params.author_url.is_some() {
        Some(Field::Website)
    } else {
        params.content.map(|_| Field::Body)
    }
}
