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
    let mut blocks = vec![Block { element: root.clone(), parent: 0, words: Words::default() }];
    collect(root, 0, &mut blocks);
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

/// Adds the blocks within `node`, which belongs to `blocks[index]`, each before those within it.
fn collect(node: &Node, index: usize, blocks: &mut Vec<Block>) {
    let mut next = node.first_child();
    while let Some(child) = next {
        if child.node_type() == Node::TEXT_NODE {
            blocks[index].words += Words::of(&child.text_content().unwrap_or_default());
        } else if child.node_type() == Node::ELEMENT_NODE {
            let element = child.unchecked_ref::<Element>();
            let name = element.local_name();
            if BLOCKS.contains(&&*name) {
                let inner = blocks.len();
                blocks.push(Block { element: element.clone(), parent: index, words: Words::default() });
                collect(element, inner, blocks);
                let words = blocks[inner].words;
                blocks[index].words += words;
            } else if !CODE.contains(&&*name) {
                collect(element, index, blocks);
            }
        }
        next = child.next_sibling();
    }
}

fn set_direction(element: &Element, direction: Direction) {
    logged(element.set_attribute("dir", direction.as_str()));
    if !element.has_attribute("lang") {
        let text = element.text_content().unwrap_or_default();
        logged(element.set_attribute("lang", language(&text, direction)));
    }
}
