//! Addresses that a WordPress answers itself and for which this application has no page. Links to them are the
//! browser's.

use super::{Permalink, permalink::is_number};

/// First segments of addresses of WordPress's own: administration, files, the API.
const FIRST_SEGMENTS: [&str; 5] = ["wp-admin", "wp-content", "wp-includes", "wp-json", "feed"];
/// Segments before the names of archives that are not here. A language or a folder may stand before them.
const ARCHIVES: [&str; 2] = ["tag", "author"];
/// Last segments that WordPress adds to other addresses.
const LAST_SEGMENTS: [&str; 7] = ["feed", "rss", "rss2", "atom", "rdf", "embed", "trackback"];
/// WordPress's public query variables for pages that are not here.
const QUERY_VARIABLES: [&str; 21] = [
    "s",
    "tag",
    "tag_id",
    "author",
    "author_name",
    "category_name",
    "name",
    "pagename",
    "post_type",
    "taxonomy",
    "feed",
    "m",
    "w",
    "year",
    "monthnum",
    "day",
    "attachment",
    "attachment_id",
    "preview",
    "rest_route",
    "customize_changeset_uuid",
];

/// Whether WordPress has a page or a file at `path` (from the site's root) with `query` (without `?`) that this
/// application does not have.
pub fn is_wordpress_own(path: &str, query: &str) -> bool {
    let permalink = Permalink::from_link(path, "");
    let segments = permalink.segments();
    let [first, last] = [segments.first(), segments.last()].map(|segment| *segment.unwrap_or(&""));
    FIRST_SEGMENTS.contains(&first)
        || LAST_SEGMENTS.contains(&last)
        || segments.windows(2).any(|pair| ARCHIVES.contains(&pair[0]))
        || is_file(last)
        || is_date_archive(&segments)
        || query.split('&').any(|pair| QUERY_VARIABLES.contains(&pair.split('=').next().unwrap_or_default()))
}

/// The same as patterns, for [`super::address_rules()`]. A file is left out: no pattern for an article
/// matches it.
pub(super) fn wordpress_own_patterns() -> [String; 5] {
    let [first, archives, last] =
        [&FIRST_SEGMENTS as &[_], &ARCHIVES, &LAST_SEGMENTS].map(|segments| segments.join("|"));
    [
        format!(r"/(?:{first})(?:/|\?|$)"),
        format!(r"(?:/[^/?]+)*/(?:{archives})/[^/?]"),
        format!(r"(?:/[^/?]+)*/(?:{last})/?(?:\?|$)"),
        r"/(?:19|20)[0-9]{2}(?:/[0-9]{1,2}){0,2}(?:/page/[^/?]*)?/?(?:\?|$)".to_owned(),
        format!(r"[^?]*\?(?:[^&]*&)*?(?:{})(?:[=&]|$)", QUERY_VARIABLES.join("|")),
    ]
}

/// A file or a script. A slug has no dot, but a permalink structure may end with `.html`.
fn is_file(segment: &str) -> bool {
    segment.contains('.') && ![".html", ".htm"].iter().any(|ending| segment.ends_with(ending))
}

/// The articles of a year, a month or a day: `/2023/`, `/2023/11/`, `/2023/11/03/page/2/`. Another number is that of
/// an article, where a structure begins with it.
fn is_date_archive(segments: &[&str]) -> bool {
    let date = match segments {
        [date @ .., "page", _] => date,
        date => date,
    };
    let [year, rest @ ..] = date else { return false };
    let is_year = is_number(year) && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    is_year && rest.len() <= 2 && rest.iter().all(|part| is_number(part) && part.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_own(address: &str) -> bool {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        is_wordpress_own(path, query)
    }

    #[test]
    fn files_archives_and_the_administration_are_the_sites_own() {
        for address in [
            "/wp-content/uploads/2023/12/menu.pdf",
            "/wp-content/uploads/2023/12/bread.webp",
            "/menu.pdf",
            "/sitemap.xml",
            "/robots.txt",
            "/wp-login.php",
            "/wp-login.php?action=register",
            "/wp-admin/",
            "/wp-json/wp/v2/posts",
            "/feed/",
            "/comments/feed/",
            "/2023/11/03/bread/feed/",
            "/category/kitchen/feed/atom/",
            "/tag/flour/",
            "/tag/%d8%b7%d8%ad%d9%8a%d9%86/page/2/",
            "/author/salma/",
            "/2023/",
            "/2023/11/",
            "/2023/11/03/",
            "/2023/11/page/2/",
            "/?s=bread",
            "/?tag=flour",
            "/?author=1",
            "/?m=202311",
            "/fr/tag/flour/",
            "/blog/author/salma/",
            "/index.php/tag/flour/",
            "/index.php/2023/11/",
            "/?attachment_id=9",
            "/?p=7&preview=true",
        ] {
            assert!(is_own(address), "{address}");
        }
    }

    #[test]
    fn articles_and_lists_are_pages_of_this_application() {
        for address in [
            "/",
            "/page/2/",
            "/?paged=2",
            "/?p=7",
            "/?cat=3",
            "/?page_id=2",
            "/index.php",
            "/index.php/2023/11/03/bread/",
            "/1234/",
            "/2023/bread/7/",
            "/bread/",
            "/bread/?utm_source=feed",
            "/tags/",
            "/feedback/",
            "/2023/11/03/bread/",
            "/2023-in-review/",
            "/archives/7",
            "/bread.html",
            "/category/kitchen/",
            "/category/2023/",
            "/about/author/",
            "/%d8%ae%d8%a8%d8%b2/",
        ] {
            assert!(!is_own(address), "{address}");
        }
    }
}
