//! The sanitiser where there is no browser: ammonia.

use std::collections::HashSet;

use leptos::web_sys::Element;
use scraper::{Html, Node};

mod finish;

use finish::finish;

use super::{
    NotShown, UserText,
    policy::{self, ATTRIBUTES, ELEMENTS, SCHEMES, UNWRAPPED},
};
use crate::text::{Direction, Words, plain};

/// The HTML that may be shown, and its direction as a whole. In the browser [`show_html`] puts it into the page instead, and
/// sets the direction there.
pub fn sanitised(text: &UserText) -> Option<(String, Direction)> {
    let ids = text.ids.clone();
    let written = Html::parse_fragment(text.html.untrusted());
    let clean = ammonia::Builder::empty()
        .tags(ELEMENTS.split_whitespace().collect())
        .generic_attributes(ATTRIBUTES.split_whitespace().collect())
        .clean_content_tags(dropped(&written))
        .link_rel(None)
        .url_schemes(SCHEMES.split_whitespace().collect())
        .attribute_filter(move |_, name, value| policy::kept(name, value, &ids))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .clean(text.html.untrusted())
        .to_string();
    let direction = Words::of(&plain(&clean)).direction().unwrap_or(text.around);
    Some((finish(&clean, text, direction), direction))
}

/// The elements that go with their content: as in browsers, all that are neither allowed nor [`UNWRAPPED`]. ammonia has to
/// be told.
fn dropped(written: &Html) -> HashSet<&str> {
    let names = written.tree.values().filter_map(|node| match node {
        Node::Element(element) => Some(element.name()),
        _ => None,
    });
    let stays = |name: &str| [ELEMENTS, UNWRAPPED].iter().any(|list| list.split(' ').any(|its| its == name));
    // It stands around every fragment.
    names.filter(|name| *name != "html" && !stays(name)).collect()
}

/// Natively the HTML is part of what is rendered, see [`sanitised`].
pub fn show_html(
    _element: &Element,
    _text: UserText,
    _done: impl FnOnce(Result<(), NotShown>, UserText) + 'static,
) {
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    fn clean(markup: &str) -> String {
        let html = model::Html::from_site(markup.to_owned());
        sanitised(&UserText { html, ids: "td-text-".to_owned(), links: None, around: Direction::Rtl })
            .unwrap()
            .0
    }

    #[test]
    fn the_rules_for_attributes_are_those_of_the_policy() {
        for (written, shown) in [
            (
                "<p id=\"comments\" class=\"td-later wp-block-a\">a</p>",
                "<p id=\"td-text-comments\" class=\"wp-block-a\">a</p>",
            ),
            (
                "<a href=\"#a\" target=\"evil\" rel=\"opener\">b</a>",
                "<a href=\"#td-text-a\" target=\"_blank\" rel=\"noopener\">b</a>",
            ),
            ("<blockquote cite=\"data:,x\">a</blockquote>", "<blockquote>a</blockquote>"),
            ("<img srcset=\"data:,x 2x\" src=\"data:,x\">", "<img alt=\"\">"),
        ] {
            assert_eq!(clean(written), shown);
        }
    }

    #[test]
    fn code_is_removed_and_the_text_around_it_stays() {
        for (hostile, harmless) in [
            ("a<script>x()</script>b", "ab"),
            ("a<style>*{display:none}</style>b", "ab"),
            ("<p onclick=\"x()\" style=\"position:fixed\">a</p>", "<p>a</p>"),
            ("<img src=\"/a.png\" onerror=\"x()\" alt=\"\">", "<img src=\"/a.png\" alt=\"\">"),
            ("<form><button formaction=\"/x\">a</button></form>", "a"),
            ("<iframe src=\"/x\"></iframe>a", "a"),
            ("<marquee>a</marquee>", "a"),
            ("<title>a</title><svg><text>b</text></svg><object>c</object>d", "d"),
            ("<!-- a --><p>b</p>", "<p>b</p>"),
            ("a<menuitem>b</menuitem><map><img src=\"/a\"></map><xss>c</xss>", "a"),
        ] {
            assert_eq!(clean(hostile), harmless, "{hostile}");
        }
    }

    #[test]
    fn addresses_that_run_code_or_contain_data_are_removed() {
        for address in [
            "javascript:x()",
            " JaVaScRiPt:x()",
            "java&#x09;script:x()",
            "javascript&colon;x()",
            "vbscript:x()",
            "data:text/html,x",
        ] {
            assert!(!clean(&format!("<a href=\"{address}\">a</a>")).contains("href"), "{address}");
            assert!(!clean(&format!("<img src=\"{address}\">")).contains("src"), "{address}");
        }
    }

    #[test]
    fn addresses_of_the_site_the_web_and_mail_stay() {
        for address in
            ["/a/", "../b.png", "#comments", "?p=7", "https://example.org/", "mailto:a@example.org"]
        {
            assert!(clean(&format!("<a href=\"{address}\">a</a>")).contains(address), "{address}");
        }
    }

    #[test]
    fn clean_html_stays_the_same_when_it_is_cleaned_again() {
        let once = clean("<p>a &lt; b &amp; <b>c <i>d</b> e</i><table><td>f<p>g");
        assert_eq!(clean(&once), once);
    }
}
