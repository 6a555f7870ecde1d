//! What an address asks for, by WordPress's rewrite rules for `/%year%/%monthnum%/%day%/%postname%/`.

use axum::http::Uri;

use crate::{formatting::sanitize_title::sanitize_title, params::Params};

/// Where archives begin. WordPress looks for no post in their addresses.
const ARCHIVES: [&str; 4] = ["author", "category", "search", "tag"];

/// What an address asks for. Slugs are as WordPress stores them.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    /// The front page.
    Front,
    /// `/?p=ID`.
    Id(i64),
    /// `/2023/11/03/slug/`; the day is `2023-11-03`.
    Post { day: String, slug: String },
    /// `/slug/`.
    Page(String),
    /// `/any/path/slug/`.
    Name(String),
    /// An archive, a feed, or no slug at all.
    Other,
}

impl Address {
    /// Reads an address that is not one of the API.
    pub fn of(uri: &Uri) -> Self {
        let segments: Vec<&str> = uri.path().split('/').filter(|segment| !segment.is_empty()).collect();
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else {
            let id = Params::from_urlencoded(uri.query().unwrap_or_default().as_bytes()).text("p");
            return match id.and_then(|id| id.trim().parse().ok()) {
                None | Some(0) => Self::Front,
                Some(id) => Self::Id(id),
            };
        };
        let slug = sanitize_title(last);
        if slug.is_empty() {
            return Self::Other;
        }
        if let [year, month, day, _] = *segments
            && let Some(day) = date(year, month, day)
        {
            return Self::Post { day, slug };
        }
        // A number is a date or a page of a list.
        let is_list = is_number(last) || ARCHIVES.contains(first) || segments.contains(&"feed");
        match segments.len() {
            _ if is_list => Self::Other,
            1 => Self::Page(slug),
            _ => Self::Name(slug),
        }
    }
}

/// `2023-11-03` of four digits, one or two, and one or two.
fn date(year: &str, month: &str, day: &str) -> Option<String> {
    let is_date = [year, month, day].into_iter().all(is_number)
        && year.len() == 4
        && [month, day].iter().all(|number| number.len() <= 2);
    is_date.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Address) {
        assert_eq!(Address::of(&address.parse().unwrap()), expected, "{address}");
    }

    #[test]
    fn the_front_page_may_have_the_number_of_a_post() {
        check("/", Address::Front);
        check("/?utm_source=x", Address::Front);
        check("/?p=", Address::Front);
        check("/?p=0", Address::Front);
        check("/?p=x", Address::Front);
        check("/?p=12", Address::Id(12));
        check("/?a=1&p=12", Address::Id(12));
        check("/?p=-1", Address::Id(-1));
    }

    #[test]
    fn a_permalink_has_a_day_and_a_slug() {
        let post = |slug: &str| Address::Post { day: "2023-11-03".to_owned(), slug: slug.to_owned() };
        check("/2023/11/03/tea/", post("tea"));
        check("/2023/11/3/Tea", post("tea"));
        check("/2023/11/03/2024/", post("2024"));
        check("/2023/11/03/%D9%82/", post("%d9%82"));
        check("/23/11/03/tea/", Address::Name("tea".to_owned()));
        check("/2023/011/03/tea/", Address::Name("tea".to_owned()));
    }

    #[test]
    fn other_paths_end_in_a_name() {
        check("/tea/", Address::Page("tea".to_owned()));
        check("/a/tea", Address::Name("tea".to_owned()));
        check("/2023/11/tea/", Address::Name("tea".to_owned()));
        check("/2023/11/03/tea/more/", Address::Name("more".to_owned()));
    }

    #[test]
    fn archives_lists_and_feeds_have_no_name() {
        for address in [
            "/category/tea/",
            "/tag/tea/",
            "/author/tea/",
            "/search/tea/",
            "/2023/",
            "/2023/11/",
            "/2023/11/03/",
            "/page/2/",
            "/2023/11/03/tea/2/",
            "/feed/",
            "/2023/11/03/tea/feed/",
            "/!!!/",
        ] {
            check(address, Address::Other);
        }
    }
}
