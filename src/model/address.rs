//! Addresses: which page a path means, and the path at which something stands.
//!
//! Existing links of a WordPress site keep working: whatever its permalink structure, the last segment
//! of a path is the slug.

use super::{ArticleId, Slug};

/// What a reader asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Address {
    /// The newest articles: `/`, `/page/2/`.
    Home {
        /// From 1.
        page: u32,
    },
    /// The articles of a category: `/category/parent/child/`, `/category/child/page/2/`.
    Category {
        /// The last segment: the innermost category.
        slug: Slug,
        /// From 1.
        page: u32,
    },
    /// An article: `/slug/`, `/2023/11/03/slug/`, `/slug/comment-page-2/`, `/?p=7`.
    Article(ArticleKey),
    /// No address of this site.
    Unknown,
}

/// How an address names an article.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ArticleKey {
    /// By the last segment of a permalink.
    Slug(Slug),
    /// By number: `?p=7`, WordPress's plain permalinks.
    Id(ArticleId),
}

impl Address {
    /// Reads `path` (from the site's root, encoded or not) and `query` (without `?`).
    pub fn parse(path: &str, query: &str) -> Self {
        let mut segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let page = take_page(&mut segments);
        // A part of the discussion, which comes in parts of its own here.
        segments.pop_if(|last| {
            last.strip_prefix("comment-page-").is_some_and(|number| number.parse::<u32>().is_ok())
        });
        let slug = segments.last().map(|leaf| Slug::parse(leaf));
        match (segments.as_slice(), page) {
            (_, Err(NoPage)) => Self::Unknown,
            (["category", _, ..], Ok(page)) => match slug.flatten() {
                Some(slug) => Self::Category { slug, page: page.unwrap_or(1) },
                None => Self::Unknown,
            },
            // The number first: a site in a folder has `/blog/?p=7`.
            (_, Ok(page)) => match (number(query, "p"), slug, page) {
                (Some(id), ..) => Self::Article(ArticleKey::Id(ArticleId(id))),
                (None, None, page) => {
                    Self::Home { page: page.or_else(|| number(query, "paged")).unwrap_or(1) }
                }
                (None, Some(Some(slug)), None) => Self::Article(ArticleKey::Slug(slug)),
                (None, Some(_), _) => Self::Unknown,
            },
        }
    }
}

/// `/page/0/` or `/page/x/`: no page of a list.
struct NoPage;

/// Takes `page/N` off the end. `Ok(None)` when there is none.
fn take_page(segments: &mut Vec<&str>) -> Result<Option<u32>, NoPage> {
    let [.., "page", number] = segments.as_slice() else { return Ok(None) };
    match number.parse() {
        Ok(0) | Err(_) => Err(NoPage),
        Ok(page) => {
            segments.truncate(segments.len() - 2);
            Ok(Some(page))
        }
    }
}

/// The positive number `name` in a query.
fn number<N: std::str::FromStr + PartialOrd + From<u8>>(query: &str, name: &str) -> Option<N> {
    let value = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?.1;
    value.parse().ok().filter(|number| *number >= N::from(1))
}

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
        Self(if inside.starts_with('/') { inside.to_owned() } else { ["/", inside].concat() })
    }

    /// The same list at another page.
    #[must_use]
    pub fn page(&self, number: u32) -> Self {
        match number {
            0 | 1 => self.clone(),
            _ => Self(format!("{}/page/{number}/", self.0.trim_end_matches('/'))),
        }
    }

    /// As an attribute wants it, below the application's base path (`""`, or `/blog`).
    pub fn href(&self, base: &str) -> String {
        [base, &self.0].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(slug: &str) -> Address {
        Address::Article(ArticleKey::Slug(Slug::parse(slug).unwrap()))
    }

    #[test]
    fn the_last_segment_is_the_slug_in_every_permalink_structure() {
        for path in ["/خبز/", "/خبز", "/2023/11/03/خبز/", "/archives/%D8%AE%D8%A8%D8%B2/", "//2023//خبز/"]
        {
            assert_eq!(Address::parse(path, ""), article("خبز"), "{path}");
        }
    }

    #[test]
    fn a_page_of_comments_is_the_article() {
        assert_eq!(Address::parse("/2023/x/comment-page-2/", ""), article("x"));
        assert_eq!(Address::parse("/2023/comment-page-design/", ""), article("comment-page-design"));
    }

    #[test]
    fn plain_permalinks_name_an_article_by_its_id() {
        assert_eq!(Address::parse("/", "p=7"), Address::Article(ArticleKey::Id(ArticleId(7))));
        assert_eq!(Address::parse("/", "utm=x&p=7"), Address::Article(ArticleKey::Id(ArticleId(7))));
        assert_eq!(Address::parse("/", "p=x"), Address::Home { page: 1 });
        assert_eq!(Address::parse("/blog/", "p=7"), Address::Article(ArticleKey::Id(ArticleId(7))));
        assert_eq!(Address::parse("/2023/11/03/x/", "p=x"), article("x"));
    }

    #[test]
    fn home_and_categories_have_pages() {
        assert_eq!(Address::parse("/", ""), Address::Home { page: 1 });
        assert_eq!(Address::parse("/page/3/", ""), Address::Home { page: 3 });
        let slug = Slug::parse("b").unwrap();
        assert_eq!(Address::parse("/category/a/b/", ""), Address::Category { slug: slug.clone(), page: 1 });
        assert_eq!(Address::parse("/category/a/b/page/2/", ""), Address::Category { slug, page: 2 });
    }

    #[test]
    fn an_invalid_page_number_or_slug_is_an_unknown_address() {
        for path in ["/page/0/", "/page/x/", "/slug/page/2/", "/%ff/"] {
            assert_eq!(Address::parse(path, ""), Address::Unknown, "{path}");
        }
    }

    #[test]
    fn links_of_the_api_become_paths_below_the_base() {
        let link = Permalink::from_link("https://example.org/blog/2023/11/03/x/#more", "/blog");
        assert_eq!(link.href(""), "/2023/11/03/x/");
        assert_eq!(link.href("/ar"), "/ar/2023/11/03/x/");
        assert_eq!(Permalink::from_link("https://example.org/?p=7", "").href(""), "/?p=7");
        assert_eq!(Permalink::from_link("https://example.org", "").href(""), "/");
        assert_eq!(Permalink::from_link("https://example.org/blogger/", "/blog").href(""), "/blogger/");
    }

    #[test]
    fn the_first_page_of_a_list_has_the_address_of_the_list() {
        let list = Permalink::from_link("/category/a/", "");
        assert_eq!(
            (list.page(1).href(""), list.page(2).href("")),
            ("/category/a/".into(), "/category/a/page/2/".into())
        );
        assert_eq!(Permalink::home().page(2).href(""), "/page/2/");
    }
}
