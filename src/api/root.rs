//! Where a site's REST API stands, and what else of the site follows from that.

use std::{fmt, str::FromStr};

use crate::error::Error;

/// The root of a site's REST API, absolute or from the page's own origin. WordPress writes it in three
/// ways: `https://example.org/blog/wp-json/`, `…/index.php/wp-json/` where the server rewrites nothing,
/// and `…/?rest_route=/` with plain permalinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiRoot {
    /// `https://example.org`, or empty for the page's own.
    origin: String,
    /// The path of the site's folder: empty, or `/blog`.
    folder: String,
    /// What comes between the folder and a route: `/wp-json/`, `/?rest_route=/`.
    door: String,
}

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
        [&self.folder, &self.door, route, joint, query].concat()
    }

    /// The address of WordPress's comment form, which every site has.
    pub(super) fn comment_form(&self) -> String {
        [&self.origin, &self.folder, "/wp-comments-post.php"].concat()
    }

    /// The site's home without a slash at the end: `https://example.org/blog`, `/blog`, or empty.
    pub fn home(&self) -> String {
        [self.origin.as_str(), &self.folder].concat()
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

impl Default for ApiRoot {
    /// `/wp-json/` of the page's own origin.
    fn default() -> Self {
        Self { origin: String::new(), folder: String::new(), door: "/wp-json/".to_owned() }
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
    /// [`Error::Setting`] where the address cannot be the root of an API: the site's home, a route below
    /// the root (`…/wp/v2/posts`), another scheme than HTTP, an address relative to the page's folder.
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
    let is_path = path.starts_with('/') || (path.is_empty() && !origin.is_empty());
    let is_clean = !path.contains("//") && !written.contains(['#', '\\', '"', '<', '>', ' ']);
    if !is_path || !is_clean {
        return None;
    }
    let (folder, door) = match query {
        None => split_door(path)?,
        Some("rest_route=/" | "rest_route=%2F" | "rest_route=%2f" | "rest_route=") => {
            match path.strip_suffix("/index.php") {
                Some(folder) => (folder, "/index.php?rest_route=/".to_owned()),
                None => (path.trim_end_matches('/'), "/?rest_route=/".to_owned()),
            }
        }
        Some(_) => return None,
    };
    Some(ApiRoot { origin, folder: folder.to_owned(), door })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn root(written: &str) -> ApiRoot {
        written.parse().unwrap()
    }

    #[test]
    fn every_form_of_an_api_root_gives_its_addresses() {
        for (written, posts, form, home) in [
            ("/wp-json/", "/wp-json/wp/v2/posts?page=1", "/wp-comments-post.php", ""),
            ("/blog/wp-json", "/blog/wp-json/wp/v2/posts?page=1", "/blog/wp-comments-post.php", "/blog"),
            (
                "https://x.org/blog/wp-json",
                "https://x.org/blog/wp-json/wp/v2/posts?page=1",
                "https://x.org/blog/wp-comments-post.php",
                "/blog",
            ),
            (
                "HTTPS://x.org/wp-json/".to_ascii_lowercase().as_str(),
                "https://x.org/wp-json/wp/v2/posts?page=1",
                "https://x.org/wp-comments-post.php",
                "",
            ),
            (
                "https://X.org/index.php/wp-json/",
                "https://x.org/index.php/wp-json/wp/v2/posts?page=1",
                "https://x.org/wp-comments-post.php",
                "",
            ),
            (
                "https://x.org/?rest_route=/",
                "https://x.org/?rest_route=/wp/v2/posts&page=1",
                "https://x.org/wp-comments-post.php",
                "",
            ),
            (
                "https://x.org?rest_route=%2F",
                "https://x.org/?rest_route=/wp/v2/posts&page=1",
                "https://x.org/wp-comments-post.php",
                "",
            ),
            (
                "/blog/index.php?rest_route=/",
                "/blog/index.php?rest_route=/wp/v2/posts&page=1",
                "/blog/wp-comments-post.php",
                "/blog",
            ),
            (
                "http://[::1]:8080/api/",
                "http://[::1]:8080/api/wp/v2/posts?page=1",
                "http://[::1]:8080/wp-comments-post.php",
                "",
            ),
        ] {
            let root = root(written);
            assert_eq!(root.url("wp/v2/posts", "page=1"), posts, "{written}");
            assert_eq!(root.comment_form(), form, "{written}");
            assert_eq!(root.home_path(), home, "{written}");
            assert_eq!(root.to_string().parse(), Ok(root), "{written}");
        }
    }

    #[test]
    fn an_address_has_a_question_mark_only_before_a_query() {
        assert_eq!(root("/wp-json/").url("", ""), "/wp-json/");
        assert_eq!(root("/?rest_route=/").url("", "_fields=name"), "/?rest_route=/&_fields=name");
        assert_eq!(root("https://x.org/blog/wp-json/").path("a", "b=c"), "/blog/wp-json/a?b=c");
    }

    #[test]
    fn an_invalid_api_root_is_a_wrong_setting() {
        for wrong in [
            "",
            "/",
            "https://x.org",
            "https://x.org/",
            "https://x.org/wp-json/wp/v2",
            "https://x.org/wp-json/wp/v2/posts",
            "https://x.org/xmlrpc.php",
            "https://x.org/?p=7",
            "https://x.org/wp-json/#top",
            "https://x.org/wp json/",
            "https://user:secret@x.org/wp-json/",
            "https:///wp-json/",
            "//x.org/wp-json/",
            "x.org/wp-json/",
            "wp-json/",
            "ftp://x.org/wp-json/",
            "javascript:alert(1)",
            "{{ api }}",
        ] {
            let error = wrong.parse::<ApiRoot>().unwrap_err();
            assert_eq!(error, Error::Setting { name: "data-api".into(), value: wrong.into() });
        }
    }

    #[test]
    fn a_relative_root_is_same_origin_and_an_absolute_one_only_for_its_own_origin() {
        assert!(root("/wp-json/").is_same_origin(""));
        let absolute = root("https://x.org/wp-json/");
        assert!(absolute.is_same_origin("https://x.org") && absolute.is_same_origin("https://X.org:443"));
        for other in ["http://x.org", "https://x.org:8443", "https://www.x.org", ""] {
            assert!(!absolute.is_same_origin(other), "{other}");
        }
    }
}
