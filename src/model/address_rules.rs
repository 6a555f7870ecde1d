//! What an address means, as a table of patterns, for those that have to know before the WASM is there: the
//! script that begins the first request, and the plugin. `cargo xtask generate` writes the table for both.
//! [`Address::parse`](super::Address::parse) is what the application itself goes by; a test holds the table to it.

/// What an address means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The article with the slug that the pattern captured.
    Slug,
    /// The article with the number that the pattern captured.
    Id,
    /// A page of the newest articles; the pattern captured its number, or nothing for the first.
    Home,
    /// A page of a category: the pattern captured the category's slug and the number, or nothing for the first.
    Category,
    /// Nothing that may be asked for ahead.
    Unknown,
}

/// Patterns with their meanings; the first that matches counts. They match path and query of an address below the
/// base path, and are written in the syntax that JavaScript, PCRE and the crate `regex` have in common.
pub const ADDRESS_RULES: &[(&str, Meaning)] = &[
    // No page of a list: number 0, no number, or one too large.
    (r"^[^?]*/page/(?:0+|[0-9]{10,}|[^/?]*[^0-9/?][^/?]*)/?(?:\?|$)", Meaning::Unknown),
    (r"^/category/page/[0-9]+/?(?:\?|$)", Meaning::Unknown),
    (
        r"^/category/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?(?:/page/([0-9]+))?/?(?:\?|$)",
        Meaning::Category,
    ),
    // The number before the path: a site in a folder has `/blog/?p=7`.
    (r"^[^?]*\?(?:[^&]*&)*?p=([1-9][0-9]{0,15})(?:&|$)", Meaning::Id),
    (r"^/page/([0-9]+)/?(?:\?|$)", Meaning::Home),
    (r"^/?\?(?:[^&]*&)*?paged=([1-9][0-9]{0,8})(?:&|$)", Meaning::Home),
    (r"^/?(?:\?|$)", Meaning::Home),
    (r"^[^?]*/page/[0-9]+/?(?:\?|$)", Meaning::Unknown),
    (r"^/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?/?(?:\?|$)", Meaning::Slug),
];

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;
    use crate::model::{Address, ArticleId, ArticleKey, Slug};

    /// What `address` means by the table.
    fn by_table(address: &str) -> Address {
        for (pattern, meaning) in ADDRESS_RULES {
            let Some(found) = Regex::new(pattern).unwrap().captures(address) else { continue };
            let capture = |index| found.get(index).map_or("", |found| found.as_str());
            let number = |index| capture(index).parse().unwrap_or(1);
            return match meaning {
                Meaning::Slug => Address::Article(ArticleKey::Slug(Slug::parse(capture(1)).unwrap())),
                Meaning::Id => Address::Article(ArticleKey::Id(ArticleId(capture(1).parse().unwrap()))),
                Meaning::Home => Address::Home { page: number(1) },
                Meaning::Category => {
                    Address::Category { slug: Slug::parse(capture(1)).unwrap(), page: number(2) }
                }
                Meaning::Unknown => Address::Unknown,
            };
        }
        Address::Unknown
    }

    #[test]
    fn the_table_gives_every_address_the_meaning_that_parsing_gives_it() {
        for address in [
            "/",
            "/?utm=x",
            "/?paged=3",
            "/?a=b&paged=3",
            "/page/2/",
            "/page/2",
            "/page/0/",
            "/page/x/",
            "/page/99999999999/",
            "/page/",
            "/bread/",
            "/bread",
            "/bread/?utm=x",
            "/2023/11/03/%d8%ae%d8%a8%d8%b2/",
            "/2023/11/03/خبز/comment-page-2/",
            "/archives/7",
            "/bread/page/2/",
            "/category/kitchen/",
            "/category/food/kitchen",
            "/category/food/kitchen/page/2/",
            "/category/food/kitchen/page/0/",
            "/category/page/2/",
            "/category/%d8%b9/?x=y",
            "/category/",
            "/?p=7",
            "/?a=b&p=7",
            "/blog/?p=7&preview=1",
            "/category/a/?p=7",
            "/?p=0",
            "/?p=x",
            "/?up=7",
            "/?cat=3",
            "/about/team/",
        ] {
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            assert_eq!(by_table(address), Address::parse(path, query), "{address}");
        }
    }
}
