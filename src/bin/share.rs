//! The smallest program: `<tadwina-share>`.

// The page calls what is exported: nothing begins by itself.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod exports {
    use tadwina::{
        browser::{self, Line},
        embed,
    };
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlElement;

    /// Shows the part that is called `part` in `element`; `settings` are names and values in turn. Answers
    /// its number; 0 for a part that this program does not have.
    #[wasm_bindgen]
    pub fn mount(
        part: &str,
        element: HtmlElement,
        line: Line,
        shares_tree: bool,
        settings: Vec<String>,
    ) -> u32 {
        let view: embed::View = match part {
            "share" => embed::share,
            _ => return 0,
        };
        browser::mount_part(view, element, line, shares_tree, settings)
    }

    /// Takes over changed settings; false where that takes another part.
    #[wasm_bindgen]
    pub fn update(number: u32, settings: Vec<String>) -> bool {
        browser::update(number, &settings)
    }

    /// Takes a part out of the page and frees all that is its.
    #[wasm_bindgen]
    pub fn unmount(number: u32) {
        browser::unmount(number);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
