//! What several modules do with elements.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use crate::browser::console::logged;

/// All elements within `element` that match `selector`, which must find only elements of type `T`. Unchecked: in another
/// document they are of another class.
pub fn all<T: JsCast>(element: &Element, selector: &str) -> impl Iterator<Item = T> {
    let found = logged(element.query_selector_all(selector));
    let nodes = move |nodes: NodeList| (0..nodes.length()).filter_map(move |index| nodes.item(index));
    found.into_iter().flat_map(nodes).map(JsCast::unchecked_into)
}
