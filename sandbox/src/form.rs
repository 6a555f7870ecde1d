//! `wp-comments-post.php`: the comment form of every WordPress, which works where REST refuses.
//!
//! It has its own answers: success is a redirection, a page of status 200 is a refusal. Follows WordPress 6.1.

use axum::{
    body::Body as HttpBody,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header},
    response::IntoResponse,
};
use thiserror::Error;

use crate::{
    admission::{Submission, admit},
    error::Column,
    faults::CommentPolicy,
    page::html,
    params::Params,
    request::{Body, Request},
    rest::comment_link,
    site::Site,
    store::{
        StoreError,
        comments::{Comment, Fields, NotKept},
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
    let mut response = match post(site, request, fields) {
        Ok((post, comment)) => redirection(request, fields, &post, &comment),
        Err(refusal) => refusal.response(accepts_json(headers)),
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, must-revalidate, max-age=0"));
    response
}

/// Why the form was refused.
#[derive(Debug, Error)]
enum Refusal {
    /// The post is missing, not public or protected: WordPress says nothing at all.
    #[error("")]
    Silence,
    #[error("Comments are closed here.")]
    Closed,
    #[error("Log in to comment.")]
    Login,
    #[error("<strong>Error:</strong> Please fill in the required fields: name and email.")]
    AuthorData,
    #[error("<strong>Error:</strong> Please enter a valid email address.")]
    Email,
    #[error("<strong>Error:</strong> Please type your comment text.")]
    Content,
    #[error("<strong>Error:</strong> Your {} is too long.", column(*.0))]
    TooLong(Column),
    #[error("Duplicate comment: you&#8217;ve said that already.")]
    Duplicate,
    #[error("You are commenting too quickly.")]
    Flood,
    #[error("<strong>Error:</strong> The comment could not be saved: {0}")]
    Store(#[from] StoreError),
}

impl From<NotKept> for Refusal {
    fn from(error: NotKept) -> Self {
        match error {
            NotKept::Duplicate => Self::Duplicate,
            NotKept::Flood => Self::Flood,
            NotKept::Store(error) => Self::Store(error),
        }
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Email => "email address",
        Column::Url => "URL",
        Column::Content => "comment",
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            // WordPress calls a form that was filled in wrongly a success.
            Self::Silence | Self::AuthorData | Self::Email | Self::Content | Self::TooLong(_) => {
                StatusCode::OK
            }
            Self::Closed | Self::Login => StatusCode::FORBIDDEN,
            Self::Duplicate => StatusCode::CONFLICT,
            Self::Flood => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn response(&self, json: bool) -> Response<HttpBody> {
        if let Self::Silence = self {
            return html(StatusCode::OK, String::new());
        }
        crate::page::death(self.status(), &format!("<p>{self}</p>"), json)
    }
}

/// Whether error pages are to be JSON.
#[must_use]
pub fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json") || accept.contains("+json"))
}

fn post(site: &Site, request: &Request, fields: &Params) -> Result<(Post, Comment), Refusal> {
    let field = |name: &str| fields.text(name).unwrap_or_default().trim().to_owned();
    let number = |name: &str| field(name).parse::<i64>().unwrap_or(0);
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

/// An answer to nothing becomes a comment of its own; an answer to a held comment stays one.
fn known_parent(site: &Site, parent: i64) -> Result<i64, StoreError> {
    Ok(site.store.comment(parent)?.map_or(0, |comment| comment.id))
}

/// To the comment, or to where the form wanted to go, with cookies as the reader consented.
fn redirection(request: &Request, fields: &Params, post: &Post, comment: &Comment) -> Response<HttpBody> {
    let consent = fields.get("wp-comment-cookies-consent").is_some();
    let wanted = fields.text("redirect_to").filter(|to| !to.is_empty());
    let mut target = match wanted {
        Some(to) => format!("{to}#comment-{}", comment.id),
        None => comment_link(&request.base, Some(post), comment),
    };
    if !consent && !comment.is_approved() && !comment.author_email.is_empty() {
        let hash = format!("{:x}", md5::compute(&comment.date_gmt));
        target = with_query(&target, [("unapproved", comment.id.to_string()), ("moderation-hash", hash)]);
    }
    let target = safe(request, target);
    let mut response = html(StatusCode::FOUND, String::new());
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-redirect-by"), HeaderValue::from_static("WordPress"));
    if let Ok(target) = HeaderValue::from_str(&target) {
        headers.insert(header::LOCATION, target);
    }
    let site_hash = md5::compute(request.base.home());
    for (name, value) in [
        ("author", &comment.author_name),
        ("author_email", &comment.author_email),
        ("author_url", &comment.author_url),
    ] {
        let cookie = if consent && !value.is_empty() {
            let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
            format!("comment_{name}_{site_hash:x}={value}; Max-Age=30000000; path=/")
        } else {
            format!("comment_{name}_{site_hash:x}=%20; Max-Age=0; path=/")
        };
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// Adds to the query, before the fragment, and writes the whole query anew, as WordPress does.
fn with_query(address: &str, added: [(&str, String); 2]) -> String {
    let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut query = Params::urlencoded(query.as_bytes());
    for (name, value) in added {
        query.set(name, value);
    }
    format!("{path}?{}#{fragment}", query.query())
}

/// Only within this site; anything else goes where WordPress sends it, to the administration.
fn safe(request: &Request, target: String) -> String {
    let home = request.base.home();
    let own =
        target.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    let path = target.starts_with('/') && !target.starts_with("//") && !target.starts_with("/\\");
    if own || path { escaped_target(&target) } else { format!("{home}/wp-admin/") }
}

/// Letters beyond ASCII are percent-encoded; line ends go.
fn escaped_target(target: &str) -> String {
    let clean: String = target.chars().filter(|c| !c.is_control()).collect();
    percent_encoding::utf8_percent_encode(&clean, percent_encoding::CONTROLS).to_string()
}
