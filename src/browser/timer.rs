//! Waiting until somebody pauses.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};

use super::console::logged;

/// Calls `settled` with the value of `source` once that has not changed for `pause`. Natively never.
pub fn after_pause<T: 'static>(
    source: impl Fn() -> T + 'static,
    pause: Duration,
    settled: impl Fn(T) + Copy + 'static,
) {
    Effect::new(move |_| {
        let value = source();
        if let Some(timeout) = logged(set_timeout_with_handle(move || settled(value), pause)) {
            on_cleanup(move || timeout.clear());
        }
    });
}
