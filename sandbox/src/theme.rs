//! The pages of the site, and WordPress's redirects to them. The sandbox has no theme, so its pages only link the API.

mod address;

use axum::{
    body::Body,
    http::{
        HeaderValue, Method, Response, StatusCode, Uri,
        header::{self, InvalidHeaderValue},
    },
};
use thiserror::Error;

use self::address::Address;
use crate::{
    request::SiteUrl,
    rest::links::post_link,
    site::Site,
    store::{
        StoreError,
        posts::{Post, PostType},
    },
    wp_die::html,
};

/// The parameters that say which post. WordPress removes them when it redirects to the post, and keeps all others.
const POST_PARAMETERS: [&str; 9] =
    ["attachment_id", "feed", "name", "p", "page", "page_id", "pagename", "post_type", "preview"];

/// Why there is no response.
#[derive(Debug, Error)]
pub enum PageError {
    /// SQLite refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address of the site has forbidden characters.
    #[error(transparent)]
    Header(#[from] InvalidHeaderValue),
}

/// Where the page of an address is.
enum Place {
    Here,
    /// At the permalink of this post, which WordPress found by `redirect_canonical`.
    Permalink(Post),
    /// At the permalink of this post, which WordPress found by `wp_old_slug_redirect`.
    Renamed(Post),
    Nowhere,
}

/// The page at an address: status 200 for the front page and for permalinks, 301 for other addresses of a post, else
/// 404.
///
/// # Errors
/// SQLite refuses, or the address of the site has forbidden characters.
pub fn respond(
    site: &Site,
    site_url: &SiteUrl,
    method: &Method,
    uri: &Uri,
) -> Result<Response<Body>, PageError> {
    let may_redirect = [Method::GET, Method::HEAD].contains(method);
    match find(site, Address::of(uri))? {
        Place::Here => page(site, site_url, StatusCode::OK),
        Place::Permalink(post) if may_redirect => {
            let query = other_parameters(uri.query().unwrap_or_default());
            redirect(post_link(site_url, &post) + &query)
        }
        // An old slug loses the whole query.
        Place::Renamed(post) if may_redirect => redirect(post_link(site_url, &post)),
        Place::Permalink(_) | Place::Renamed(_) | Place::Nowhere => {
            page(site, site_url, StatusCode::NOT_FOUND)
        }
    }
}

/// Looks in WordPress's order: the address itself, old slugs, slugs that begin like it.
fn find(site: &Site, address: Address) -> Result<Place, StoreError> {
    let store = &site.store;
    let (slug, day) = match address {
        Address::Front => return Ok(Place::Here),
        Address::Other => return Ok(Place::Nowhere),
        Address::Id(id) => {
            let post = store.post(id)?.filter(Post::is_public);
            return Ok(post.map_or(Place::Nowhere, Place::Permalink));
        }
        Address::Post { day, slug } => {
            if store.has_slug(PostType::Post, &slug, Some(&day))? {
                return Ok(Place::Here);
            }
            if let Some(post) = store.post_by_old_slug(&slug, &day)? {
                return Ok(Place::Renamed(post));
            }
            (slug, Some(day))
        }
        Address::Page(slug) => {
            if store.has_slug(PostType::Page, &slug, None)? {
                return Ok(Place::Here);
            }
            (slug, None)
        }
        Address::Name(slug) => (slug, None),
    };
    let guess = store.post_by_beginning(&slug, day.as_deref())?;
    Ok(guess.map_or(Place::Nowhere, Place::Permalink))
}

/// The query without the parameters that say which post, with its `?`.
fn other_parameters(query: &str) -> String {
    let says_which = |pair: &str| pair.split('=').next().is_some_and(|name| POST_PARAMETERS.contains(&name));
    let others: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !says_which(pair)).collect();
    if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) }
}

fn redirect(target: String) -> Result<Response<Body>, PageError> {
    let mut response = html(StatusCode::MOVED_PERMANENTLY, String::new());
    response.headers_mut().insert(header::LOCATION, HeaderValue::try_from(target)?);
    response.headers_mut().insert("x-redirect-by", HeaderValue::from_static("WordPress"));
    Ok(response)
}

fn page(site: &Site, site_url: &SiteUrl, status: StatusCode) -> Result<Response<Body>, PageError> {
    let (name, api) = (&site.name, site_url.rest_url("/"));
    let mut page = html(
        status,
        format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
             <link rel=\"https://api.w.org/\" href=\"{api}\">\n<h1>{name}</h1>\n\
             <p>The sandbox has no theme. Its API is at <a href=\"{api}\">{api}</a>.</p>\n"
        ),
    );
    let link = HeaderValue::try_from(format!("<{api}>; rel=\"https://api.w.org/\""))?;
    page.headers_mut().insert(header::LINK, link);
    Ok(page)
}
