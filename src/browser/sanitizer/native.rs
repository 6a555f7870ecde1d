//! The sanitiser where there is no browser: ammonia.

use leptos::web_sys::Element;

use super::policy::{ATTRIBUTES, ELEMENTS};
use crate::{
    browser::TextLinks,
    model::Html,
    text::{Direction, Words, plain},
};

/// The HTML that may be shown. In the browser [`show_html`] puts it into the page instead.
pub fn sanitised(html: &Html) -> Option<String> {
    let clean = ammonia::Builder::empty()
        .tags(ELEMENTS.split_whitespace().collect())
        .generic_attributes(ATTRIBUTES.split_whitespace().filter(|name| *name != "rel").collect())
        .clean_content_tags(["script", "style"].into())
        .link_rel(Some("ugc nofollow noopener"))
        .attribute_filter(|_, name, value| (name != "id" || !value.starts_with("td-")).then(|| value.into()))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .clean(html.untrusted())
        .to_string();
    Some(clean)
}

/// The direction of `html` as a whole. In the browser [`show_html`] sets it, for each block too.
pub fn html_direction(html: &Html, around: Direction) -> Option<Direction> {
    Some(Words::of(&plain(html.untrusted())).direction().unwrap_or(around))
}

/// Natively the HTML is part of what is rendered, see [`sanitised`].
pub fn show_html(_element: &Element, _html: &Html, _links: Option<TextLinks>, _around: Direction) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(markup: &str) -> String {
        sanitised(&Html::from_site(markup.to_owned())).unwrap()
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
            ("<!-- a --><p>b</p>", "<p>b</p>"),
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
        for address in ["/a/", "../b.png", "#c", "?p=7", "https://example.org/", "mailto:a@example.org"] {
            assert!(clean(&format!("<a href=\"{address}\">a</a>")).contains(address), "{address}");
        }
    }

    #[test]
    fn clean_html_stays_the_same_when_it_is_cleaned_again() {
        let once = clean("<p>a &lt; b &amp; <b>c <i>d</b> e</i><table><td>f<p>g");
        assert_eq!(clean(&once), once);
    }
}
