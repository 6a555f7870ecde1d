//! Watching fields. Natively none changes, so nothing here runs.
//!
//! The listeners are those of `gloo-events` and `gloo-timers`: both end what they began when they are dropped,
//! as gloo-net does.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use js_sys::JsString;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// How often a field is looked at. Unit: milliseconds.
const LOOK_INTERVAL_MS: u32 = 500;

/// Watches something in the page until it is dropped.
#[derive(Debug, Default)]
#[must_use = "nothing is watched any more once this is dropped"]
pub struct Watch {
    _listeners: Vec<EventListener>,
    _interval: Option<Interval>,
}

#[wasm_bindgen]
extern "C" {
    /// What `<input>` and `<textarea>` have in common.
    #[wasm_bindgen(extends = HtmlElement)]
    #[derive(Debug, Clone)]
    pub(super) type TextField;

    /// As the page holds it. A Rust text cannot hold one half of a surrogate pair.
    #[wasm_bindgen(method, getter)]
    pub(super) fn value(this: &TextField) -> JsString;

    #[wasm_bindgen(method, catch, js_name = setSelectionRange)]
    pub(super) fn set_selection_range(this: &TextField, start: u32, end: u32) -> Result<(), JsValue>;
}

impl TextField {
    /// `element`, if it is a text field.
    pub(super) fn of(element: HtmlElement) -> Option<Self> {
        let is_field =
            element.is_instance_of::<HtmlTextAreaElement>() || element.is_instance_of::<HtmlInputElement>();
        is_field.then(|| element.unchecked_into())
    }
}

/// Calls `changed` whenever the value of `field` differs from what it was, whoever changed it: typing,
/// dictation, a script, the browser restoring the page. The last two fire no `input` event, hence the interval.
pub(super) fn watch_field(field: TextField, changed: impl Fn(String) + 'static) -> Watch {
    let seen = RefCell::new(field.value());
    let target = field.clone();
    let look: Rc<dyn Fn()> = Rc::new(move || {
        let value = field.value();
        if value == *seen.borrow() {
            return;
        }
        if let Some(text) = whole(&value) {
            seen.replace(value);
            changed(text);
        }
    });
    let listen = |target: &EventTarget, event: &'static str| {
        let look = look.clone();
        EventListener::new(target, event, move |_| look())
    };
    let mut listeners: Vec<_> =
        ["input", "change", "focus", "blur"].into_iter().map(|event| listen(&target, event)).collect();
    listeners.push(listen(&window(), "pageshow"));
    Watch { _listeners: listeners, _interval: Some(Interval::new(LOOK_INTERVAL_MS, move || look())) }
}

/// The text of `value`. `None` while one half of a surrogate pair is still on its way from the keyboard: it would
/// become U+FFFD, and that would be written back into the field.
fn whole(value: &JsString) -> Option<String> {
    let text = String::from(value);
    let is_whole = !text.contains(char::REPLACEMENT_CHARACTER) || {
        // Compared in JavaScript: in Rust both have become the same.
        let copy = JsString::from(text.as_str());
        *value == copy
    };
    is_whole.then_some(text)
}
