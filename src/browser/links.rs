//! Where the links of somebody's text lead. A text is written for its own page at the site: relative addresses count
//! from there, and links to the same blog name the site's host.

use super::navigation::Address;
use crate::model::{Permalink, is_wordpress_own};

/// What the links of a text are resolved by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLinks {
    /// The address of the article at the site, absolute.
    pub article: String,
    /// The site's home, absolute.
    pub home: String,
    /// The host in the article's `link`, which the text may name in place of the API's. Empty for none.
    pub host: String,
    /// The base of this application's links: `""`, `/blog`, `#`.
    pub base: String,
}

impl TextLinks {
    /// The link to this application's own page of `to`; `None` where it has none. `home` is the site's home.
    pub fn own_page(&self, to: &Address, home: &Address) -> Option<String> {
        let hosts = [host(&home.origin), &self.host];
        let is_same_site =
            hosts.iter().any(|own| !own.is_empty() && own.eq_ignore_ascii_case(host(&to.origin)));
        let folder = home.path.trim_end_matches('/');
        let below =
            to.path.strip_prefix(folder).filter(|below| below.is_empty() || below.starts_with('/'))?;
        if !is_same_site || is_wordpress_own(below, to.query.trim_start_matches('?')) {
            return None;
        }
        let page = Permalink::from_link(&[below, &to.query].concat(), "").href(&self.base);
        // A blog in the fragment has no room for another one.
        Some(if self.base == "#" { page } else { [&*page, &to.fragment].concat() })
    }
}

/// Host and port of an origin, whatever its scheme: old texts name sites that have since moved to HTTPS.
fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

/// The addresses of a `srcset`, each replaced by `resolve`.
pub fn resolve_srcset(srcset: &str, resolve: impl Fn(&str) -> String) -> String {
    let candidates = srcset.split(", ").map(|candidate| {
        let candidate = candidate.trim();
        match candidate.split_once(' ') {
            Some((address, size)) => [&*resolve(address), " ", size].concat(),
            None => resolve(candidate),
        }
    });
    candidates.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Address {
        let start = url.find("://").unwrap() + 3;
        let end = url[start..].find('/').map_or(url.len(), |end| start + end);
        let (rest, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, query) = rest[end..].split_at(rest[end..].find('?').unwrap_or(rest.len() - end));
        let [origin, path, query, fragment] = [&url[..end], path, query, fragment].map(str::to_owned);
        Address { origin, path, query, fragment }
    }

    fn own_page(base: &str, home: &str, to: &str) -> Option<String> {
        let links = TextLinks {
            article: String::new(),
            home: home.to_owned(),
            host: "blog.example".to_owned(),
            base: base.to_owned(),
        };
        links.own_page(&at(to), &at(home))
    }

    #[test]
    fn links_to_the_same_blog_lead_to_this_applications_own_pages() {
        for (base, home, to, expected) in [
            ("", "https://cms.example/", "https://cms.example/2023/11/03/tea/", Some("/2023/11/03/tea/")),
            ("", "https://cms.example/", "https://blog.example/tea/#top", Some("/tea/#top")),
            ("", "https://cms.example/", "http://CMS.example/tea/?a=b", Some("/tea/?a=b")),
            ("/ar", "https://cms.example/wp/", "https://cms.example/wp/tea/", Some("/ar/tea/")),
            ("#", "https://cms.example/", "https://cms.example/tea/#top", Some("#/tea/")),
            ("", "https://cms.example/", "https://cms.example//evil.example/x/", Some("/evil.example/x/")),
            ("", "https://cms.example/wp/", "https://cms.example/other/", None),
            ("", "https://cms.example/", "https://elsewhere.example/tea/", None),
            ("", "https://cms.example/", "https://cms.example/wp-content/uploads/a.pdf", None),
            ("", "https://cms.example/", "https://cms.example/tag/flour/", None),
        ] {
            assert_eq!(own_page(base, home, to).as_deref(), expected, "{base} {home} {to}");
        }
    }

    #[test]
    fn each_address_of_a_srcset_is_resolved() {
        let resolve = |address: &str| format!("/x/{address}");
        assert_eq!(resolve_srcset("a.png 1x, b.png 2x", resolve), "/x/a.png 1x, /x/b.png 2x");
        assert_eq!(resolve_srcset("a.png", resolve), "/x/a.png");
    }
}
