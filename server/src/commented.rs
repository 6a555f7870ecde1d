//! A comment was posted through this server: pages are outdated, and its writer sees it at once.

use axum::http::{HeaderMap, HeaderValue, header};
use tadwina::model::{Address, ArticleId};

use crate::{cache::Pages, purge::path, settings::Setup};

/// The parameter in the address to which a writer comes back. No cache before this server has a page for it yet; this one
/// does not care.
pub const COMMENTED: &str = "commented";

/// What follows from a redirect with `headers`, which is how WordPress answers a comment that it takes.
pub fn commented(headers: &mut HeaderMap, setup: &Setup, pages: &Pages) {
    let location = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let Some((location, path)) = location.and_then(|location| Some((location, path(location, setup)?)))
    else {
        pages.outdate_all();
        return;
    };
    // It has the number of comments.
    pages.outdate("/");
    let (address, query) = path.split_once('?').unwrap_or((path, ""));
    if matches!(Address::parse(address, query), Address::Article(_)) {
        // Of a long discussion, it leads to a part of the article.
        pages.outdate(path.split_once("comment-page-").map_or(path, |(article, _)| article));
        if let Some(location) = with_comment(location).and_then(|url| HeaderValue::from_str(&url).ok()) {
            headers.insert(header::LOCATION, location);
        }
    } else if let Some(article) = article_of_list(query) {
        pages.outdate_article(article);
    } else {
        pages.outdate_all();
    }
}

/// The address `location` of a comment as one that there was not before. One of a comment that is held is so already.
fn with_comment(location: &str) -> Option<String> {
    let (address, fragment) = location.split_once('#')?;
    let comment = fragment.strip_prefix("comment-")?;
    if address.contains("unapproved=") {
        return None;
    }
    let joint = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{joint}{COMMENTED}={comment}#{fragment}"))
}

/// The article in the parameters of a list of comments, to which the elements let themselves be led.
fn article_of_list(query: &str) -> Option<ArticleId> {
    query.split('&').find_map(|pair| pair.strip_prefix("post=")?.parse().ok().map(ArticleId))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_comes_back_to_an_address_of_their_own() {
        for (location, expected) in [
            ("/bread/#comment-7", Some("/bread/?commented=7#comment-7")),
            ("https://b.example/?p=3#comment-7", Some("https://b.example/?p=3&commented=7#comment-7")),
            ("/bread/?unapproved=7&moderation-hash=0f#comment-7", None),
            ("/thanks/", None),
        ] {
            assert_eq!(with_comment(location).as_deref(), expected, "{location}");
        }
    }

    #[test]
    fn the_elements_come_back_to_a_list_of_comments() {
        assert_eq!(article_of_list("rest_route=/wp/v2/comments&post=201&orderby=id"), Some(ArticleId(201)));
        assert_eq!(article_of_list("p=7"), None);
    }
}
