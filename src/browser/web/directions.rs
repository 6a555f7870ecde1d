//! The direction of each block of somebody's HTML, once it is in the page: `dir="auto"` goes by the first letter, and
//! makes `setHTML` slow.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::{
    browser::console::logged,
    text::{Direction, Words, language},
};

/// Elements that have a direction of their own.
const BLOCKS: [&str; 25] = [
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "ul",
];
/// Elements whose text is no language.
const CODE: [&str; 3] = ["code", "kbd", "samp"];

/// A block, and the words in it.
struct Block {
    element: Element,
    /// The index of the block around it.
    parent: usize,
    words: Words,
}

/// Sets `dir`, and `lang` with it, where a block of `root` goes another way than what is around it. What the author
/// set stays.
pub fn set_directions(root: &Element, around: Direction) {
    let blocks = collect(root);
    let mut directions: Vec<Direction> = Vec::new();
    for Block { element, parent, words } in blocks {
        let inherited = directions.get(parent).copied().unwrap_or(around);
        // An item with a word of its list goes the list's way: a product with its price is torn apart otherwise.
        let by_words = match &*element.local_name() {
            "li" | "dt" | "dd" => words.direction_within(inherited),
            _ => words.direction().unwrap_or(inherited),
        };
        let direction = match element.get_attribute("dir").as_deref() {
            Some("rtl") => Direction::Rtl,
            Some("ltr") => Direction::Ltr,
            Some(_) => by_words,
            None => {
                if by_words != inherited {
                    set_direction(&element, by_words);
                }
                by_words
            }
        };
        directions.push(direction);
    }
}

/// `root` and the blocks within it, each before those within itself. Without recursion: how deep elements nest is the
/// author's.
fn collect(root: &Element) -> Vec<Block> {
    let mut blocks = vec![Block { element: root.clone(), parent: 0, words: Words::default() }];
    // What is still to be read, the next last: a node with what follows it, and the block that it belongs to.
    let mut unread = vec![(root.first_child(), 0)];
    while let Some((node, index)) = unread.pop() {
        let Some(node) = node else { continue };
        unread.push((node.next_sibling(), index));
        if node.node_type() == Node::TEXT_NODE {
            blocks[index].words += Words::of(&node.text_content().unwrap_or_default());
        } else if node.node_type() == Node::ELEMENT_NODE {
            let element = node.unchecked_ref::<Element>();
            let name = element.local_name();
            if BLOCKS.contains(&&*name) {
                unread.push((element.first_child(), blocks.len()));
                blocks.push(Block { element: element.clone(), parent: index, words: Words::default() });
            } else if !CODE.contains(&&*name) {
                unread.push((element.first_child(), index));
            }
        }
    }
    // The words of a block are those of the block around it too.
    for index in (1..blocks.len()).rev() {
        let Block { parent, words, .. } = blocks[index];
        blocks[parent].words += words;
    }
    blocks
}

fn set_direction(element: &Element, direction: Direction) {
    logged(element.set_attribute("dir", direction.as_str()));
    if !element.has_attribute("lang") {
        let text = element.text_content().unwrap_or_default();
        logged(element.set_attribute("lang", language(&text, direction)));
    }
}
