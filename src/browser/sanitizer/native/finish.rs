//! What ammonia cannot do: what an author forgot, addresses, directions. In the browser `finish` of `web.rs` does the same.

use std::collections::HashMap;

use ego_tree::NodeId;
use html5ever::{LocalName, QualName, local_name, ns};
use scraper::{ElementRef, Html, Node, StrTendril, node::Element};
use url::Url;

use super::super::{UserText, policy};
use crate::{
    browser::{
        directions::{direction_of, is_block, is_code},
        links::{TextLinks, resolve_srcset},
        navigation::Address,
    },
    text::{Direction, Words, language},
};

/// Finishes HTML that ammonia has cleaned. `direction` is that of the text as a whole.
pub fn finish(clean: &str, text: &UserText, direction: Direction) -> String {
    let mut html = Html::parse_fragment(clean);
    let addresses = text.links.as_ref().and_then(Addresses::new);
    for node in html.tree.values_mut() {
        let Node::Element(element) = node else { continue };
        match element.name() {
            "a" => {
                let rel = policy::rel(element.attr("rel").unwrap_or_default());
                set(element, local_name!("rel"), &rel);
            }
            // A picture without a description is decoration.
            "img" if element.attr("alt").is_none() => set(element, local_name!("alt"), ""),
            _ => {}
        }
        if let Some(addresses) = &addresses {
            addresses.resolve(element);
        }
    }
    set_directions(&mut html, direction);
    html.root_element().inner_html()
}

fn set(element: &mut Element, name: LocalName, value: &str) {
    element.attrs.insert(QualName::new(None, ns!(), name), StrTendril::from_slice(value));
}

/// What the addresses of a text are resolved by.
struct Addresses<'a> {
    links: &'a TextLinks,
    article: Url,
    home: Address,
}

impl<'a> Addresses<'a> {
    /// `None` where the site's own address is not known: then they stay as they are.
    fn new(links: &'a TextLinks) -> Option<Self> {
        let article = Url::parse(&links.article).ok()?;
        let home = address(&Url::parse(&links.home).ok()?);
        Some(Self { links, article, home })
    }

    fn resolve(&self, element: &mut Element) {
        let href = element.attr("href").filter(|_| element.name() == "a");
        // One that begins with `#` is a place in this text.
        if let Some(url) = href.filter(|href| !href.starts_with('#')).and_then(|href| self.parse(href)) {
            let href = self.links.own_page(&address(&url), &self.home).unwrap_or_else(|| url.into());
            set(element, local_name!("href"), &href);
        }
        for name in [local_name!("src"), local_name!("poster")] {
            if let Some(url) = element.attr(&name).and_then(|written| self.parse(written)) {
                set(element, name, url.as_str());
            }
        }
        if let Some(srcset) = element.attr("srcset") {
            let resolved = resolve_srcset(srcset, |written| {
                self.parse(written).map_or_else(|| written.to_owned(), String::from)
            });
            set(element, local_name!("srcset"), &resolved);
        }
    }

    /// An address of the web.
    fn parse(&self, written: &str) -> Option<Url> {
        let url = self.article.join(written).ok()?;
        matches!(url.scheme(), "http" | "https").then_some(url)
    }
}

fn address(url: &Url) -> Address {
    let part = |sign: &str, part: Option<&str>| part.map(|part| [sign, part].concat()).unwrap_or_default();
    Address {
        origin: url.origin().ascii_serialization(),
        path: url.path().to_owned(),
        query: part("?", url.query()),
        fragment: part("#", url.fragment()),
    }
}

/// A block, and the words in it.
struct Block {
    id: NodeId,
    parent: usize,
    words: Words,
}

/// Sets `dir`, and `lang` with it, where a block goes another way than what is around it. `direction` is that of the text
/// as a whole.
fn set_directions(html: &mut Html, direction: Direction) {
    let mut directions: Vec<Direction> = Vec::new();
    let mut changes = Vec::new();
    for Block { id, parent, words } in blocks(html) {
        let around = directions.get(parent).copied().unwrap_or(direction);
        let Some(element) = html.tree.get(id).and_then(ElementRef::wrap) else {
            directions.push(direction);
            continue;
        };
        let written = element.attr("dir");
        let own = direction_of(element.value().name(), written, words, around);
        if written.is_none() && own != around {
            let lang = language(&element.text().collect::<String>(), own);
            changes.push((id, own, lang));
        }
        directions.push(own);
    }
    for (id, own, lang) in changes {
        let Some(mut node) = html.tree.get_mut(id) else { continue };
        let Node::Element(element) = node.value() else { continue };
        set(element, local_name!("dir"), own.as_str());
        if element.attr("lang").is_none() {
            set(element, local_name!("lang"), lang);
        }
    }
}

/// The text as a whole, and the blocks within it, each before those within itself.
fn blocks(html: &Html) -> Vec<Block> {
    let root = html.tree.root().id();
    let mut blocks = vec![Block { id: root, parent: 0, words: Words::default() }];
    // The block of each element; none in code.
    let mut places = HashMap::from([(root, Some(0))]);
    for node in html.tree.root().descendants().skip(1) {
        let place = node.parent().and_then(|parent| places.get(&parent.id()).copied().flatten());
        match (node.value(), place) {
            (Node::Text(text), Some(place)) => blocks[place].words += Words::of(text),
            (Node::Element(element), Some(place)) => {
                let own = if is_block(element.name()) {
                    blocks.push(Block { id: node.id(), parent: place, words: Words::default() });
                    Some(blocks.len() - 1)
                } else {
                    (!is_code(element.name())).then_some(place)
                };
                places.insert(node.id(), own);
            }
            _ => {}
        }
    }
    // The words of a block are those of the block around it too.
    for index in (1..blocks.len()).rev() {
        let Block { parent, words, .. } = blocks[index];
        blocks[parent].words += words;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    fn finished(clean: &str, direction: Direction) -> String {
        let links = TextLinks {
            article: "https://cms.example/2023/tea/".to_owned(),
            home: "https://cms.example/".to_owned(),
            host: String::new(),
            base: String::new(),
        };
        let html = model::Html::from_site(clean.to_owned());
        let text = UserText { html, ids: String::new(), links: Some(links), around: Direction::Rtl };
        finish(clean, &text, direction)
    }

    #[test]
    fn each_block_has_a_direction_of_its_own() {
        for (clean, expected) in [
            ("<p>نصّ</p><p>Text</p>", "<p>نصّ</p><p dir=\"ltr\" lang=\"\">Text</p>"),
            ("<p>نصّ <code>let long = name;</code></p>", "<p>نصّ <code>let long = name;</code></p>"),
            (
                "<blockquote><p>Text here</p></blockquote>",
                "<blockquote dir=\"ltr\" lang=\"\"><p>Text here</p></blockquote>",
            ),
            ("<p dir=\"ltr\">نصّ</p>", "<p dir=\"ltr\">نصّ</p>"),
            ("<ul><li>شاي</li><li>Tea شاي</li></ul>", "<ul><li>شاي</li><li>Tea شاي</li></ul>"),
        ] {
            assert_eq!(finished(clean, Direction::Rtl), expected);
        }
    }

    #[test]
    fn links_and_files_have_the_addresses_that_the_text_was_written_for() {
        for (clean, expected) in [
            ("<a href=\"../mint/\">a</a>", "<a href=\"/2023/mint/\" rel=\"noopener\">a</a>"),
            (
                "<a href=\"https://cms.example/tea/?a=b#top\">a</a>",
                "<a href=\"/tea/?a=b#top\" rel=\"noopener\">a</a>",
            ),
            ("<a href=\"#fn1\" rel=\"ugc\">a</a>", "<a href=\"#fn1\" rel=\"ugc noopener\">a</a>"),
            ("<a href=\"mailto:a@b\">a</a>", "<a href=\"mailto:a@b\" rel=\"noopener\">a</a>"),
            (
                "<img src=\"/wp-content/a.png\" srcset=\"a.png 1x, b.png 2x\">",
                "<img src=\"https://cms.example/wp-content/a.png\" srcset=\"https://cms.example/2023/tea/a.png 1x, \
                 https://cms.example/2023/tea/b.png 2x\" alt=\"\">",
            ),
        ] {
            assert_eq!(finished(clean, Direction::Ltr), expected);
        }
    }
}
