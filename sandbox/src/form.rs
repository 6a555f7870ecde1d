//! `wp-comments-post.php`: the comment form of every theme. It also works on sites that refuse comments over REST.
//!
//! Success is a redirect; a page of status 200 is a refusal. This module follows WordPress 6.1.

mod redirect;
mod refusal;

use axum::{
    body::Body as HttpBody,
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header},
    response::IntoResponse,
};

use self::{redirect::redirect, refusal::Refusal};
use crate::{
    faults::CommentFault,
    formatting::is_email::is_email,
    new_comment::{self, Submission},
    params::Params,
    request::{Body, Request},
    site::Site,
    store::{
        StoreError,
        comments::{Comment, Fields},
        posts::Post,
    },
    wp_die::accepts_json,
};

/// The response to a posted form.
#[must_use]
pub fn respond(site: &Site, request: &Request, headers: &HeaderMap) -> Response<HttpBody> {
    if request.method != Method::POST {
        let headers = [(header::ALLOW, "POST"), (header::CONTENT_TYPE, "text/plain;charset=UTF-8")];
        return (StatusCode::METHOD_NOT_ALLOWED, headers).into_response();
    }
    let fields = match &request.body {
        Body::Fields(fields) => fields.clone(),
        Body::InvalidJson => Params::default(),
    };
    let mut response = post(site, request, &fields)
        .and_then(|(post, comment)| Ok(redirect(request, &fields, &post, &comment)?))
        .unwrap_or_else(|refusal| refusal.response(accepts_json(headers)));
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, must-revalidate, max-age=0"));
    response
}

/// Checks in WordPress's order, then stores the comment.
fn post(site: &Site, request: &Request, fields: &Params) -> Result<(Post, Comment), Refusal> {
    let field = |name: &str| fields.text(name).unwrap_or_default().trim().to_owned();
    let number = |name: &str| field(name).parse::<i64>().unwrap_or(0);
    let post = site.store.post(number("comment_post_ID"))?.ok_or(Refusal::Silent)?;
    if post.status == "private" {
        return Err(Refusal::Silent);
    }
    if !post.accepts_comments(request.comment_fault) {
        return Err(Refusal::Closed);
    }
    if !post.is_readable_with("") {
        return Err(Refusal::Silent);
    }
    if request.comment_fault == Some(CommentFault::Login) {
        return Err(Refusal::Login);
    }
    let sent =
        Fields { author_name: field("author"), author_email: field("email"), content: field("comment") };
    check_author(site, &sent)?;
    if sent.content.is_empty() {
        return Err(Refusal::Content);
    }
    let submission = Submission {
        parent: existing_parent(site, number("comment_parent"))?,
        fields: sent,
        url: field("url"),
        compares_filtered: true,
    };
    if let Some(field) = submission.too_long() {
        return Err(Refusal::TooLong(field.name));
    }
    let comment = new_comment::insert(site, request, &post, &submission)?;
    Ok((post, comment))
}

/// Where no name and no address is required, WordPress does not look at the address either.
fn check_author(site: &Site, sent: &Fields) -> Result<(), Refusal> {
    if site.discussion.no_name_email {
        return Ok(());
    }
    if sent.author_name.is_empty() || sent.author_email.is_empty() {
        return Err(Refusal::AuthorData);
    }
    if is_email(&sent.author_email) { Ok(()) } else { Err(Refusal::Email) }
}

/// A reply to a missing comment becomes a comment without a parent. WordPress 6.1 accepts a reply to a held comment.
fn existing_parent(site: &Site, parent: i64) -> Result<i64, StoreError> {
    Ok(site.store.comment(parent)?.map_or(0, |comment| comment.id))
}
