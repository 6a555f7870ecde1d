//! Where a reader goes after the form took their comment, and what their browser remembers.

use axum::{
    body::Body,
    http::{
        HeaderName, HeaderValue, Response, StatusCode,
        header::{self, InvalidHeaderValue},
    },
};

use crate::{
    page::html,
    params::Params,
    request::Request,
    rest::comment_link,
    store::{comments::Comment, posts::Post},
};

/// To the comment, or to where the form wanted to go, with cookies as the reader consented.
///
/// # Errors
/// The address cannot be written as a header; it always can, being escaped.
pub fn redirection(
    request: &Request,
    fields: &Params,
    post: &Post,
    comment: &Comment,
) -> Result<Response<Body>, InvalidHeaderValue> {
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
    headers.insert(header::LOCATION, HeaderValue::from_str(&target)?);
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
        headers.append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    }
    Ok(response)
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
