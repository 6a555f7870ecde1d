//! Leptos's reactive parts behind one type each. Leptos makes code anew for every closure that it is
//! given; what goes through here shares one copy.

use leptos::prelude::*;

/// A part of a view that changes with the signals it reads.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// Erases the type of the closure that makes a part of a view.
pub fn live<T>(make: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(make)
}

/// Runs `run` once the page stands, and again whenever a signal that it read has changed. Never natively.
pub fn effect(run: impl FnMut() + 'static) {
    fn erased(run: Box<dyn FnMut()>) {
        Effect::new(run);
    }
    erased(Box::new(run));
}
