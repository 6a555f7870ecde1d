//! What an address means, as a table of patterns, for those that have to know before the WASM is there: the
//! script that begins the first request, and the plugin. `cargo xtask generate` writes the table for both.
//! [`Address::parse`](super::Address::parse) is what the application itself goes by; a test holds the table to it.

use super::wordpress_own::wordpress_own_patterns;

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
    /// A page of the category with the number that the pattern captured.
    CategoryId,
    /// Nothing that may be asked for ahead.
    Unknown,
}

/// Patterns with their meanings; the first that matches counts. They match path and query of an address below the
/// base path, and are written in the syntax that JavaScript, PCRE and the crate `regex` have in common. `/index.php`
/// may stand before the path.
pub fn address_rules() -> Vec<(String, Meaning)> {
    let rule = |pattern: &str, meaning| ([r"^(?:/index\.php)?", pattern].concat(), meaning);
    let mut rules: Vec<_> = wordpress_own_patterns().iter().map(|own| rule(own, Meaning::Unknown)).collect();
    rules.extend([
        // No page of a list: number 0, no number, or one too large.
        rule(r"[^?]*/page/(?:0+|[0-9]{10,}|[^/?]*[^0-9/?][^/?]*)/?(?:\?|$)", Meaning::Unknown),
        // The numbers before the path: a site in a folder has `/blog/?p=7`.
        rule(r"[^?]*\?(?:[^&]*&)*?(?:p|page_id)=([1-9][0-9]{0,15})(?:&|$)", Meaning::Id),
        rule(r"[^?]*\?(?:[^&]*&)*?cat=([1-9][0-9]{0,15})(?:&|$)", Meaning::CategoryId),
        rule(r"/category(?:/page/[0-9]+)?/?(?:\?|$)", Meaning::Unknown),
        rule(
            r"/category/(?:[^/?]+/)*?([^/?]+)(?:/comment-page-[0-9]+)?(?:/page/([0-9]+))?/?(?:\?|$)",
            Meaning::Category,
        ),
        rule(r"/page/([0-9]+)/?(?:\?|$)", Meaning::Home),
        rule(r"/?\?(?:[^&]*&)*?paged=([1-9][0-9]{0,8})(?:&|$)", Meaning::Home),
        rule(r"/?(?:\?|$)", Meaning::Home),
        // A list under a base of the site's own.
        rule(r"[^?]*/page/[0-9]+/?(?:\?|$)", Meaning::Unknown),
        rule(r"/(?:[^/?]+/)*?([0-9]{1,15})(?:\.html?)?(?:/comment-page-[0-9]+)?/?(?:\?|$)", Meaning::Id),
        rule(r"/(?:[^/?]+/)*?([^/?.]+)(?:\.html?)?(?:/comment-page-[0-9]+)?/?(?:\?|$)", Meaning::Slug),
    ]);
    rules
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;
    use crate::model::{Address, ArticleName, CategoryKey, category_slug};

    /// What `address` means by the table, with what the pattern captured.
    fn by_table(rules: &[(Regex, Meaning)], address: &str) -> (Meaning, Vec<String>) {
        for (pattern, meaning) in rules {
            let Some(found) = pattern.captures(address) else { continue };
            let captured = found.iter().skip(1).flatten().map(|capture| capture.as_str().to_owned());
            return (*meaning, captured.collect());
        }
        (Meaning::Unknown, Vec::new())
    }

    /// The same by parsing, as far as a table can know it.
    fn by_parsing(address: &str) -> (Meaning, Vec<String>) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let numbered = |first: Option<String>, page: u32| {
            let page = (page > 1).then(|| page.to_string());
            first.into_iter().chain(page).collect()
        };
        match Address::parse(path, query) {
            Address::Home { page } => (Meaning::Home, numbered(None, page)),
            Address::Category { key: CategoryKey::Id(id), .. } => {
                (Meaning::CategoryId, vec![id.0.to_string()])
            }
            Address::Category { key: CategoryKey::Permalink(permalink), page } => {
                match category_slug(&permalink) {
                    Some(slug) => (Meaning::Category, numbered(Some(slug.encoded()), page)),
                    None => (Meaning::Unknown, Vec::new()),
                }
            }
            Address::Article(key) => match key.names().remove(0) {
                ArticleName::Slug(slug) => (Meaning::Slug, vec![slug.encoded()]),
                ArticleName::Id(id) => (Meaning::Id, vec![id.0.to_string()]),
            },
            Address::AtSite | Address::Unknown => (Meaning::Unknown, Vec::new()),
        }
    }

    #[test]
    fn the_table_gives_every_address_the_meaning_that_parsing_gives_it() {
        let compiled = |(pattern, meaning): (String, Meaning)| (Regex::new(&pattern).unwrap(), meaning);
        let rules: Vec<_> = address_rules().into_iter().map(compiled).collect();
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
            "/?cat=3&paged=2",
            "/?page_id=7",
            "/about/team/",
            "/index.php",
            "/index.php?p=7",
            "/index.php/page/2/",
            "/index.php/2023/11/03/bread/",
            "/index.php/category/kitchen/",
            "/archives/7.html",
            "/bread/7/",
            "/12345/",
            "/bread.html",
            "/topics/kitchen/page/2/",
            "/tag/flour/",
            "/fr/tag/flour/page/2/",
            "/author/salma/",
            "/about/author/",
            "/2023/",
            "/2023/11/03",
            "/2023/11/page/2/",
            "/2023/11/03/7/",
            "/?s=bread",
            "/?a=b&tag=flour",
            "/?s",
            "/menu.pdf",
            "/wp-content/uploads/menu.pdf",
            "/wp-admin",
            "/wp-login.php?action=register",
            "/feed/",
            "/bread/feed/atom/?x=y",
            "/feedback/",
        ] {
            let (meaning, captured) = by_table(&rules, address);
            let captured =
                captured.iter().map(|capture| capture.replace("خبز", "%d8%ae%d8%a8%d8%b2")).collect();
            assert_eq!((meaning, captured), by_parsing(address), "{address}");
        }
    }
}
