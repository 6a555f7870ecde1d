//! `wp-comments-post.php`: the comment form of every WordPress, which works where REST refuses.
//!
//! It has its own answers: success is a redirection, a page of status 200 is a refusal. Follows WordPress 6.1.

mod redirection;
mod refusal;

use axum::{
    body::Body as HttpBody,
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header},
    response::IntoResponse,
};

use self::{redirection::redirection, refusal::Refusal};
use crate::{
    admission::{Submission, admit},
    faults::CommentPolicy,
    page::accepts_json,
    params::Params,
    request::{Body, Request},
    site::Site,
    store::{
        StoreError,
        comments::{Comment, Fields},
        posts::Post,
    },
    wordpress::email,
};

/// The answer of the form's address.
#[must_use]
pub fn answer(site: &Site, request: &Request, headers: &HeaderMap) -> Response<HttpBody> {
    if request.method != Method::POST {
        return (
            StatusCode::METHOD_NOT_ALLOWED,
            [(header::ALLOW, "POST"), (header::CONTENT_TYPE, "text/plain;charset=UTF-8")],
        )
            .into_response();
    }
    let empty = Params::default();
    let fields = match &request.body {
        Body::Fields(fields) => fields,
        Body::BadJson => &empty,
    };
    let mut response = post(site, request, fields)
        .and_then(|(post, comment)| Ok(redirection(request, fields, &post, &comment)?))
        .unwrap_or_else(|refusal| refusal.response(accepts_json(headers)));
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, must-revalidate, max-age=0"));
    response
}

fn post(site: &Site, request: &Request, fields: &Params) -> Result<(Post, Comment), Refusal> {
    let field = |name: &str| fields.text(name).unwrap_or_default().trim().to_owned();
    let number = |name: &str| leading_integer(&field(name));
    let post = site.store.post(number("comment_post_ID"))?.ok_or(Refusal::Silence)?;
    if post.status == "private" {
        return Err(Refusal::Silence);
    }
    if !post.takes_comments(request.comments) {
        return Err(Refusal::Closed);
    }
    if !post.is_public() || !post.opens_with(None) {
        return Err(Refusal::Silence);
    }
    if request.comments == Some(CommentPolicy::Login) {
        return Err(Refusal::Login);
    }
    let sent =
        Fields { author_name: field("author"), author_email: field("email"), content: field("comment") };
    if sent.author_name.is_empty() || sent.author_email.is_empty() {
        return Err(Refusal::AuthorData);
    }
    if !email::is_valid(&sent.author_email) {
        return Err(Refusal::Email);
    }
    if sent.content.is_empty() {
        return Err(Refusal::Content);
    }
    let submission = Submission {
        parent: known_parent(site, number("comment_parent").abs())?,
        fields: sent,
        url: field("url"),
        compare_filtered: true,
    };
    if let Some(column) = submission.too_long() {
        return Err(Refusal::TooLong(column));
    }
    let comment = admit(site, request, &post, &submission)?;
    Ok((post, comment))
}

/// PHP's cast: the digits at the start, 0 without any.
fn leading_integer(text: &str) -> i64 {
    let digits = text.strip_prefix('-').unwrap_or(text).bytes().take_while(u8::is_ascii_digit).count();
    text[..digits + usize::from(text.starts_with('-'))].parse().unwrap_or(0)
}

/// An answer to nothing becomes a comment of its own; an answer to a held comment stays one.
fn known_parent(site: &Site, parent: i64) -> Result<i64, StoreError> {
    Ok(site.store.comment(parent)?.map_or(0, |comment| comment.id))
}
