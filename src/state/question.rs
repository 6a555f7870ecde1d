//! Asking the site without waiting.

use std::{future::Future, sync::Arc};

use futures::{FutureExt, future::BoxFuture};
use leptos::{prelude::*, task::spawn_local};

use crate::error::Error;

type Ask<T> = Arc<dyn Fn() -> BoxFuture<'static, Result<T, Error>> + Send + Sync>;

/// A question to the site and, once it has come, the answer. Copy: hand it down freely.
///
/// An answer that is already here (embedded in the page, or a test's) is there at once, before anything
/// is rendered; one that is on its way arrives as a signal's new value. That is all the machinery that
/// rendering in the browser, natively and over a prerendered page needs, at a fraction of the size of
/// Leptos's resources with their own way of carrying data into hydration.
pub struct Question<T: Send + Sync + 'static> {
    answer: RwSignal<Option<Result<T, Error>>>,
    ask: StoredValue<Ask<T>>,
}

impl<T: Send + Sync + 'static> Clone for Question<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Question<T> {}

impl<T: Clone + Send + Sync + 'static> Question<T> {
    /// Asks.
    pub fn new<F>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let ask: Ask<T> = Arc::new(move || ask().boxed());
        let question = Self { answer: RwSignal::new(None), ask: StoredValue::new(ask) };
        question.ask();
        question
    }

    /// The answer; `None` until it has come.
    pub fn answer(&self) -> Option<Result<T, Error>> {
        self.answer.get()
    }

    /// What was asked for; `None` until it has come, and where it cannot be had.
    pub fn value(&self) -> Option<T> {
        self.answer.with(|answer| answer.as_ref()?.as_ref().ok().cloned())
    }

    /// The same without following later changes.
    pub fn value_untracked(&self) -> Option<T> {
        self.answer.with_untracked(|answer| answer.as_ref()?.as_ref().ok().cloned())
    }

    /// Asks again.
    pub fn retry(self) {
        self.answer.set(None);
        self.ask();
    }

    fn ask(self) {
        let mut future = self.ask.with_value(|ask| ask());
        match (&mut future).now_or_never() {
            Some(answer) => self.answer.set(Some(answer)),
            None => spawn_local(async move { self.answer.set(Some(future.await)) }),
        }
    }
}
