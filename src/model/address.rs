//! Addresses: which page a path means.
//!
//! Existing links of a WordPress site keep working, whatever its permalink structure. No structure is a setting here:
//! an address gives the names that an article there may have, and the `link` of what the site finds decides.

use super::{ArticleId, CategoryId, Permalink, Slug, is_wordpress_own, permalink::is_number};

/// What a reader asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Address {
    /// The newest articles: `/`, `/page/2/`.
    Home {
        /// From 1.
        page: u32,
    },
    /// The articles of a category: `/category/parent/child/`, `/?cat=3`, `/topics/child/page/2/`.
    Category {
        /// Names the category.
        key: CategoryKey,
        /// From 1.
        page: u32,
    },
    /// An article: `/slug/`, `/2023/11/03/slug/`, `/archives/7`, `/slug/comment-page-2/`, `/?p=7`. Where the site has
    /// none, it may be a category under a base of the site's own.
    Article(ArticleKey),
    /// Something that only the site itself has, such as `/tag/flour/`.
    AtSite,
    /// No address of this site.
    Unknown,
}

/// How an address, or a setting, names an article.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ArticleKey {
    /// By the last segment of a permalink.
    Slug(Slug),
    /// By number: `?p=7`, WordPress's plain permalinks.
    Id(ArticleId),
    /// By its whole address.
    Permalink(Permalink),
}

/// What the site is asked for an article by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleName {
    /// Its slug.
    Slug(Slug),
    /// Its number.
    Id(ArticleId),
}

/// How an address names a category.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CategoryKey {
    /// By number: `?cat=3`.
    Id(CategoryId),
    /// By its address. It has no page number.
    Permalink(Permalink),
}

impl Address {
    /// Reads `path` (from the site's root, encoded or not) and `query` (without `?`).
    pub fn parse(path: &str, query: &str) -> Self {
        if is_wordpress_own(path, query) {
            return Self::AtSite;
        }
        let permalink = Permalink::from_link(path, "");
        let mut segments = permalink.segments();
        let Ok(page) = take_page(&mut segments) else { return Self::Unknown };
        // A part of the discussion, which comes in parts of its own here.
        segments.pop_if(|last| {
            last.strip_prefix("comment-page-").is_some_and(|number| number.parse::<u32>().is_ok())
        });
        let paged = page.or_else(|| number(query, "paged"));
        // The numbers first: a site in a folder has `/blog/?p=7`.
        if let Some(id) = number(query, "p").or_else(|| number(query, "page_id")) {
            return Self::Article(ArticleKey::Id(ArticleId(id)));
        }
        if let Some(id) = number(query, "cat") {
            return Self::Category { key: CategoryKey::Id(CategoryId(id)), page: paged.unwrap_or(1) };
        }
        let Some(last) = segments.last() else { return Self::Home { page: paged.unwrap_or(1) } };
        if Slug::parse(last).is_none() || segments == ["category"] {
            return Self::Unknown;
        }
        let permalink = Permalink::from_link(&["/", &segments.join("/"), "/"].concat(), "");
        match (segments[0], page) {
            ("category", page) => {
                Self::Category { key: CategoryKey::Permalink(permalink), page: page.unwrap_or(1) }
            }
            // Only lists have pages.
            (_, Some(page)) => Self::Category { key: CategoryKey::Permalink(permalink), page },
            (_, None) => Self::Article(ArticleKey::Permalink(permalink)),
        }
    }
}

impl ArticleKey {
    /// What the site is asked by, the likeliest first.
    pub fn names(&self) -> Vec<ArticleName> {
        match self {
            Self::Slug(slug) => vec![ArticleName::Slug(slug.clone())],
            Self::Id(id) => vec![ArticleName::Id(*id)],
            Self::Permalink(permalink) => names_at(permalink),
        }
    }
}

/// The names that an article at `permalink` may have.
fn names_at(permalink: &Permalink) -> Vec<ArticleName> {
    let Some(last) = permalink.last_segment() else { return Vec::new() };
    let id = |number: &str| number.parse().ok().map(|id| ArticleName::Id(ArticleId(id)));
    let slug = |segment: &str| Slug::parse(segment).map(ArticleName::Slug);
    if is_number(last) {
        // `/archives/7`, `/bread/7/`; or the seventh page of `/bread/`; or an article that is called so.
        let before = permalink.segments().iter().rev().nth(1).and_then(|before| slug(before));
        return [id(last), before, slug(last)].into_iter().flatten().collect();
    }
    // `/7-bread/` and `/bread-7/` have a number within the segment.
    let ends = [last.split('-').next(), last.rsplit('-').next()];
    let ids = ends.into_iter().flatten().filter(|end| is_number(end)).filter_map(id);
    slug(last).into_iter().chain(ids).collect()
}

/// The slug of the category at `permalink`, below WordPress's own base.
pub fn category_slug(permalink: &Permalink) -> Option<Slug> {
    match permalink.segments().as_slice() {
        ["category", .., last] => Slug::parse(last),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Address {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Address::parse(path, query)
    }

    /// The names of the article at an address.
    fn names(address: &str) -> Vec<String> {
        let Address::Article(key) = parse(address) else { panic!("{address} is not an article") };
        let name = |name| match name {
            ArticleName::Slug(slug) => slug.decoded().to_owned(),
            ArticleName::Id(ArticleId(id)) => format!("#{id}"),
        };
        key.names().into_iter().map(name).collect()
    }

    fn category(permalink: &str, page: u32) -> Address {
        Address::Category { key: CategoryKey::Permalink(Permalink::from_link(permalink, "")), page }
    }

    #[test]
    fn every_permalink_structure_names_its_article() {
        for (address, expected) in [
            ("/خبز/", &["خبز"] as &[_]),
            ("/خبز", &["خبز"]),
            ("/2023/11/03/خبز/", &["خبز"]),
            ("/2023/11/خبز/", &["خبز"]),
            ("/archives/%D8%AE%D8%A8%D8%B2/", &["خبز"]),
            ("//2023//خبز/", &["خبز"]),
            ("/index.php/2023/11/03/bread/", &["bread"]),
            ("/kitchen/bread/", &["bread"]),
            ("/fr/bread/", &["bread"]),
            ("/about/team/", &["team"]),
            ("/bread.html", &["bread"]),
            ("/2023/11/bread.htm", &["bread"]),
            ("/archives/7", &["#7", "archives", "7"]),
            ("/archives/7.html", &["#7", "archives", "7"]),
            ("/bread/7/", &["#7", "bread", "7"]),
            ("/12345/", &["#12345", "12345"]),
            ("/7-bread/", &["7-bread", "#7"]),
            ("/bread-7.html", &["bread-7", "#7"]),
        ] {
            assert_eq!(names(address), expected, "{address}");
        }
    }

    #[test]
    fn a_page_of_comments_is_the_article() {
        assert_eq!(parse("/2023/x/comment-page-2/"), parse("/2023/x/"));
        assert_eq!(names("/2023/comment-page-design/"), ["comment-page-design"]);
    }

    #[test]
    fn plain_permalinks_name_an_article_or_a_category_by_number() {
        for address in ["/?p=7", "/?utm=x&p=7", "/blog/?p=7", "/?page_id=7", "/index.php?p=7"] {
            assert_eq!(parse(address), Address::Article(ArticleKey::Id(ArticleId(7))), "{address}");
        }
        let kitchen = |page| Address::Category { key: CategoryKey::Id(CategoryId(3)), page };
        assert_eq!(parse("/?cat=3"), kitchen(1));
        assert_eq!(parse("/?cat=3&paged=2"), kitchen(2));
        assert_eq!(parse("/?p=x"), Address::Home { page: 1 });
        assert_eq!(names("/2023/11/03/x/?p=x"), ["x"]);
    }

    #[test]
    fn home_and_categories_have_pages() {
        for (address, expected) in [
            ("/", Address::Home { page: 1 }),
            ("/index.php", Address::Home { page: 1 }),
            ("/page/3/", Address::Home { page: 3 }),
            ("/index.php/page/3/", Address::Home { page: 3 }),
            ("/?paged=3", Address::Home { page: 3 }),
            ("/category/a/b/", category("/category/a/b/", 1)),
            ("/index.php/category/a/b/", category("/category/a/b/", 1)),
            ("/category/a/b/page/2/", category("/category/a/b/", 2)),
            ("/topics/b/page/2/", category("/topics/b/", 2)),
            ("/%d8%aa%d8%b5%d9%86%d9%8a%d9%81/b/page/2", category("/%d8%aa%d8%b5%d9%86%d9%8a%d9%81/b/", 2)),
        ] {
            assert_eq!(parse(address), expected, "{address}");
        }
    }

    #[test]
    fn what_only_the_site_has_is_at_the_site() {
        for address in
            ["/tag/flour/", "/author/salma/page/2/", "/2023/11/", "/?s=bread", "/?tag=flour", "/feed/"]
        {
            assert_eq!(parse(address), Address::AtSite, "{address}");
        }
    }

    #[test]
    fn an_invalid_page_number_or_slug_is_an_unknown_address() {
        for address in ["/page/0/", "/page/x/", "/%ff/", "/category/", "/category/page/2/"] {
            assert_eq!(parse(address), Address::Unknown, "{address}");
        }
    }

    #[test]
    fn the_slug_of_a_category_is_known_below_its_base() {
        let slug = |path| category_slug(&Permalink::from_link(path, "")).map(|slug| slug.to_string());
        assert_eq!(slug("/category/a/%d8%a8/"), Some("ب".to_owned()));
        assert_eq!(slug("/topics/a/"), None);
    }
}
