//! The sanitiser in the browser: its own where it has one, otherwise DOMPurify.

use js_sys::{Array, Function, JsString, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, HtmlImageElement, ResizeObserver, ResizeObserverEntry};

use super::{
    NotShown, UserText,
    policy::{self, ATTRIBUTES, CHANGED, ELEMENTS, UNWRAPPED},
};
use crate::{
    browser::{
        console::logged,
        web::{all, resolve_links, set_directions},
    },
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
pub const fn sanitised(_text: &UserText) -> Option<String> {
    None
}

/// In the browser [`show_html`] sets the direction.
pub const fn html_direction(_text: &UserText) -> Option<Direction> {
    None
}

/// Sanitises `text` into `element`, resolves its addresses, and sets the direction of each block in it. Calls `done`
/// when it is there, or cannot be: then the element stays empty.
pub fn show_html(element: &Element, text: &UserText, done: impl FnOnce(Result<(), NotShown>) + 'static) {
    let html = text.html.untrusted();
    if set_html(element, html).is_ok() {
        finish(element, text);
        done(Ok(()));
        return;
    }
    // No `setHTML`, or one that does not know these options.
    let shown = show_purified(element, html, ELEMENTS, ATTRIBUTES);
    let (element, text) = (element.clone(), text.clone());
    spawn_local(async move {
        let is_shown = logged(JsFuture::from(shown).await).is_some();
        if is_shown {
            finish(&element, &text);
        }
        done(if is_shown { Ok(()) } else { Err(NotShown::NoSanitizer) });
    });
}

/// What sanitisers cannot do: other values, addresses, directions.
fn finish(element: &Element, text: &UserText) {
    keep_values(element, &text.ids);
    make_reachable(element);
    if let Some(links) = &text.links {
        resolve_links(element, links);
    }
    set_directions(element, text.around);
}

/// Gives attributes the values that the policy allows.
fn keep_values(element: &Element, ids: &str) {
    for name in CHANGED.split_whitespace() {
        for owner in all::<Element>(element, &["[", name, "]"].concat()) {
            let written = owner.get_attribute(name).unwrap_or_default();
            match policy::kept(name, &written, ids) {
                Some(value) if value == written => {}
                Some(value) => drop(logged(owner.set_attribute(name, &value))),
                None => drop(logged(owner.remove_attribute(name))),
            }
        }
    }
    for link in all::<Element>(element, "a") {
        logged(link.set_attribute("rel", &policy::rel(&link.get_attribute("rel").unwrap_or_default())));
    }
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
/// keyboard too.
fn make_reachable(element: &Element) {
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
