//! Pages of HTML: the site itself, as far as links and discovery need it, and error pages.

use axum::{
    body::Body,
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::json;

use crate::{
    request::Base,
    site::Site,
    store::{
        Slice, StoreError,
        posts::{Post, PostKind, PostQuery},
    },
    wordpress::slug,
};

/// A page that tells where the API is. Permalinks, pages and the home page are found, anything else is 404.
///
/// # Errors
/// The data file refuses.
pub fn answer(site: &Site, base: &Base, path: &str) -> Result<Response<Body>, StoreError> {
    let last = path.split('/').rfind(|segment| !segment.is_empty());
    let post = match last {
        Some(last) => by_slug(site, last)?,
        None => None,
    };
    let status = if last.is_none() || post.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let api = base.api();
    let title = post.as_ref().map_or(site.about.name.clone(), |post| escaped(&post.title));
    let alternate = post.as_ref().map_or(String::new(), |post| {
        format!(
            "<link rel=\"alternate\" type=\"application/json\" href=\"{api}wp/v2/{}s/{}\">\n",
            post.kind, post.id
        )
    });
    let mut page = html(
        status,
        format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<link rel=\"https://api.w.org/\" href=\"{api}\">\n\
             {alternate}<h1>{title}</h1>\n<p>The sandbox has no theme. Its API is at <a href=\"{api}\">{api}</a>.</p>\n"
        ),
    );
    if let Ok(link) = format!("<{api}>; rel=\"https://api.w.org/\"").try_into() {
        page.headers_mut().insert(header::LINK, link);
    }
    Ok(page)
}

fn by_slug(site: &Site, segment: &str) -> Result<Option<Post>, StoreError> {
    let query = PostQuery { slugs: vec![slug::encoded(segment)], ..PostQuery::default() };
    let one = Slice { offset: 0, limit: 1, descending: true };
    for kind in [PostKind::Post, PostKind::Page] {
        if let Some(post) = site.store.posts(kind, &query, &one)?.rows.pop() {
            return Ok(Some(post));
        }
    }
    Ok(None)
}

/// WordPress's way to end a request outside of the REST API: a page, or JSON for who accepts it. No CORS headers.
#[must_use]
pub fn death(status: StatusCode, message: &str, as_json: bool) -> Response<Body> {
    if as_json {
        let body = json!({
            "code": "wp_die", "message": message, "data": { "status": status.as_u16() }, "additional_errors": [],
        });
        (status, [(header::CONTENT_TYPE, "application/json; charset=UTF-8")], body.to_string())
            .into_response()
    } else {
        html(
            status,
            format!(
                "<!doctype html>\n<meta charset=\"utf-8\">\n<title>WordPress &rsaquo; Error</title>\n{message}\n"
            ),
        )
    }
}

/// Whether error pages are to be JSON.
#[must_use]
pub fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json") || accept.contains("+json"))
}

/// A response of HTML.
#[must_use]
pub fn html(status: StatusCode, body: String) -> Response<Body> {
    (status, [(header::CONTENT_TYPE, "text/html; charset=UTF-8")], body).into_response()
}

/// Text for HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
