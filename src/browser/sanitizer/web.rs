//! The sanitiser in the browser: its own where it has one, otherwise DOMPurify.

use js_sys::{Array, Function, JsString, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, HtmlImageElement, ResizeObserver, ResizeObserverEntry};

use super::policy::{ATTRIBUTES, ELEMENTS, UNWRAPPED};
use crate::{
    browser::{
        TextLinks,
        console::logged,
        web::{all, resolve_links, set_directions},
    },
    model::Html,
    text::Direction,
};

#[wasm_bindgen]
extern "C" {
    /// An element of a browser that may have `setHTML`.
    #[wasm_bindgen(extends = Element)]
    type Target;

    #[wasm_bindgen(method, catch, js_name = setHTML)]
    fn set_html(this: &Target, html: &str, options: &Options) -> Result<(), JsValue>;

    /// The options of `setHTML`.
    #[wasm_bindgen(extends = Object)]
    type Options;

    #[wasm_bindgen(method, setter)]
    fn set_sanitizer(this: &Options, sanitizer: &Sanitizer);

    /// What a sanitiser keeps: a `SanitizerConfig`.
    #[wasm_bindgen(extends = Object)]
    type Sanitizer;

    #[wasm_bindgen(method, setter)]
    fn set_elements(this: &Sanitizer, names: &Array);

    #[wasm_bindgen(method, setter)]
    fn set_attributes(this: &Sanitizer, names: &Array);

    #[wasm_bindgen(method, setter, js_name = replaceWithChildrenElements)]
    fn set_replace_with_children_elements(this: &Sanitizer, names: &Array);

    #[wasm_bindgen(method, setter)]
    fn set_comments(this: &Sanitizer, are_kept: bool);

    #[wasm_bindgen(method, setter, js_name = dataAttributes)]
    fn set_data_attributes(this: &Sanitizer, are_kept: bool);
}

#[wasm_bindgen(module = "/src/browser/sanitizer/fallback.js")]
extern "C" {
    /// Puts what DOMPurify keeps of `html` into `element`.
    #[wasm_bindgen(js_name = showPurified)]
    fn show_purified(element: &Element, html: &str, elements: &str, attributes: &str) -> Promise;
}

/// In the browser nothing is rendered as a string: [`show_html`] sanitises into the element itself.
pub const fn sanitised(_html: &Html) -> Option<String> {
    None
}

/// In the browser [`show_html`] sets the direction.
pub const fn html_direction(_html: &Html, _around: Direction) -> Option<Direction> {
    None
}

/// Sanitises `html` into `element`, resolves its addresses by `links`, and sets the direction of each block in it.
/// `around` is the direction of what is around the element. Where no sanitiser can be had, the element stays empty.
pub fn show_html(element: &Element, html: &Html, links: Option<TextLinks>, around: Direction) {
    let finish = move |element: &Element| {
        make_reachable(element);
        if let Some(links) = &links {
            resolve_links(element, links);
        }
        set_directions(element, around);
    };
    if set_html(element, html.untrusted()).is_ok() {
        finish(element);
        return;
    }
    // No `setHTML`, or one that does not know these options.
    let shown = show_purified(element, html.untrusted(), ELEMENTS, ATTRIBUTES);
    let element = element.clone();
    spawn_local(async move {
        if logged(JsFuture::from(shown).await).is_some() {
            finish(&element);
        }
    });
}

fn set_html(element: &Element, html: &str) -> Result<(), JsValue> {
    let names = |list: &str| JsString::from(list).split(" ");
    let sanitizer = Object::new().unchecked_into::<Sanitizer>();
    sanitizer.set_elements(&names(ELEMENTS));
    sanitizer.set_attributes(&names(ATTRIBUTES));
    sanitizer.set_replace_with_children_elements(&names(UNWRAPPED));
    sanitizer.set_comments(false);
    sanitizer.set_data_attributes(false);
    let options = Object::new().unchecked_into::<Options>();
    options.set_sanitizer(&sanitizer);
    element.unchecked_ref::<Target>().set_html(html, &options)
}

/// Adds what an author forgot: a picture without a description is decoration, and a wide table scrolls by
/// keyboard too. Removes what no author may take: the ids of the application's own elements.
fn make_reachable(element: &Element) {
    for namesake in all::<Element>(element, "[id^=\"td-\"]") {
        logged(namesake.remove_attribute("id"));
    }
    for image in all::<HtmlImageElement>(element, "img:not([alt])") {
        image.set_alt("");
    }
    for table in all::<Element>(element, "table") {
        WIDE_TABLES.with(|observer| observer.iter().for_each(|observer| observer.observe(&table)));
    }
}

thread_local! {
    /// Lets the focus reach each table while it is wider than its room. Both widths change with the window.
    static WIDE_TABLES: Option<ResizeObserver> = logged(ResizeObserver::new(&table_callback()));
}

fn table_callback() -> Function {
    let callback = |entries: Array| {
        for entry in entries {
            let Ok(table) = entry.unchecked_into::<ResizeObserverEntry>().target().dyn_into::<HtmlElement>()
            else {
                continue;
            };
            if table.scroll_width() > table.client_width() {
                table.set_tab_index(0);
            } else {
                logged(table.remove_attribute("tabindex"));
            }
        }
    };
    // Once, for as long as the page is there.
    Closure::<dyn Fn(Array)>::new(callback).into_js_value().unchecked_into()
}
