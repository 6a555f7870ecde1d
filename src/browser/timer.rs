//! Waiting until somebody pauses.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};

use super::console::logged;

/// Follows `source`, but only once it has not changed for `pause`. Starts empty and natively stays so.
pub fn after_pause(source: impl Fn() -> String + 'static, pause: Duration) -> RwSignal<String> {
    let settled = RwSignal::default();
    Effect::new(move |_| {
        let value = source();
        if let Some(timeout) = logged(set_timeout_with_handle(move || settled.set(value), pause)) {
            on_cleanup(move || timeout.clear());
        }
    });
    settled
}
