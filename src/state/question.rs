//! Asking the site without waiting.

use std::{future::Future, sync::Arc};

use futures::{FutureExt, future::BoxFuture};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    error::Error,
    reactive::{Erased, Var},
};

/// Asks, and answers what is to be put into the signal.
type Ask = Arc<dyn Fn() -> BoxFuture<'static, Erased> + Send + Sync>;

/// A question to the site and, once it has come, the answer. Copy: hand it down freely.
///
/// An answer that is already here (embedded in the page, or a test's) is there at once, before anything
/// is rendered; one that is on its way arrives as a signal's new value. That is all the machinery that
/// rendering in the browser, natively and over a prerendered page needs, at a fraction of the size of
/// Leptos's resources with their own way of carrying data into hydration.
pub struct Question<T> {
    answer: Var<Option<Result<T, Error>>>,
    ask: Var<Option<Ask>>,
}

impl<T> Clone for Question<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Question<T> {}

impl<T: Clone + Send + Sync + 'static> Question<T> {
    /// Asks.
    pub fn new<F>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let ask: Ask = Arc::new(move || {
            let asked = ask();
            async move { Arc::new(Some(asked.await)) as Erased }.boxed()
        });
        let (answer, ask) = (Var::default(), Var::new(Some(ask)));
        put(answer.erased(), ask);
        Self { answer, ask }
    }

    /// The answer; `None` until it has come.
    pub fn answer(&self) -> Option<Result<T, Error>> {
        self.answer.get()
    }

    /// What was asked for; `None` until it has come, and where it cannot be had.
    pub fn value(&self) -> Option<T> {
        self.answer.get()?.ok()
    }

    /// The same without following later changes.
    pub fn value_untracked(&self) -> Option<T> {
        self.answer.get_untracked()?.ok()
    }

    /// Asks again.
    pub fn retry(self) {
        self.answer.set(None);
        put(self.answer.erased(), self.ask);
    }
}

/// Puts the question and, when it comes, the answer.
fn put(answer: RwSignal<Erased>, ask: Var<Option<Ask>>) {
    let Some(ask) = ask.get_untracked() else { return };
    let mut future = ask();
    match (&mut future).now_or_never() {
        Some(came) => answer.set(came),
        None => spawn_local(async move { answer.set(future.await) }),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, atomic::AtomicU32, atomic::Ordering::SeqCst};

    use any_spawner::Executor;
    use futures::{channel::oneshot, future};

    use super::*;

    /// In a page of its own, with something that runs what is spawned.
    fn within<T>(test: impl FnOnce() -> T) -> T {
        // Another test may have been the first.
        let _ = Executor::init_futures_executor();
        Owner::new().with(test)
    }

    #[test]
    fn an_answer_that_is_already_here_is_there_at_once() {
        within(|| {
            let question = Question::new(|| future::ready(Ok(7)));
            assert_eq!(question.answer(), Some(Ok(7)));
            assert_eq!((question.value(), question.value_untracked()), (Some(7), Some(7)));
        });
    }

    #[test]
    fn a_failure_is_an_answer_without_a_value() {
        within(|| {
            let question = Question::<u32>::new(|| future::ready(Err(Error::NotFound)));
            assert_eq!(question.answer(), Some(Err(Error::NotFound)));
            assert_eq!((question.value(), question.value_untracked()), (None, None));
        });
    }

    #[test]
    fn an_answer_that_is_on_its_way_comes_when_it_comes() {
        within(|| {
            let (send, receive) = oneshot::channel();
            let receive = Mutex::new(Some(receive));
            let question = Question::new(move || {
                let receive = receive.lock().unwrap().take().unwrap();
                async move { receive.await.map_err(|_| Error::NotFound) }
            });
            Executor::poll_local();
            assert_eq!(question.answer(), None);
            send.send(7).unwrap();
            Executor::poll_local();
            assert_eq!(question.answer(), Some(Ok(7)));
        });
    }

    #[test]
    fn asking_again_forgets_the_old_answer_and_takes_the_new_one() {
        within(|| {
            let asked = Arc::new(AtomicU32::new(0));
            let count = asked.clone();
            let question = Question::new(move || {
                let times = count.fetch_add(1, SeqCst) + 1;
                async move { if times == 1 { Err(Error::NotFound) } else { Ok(times) } }
            });
            assert_eq!(question.answer(), Some(Err(Error::NotFound)));
            question.retry();
            assert_eq!((question.answer(), asked.load(SeqCst)), (Some(Ok(2)), 2));
        });
    }

    #[test]
    fn while_it_is_asked_again_there_is_no_answer() {
        within(|| {
            let asked = AtomicU32::new(0);
            let question = Question::new(move || match asked.fetch_add(1, SeqCst) {
                0 => future::ready(Ok(7)).boxed(),
                _ => future::pending().boxed(),
            });
            question.retry();
            assert_eq!(question.answer(), None);
        });
    }
}
