//! Waiting: until somebody pauses, or until a time is over.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::{set_interval_with_handle, set_timeout_with_handle},
    prelude::*,
};

use super::{console::logged, platform};

const SECOND: Duration = Duration::from_secs(1);
const SECOND_MS: u64 = 1000;

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

/// How many seconds are left of those that `source` gives, from when it gives them; `None` while it gives none. By the
/// clock, so that it is right after the device has slept. Natively it never begins.
pub fn countdown(source: impl Fn() -> Option<u64> + 'static) -> ReadSignal<Option<u64>> {
    let (left, set_left) = signal(None);
    Effect::new(move |_| {
        let seconds = source();
        set_left.set(seconds);
        let Some(seconds) = seconds else { return };
        let end_ms = platform::now_ms().saturating_add(seconds.saturating_mul(SECOND_MS));
        let tick = move || {
            // A clock that is set back makes nobody wait longer.
            let now = end_ms.saturating_sub(platform::now_ms()).div_ceil(SECOND_MS).min(seconds);
            if left.try_get_untracked() != Some(Some(now)) {
                let _ = set_left.try_set(Some(now));
            }
        };
        if let Some(interval) = logged(set_interval_with_handle(tick, SECOND)) {
            on_cleanup(move || interval.clear());
        }
    });
    left
}
