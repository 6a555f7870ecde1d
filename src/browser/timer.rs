//! Waiting until somebody pauses.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};

use crate::reactive::effect;

/// Follows `source`, but only once it has not changed for `pause`. Starts at `first` and natively stays there.
pub fn after_pause<T: Clone + Send + Sync + 'static>(
    source: impl Fn() -> T + 'static,
    first: T,
    pause: Duration,
) -> ReadSignal<T> {
    let (settled, set_settled) = signal(first);
    effect(move || {
        let value = source();
        if let Ok(timeout) = set_timeout_with_handle(move || set_settled.set(value), pause) {
            on_cleanup(move || timeout.clear());
        }
    });
    settled
}
