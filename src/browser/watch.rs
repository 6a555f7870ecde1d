//! Watching fields. Natively none changes, so nothing here runs.
//!
//! The listeners are those of `gloo-events` and `gloo-timers`: both end what they began when they are dropped,
//! as gloo-net does.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use js_sys::JsString;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, HtmlElement};

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

    #[wasm_bindgen(method, setter)]
    pub(super) fn set_value(this: &TextField, text: &str);

    /// The start of the selection, in UTF-16 code units.
    #[wasm_bindgen(method, getter, js_name = selectionStart)]
    pub(super) fn selection_start(this: &TextField) -> Option<u32>;

    #[wasm_bindgen(method, getter, js_name = selectionEnd)]
    pub(super) fn selection_end(this: &TextField) -> Option<u32>;

    /// Replaces the selection, without a step to undo and without an event.
    #[wasm_bindgen(method, catch, js_name = setRangeText)]
    pub(super) fn set_range_text(this: &TextField, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setSelectionRange)]
    pub(super) fn set_selection_range(this: &TextField, start: u32, end: u32) -> Result<(), JsValue>;
}

impl TextField {
    /// The value as text, without halves of surrogate pairs.
    pub(super) fn text(&self) -> String {
        char::decode_utf16(self.value().iter()).filter_map(Result::ok).collect()
    }

    /// `element`, if it is a text field.
    pub(super) fn of(element: HtmlElement) -> Option<Self> {
        let is_field = matches!(&*element.local_name(), "textarea" | "input");
        is_field.then(|| element.unchecked_into())
    }
}

/// Calls `changed` whenever the value of `field` differs from what it was, whoever changed it: typing, dictation, a
/// script, the browser that fills the form or restores the page. Some of them fire no `input` event, hence the interval.
pub(super) fn watch_field(field: TextField, changed: impl Fn(String) + 'static) -> Watch {
    let seen = RefCell::new(field.value());
    // One half of a surrogate pair is on its way from the keyboard. Whatever happens next, it is no longer.
    let half = Rc::new(Cell::new(false));
    let target = field.clone();
    let has_half = half.clone();
    let look: Rc<dyn Fn()> = Rc::new(move || {
        let value = field.value();
        let waited = has_half.replace(false);
        if value == *seen.borrow() && !waited {
            return;
        }
        has_half.set(!waited && !value.is_valid_utf16());
        seen.replace(value);
        if !has_half.get() {
            changed(field.text());
        }
    });
    let listen = |target: &EventTarget, event: &'static str| {
        let look = look.clone();
        EventListener::new(target, event, move |_| look())
    };
    let mut listeners: Vec<_> =
        ["input", "change", "focus", "blur"].into_iter().map(|event| listen(&target, event)).collect();
    listeners.extend(["pageshow", "pagehide"].map(|event| listen(&window(), event)));
    let interval = Interval::new(LOOK_INTERVAL_MS, move || {
        if !half.get() {
            look();
        }
    });
    Watch { _listeners: listeners, _interval: Some(interval) }
}
