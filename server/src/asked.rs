//! Which page a request asks for. What this application has no page for is WordPress's, and so is everything that is
//! meant for one reader alone.

use std::sync::Arc;

use axum::http::{HeaderMap, Method, Uri, header};
use tadwina::model::{Address, CommentId, Permalink};

use crate::{commented::COMMENTED, proxy::websocket, refused::Refused};

/// Cookies of readers who see other pages: people who are logged in, and those who know a password.
const PERSONAL_COOKIES: [&str; 3] = ["wordpress_logged_in_", "wordpress_sec_", "wp-postpass_"];
/// What is added to addresses by those who count visits. WordPress ignores it.
const CAMPAIGN_PREFIXES: [&str; 3] = ["utm_", "mc_", "pk_"];
const CAMPAIGN_NAMES: [&str; 8] =
    ["fbclid", "gclid", "dclid", "msclkid", "igshid", "yclid", "twclid", "ref_src"];
/// The parameters that name a page.
const PAGE_NAMES: [&str; 4] = ["p", "page_id", "cat", "paged"];

/// A page that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Visit {
    /// The address below the site's folder, with the parameters that name the page and no others.
    pub address: String,
    /// Which page of the comments, from 1.
    pub comment_page: u32,
    /// The comment that the form replies to.
    pub reply_to: Option<CommentId>,
    /// The comment of this reader that waits for a moderator.
    pub held: Option<CommentId>,
    /// The comment of this reader that WordPress refuses.
    pub refused: Option<Arc<Refused>>,
}

impl Visit {
    /// Whether everybody gets the same page.
    pub const fn is_common(&self) -> bool {
        self.reply_to.is_none() && self.held.is_none() && self.refused.is_none()
    }

    /// The address with the page of the comments.
    pub fn page_address(&self) -> String {
        match self.comment_page {
            1 => self.address.clone(),
            number => Permalink::from_link(&self.address, "").comment_page(number).href(""),
        }
    }
}

/// The page that a request asks for; `None` for what is WordPress's.
pub fn asked(method: &Method, uri: &Uri, headers: &HeaderMap, folder: &str) -> Option<Visit> {
    let reads = method == Method::GET || method == Method::HEAD;
    if !reads || has_personal_cookie(headers) || !wants_html(headers) || websocket::is_asked(headers) {
        return None;
    }
    let path = uri.path().strip_prefix(folder).filter(|path| path.starts_with('/'))?;
    let (path, mut comment_page) = without_comment_page(path);
    let mut query = Vec::new();
    let (mut reply_to, mut held) = (None, None);
    for pair in uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        match name {
            "replytocom" => reply_to = Some(CommentId(value.parse().ok()?)),
            "unapproved" => held = Some(CommentId(value.parse().ok()?)),
            "moderation-hash" | COMMENTED => {}
            "cpage" => comment_page = value.parse().ok()?,
            _ if is_campaign(name) => {}
            _ if PAGE_NAMES.contains(&name) => query.push(pair),
            // A plugin's, or WordPress's own.
            _ => return None,
        }
    }
    let query = query.join("&");
    match Address::parse(path, &query) {
        Address::AtSite | Address::Unknown => None,
        Address::Home { .. } | Address::Category { .. } | Address::Article(_) => {
            let joint = if query.is_empty() { "" } else { "?" };
            let address = [path, joint, &query].concat();
            Some(Visit { address, comment_page: comment_page.max(1), reply_to, held, refused: None })
        }
    }
}

/// `/bread/comment-page-2/` is page 2 of the comments of `/bread/`.
fn without_comment_page(path: &str) -> (&str, u32) {
    let last = path.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
    let number = path[last..].trim_end_matches('/').strip_prefix("comment-page-");
    number.and_then(|number| number.parse().ok()).map_or((path, 1), |number| (&path[..last], number))
}

fn is_campaign(name: &str) -> bool {
    CAMPAIGN_NAMES.contains(&name) || CAMPAIGN_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

fn has_personal_cookie(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(header::COOKIE).into_iter();
    cookies.flat_map(|value| value.as_bytes().split(|byte| *byte == b';')).any(|cookie| {
        let cookie = cookie.trim_ascii_start();
        PERSONAL_COOKIES.iter().any(|prefix| cookie.starts_with(prefix.as_bytes()))
    })
}

/// Programs ask for an article in other forms, which plugins have.
fn wants_html(headers: &HeaderMap) -> bool {
    let mut accepted = headers.get_all(header::ACCEPT).into_iter().peekable();
    accepted.peek().is_none()
        || accepted
            .filter_map(|value| value.to_str().ok())
            .any(|value| ["text/html", "*/*", "text/*"].iter().any(|html| value.contains(html)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked_by(method: &Method, uri: &str, headers: &[(&'static str, &str)]) -> Option<Visit> {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        asked(method, &uri.parse().unwrap(), &headers.collect(), "/blog")
    }

    fn address(uri: &str) -> Option<String> {
        asked_by(&Method::GET, uri, &[]).map(|visit| visit.address)
    }

    #[test]
    fn pages_are_asked_for_below_the_folder_of_the_site() {
        for (uri, expected) in [
            ("/blog/", "/"),
            ("/blog/page/2/", "/page/2/"),
            ("/blog/?paged=2", "/?paged=2"),
            ("/blog/category/a/", "/category/a/"),
            ("/blog/2023/11/03/bread/", "/2023/11/03/bread/"),
            ("/blog/?p=7", "/?p=7"),
            ("/blog/bread/?utm_source=x&fbclid=y", "/bread/"),
            ("/blog/bread/?commented=7", "/bread/"),
        ] {
            assert_eq!(address(uri).as_deref(), Some(expected), "{uri}");
        }
    }

    #[test]
    fn what_is_wordpress_s_is_not_a_page() {
        for uri in [
            "/",
            "/bread/",
            "/blogger/",
            "/blog",
            "/blog/wp-json/",
            "/blog/wp-login.php",
            "/blog/wp-admin/",
            "/blog/feed/",
            "/blog/bread/feed/",
            "/blog/wp-content/uploads/a.jpg",
            "/blog/tag/a/",
            "/blog/?s=a",
            "/blog/robots.txt",
            "/blog/?p=7&preview=true",
            "/blog/bread/?preview=1",
            "/blog/bread/?add-to-cart=7",
            "/blog/2023/11/",
            "/blog/page/x/",
            "/blog/bread/?replytocom=x",
        ] {
            assert_eq!(address(uri), None, "{uri}");
        }
    }

    #[test]
    fn other_methods_and_readers_known_to_wordpress_get_no_page() {
        let get = |headers| asked_by(&Method::GET, "/blog/bread/", headers);
        assert!(asked_by(&Method::HEAD, "/blog/bread/", &[]).is_some());
        assert!(asked_by(&Method::POST, "/blog/bread/", &[]).is_none());
        assert!(get(&[("cookie", "a=b; wordpress_test_cookie=1; comment_author_x=y")]).is_some());
        assert!(get(&[("cookie", "a=b; wordpress_logged_in_0f=x")]).is_none());
        assert!(get(&[("cookie", "a=b"), ("cookie", "wp-postpass_0f=x")]).is_none());
        assert!(get(&[("accept", "text/html,application/xhtml+xml")]).is_some());
        assert!(get(&[("accept", "application/activity+json")]).is_none());
        assert!(get(&[("connection", "keep-alive, Upgrade"), ("upgrade", "WebSocket")]).is_none());
        assert!(get(&[("connection", "upgrade"), ("upgrade", "h2c")]).is_some());
    }

    #[test]
    fn a_page_of_comments_is_named_by_wordpresss_addresses() {
        for (uri, address, number, whole) in [
            ("/blog/bread/comment-page-2/", "/bread/", 2, "/bread/comment-page-2/"),
            ("/blog/bread/comment-page-1", "/bread/", 1, "/bread/"),
            ("/blog/bread/?cpage=3", "/bread/", 3, "/bread/comment-page-3/"),
            ("/blog/?p=7&cpage=0", "/?p=7", 1, "/?p=7"),
            ("/blog/?cpage=2&p=7", "/?p=7", 2, "/?p=7&cpage=2"),
            ("/blog/comment-page-design/", "/comment-page-design/", 1, "/comment-page-design/"),
        ] {
            let visit = asked_by(&Method::GET, uri, &[]).unwrap();
            assert_eq!((visit.address.as_str(), visit.comment_page), (address, number), "{uri}");
            assert_eq!(visit.page_address(), whole);
        }
        assert_eq!(address("/blog/bread/?cpage=x"), None);
    }

    #[test]
    fn what_a_comment_adds_to_the_address_is_read() {
        let visit =
            asked_by(&Method::GET, "/blog/bread/?unapproved=7&moderation-hash=0f&replytocom=5", &[]).unwrap();
        assert_eq!((visit.address.as_str(), visit.is_common()), ("/bread/", false));
        assert_eq!((visit.reply_to, visit.held), (Some(CommentId(5)), Some(CommentId(7))));
    }
}
