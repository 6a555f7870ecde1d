//! The pages of the site. The sandbox has no theme, so they only link the API.

use axum::{
    body::Body,
    http::{Response, StatusCode, header},
};

use crate::{
    formatting::sanitize_title::sanitize_title, request::SiteUrl, site::Site, store::StoreError, wp_die::html,
};

/// The page at a path: status 200 for the home page and for paths that end in the slug of a post or page, else 404.
///
/// # Errors
/// SQLite refuses.
pub fn page(site: &Site, site_url: &SiteUrl, path: &str) -> Result<Response<Body>, StoreError> {
    let last = path.split('/').rfind(|segment| !segment.is_empty());
    let status = match last {
        Some(slug) if !site.store.has_slug(&sanitize_title(slug))? => StatusCode::NOT_FOUND,
        _ => StatusCode::OK,
    };
    let (name, api) = (&site.name, site_url.rest_url("/"));
    let mut page = html(
        status,
        format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
             <link rel=\"https://api.w.org/\" href=\"{api}\">\n<h1>{name}</h1>\n\
             <p>The sandbox has no theme. Its API is at <a href=\"{api}\">{api}</a>.</p>\n"
        ),
    );
    if let Ok(link) = format!("<{api}>; rel=\"https://api.w.org/\"").try_into() {
        page.headers_mut().insert(header::LINK, link);
    }
    Ok(page)
}
