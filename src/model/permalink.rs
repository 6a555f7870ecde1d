//! Where something stands: its path and query below the site's home.

use super::Slug;

/// The path (and query) at which something stands, from the site's root and percent-encoded:
/// `/2023/11/03/%d8%ae…/`, `/?p=7`. Of a foreign site only the path is kept, so that a link of the
/// site always leads to this application's own page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Permalink(String);

impl Permalink {
    /// The front page.
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// From a `link` of the API and the path of the site's home (`""`, or `/blog` for a site in a folder).
    pub fn from_link(link: &str, home: &str) -> Self {
        let path = match link.split_once("://") {
            Some((_, rest)) => rest.find(['/', '?']).map_or("/", |start| &rest[start..]),
            None => link,
        };
        let path = path.split('#').next().unwrap_or_default();
        let inside = path.strip_prefix(home).filter(|rest| rest.starts_with(['/', '?'])).unwrap_or(path);
        // Browsers take `//host` and `/\host` for another site, and drop tabs and line ends within an address.
        let inside = inside.replace(['\t', '\n', '\r'], "");
        Self(["/", inside.trim_start_matches(['/', '\\'])].concat())
    }

    /// Path and query (without `?`).
    pub fn parts(&self) -> (&str, &str) {
        self.0.split_once('?').unwrap_or((&self.0, ""))
    }

    /// The segments of the path. `index.php` in front, which WordPress needs where the server rewrites nothing, is
    /// none of them.
    pub fn segments(&self) -> Vec<&str> {
        let (path, _) = self.parts();
        let mut segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        if segments.first() == Some(&"index.php") {
            segments.remove(0);
        }
        segments
    }

    /// The slug in the last segment. Without the ending that some structures add, and `None` for a number.
    pub fn slug(&self) -> Option<Slug> {
        let last = self.last_segment()?;
        if is_number(last) { None } else { Slug::parse(last) }
    }

    /// The last segment without `.html`.
    pub(super) fn last_segment(&self) -> Option<&str> {
        let last = *self.segments().last()?;
        Some(last.strip_suffix(".html").or_else(|| last.strip_suffix(".htm")).unwrap_or(last))
    }

    /// Whether both have the same path, however it is encoded and whether or not a slash ends it.
    pub fn has_path_of(&self, other: &Self) -> bool {
        same_segments(&self.segments(), &other.segments())
    }

    /// Whether this is a page of what stands at `whole`: `/bread/2/` of `/bread/`, as WordPress divides an article.
    pub fn is_part_of(&self, whole: &Self) -> bool {
        let whole = whole.segments();
        match self.segments().as_slice() {
            [before @ .., last] => !whole.is_empty() && is_number(last) && same_segments(before, &whole),
            [] => false,
        }
    }

    /// Whether what stands at `link` is what this address means: the same, or a page of it.
    pub fn leads_to(&self, link: &Self) -> bool {
        link.has_path_of(self) || self.is_part_of(link)
    }

    /// The same list at another page.
    #[must_use]
    pub fn page(&self, number: u32) -> Self {
        self.numbered(number, "page/", "paged")
    }

    /// The same article at another page of its comments, as WordPress has them.
    #[must_use]
    pub fn comment_page(&self, number: u32) -> Self {
        self.numbered(number, "comment-page-", "cpage")
    }

    fn numbered(&self, number: u32, segment: &str, parameter: &str) -> Self {
        match (number, self.0.contains('?')) {
            (0 | 1, _) => self.clone(),
            (_, true) => Self(format!("{}&{parameter}={number}", self.0)),
            (_, false) => Self(format!("{}/{segment}{number}/", self.0.trim_end_matches('/'))),
        }
    }

    /// As an attribute wants it, below the application's base path (`""`, or `/blog`).
    pub fn href(&self, base: &str) -> String {
        [base, &self.0].concat()
    }
}

/// Whether a segment is a number.
pub(super) fn is_number(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

fn same_segments(some: &[&str], others: &[&str]) -> bool {
    let is_same = |(one, other): (&&str, &&str)| one == other || Slug::parse(one) == Slug::parse(other);
    some.len() == others.len() && some.iter().zip(others).all(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permalink(link: &str) -> Permalink {
        Permalink::from_link(link, "")
    }

    #[test]
    fn links_of_the_api_become_paths_below_the_base() {
        let link = Permalink::from_link("https://example.org/blog/2023/11/03/x/#more", "/blog");
        assert_eq!(link.href(""), "/2023/11/03/x/");
        assert_eq!(link.href("/ar"), "/ar/2023/11/03/x/");
        assert_eq!(permalink("https://example.org/?p=7").href(""), "/?p=7");
        assert_eq!(permalink("https://example.org").href(""), "/");
        assert_eq!(Permalink::from_link("https://example.org/blogger/", "/blog").href(""), "/blogger/");
    }

    #[test]
    fn no_link_leaves_the_site() {
        for link in [
            "//evil.example/x",
            "/\\evil.example/x",
            "https://example.org//evil.example/x",
            "https://example.org/\t/evil.example/x",
            "https://example.org/\\\\evil.example/x",
        ] {
            assert_eq!(permalink(link).href(""), "/evil.example/x", "{link:?}");
        }
        assert_eq!(
            Permalink::from_link("https://example.org/blog//evil.example/x", "/blog").href(""),
            "/evil.example/x"
        );
    }

    #[test]
    fn the_first_page_of_a_list_has_the_address_of_the_list() {
        for (list, second) in [
            ("/category/a/", "/category/a/page/2/"),
            ("/index.php/category/a", "/index.php/category/a/page/2/"),
            ("/?cat=3", "/?cat=3&paged=2"),
            ("/", "/page/2/"),
        ] {
            let list = permalink(list);
            assert_eq!((list.page(1), list.page(2).href("")), (list.clone(), second.to_owned()));
        }
    }

    #[test]
    fn the_pages_of_comments_have_wordpresss_addresses() {
        for (article, second) in [("/bread/", "/bread/comment-page-2/"), ("/?p=7", "/?p=7&cpage=2")] {
            let article = permalink(article);
            assert_eq!(
                (article.comment_page(1), article.comment_page(2).href("")),
                (article, second.to_owned())
            );
        }
    }

    #[test]
    fn two_spellings_of_an_address_have_the_same_path() {
        let stored = permalink("https://example.org/2023/%d8%ae%d8%a8%d8%b2/");
        for spelling in
            ["/2023/%D8%AE%D8%A8%D8%B2/", "/2023/خبز", "//2023/خبز/?utm=x", "/index.php/2023/خبز/"]
        {
            assert!(stored.has_path_of(&permalink(spelling)), "{spelling}");
        }
        for other in ["/خبز/", "/2023/خبز/2/", "/2024/خبز/", "/"] {
            assert!(!stored.has_path_of(&permalink(other)), "{other}");
        }
    }

    #[test]
    fn a_number_behind_an_address_is_a_page_of_it() {
        let article = permalink("/2023/bread/");
        assert!(permalink("/2023/bread/2").is_part_of(&article));
        for other in ["/2023/bread/", "/2023/bread/x/", "/bread/2/", "/"] {
            assert!(!permalink(other).is_part_of(&article), "{other}");
        }
        assert!(!permalink("/2/").is_part_of(&permalink("/?p=9")));
    }
}
