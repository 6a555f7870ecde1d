//! Sets the direction of each block of somebody's HTML, once it is in the page. The rules are those of `browser::directions`.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::{
    browser::{
        console::logged,
        directions::{direction_of, is_block, is_code},
    },
    text::{Direction, Words, language},
};

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
        let written = element.get_attribute("dir");
        let direction = direction_of(&element.local_name(), written.as_deref(), words, inherited);
        if written.is_none() && direction != inherited {
            set_direction(&element, direction);
        }
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
            if is_block(&name) {
                unread.push((element.first_child(), blocks.len()));
                blocks.push(Block { element: element.clone(), parent: index, words: Words::default() });
            } else if !is_code(&name) {
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
