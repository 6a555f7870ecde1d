//! Where a site's REST API stands, and what else of the site follows from that.

use std::{fmt, str::FromStr};

use super::mapping::host;
use crate::error::Error;

/// The root of a site's REST API, absolute or from the page's own origin. WordPress writes it in three
/// ways: `https://example.org/blog/wp-json/`, `…/index.php/wp-json/` where the server rewrites nothing,
/// and `…/?rest_route=/` with plain permalinks. WordPress.com has the API of all its sites at one address:
/// `https://public-api.wordpress.com/wp/v2/sites/example.wordpress.com/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiRoot {
    /// `https://example.org`, or empty for the page's own.
    origin: String,
    /// The path of the site's folder: empty, or `/blog`.
    folder: String,
    /// What comes between the folder and a route: `/wp-json/`, `/?rest_route=/`.
    door: String,
    /// A site at WordPress.com: its domain.
    hosted: Option<String>,
}

/// Where WordPress.com has the API of its sites, and what comes before a site's domain.
const WORDPRESS_COM: (&str, &str) = ("https://public-api.wordpress.com", "/wp/v2/sites/");

impl ApiRoot {
    /// The address of `route` (without a slash before it) with `query` (encoded, without `?`).
    pub fn url(&self, route: &str, query: &str) -> String {
        [&self.origin, &self.path(route, query)].map(String::as_str).concat()
    }

    /// The same without the origin: WordPress takes a path for one of its own addresses.
    pub(super) fn path(&self, route: &str, query: &str) -> String {
        let joint = match (query, self.door.contains('?')) {
            ("", _) => "",
            (_, false) => "?",
            (_, true) => "&",
        };
        // At WordPress.com the namespace comes before the site.
        let route = if self.hosted.is_some() { route.trim_start_matches("wp/v2/") } else { route };
        [&self.folder, &self.door, route, joint, query].concat()
    }

    /// The address of WordPress's comment form, which every site has: in the folder of `wordpress_url`, the `url` of
    /// the index, where that is an address of the same host. A site behind a proxy tells another host's.
    pub(super) fn comment_form(&self, wordpress_url: &str, page_origin: &str) -> String {
        let own = host(if self.origin.is_empty() { page_origin } else { &self.origin });
        let folder = match host(wordpress_url) {
            "" => None,
            told if told.eq_ignore_ascii_case(own) => wordpress_url.split_once(told).map(|(_, path)| path),
            _ => None,
        };
        let folder = folder.unwrap_or(&self.folder).trim_end_matches('/');
        [&self.origin, folder, "/wp-comments-post.php"].concat()
    }

    /// The site's home without a slash at the end: `https://example.org/blog`, `/blog`, or empty.
    pub fn home(&self) -> String {
        match &self.hosted {
            Some(domain) => ["https://", domain].concat(),
            None => [self.origin.as_str(), &self.folder].concat(),
        }
    }

    /// The path of the site's home, without a slash at the end: empty, or `/blog`.
    pub fn home_path(&self) -> &str {
        &self.folder
    }

    /// Whether a page at `origin` (`https://example.org`) may read every response of the site.
    pub fn is_same_origin(&self, origin: &str) -> bool {
        self.origin.is_empty()
            || without_default_port(&self.origin) == without_default_port(&origin.to_ascii_lowercase())
    }
}

/// What to write in the place of `written`, which is no root of an API.
pub fn likely_root(written: &str) -> String {
    let above_routes = written.split("/wp/v2").next().unwrap_or_default();
    let without_scheme = above_routes.split("://").last().unwrap_or_default().trim_start_matches('/');
    let absolute = ["https://", without_scheme].concat();
    let likely = [above_routes, &absolute].into_iter().filter(|root| root.contains('.')).find_map(parse);
    likely.map_or_else(|| "https://blog.example/wp-json/".to_owned(), |root| root.to_string())
}

impl Default for ApiRoot {
    /// `/wp-json/` of the page's own origin.
    fn default() -> Self {
        Self { origin: String::new(), folder: String::new(), door: "/wp-json/".to_owned(), hosted: None }
    }
}

impl fmt::Display for ApiRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url("", ""))
    }
}

impl FromStr for ApiRoot {
    type Err = Error;

    /// Reads the setting `data-api`.
    ///
    /// # Errors
    /// [`Error::Setting`] where the address cannot be the root of an API: a route below the root (`…/wp/v2/posts`),
    /// another scheme than HTTP, an address relative to the page's folder. A host alone means its `/wp-json/`.
    fn from_str(written: &str) -> Result<Self, Error> {
        parse(written.trim())
            .ok_or_else(|| Error::Setting { name: "data-api".to_owned(), value: written.to_owned() })
    }
}

fn parse(written: &str) -> Option<ApiRoot> {
    let (origin, rest) = match written.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => {
            let end = rest.find(['/', '?']).unwrap_or(rest.len());
            let (host, rest) = rest.split_at(end);
            let is_host = !host.is_empty() && !host.contains('@');
            is_host.then(|| ([scheme, "://", &host.to_ascii_lowercase()].concat(), rest))?
        }
        Some(_) => return None,
        None => (String::new(), written),
    };
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    if let Some(domain) = path.strip_prefix(WORDPRESS_COM.1).filter(|_| origin == WORDPRESS_COM.0) {
        let domain = domain.trim_end_matches('/');
        let is_domain = domain.contains('.') && !domain.contains(['/', ':']) && query.is_none();
        return is_domain.then(|| ApiRoot {
            origin,
            folder: String::new(),
            door: [WORDPRESS_COM.1, domain, "/"].concat(),
            hosted: Some(domain.to_owned()),
        });
    }
    let is_path = path.starts_with('/') || (path.is_empty() && !origin.is_empty());
    let is_clean = !path.contains("//") && !written.contains(['#', '\\', '"', '<', '>', ' ']);
    if !is_path || !is_clean {
        return None;
    }
    let (folder, door) = match query {
        None if path.trim_end_matches('/').is_empty() => ("", "/wp-json/".to_owned()),
        None => split_door(path)?,
        Some("rest_route=/" | "rest_route=%2F" | "rest_route=%2f" | "rest_route=") => {
            match path.strip_suffix("/index.php") {
                Some(folder) => (folder, "/index.php?rest_route=/".to_owned()),
                None => (path.trim_end_matches('/'), "/?rest_route=/".to_owned()),
            }
        }
        Some(_) => return None,
    };
    Some(ApiRoot { origin, folder: folder.to_owned(), door, hosted: None })
}

/// The site's folder, and the last segment: `wp-json`, unless the site has another name for it.
fn split_door(path: &str) -> Option<(&str, String)> {
    let path = path.trim_end_matches('/');
    let (before, prefix) = path.rsplit_once('/')?;
    if prefix.is_empty() || prefix.contains(".php") || path.contains("/wp/v2") || path.ends_with("/wp") {
        return None;
    }
    Some(match before.strip_suffix("/index.php") {
        Some(folder) => (folder, ["/index.php/", prefix, "/"].concat()),
        None => (before, ["/", prefix, "/"].concat()),
    })
}

fn without_default_port(origin: &str) -> &str {
    let port = if origin.starts_with("https:") { ":443" } else { ":80" };
    origin.strip_suffix(port).unwrap_or(origin)
}
