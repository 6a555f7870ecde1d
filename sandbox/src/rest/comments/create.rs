//! `POST /wp/v2/comments`, in WordPress's order: parameters, permission, content, author, lengths, duplicate, flood.

use serde_json::Value;

use super::{ROUTE, item::item};
use crate::{
    admission::{Submission, admit},
    error::RestError,
    faults::CommentPolicy,
    reply::Reply,
    request::Request,
    rest::{Answer, args::Args, context::Context},
    site::Site,
    store::{
        comments::{Fields, NotKept},
        posts::Post,
    },
    wordpress::{email, entities::text_field},
};

/// Keeps the comment and shows it, held or not.
pub fn answer(site: &Site, request: &Request) -> Answer {
    let submission = read(request)?;
    let post = permitted(site, request)?;
    check(request, &submission)?;
    let comment = admit(site, request, &post, &submission).map_err(|error| match error {
        NotKept::Duplicate => RestError::Duplicate,
        NotKept::Flood => RestError::Flood,
        NotKept::Store(error) => RestError::FailedCreate(error),
    })?;
    let location = format!("{}/{}", request.base.route(ROUTE), comment.id);
    let body = item(site, request, Some(&post), &comment, Context::View)?;
    Ok(Reply { status: 201, ..Reply::ok(body) }.with("Location", location))
}

/// The parameters, checked by the schema alone. A bad e-mail address is refused here, even where nobody may post.
fn read(request: &Request) -> Result<Submission, RestError> {
    let mut args = Args::of(request);
    for name in ["post", "author", "id"] {
        args.integer(name);
    }
    // The column is unsigned.
    let parent = args.integer("parent").unwrap_or(0).max(0);
    let author_email = args.text("author_email");
    if !author_email.is_empty() && !email::is_valid(&author_email) {
        args.refuse("author_email", "rest_invalid_email", "This is not an e-mail address.");
    }
    args.moment("date");
    args.moment("date_gmt");
    let fields = Fields {
        author_name: text_field(&args.text("author_name")),
        author_email,
        content: content(request),
    };
    let url = args.text("author_url");
    args.finish()?;
    Ok(Submission { parent, fields, url, compare_filtered: false })
}

/// `content` is text, or an object whose `raw` is.
fn content(request: &Request) -> String {
    let content = match request.get("content") {
        Some(Value::Object(content)) => content.get("raw").and_then(Value::as_str),
        Some(content) => content.as_str(),
        None => None,
    };
    content.unwrap_or_default().trim().to_owned()
}

/// The post that an anonymous comment would go to now, or why it would not.
///
/// # Errors
/// The refusals of WordPress's permission check, in its order.
pub fn permitted(site: &Site, request: &Request) -> Result<Post, RestError> {
    if site.discussion.no_anonymous_rest || request.comments == Some(CommentPolicy::Login) {
        return Err(RestError::LoginRequired);
    }
    if request.text("author").is_some_and(|author| author != "0") {
        return Err(RestError::CommentAuthor);
    }
    if request.text("author_ip").is_some_and(|ip| ip != request.ip) {
        return Err(RestError::CommentAuthorIp);
    }
    if request.get("status").is_some() {
        return Err(RestError::CommentStatus);
    }
    let id = request.text("post").and_then(|id| id.trim().parse().ok()).unwrap_or(0);
    let post = site.store.post(id)?.ok_or(RestError::CommentPost)?;
    match post.status.as_str() {
        "draft" => return Err(RestError::DraftPost),
        "trash" => return Err(RestError::TrashPost),
        _ => {}
    }
    let password = request.text("password");
    if !post.is_public() || !post.opens_with(password.as_deref()) {
        return Err(RestError::CannotReadPost);
    }
    if !post.takes_comments(request.comments) {
        return Err(RestError::CommentClosed);
    }
    Ok(post)
}

fn check(request: &Request, submission: &Submission) -> Result<(), RestError> {
    if request.text("id").is_some_and(|id| id != "0") {
        return Err(RestError::CommentExists);
    }
    if request.text("type").is_some_and(|kind| !kind.is_empty() && kind != "comment") {
        return Err(RestError::CommentType);
    }
    // Only 0 comes so far, and nobody has that number.
    if request.get("author").is_some() {
        return Err(RestError::CommentAuthorUnknown);
    }
    if submission.fields.content.is_empty() {
        return Err(RestError::CommentContent);
    }
    if submission.fields.author_name.is_empty() || submission.fields.author_email.is_empty() {
        return Err(RestError::AuthorData);
    }
    submission.too_long().map_or(Ok(()), |column| Err(RestError::TooLong(column)))
}
