//! What WordPress's refusals mean. By status first, then by code: the message is HTML in the site's
//! language, and other servers stand before WordPress.

use super::Reply;
use crate::{
    error::{Error, Field, Rejection},
    json::{self, Json, at, text_or_empty},
    model::Draft,
    text::plain,
};

/// Whether the answer says that all is well.
pub(super) const fn is_success(reply: &Reply) -> bool {
    matches!(reply.status, 200..=299)
}

/// Why a question was refused.
pub(super) fn error(reply: &Reply, body: Option<&Json>) -> Error {
    let status = reply.status;
    let code = body.map(|body| text_or_empty(body, "code")).unwrap_or_default();
    match (status, code) {
        (429 | 500.., _) => Error::Server { status },
        // Not WordPress: most likely the address of the API is wrong.
        (404, "") if body.is_none() => json::not_json(&reply.body, &reply.url),
        (404, "rest_no_route") => Error::Refused { status, code: code.to_owned() },
        (404 | 410, _) | (400, "rest_post_invalid_page_number") => Error::NotFound,
        (401 | 403, _) => Error::Forbidden { status, code: code.to_owned() },
        _ => Error::Refused { status, code: code.to_owned() },
    }
}

/// Why a comment was refused over REST.
pub(super) fn rejection(reply: &Reply, body: &Json, draft: &Draft) -> Rejection {
    let code = text_or_empty(body, "code");
    match (reply.status, code) {
        (200..=299, _) => Rejection::Unconfirmed,
        (409, _) => Rejection::Duplicate,
        (429, _) | (_, "comment_flood") => Rejection::Flood,
        (413, _) => Rejection::TooLong(Field::Body),
        (401, "rest_cannot_read_post") => refused(reply.status, body),
        (401, _) => Rejection::LoginRequired,
        (
            403,
            "rest_comment_closed"
            | "rest_comment_invalid_post_id"
            | "rest_comment_draft_post"
            | "rest_comment_trash_post",
        ) => Rejection::Closed,
        (400, "rest_comment_content_invalid") => Rejection::Missing(Field::Body),
        (400, "rest_comment_author_data_required") => Rejection::Missing(missing(draft)),
        (400, "rest_invalid_param") => {
            invalid(body).map_or_else(|| refused(reply.status, body), Rejection::Invalid)
        }
        (400, "comment_author_column_length") => Rejection::TooLong(Field::Name),
        (400, "comment_author_email_column_length") => Rejection::TooLong(Field::Email),
        (400, "comment_content_column_length") => Rejection::TooLong(Field::Body),
        // A plugin's own refusal arrives as a fault of the server, with its status in the place of `data`.
        (500.., _) => match at(body, "data").as_u64().and_then(|status| u16::try_from(status).ok()) {
            Some(status @ 400..=499) => refused(status, body),
            _ => Rejection::Server { status: reply.status },
        },
        _ => refused(reply.status, body),
    }
}

/// The refusal in the site's own words.
pub(super) fn refused(status: u16, body: &Json) -> Rejection {
    let [code, message] = ["code", "message"].map(|name| text_or_empty(body, name));
    Rejection::Refused { status, code: code.to_owned(), message: plain(message) }
}

fn missing(draft: &Draft) -> Field {
    if draft.name.trim().is_empty() { Field::Name } else { Field::Email }
}

fn invalid(body: &Json) -> Option<Field> {
    let params = at(body, "data.params").fields();
    [("author_email", Field::Email), ("author_name", Field::Name), ("content", Field::Body)]
        .into_iter()
        .find_map(|(name, field)| params.iter().any(|(param, _)| param == name).then_some(field))
}
