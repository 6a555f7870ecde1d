//! `POST /wp/v2/comments`, checked in WordPress's order: parameters, permission, content, author, lengths, duplicate,
//! flood.

use std::net::IpAddr;

use serde_json::Value;

use super::{ROUTE, item::item};
use crate::{
    faults::CommentFault,
    formatting::is_email::is_email,
    new_comment::{self, Submission},
    request::Request,
    rest::{
        RestResult,
        args::Args,
        context::Context,
        error::{Refusal, RestError, refusal},
        response::RestResponse,
    },
    site::Site,
    store::{
        comments::{Fields, NotStored},
        posts::Post,
    },
};

/// Stores the comment and returns it, also if it is held.
pub fn respond(site: &Site, request: &Request) -> RestResult {
    let submission = read(request)?;
    let post = permitted(site, request)?;
    check(site, request, &submission)?;
    let comment = new_comment::insert(site, request, &post, &submission).map_err(|error| match error {
        NotStored::Duplicate => refusal::COMMENT_DUPLICATE.into(),
        NotStored::Flood => refusal::COMMENT_FLOOD.into(),
        NotStored::Plugin => RestError::Plugin,
        NotStored::Unsaved => refusal::COMMENT_FAILED.into(),
        NotStored::Store(error) => RestError::Store(error),
    })?;
    let body = item(site, request, Some(&post), &comment, Context::View)?;
    let location = format!("{}/{}", request.site_url.rest_url(ROUTE), comment.id);
    Ok(RestResponse::new(201, body).with_header("Location", location))
}

/// Checks the parameters by the schema. A wrong e-mail address is refused here, also if nobody may post.
fn read(request: &Request) -> Result<Submission, RestError> {
    let mut args = Args::of(request);
    for name in ["post", "author", "id"] {
        args.integer(name);
    }
    // The column of the database is unsigned.
    let parent = args.integer("parent").unwrap_or(0).max(0);
    let author_email = args.text("author_email");
    if !author_email.is_empty() && !is_email(&author_email) {
        args.invalid("author_email", "rest_invalid_email", "This is not an e-mail address.");
    }
    let author_ip = request.get("author_ip").is_some().then(|| args.text("author_ip"));
    if author_ip.is_some_and(|ip| ip.parse::<IpAddr>().is_err()) {
        args.invalid("author_ip", "rest_invalid_ip", "This is not an IP address.");
    }
    let author_name = args.text("author_name").trim().to_owned();
    let url = args.text("author_url");
    args.finish()?;
    let fields = Fields { author_name, author_email, content: content(request) };
    Ok(Submission { parent, fields, url, compares_filtered: false })
}

/// `content` is text, or an object with the text in `raw`.
fn content(request: &Request) -> String {
    let content = match request.get("content") {
        Some(Value::Object(content)) => content.get("raw").and_then(Value::as_str),
        Some(content) => content.as_str(),
        None => None,
    };
    content.unwrap_or_default().trim().to_owned()
}

/// The post of an anonymous comment, if the site would accept the comment now.
///
/// # Errors
/// The refusals of WordPress's permission check, in its order.
pub fn permitted(site: &Site, request: &Request) -> Result<Post, RestError> {
    if site.discussion.no_anonymous_rest || request.comment_fault == Some(CommentFault::Login) {
        return Err(refusal::COMMENT_LOGIN_REQUIRED.into());
    }
    if request.text("author").is_some_and(|author| author != "0") {
        return Err(refusal::COMMENT_AUTHOR.into());
    }
    if request.text("author_ip").is_some_and(|ip| ip != request.ip) {
        return Err(refusal::COMMENT_AUTHOR_IP.into());
    }
    if request.get("status").is_some() {
        return Err(refusal::COMMENT_STATUS.into());
    }
    let id = request.text("post").and_then(|id| id.trim().parse().ok()).unwrap_or(0);
    let post = site.store.post(id)?.ok_or(refusal::COMMENT_POST_ID)?;
    match post.status.as_str() {
        "draft" => return Err(refusal::COMMENT_ON_DRAFT.into()),
        "trash" => return Err(refusal::COMMENT_ON_TRASH.into()),
        _ => {}
    }
    if !post.is_readable_with(&request.text("password").unwrap_or_default()) {
        return Err(refusal::COMMENTS_NOT_PUBLIC.into());
    }
    if !post.accepts_comments(request.comment_fault) {
        return Err(refusal::COMMENTS_CLOSED.into());
    }
    Ok(post)
}

fn check(site: &Site, request: &Request, submission: &Submission) -> Result<(), Refusal> {
    let Fields { author_name, author_email, content } = &submission.fields;
    if request.text("id").is_some_and(|id| id != "0") {
        return Err(refusal::COMMENT_EXISTS);
    }
    if request.text("type").is_some_and(|kind| !kind.is_empty() && kind != "comment") {
        return Err(refusal::COMMENT_TYPE);
    }
    // `permitted` has refused every author but 0, which no user has.
    if request.get("author").is_some() {
        return Err(refusal::COMMENT_AUTHOR_ID);
    }
    if content.is_empty() {
        return Err(refusal::COMMENT_CONTENT);
    }
    if !site.discussion.no_name_email && (author_name.is_empty() || author_email.is_empty()) {
        return Err(refusal::COMMENT_AUTHOR_DATA);
    }
    submission.too_long().map_or(Ok(()), |field| {
        Err(Refusal { status: 400, code: field.code, message: "A field of the comment is too long." })
    })
}
