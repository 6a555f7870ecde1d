//! A request to the site with its state, for views to render.
//!
//! Why not Leptos's `Resource`: a response that is already here (inline in the page, prefetched, or a test's)
//! must be there before anything is rendered, natively too. A `Resource` is always rendered pending first, and
//! brings code to serialise its value for hydration, which this application does not do.

use std::{future::Future, sync::Arc};

use futures::{FutureExt, future::BoxFuture};
use leptos::{prelude::*, task::spawn_local};

use crate::error::Error;

type Fetcher<T> = Arc<dyn Fn() -> BoxFuture<'static, Result<T, Error>> + Send + Sync>;

/// A request and its result. Copy, like a signal, and owned like one: a response that comes when the owner is
/// gone is dropped.
///
/// ```text
/// let article = Query::new(move || { let client = client.clone(); async move { client.article(&key).await } });
/// view! { {move || match article.result() { None => …, Some(Ok(article)) => …, Some(Err(error)) => … }} }
/// ```
pub struct Query<T: 'static> {
    result: RwSignal<Option<Result<T, Error>>>,
    fetcher: StoredValue<Fetcher<T>>,
    /// How many fetches were started.
    fetches: StoredValue<u32>,
    /// Whether its value stays as long as the query.
    is_lasting: bool,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T: Clone + Send + Sync + 'static> Query<T> {
    /// Starts the request that `fetcher` makes.
    pub fn new<F>(fetcher: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        Self::start(fetcher, false)
    }

    /// The same for what is fetched once for many pages: its value never changes, so those who read it do not follow
    /// it. A signal keeps each follower, also one that is gone, until it changes: every page would stay in memory.
    pub fn lasting<F>(fetcher: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        Self::start(fetcher, true)
    }

    fn start<F>(fetcher: impl Fn() -> F + Send + Sync + 'static, is_lasting: bool) -> Self
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let fetcher: Fetcher<T> = Arc::new(move || fetcher().boxed());
        let query = Self {
            result: RwSignal::new(None),
            fetcher: StoredValue::new(fetcher),
            fetches: StoredValue::new(0),
            is_lasting,
        };
        query.fetch();
        query
    }

    /// The value or the error; `None` until there is a response.
    pub fn result(self) -> Option<Result<T, Error>> {
        self.follow();
        self.result.get_untracked()
    }

    /// The value; `None` until there is a response, and after an error.
    pub fn value(self) -> Option<T> {
        self.follow();
        self.result.read_untracked().as_ref()?.as_ref().ok().cloned()
    }

    fn follow(self) {
        let is_final = self.is_lasting && matches!(&*self.result.read_untracked(), Some(Ok(_)));
        if !is_final {
            self.result.track();
        }
    }

    /// The same without following later changes. `None` also when the owner is gone: tasks may outlive it.
    pub fn value_untracked(self) -> Option<T> {
        self.result.try_read_untracked()?.as_ref()?.as_ref().ok().cloned()
    }

    /// Replaces the result by what was learned in another way.
    pub fn set(self, value: T) {
        self.result.set(Some(Ok(value)));
    }

    /// Forgets the result and makes the request again.
    pub fn refetch(self) {
        self.result.set(None);
        self.fetch();
    }

    /// A response that is already here is set at once, so that the first rendering has it.
    fn fetch(self) {
        let Some(fetcher) = self.fetcher.try_get_value() else { return };
        self.fetches.update_value(|fetches| *fetches += 1);
        let number = self.fetches.try_get_value();
        let mut response = fetcher();
        match (&mut response).now_or_never() {
            Some(result) => self.result.set(Some(result)),
            None => spawn_local(async move {
                let result = response.await;
                // A fetch that was started later has the newer response, whichever comes first.
                if self.fetches.try_get_value() == number {
                    self.result.set(Some(result));
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Mutex,
        atomic::{AtomicU32, Ordering::SeqCst},
    };

    use any_spawner::Executor;
    use futures::{
        channel::oneshot::{self, Sender},
        future,
    };

    use super::*;

    /// Runs a test with an owner and an executor.
    fn with_owner<T>(test: impl FnOnce() -> T) -> T {
        // An error means that another test has started the executor.
        let _ = Executor::init_futures_executor();
        Owner::new().with(test)
    }

    /// A query, and the senders of the responses to its first fetches.
    fn pending_query<const N: usize>() -> (Query<u32>, [Sender<u32>; N]) {
        let channels = (0..N).map(|_| oneshot::channel());
        let (senders, receivers): (Vec<_>, Vec<_>) = channels.unzip();
        let receivers = Mutex::new(receivers.into_iter());
        let query = Query::new(move || {
            let response = receivers.lock().unwrap().next().unwrap();
            async move { response.await.map_err(|_| Error::NotFound) }
        });
        Executor::poll_local();
        (query, senders.try_into().unwrap())
    }

    #[test]
    fn a_response_that_is_ready_is_the_result_at_once() {
        with_owner(|| {
            let query = Query::new(|| future::ready(Ok(7)));
            assert_eq!(query.result(), Some(Ok(7)));
            assert_eq!((query.value(), query.value_untracked()), (Some(7), Some(7)));
        });
    }

    #[test]
    fn an_error_is_a_result_without_a_value() {
        with_owner(|| {
            let query = Query::<u32>::new(|| future::ready(Err(Error::NotFound)));
            assert_eq!(query.result(), Some(Err(Error::NotFound)));
            assert_eq!((query.value(), query.value_untracked()), (None, None));
        });
    }

    #[test]
    fn a_response_that_takes_time_becomes_the_result_when_it_arrives() {
        with_owner(|| {
            let (query, [response]) = pending_query();
            assert_eq!(query.result(), None);
            response.send(7).unwrap();
            Executor::poll_local();
            assert_eq!(query.result(), Some(Ok(7)));
        });
    }

    #[test]
    fn a_refetch_replaces_the_result() {
        with_owner(|| {
            let fetches = Arc::new(AtomicU32::new(0));
            let count = fetches.clone();
            let query = Query::new(move || {
                let times = count.fetch_add(1, SeqCst) + 1;
                async move { if times == 1 { Err(Error::NotFound) } else { Ok(times) } }
            });
            assert_eq!(query.result(), Some(Err(Error::NotFound)));
            query.refetch();
            assert_eq!((query.result(), fetches.load(SeqCst)), (Some(Ok(2)), 2));
        });
    }

    #[test]
    fn there_is_no_result_during_a_refetch() {
        with_owner(|| {
            let fetches = AtomicU32::new(0);
            let query = Query::new(move || match fetches.fetch_add(1, SeqCst) {
                0 => future::ready(Ok(7)).boxed(),
                _ => future::pending().boxed(),
            });
            query.refetch();
            assert_eq!(query.result(), None);
        });
    }

    #[test]
    fn a_late_response_to_an_earlier_fetch_does_not_replace_a_newer_one() {
        with_owner(|| {
            let (query, [first, second]) = pending_query();
            query.refetch();
            Executor::poll_local();
            second.send(2).unwrap();
            Executor::poll_local();
            assert_eq!(query.result(), Some(Ok(2)));
            first.send(1).unwrap();
            Executor::poll_local();
            assert_eq!(query.result(), Some(Ok(2)));
        });
    }

    #[test]
    fn a_response_to_an_earlier_fetch_is_not_the_result_of_a_refetch() {
        with_owner(|| {
            let (query, [first, _second]) = pending_query();
            query.refetch();
            first.send(1).unwrap();
            Executor::poll_local();
            assert_eq!(query.result(), None);
        });
    }

    #[test]
    fn a_lasting_value_is_followed_until_it_is_there() {
        with_owner(|| {
            let (sender, receiver) = oneshot::channel();
            let receiver = Mutex::new(Some(receiver));
            let query = Query::lasting(move || {
                let response = receiver.lock().unwrap().take().unwrap();
                async move { response.await.map_err(|_| Error::NotFound) }
            });
            let reader = Memo::new(move |_| query.value());
            assert_eq!(reader.get(), None);
            sender.send(7).unwrap();
            Executor::poll_local();
            assert_eq!(reader.get(), Some(7));
            query.set(8);
            assert_eq!(reader.get(), Some(7));
        });
    }

    #[test]
    fn a_response_that_arrives_after_the_owner_is_gone_is_dropped() {
        let _ = Executor::init_futures_executor();
        let owner = Owner::new();
        let (query, [response]) = owner.with(pending_query);
        owner.cleanup();
        response.send(7).unwrap();
        Executor::poll_local();
        query.refetch();
        assert_eq!(query.value_untracked(), None);
    }
}
