//! Addresses that a WordPress answers itself and for which this application has no page. Links to them are the
//! browser's.

/// First segments of addresses of WordPress's own: administration, files, the API, archives.
const FIRST_SEGMENTS: [&str; 7] =
    ["wp-admin", "wp-content", "wp-includes", "wp-json", "tag", "author", "feed"];
/// Last segments that WordPress adds to other addresses.
const LAST_SEGMENTS: [&str; 7] = ["feed", "rss", "rss2", "atom", "rdf", "embed", "trackback"];
/// WordPress's public query variables for pages that are not here.
const QUERY_VARIABLES: [&str; 14] = [
    "s",
    "tag",
    "author",
    "author_name",
    "feed",
    "m",
    "year",
    "monthnum",
    "cat",
    "page_id",
    "attachment",
    "attachment_id",
    "preview",
    "rest_route",
];

/// Whether WordPress has a page or a file at `path` (from the site's root) with `query` (without `?`) that this
/// application does not have.
pub fn is_wordpress_own(path: &str, query: &str) -> bool {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let [first, last] = [segments.first(), segments.last()].map(|segment| *segment.unwrap_or(&""));
    FIRST_SEGMENTS.contains(&first)
        || LAST_SEGMENTS.contains(&last)
        || is_file(last)
        || is_date_archive(&segments)
        || query.split('&').any(|pair| QUERY_VARIABLES.contains(&pair.split('=').next().unwrap_or_default()))
}

/// A file or a script. A slug has no dot, but a permalink structure may end with `.html`.
fn is_file(segment: &str) -> bool {
    segment.contains('.') && ![".html", ".htm"].iter().any(|ending| segment.ends_with(ending))
}

/// The articles of a year, a month or a day: `/2023/`, `/2023/11/`, `/2023/11/03/page/2/`.
fn is_date_archive(segments: &[&str]) -> bool {
    let date = match segments {
        [date @ .., "page", _] => date,
        date => date,
    };
    let is_number = |segment: &&str| segment.bytes().all(|byte| byte.is_ascii_digit());
    matches!(date, [year, ..] if year.len() == 4) && date.len() <= 3 && date.iter().all(is_number)
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
            "/?cat=3",
            "/?page_id=2",
            "/?m=202311",
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
