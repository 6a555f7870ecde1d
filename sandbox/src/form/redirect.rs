//! The redirect after the form has accepted a comment, and the cookies that the form sets.

use axum::{
    body::Body,
    http::{
        HeaderValue, Response, StatusCode,
        header::{self, InvalidHeaderValue},
    },
};
use percent_encoding::{CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    params::Params,
    request::Request,
    rest::links::comment_link,
    store::{comments::Comment, posts::Post},
    wp_die::html,
};

/// A redirect to the comment or to `redirect_to`.
///
/// # Errors
/// The target cannot be written as a header.
pub fn redirect(
    request: &Request,
    fields: &Params,
    post: &Post,
    comment: &Comment,
) -> Result<Response<Body>, InvalidHeaderValue> {
    let has_consent = fields.get("wp-comment-cookies-consent").is_some();
    let mut target = match fields.text("redirect_to").filter(|target| !target.is_empty()) {
        Some(target) => format!("{target}#comment-{}", comment.id),
        None => comment_link(&request.site_url, Some(post), comment),
    };
    // Without a cookie, these parameters let the reader see the held comment. WordPress checks them by the address.
    if !has_consent && comment.status == "hold" && !comment.author_email.is_empty() {
        let hash = format!("{:x}", md5::compute(&comment.date_gmt));
        target = with_query(&target, [("unapproved", comment.id.to_string()), ("moderation-hash", hash)]);
    }
    let mut response = html(StatusCode::FOUND, String::new());
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::from_str(&safe_target(request.site_url.home(), &target))?);
    let site_hash = md5::compute(request.site_url.home());
    for (name, value) in [
        ("author", &comment.author_name),
        ("author_email", &comment.author_email),
        ("author_url", &comment.author_url),
    ] {
        // Without consent WordPress deletes the cookies of an earlier comment.
        let cookie = if has_consent && !value.is_empty() {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            format!("comment_{name}_{site_hash:x}={value}; Max-Age=30000000; path=/")
        } else {
            format!("comment_{name}_{site_hash:x}=%20; Max-Age=0; path=/")
        };
        headers.append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    }
    Ok(response)
}

/// Adds parameters before the fragment, and encodes the whole query again, as WordPress does.
fn with_query(target: &str, added: [(&str, String); 2]) -> String {
    let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut query = Params::from_urlencoded(query.as_bytes());
    for (name, value) in added {
        query.set(name, value);
    }
    format!("{path}?{}#{fragment}", query.to_query())
}

/// The target if it is on this site. For any other target, WordPress redirects to the administration.
fn safe_target(home: &str, target: &str) -> String {
    let has_own_host =
        target.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    let is_path = target.starts_with('/') && !target.starts_with("//") && !target.starts_with("/\\");
    if has_own_host || is_path {
        let line: String = target.chars().filter(|c| !c.is_control()).collect();
        utf8_percent_encode(&line, CONTROLS).to_string()
    } else {
        format!("{home}/wp-admin/")
    }
}
