//! One clock for everything in the page that says how long ago something was.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::now_ms;

/// How often it tells the time. Unit: milliseconds.
const TICK_MS: u32 = 60_000;

thread_local! {
    /// The clock, as long as somebody reads it.
    static CLOCK: RefCell<Weak<Clock>> = RefCell::default();
}

/// Ticks until it is dropped, while the page is in sight.
struct Clock {
    now_ms: ArcRwSignal<u64>,
    _interval: Interval,
    _listener: EventListener,
}

impl Clock {
    fn start() -> Self {
        let signal = ArcRwSignal::new(now_ms());
        let tick = {
            let signal = signal.clone();
            move || {
                if !document().hidden() {
                    signal.set(now_ms());
                }
            }
        };
        let appear = tick.clone();
        Self {
            now_ms: signal,
            _interval: Interval::new(TICK_MS, tick),
            // A page that was out of sight has missed some.
            _listener: EventListener::new(&document(), "visibilitychange", move |_| appear()),
        }
    }

    fn shared() -> Rc<Self> {
        CLOCK.with_borrow_mut(|shared| {
            shared.upgrade().unwrap_or_else(|| {
                let clock = Rc::new(Self::start());
                *shared = Rc::downgrade(&clock);
                clock
            })
        })
    }
}

/// The time in milliseconds since 1970, to the minute. The current owner keeps the clock.
pub fn use_now() -> Signal<Option<u64>> {
    let clock = Clock::shared();
    let now_ms = clock.now_ms.clone();
    StoredValue::new_local(clock);
    Signal::derive(move || Some(now_ms.get()))
}
