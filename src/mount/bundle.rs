//! What the bundle of a custom element exports.

/// The exports of a bundle that has these widgets, named as in [`crate::widgets`], and after `;` the whole `blog`.
/// The custom elements call them and nobody else.
#[macro_export]
macro_rules! bundle {
    ($($widget:ident),+ $(; $blog:ident)?) => {
        mod exports {
            use wasm_bindgen::prelude::*;

            /// Shows the widget called `widget` in `element`; `settings` are names and values in turn. Returns
            /// its number; 0 for a widget that this bundle does not have.
            #[wasm_bindgen]
            pub fn mount(
                widget: &str,
                element: web_sys::HtmlElement,
                scope: $crate::browser::JsFetchScope,
                shares_tree: bool,
                settings: Vec<String>,
            ) -> u32 {
                let view: $crate::widgets::WidgetView = match widget {
                    $(stringify!($widget) => $crate::widgets::$widget,)+
                    $(stringify!($blog) => {
                        return $crate::mount::mount_blog(element, scope, shares_tree, settings);
                    })?
                    _ => return 0,
                };
                $crate::mount::mount_widget(view, element, scope, shares_tree, settings)
            }

            /// Takes over changed settings; false for a widget that has to be mounted anew.
            #[wasm_bindgen]
            pub fn update(number: u32, settings: Vec<String>) -> bool {
                $crate::mount::update(number, &settings)
            }

            /// Takes a widget out of the page and frees all that it has.
            #[wasm_bindgen]
            pub fn unmount(number: u32) {
                $crate::mount::unmount(number);
            }

            /// Scrolls to what the page's address names, such as `#comment-7`, if it stands in this widget.
            #[wasm_bindgen(js_name = goToFragment)]
            pub fn scroll_to_fragment(number: u32) {
                $crate::mount::scroll_to_fragment(number);
            }
        }
    };
}
