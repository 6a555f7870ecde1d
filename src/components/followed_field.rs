//! Fields whose values are followed, whoever changes them: browsers, dictation software and extensions do so without an
//! `input` event.

use leptos::prelude::*;

use crate::browser::{self, Host};

/// Copies the value of the field that is called `name` into `value` whenever it changes.
pub(super) fn follow_field(name: &'static str, value: RwSignal<String>, on_change: Callback<()>) {
    let host = browser::use_host();
    // What the field was last seen with, or given. Gone with the form.
    let shown = StoredValue::new(value.get_untracked());
    Effect::new(move |_| {
        let value = value.get();
        // After the effect that renders it.
        queue_microtask(move || drop(shown.try_set_value(value)));
    });
    let follow = move |text: String| {
        // A field that is removed loses the focus, and the watch sees it once more: the value belongs to another form by then.
        // Before a new value is rendered the field still has the one before, which nobody has typed.
        let is_new = shown.try_with_value(|shown| *shown != text);
        if is_new == Some(true) {
            shown.set_value(text.clone());
            set_value(value, text, on_change);
        }
    };
    // The effect keeps the watch, which ends when it is dropped.
    Effect::new(move |_| host.watch_field(name, follow));
}

/// Copies the value of the field that is called `name` into `value` now.
pub(super) fn read_field(host: Host, name: &str, value: RwSignal<String>, on_change: Callback<()>) {
    if let Some(text) = host.field_text(name) {
        set_value(value, text, on_change);
    }
}

fn set_value(value: RwSignal<String>, text: String, on_change: Callback<()>) {
    if value.try_get_untracked().is_some_and(|value| value != text) {
        value.set(text);
        on_change.try_run(());
    }
}
