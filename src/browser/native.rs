//! The edge where there is no browser: tests and prerendering.

use leptos::{prelude::*, web_sys::Element};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Root, StorageRefused,
    allowed::{ATTRIBUTES, ELEMENTS},
};
use crate::model::Html;

/// The HTML that may be shown. Natively by ammonia.
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

/// Natively the HTML is part of what is rendered, see [`sanitised`].
pub fn show_html(_element: &Element, _html: &Html) {}

/// Natively by `serde_json`.
pub fn parse_json<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Natively by `unicode-segmentation`.
pub fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Natively by `unicode-segmentation`.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    let (start, _) = text.grapheme_indices(true).nth(limit)?;
    Some(text[..start].chars().map(char::len_utf16).sum())
}

/// Natively there is no share sheet.
pub fn can_share(_title: &str, _url: &str) -> bool {
    false
}

/// Natively there is no share sheet.
pub async fn share(_title: &str, _url: &str) -> bool {
    false
}

/// Natively there is no clipboard.
pub async fn copy(_text: &str) -> bool {
    false
}

/// Natively nothing is stored.
pub fn load(_key: &str) -> Option<Vec<String>> {
    None
}

/// Natively nothing is stored.
///
/// # Errors
/// Always.
pub fn save(_key: &str, _texts: Vec<String>) -> Result<(), StorageRefused> {
    Err(StorageRefused)
}

/// Natively nothing is stored.
pub fn remove(_key: &str) {}

/// Natively addresses stay relative.
pub fn origin() -> String {
    String::new()
}

/// The address for which a page is rendered, below the base; in the context.
#[derive(Debug, Clone, Default)]
pub struct PageAddress(pub String);

/// Natively the address is the [`PageAddress`] in the context, and stays.
pub fn location(_root: Root, _base: &str) -> ReadSignal<String> {
    let PageAddress(address) = use_context().unwrap_or_default();
    signal(address).0
}

/// Natively addresses stay relative.
pub fn absolute(href: &str) -> String {
    href.to_owned()
}

/// Natively the page's own address is the [`PageAddress`] in the context.
pub fn page_address() -> String {
    use_context::<PageAddress>().unwrap_or_default().0
}

/// Natively the page has no title, and the [`PageAddress`] in the context.
pub fn page() -> (String, String) {
    (String::new(), page_address())
}

/// Natively the language is the prerenderer's.
pub fn set_language(_root: Root, _lang: &str, _dir: &str) {}

/// Natively the head is the prerenderer's.
pub fn set_head(_title: &str, _description: &str) {}

/// Natively nothing has the focus.
pub fn focus(_root: u32, _id: &str) {}

/// Natively nothing has the focus.
pub fn focus_next(_root: u32, _id: &str) {}

/// Natively nobody listens.
pub fn announce(_root: u32, _name: &str, _said: Vec<String>) -> bool {
    true
}

/// Natively there is no console: the page says it.
pub fn log_error(_message: &str) {}

/// Natively fields do not change.
pub struct Watch;

/// Natively fields do not change.
pub fn watch_field(_root: u32, _id: &str, _changed: impl Fn(String) + 'static) -> Watch {
    Watch
}

/// Natively nothing is pressed.
pub fn watch_outside(_element: &Element, _left: impl Fn() + 'static) -> Watch {
    Watch
}

/// Natively nothing scrolls.
pub fn go_to_fragment(_root: Root) {}

/// Natively nothing is selected.
pub fn select_from(_root: u32, _id: &str, _start: usize) {}

/// Natively there is no page to start in.
pub fn start() {}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(markup: &str) -> String {
        sanitised(&Html::from_site(markup.to_owned())).unwrap()
    }

    #[test]
    fn what_runs_goes_and_what_it_stands_in_stays() {
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
    fn addresses_that_run_are_no_addresses() {
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
    fn addresses_within_the_site_and_of_the_web_stay() {
        for address in ["/a/", "../b.png", "#c", "?p=7", "https://example.org/", "mailto:a@example.org"] {
            assert!(clean(&format!("<a href=\"{address}\">a</a>")).contains(address), "{address}");
        }
    }

    #[test]
    fn what_is_clean_stays_so_however_often_it_is_cleaned() {
        let once = clean("<p>a &lt; b &amp; <b>c <i>d</b> e</i><table><td>f<p>g");
        assert_eq!(clean(&once), once);
    }
}
