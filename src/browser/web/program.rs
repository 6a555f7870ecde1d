//! What the program of an element exports.

/// The exports of a program that shows these parts, named as in [`crate::widgets`], and after `;` the whole `blog`.
/// `embed/src/part.js` calls them and nobody else.
#[macro_export]
macro_rules! program {
    ($($part:ident),+ $(; $blog:ident)?) => {
        mod exports {
            use wasm_bindgen::prelude::*;

            /// Shows what is called `part` in `element`; `settings` are names and values in turn. Answers its
            /// number; 0 for a part that this program does not have.
            #[wasm_bindgen]
            pub fn mount(
                part: &str,
                element: web_sys::HtmlElement,
                scope: $crate::browser::JsFetchScope,
                shares_tree: bool,
                settings: Vec<String>,
            ) -> u32 {
                let view: $crate::widgets::WidgetView = match part {
                    $(stringify!($part) => $crate::widgets::$part,)+
                    $(stringify!($blog) => {
                        return $crate::browser::mount_blog(element, scope, shares_tree, settings);
                    })?
                    _ => return 0,
                };
                $crate::browser::mount_part(view, element, scope, shares_tree, settings)
            }

            /// Takes over changed settings; false where that takes another part.
            #[wasm_bindgen]
            pub fn update(number: u32, settings: Vec<String>) -> bool {
                $crate::browser::update(number, &settings)
            }

            /// Takes a part out of the page and frees all that is its.
            #[wasm_bindgen]
            pub fn unmount(number: u32) {
                $crate::browser::unmount(number);
            }
        }
    };
}
