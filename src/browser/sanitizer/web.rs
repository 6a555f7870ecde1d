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

    /// What removes the rest. Browsers without `setHTML` lack it.
    type Sanitizer;

    #[wasm_bindgen(constructor, catch)]
    fn new(config: &Config) -> Result<Sanitizer, JsValue>;

    /// What a sanitiser keeps: a `SanitizerConfig`.
    #[wasm_bindgen(extends = Object)]
    type Config;

    #[wasm_bindgen(method, setter)]
    fn set_elements(this: &Config, names: &Array);

    #[wasm_bindgen(method, setter)]
    fn set_attributes(this: &Config, names: &Array);

    #[wasm_bindgen(method, setter, js_name = replaceWithChildrenElements)]
    fn set_replace_with_children_elements(this: &Config, names: &Array);

    #[wasm_bindgen(method, setter)]
    fn set_comments(this: &Config, are_kept: bool);

    #[wasm_bindgen(method, setter, js_name = dataAttributes)]
    fn set_data_attributes(this: &Config, are_kept: bool);
}

#[wasm_bindgen(module = "/src/browser/sanitizer/fallback.js")]
extern "C" {
    /// Puts what DOMPurify keeps of `html` into `element`.
    #[wasm_bindgen(js_name = showPurified)]
    fn show_purified(element: &Element, html: &str, elements: &str, attributes: &str) -> Promise;
}

/// In the browser nothing is rendered as a string: [`show_html`] sanitises into the element itself.
pub const fn sanitised(_text: &UserText) -> Option<(String, Direction)> {
    None
}

/// Sanitises `text` into `element`, resolves its addresses, and sets the direction of each block in it. Gives the text back
/// to `done` when it is there, or cannot be: then the element stays empty.
pub fn show_html(
    element: &Element,
    text: UserText,
    done: impl FnOnce(Result<(), NotShown>, UserText) + 'static,
) {
    let html = text.html.untrusted();
    if set_html(element, html).is_ok() {
        finish(element, &text);
        done(Ok(()), text);
        return;
    }
    // No `setHTML`, or one that does not know these options.
    let shown = show_purified(element, html, ELEMENTS, ATTRIBUTES);
    let element = element.clone();
    spawn_local(async move {
        let is_shown = logged(JsFuture::from(shown).await).is_some();
        if is_shown {
            finish(&element, &text);
        }
        done(if is_shown { Ok(()) } else { Err(NotShown::NoSanitizer) }, text);
    });
}

/// What sanitisers cannot do: other values, addresses, directions.
fn finish(element: &Element, text: &UserText) {
    // Most comments are words alone, and asked once.
    let is_unfinished =
        UNFINISHED.with(|selector| logged(element.query_selector(selector)).flatten().is_some());
    if is_unfinished {
        keep_values(element, &text.ids);
        make_reachable(element);
        if let Some(links) = &text.links {
            resolve_links(element, links);
        }
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
    OPTIONS.with(|options| {
        let options = options.as_ref().map_err(Clone::clone)?;
        element.unchecked_ref::<Target>().set_html(html, options)
    })
}

thread_local! {
    /// Made once: the browser needs longer to read the lists than to sanitise a comment by them.
    static OPTIONS: Result<Options, JsValue> = options();
    /// What [`finish`] changes.
    static UNFINISHED: String = ["a,img,table,[", &CHANGED.split_whitespace().collect::<Vec<_>>().join("],["), "]"].concat();
}

fn options() -> Result<Options, JsValue> {
    let names = |list: &str| JsString::from(list).split(" ");
    let config = Object::new().unchecked_into::<Config>();
    config.set_elements(&names(ELEMENTS));
    config.set_attributes(&names(ATTRIBUTES));
    config.set_replace_with_children_elements(&names(UNWRAPPED));
    config.set_comments(false);
    config.set_data_attributes(false);
    let options = Object::new().unchecked_into::<Options>();
    options.set_sanitizer(&Sanitizer::new(&config)?);
    Ok(options)
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
