//! The rules by which addresses lead to pages. They decide over plain data, so that they are tested natively;
//! `web/router.rs` collects the data.

use crate::model::{CommentId, is_wordpress_own};

/// The base of a blog that keeps its addresses in the fragment, so that the page's own address stays.
const IN_FRAGMENT: &str = "#";

/// An address in the parts that the browser tells apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Scheme, host and port; empty for an address that is wrong.
    pub origin: String,
    /// Begins with `/`.
    pub path: String,
    /// Empty, or begins with `?`.
    pub query: String,
    /// Empty, or begins with `#`.
    pub fragment: String,
}

impl Address {
    /// Whether both are the same but for the fragment.
    fn is_same_page(&self, other: &Self) -> bool {
        (&self.origin, &self.path, &self.query) == (&other.origin, &other.path, &other.query)
    }
}

/// A press of a link.
#[derive(Debug, Clone, Default)]
pub struct Press {
    /// Another listener has prevented the default action.
    pub is_prevented: bool,
    /// Another button than the main one, or a key that asks for another tab, window or a download.
    pub has_modifier: bool,
    /// Where the link leads.
    pub to: Address,
    /// The link has a `target` of its own, a `download` or `rel="external"`.
    pub is_external: bool,
    /// The browser itself would find the place that the fragment names: not within a shadow root, and not where
    /// `<base>` makes another address of it.
    pub is_found_by_browser: bool,
}

/// What a press of a link does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// What the browser does by itself.
    LeaveToBrowser,
    /// The application shows the page at the link's address.
    ShowPage,
    /// The application scrolls to the place that the fragment names. In the address it would take the place of
    /// the page's.
    ScrollToPlace,
}

/// What `press` does where the reader is `here`, in a blog below `base`.
pub fn outcome(press: &Press, here: &Address, base: &str) -> Outcome {
    let to = &press.to;
    if !is_followed(press) || to.origin != here.origin {
        return Outcome::LeaveToBrowser;
    }
    match (base == IN_FRAGMENT, to.is_same_page(here) && !to.fragment.is_empty()) {
        (true, true) if is_page_fragment(&to.fragment) => Outcome::ShowPage,
        (true, true) => Outcome::ScrollToPlace,
        (false, true) if is_place(press, here) => Outcome::ScrollToPlace,
        (false, false) if is_below(base, &to.path) && !is_wordpress_own_below(base, to) => Outcome::ShowPage,
        _ => Outcome::LeaveToBrowser,
    }
}

/// Whether a press is a plain one, on a link without wishes of its own.
const fn is_followed(press: &Press) -> bool {
    !press.is_prevented && !press.has_modifier && !press.is_external
}

/// Whether `press` leads to a place on the page where the reader is `here` to which the browser would not lead. Where
/// the page keeps its own address in the fragment, the browser would leave that.
pub fn is_place(press: &Press, here: &Address) -> bool {
    let is_left = press.is_found_by_browser && !is_route(&here.fragment);
    is_followed(press) && !is_left && press.to.is_same_page(here) && !press.to.fragment.is_empty()
}

/// Whether `path` is that of `base` or begins with it as a whole segment.
fn is_below(base: &str, path: &str) -> bool {
    path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether the site itself has to answer the address.
fn is_wordpress_own_below(base: &str, to: &Address) -> bool {
    let path = to.path.strip_prefix(base).unwrap_or(&to.path);
    is_wordpress_own(path, to.query.trim_start_matches('?'))
}

/// Whether a fragment is the address of a page.
fn is_page_fragment(fragment: &str) -> bool {
    fragment.starts_with("#/")
}

/// Whether the page around keeps its own address in the fragment, as single-page applications do.
pub fn is_route(fragment: &str) -> bool {
    ["#/", "#!"].iter().any(|start| fragment.starts_with(start))
}

/// The address of the page below `base`: path and query.
pub fn page_below(base: &str, here: &Address) -> String {
    if base == IN_FRAGMENT {
        return if is_page_fragment(&here.fragment) { here.fragment[1..].to_owned() } else { "/".to_owned() };
    }
    let path = here.path.strip_prefix(base).unwrap_or(&here.path);
    [path, &here.query].concat()
}

/// Whether a step through the history may have led to another page. A fragment that is no address is a place on
/// the page, or the page's own matter.
pub fn may_show_another_page(base: &str, here: &Address) -> bool {
    base != IN_FRAGMENT || here.fragment.is_empty() || is_page_fragment(&here.fragment)
}

/// Whether the page that was opened scrolls to the place that its fragment names.
pub fn has_place(base: &str, to: &Address) -> bool {
    base != IN_FRAGMENT && !to.fragment.is_empty()
}

/// The comment to which an address of WordPress leads: `#comment-7`, or with the wish to reply to it `?replytocom=7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommentLink {
    /// The comment.
    pub id: CommentId,
    /// Whether the reader wants to reply to it.
    pub is_reply: bool,
}

/// The comment to which `address` leads.
pub fn comment_link(address: &Address) -> Option<CommentLink> {
    let pairs = address.query.trim_start_matches('?').split('&');
    let answered = pairs.filter_map(|pair| pair.strip_prefix("replytocom=")).next();
    let id = answered.or_else(|| address.fragment.strip_prefix("#comment-"))?.parse().ok()?;
    Some(CommentLink { id: CommentId(id), is_reply: answered.is_some() })
}

#[cfg(test)]
mod tests {
    use super::{Outcome::*, *};

    /// The address `below` https://example.org.
    fn at(below: &str) -> Address {
        let (rest, fragment) = below.split_at(below.find('#').unwrap_or(below.len()));
        let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        let [path, query, fragment] = [path, query, fragment].map(str::to_owned);
        Address { origin: "https://example.org".to_owned(), path, query, fragment }
    }

    fn plain_press(here: &str, to: &str, base: &str) -> Outcome {
        outcome(&Press { to: at(to), is_found_by_browser: true, ..Press::default() }, &at(here), base)
    }

    #[test]
    fn a_link_below_the_base_shows_its_page() {
        for (base, to) in [
            ("", "/"),
            ("", "/a/?p=1"),
            ("", "/a/#comments"),
            ("/blog", "/blog"),
            ("/blog", "/blog/"),
            ("/blog", "/blog/a/"),
        ] {
            assert_eq!(plain_press("/blog/b/", to, base), ShowPage, "{base} {to}");
        }
    }

    #[test]
    fn a_link_outside_the_base_is_left_to_the_browser() {
        for to in ["/", "/other/", "/blogger/"] {
            assert_eq!(plain_press("/blog/", to, "/blog"), LeaveToBrowser, "{to}");
        }
        let other_origin = Address { origin: "https://example.com".to_owned(), ..at("/blog/a/") };
        let press = Press { to: other_origin, ..Press::default() };
        assert_eq!(outcome(&press, &at("/blog/"), "/blog"), LeaveToBrowser);
    }

    #[test]
    fn a_link_to_what_only_the_site_has_is_left_to_the_browser() {
        for (base, to) in [
            ("", "/wp-content/uploads/a.pdf"),
            ("", "/feed/"),
            ("", "/?s=bread"),
            ("", "/tag/flour/#top"),
            ("/blog", "/blog/tag/flour/"),
            ("/blog", "/blog/2023/11/"),
        ] {
            assert_eq!(plain_press("/blog/b/", to, base), LeaveToBrowser, "{base} {to}");
        }
        // In a folder the first segment is the folder's own.
        assert_eq!(plain_press("/tag/b/", "/tag/a/", "/tag"), ShowPage);
    }

    #[test]
    fn a_link_to_a_place_on_the_same_page_is_left_to_the_browser() {
        assert_eq!(plain_press("/a/", "/a/#comments", ""), LeaveToBrowser);
        assert_eq!(plain_press("/a/?p=1", "/a/?p=1#comments", ""), LeaveToBrowser);
        // Unless the browser would not find it.
        let hidden = Press { to: at("/a/#comments"), ..Press::default() };
        assert_eq!(outcome(&hidden, &at("/a/"), ""), ScrollToPlace);
        // A link to the page itself shows it again.
        assert_eq!(plain_press("/a/", "/a/", ""), ShowPage);
    }

    #[test]
    fn only_a_plain_press_on_an_internal_link_shows_a_page() {
        let press = Press { to: at("/a/"), ..Press::default() };
        for other in [
            Press { is_prevented: true, ..press.clone() },
            Press { has_modifier: true, ..press.clone() },
            Press { is_external: true, ..press.clone() },
        ] {
            assert_eq!(outcome(&other, &at("/"), ""), LeaveToBrowser, "{other:?}");
        }
        assert_eq!(outcome(&press, &at("/"), ""), ShowPage);
    }

    #[test]
    fn a_page_that_keeps_its_address_in_the_fragment_keeps_it() {
        let press = Press { to: at("/a/#comments"), is_found_by_browser: true, ..Press::default() };
        for (here, is_ours) in
            [("/a/#/guide/", true), ("/a/#!/guide/", true), ("/a/#top", false), ("/a/", false)]
        {
            assert_eq!(is_place(&press, &at(here)), is_ours, "{here}");
        }
        let elsewhere = Press { to: at("/b/#comments"), ..press.clone() };
        assert!(!is_place(&elsewhere, &at("/a/#/guide/")));
        assert!(!is_place(&Press { has_modifier: true, ..press }, &at("/a/#/guide/")));
    }

    #[test]
    fn a_blog_in_the_fragment_follows_only_links_to_fragments_of_its_page() {
        assert_eq!(plain_press("/page/", "/page/#/a/", "#"), ShowPage);
        assert_eq!(plain_press("/page/#/a/", "/page/#comments", "#"), ScrollToPlace);
        assert_eq!(plain_press("/page/#/a/", "/page/", "#"), LeaveToBrowser);
        assert_eq!(plain_press("/page/", "/other/#/a/", "#"), LeaveToBrowser);
    }

    #[test]
    fn the_page_is_the_part_of_the_address_below_the_base() {
        for (base, here, page) in [
            ("", "/a/?p=1#b", "/a/?p=1"),
            ("/blog", "/blog/a/", "/a/"),
            ("/blog", "/blog", ""),
            ("/blog", "/other/", "/other/"),
            ("#", "/page/?q=1", "/"),
            ("#", "/page/#/a/?p=1", "/a/?p=1"),
            ("#", "/page/#comments", "/"),
        ] {
            assert_eq!(page_below(base, &at(here)), page, "{base} {here}");
        }
    }

    #[test]
    fn going_back_to_a_place_on_the_same_page_shows_no_other_page() {
        assert!(may_show_another_page("", &at("/a/#comments")));
        assert!(may_show_another_page("#", &at("/page/")));
        assert!(may_show_another_page("#", &at("/page/#/a/")));
        assert!(!may_show_another_page("#", &at("/page/#comments")));
    }

    #[test]
    fn an_address_leads_to_a_comment_as_in_wordpress() {
        let link = |id, is_reply| Some(CommentLink { id: CommentId(id), is_reply });
        for (address, expected) in [
            ("/a/#comment-7", link(7, false)),
            ("/a/?replytocom=7#respond", link(7, true)),
            ("/?p=1&replytocom=7", link(7, true)),
            ("/a/#comments", None),
            ("/a/#comment-x", None),
            ("/a/?replytocom=#comment-", None),
        ] {
            assert_eq!(comment_link(&at(address)), expected, "{address}");
        }
    }
}
