//! Pages that were rendered before. Many requests for one page are one rendering; a page that is no longer fresh is shown
//! once more while it is rendered again, and as long as the site does not respond.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Instant,
};

use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use moka::sync::Cache;

use crate::{
    asked::Visit,
    document::Document,
    page::{Outcome, page},
    settings::Setup,
    upstream::Upstream,
};

/// A page that was rendered.
#[derive(Debug, Clone)]
struct Kept {
    document: Arc<Document>,
    rendered: Instant,
    generation: u64,
}

type Flight = Shared<BoxFuture<'static, Outcome>>;

/// The pages of one site. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Pages {
    setup: Arc<Setup>,
    upstream: Upstream,
    kept: Cache<String, Kept>,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// What is being rendered, by its visit and generation.
    flights: Mutex<HashMap<(Visit, u64), Flight>>,
    /// How often something was written. What is older than that must not be shown as new.
    generation: AtomicU64,
}

/// The address in the cache, besides its text.
const KEY_BYTES: usize = 128;

impl Pages {
    /// The pages of `upstream`, none of them rendered.
    pub fn new(setup: Arc<Setup>, upstream: Upstream) -> Self {
        let kept = Cache::builder()
            .max_capacity(setup.cache_bytes)
            .weigher(|key: &String, kept: &Kept| {
                u32::try_from(key.len() + KEY_BYTES + kept.document.size_bytes()).unwrap_or(u32::MAX)
            })
            .time_to_live(setup.fresh + setup.stale)
            .build();
        Self { setup, upstream, kept, state: Arc::default() }
    }

    /// The page of `visit`.
    pub async fn get(&self, visit: Visit) -> Outcome {
        if !visit.is_common() {
            return page(&visit, &self.setup, &self.upstream).await;
        }
        let generation = self.state.generation.load(SeqCst);
        let kept = self.kept.get(&visit.address);
        let shown =
            kept.as_ref().map(|kept| Outcome::Page { document: kept.document.clone(), is_kept: true });
        let is_current = kept.as_ref().is_some_and(|kept| kept.generation == generation);
        let is_fresh = kept.is_some_and(|kept| kept.rendered.elapsed() < self.setup.fresh);
        match shown {
            Some(shown) if is_current && is_fresh => shown,
            // The rendering goes on by itself.
            Some(shown) if is_current => {
                drop(self.rendering(visit, generation));
                shown
            }
            shown => match (self.rendering(visit, generation).await, shown) {
                (Outcome::Broken(_) | Outcome::Failed, Some(shown)) => shown,
                (rendered, _) => rendered,
            },
        }
    }

    /// That something was written at the site.
    pub fn outdate(&self) {
        self.state.generation.fetch_add(1, SeqCst);
    }

    /// Renders the page of `visit`, together with all who ask for it meanwhile.
    fn rendering(&self, visit: Visit, generation: u64) -> Flight {
        let pages = self.clone();
        let mut flights = self.flights();
        let key = (visit.clone(), generation);
        let begun = flights.entry(key).or_insert_with(|| {
            let rendering = tokio::spawn(async move {
                let outcome = page(&visit, &pages.setup, &pages.upstream).await;
                pages.keep(&visit, generation, &outcome);
                // Nobody takes this lock before the flight is in the map.
                pages.flights().remove(&(visit, generation));
                outcome
            });
            rendering.map(|ended| ended.unwrap_or(Outcome::Failed)).boxed().shared()
        });
        begun.clone()
    }

    fn keep(&self, visit: &Visit, generation: u64, outcome: &Outcome) {
        match outcome {
            Outcome::Page { document, is_kept: true } => {
                let kept = Kept { document: document.clone(), rendered: Instant::now(), generation };
                self.kept.insert(visit.address.clone(), kept);
            }
            // The site does not have it any more.
            Outcome::AtSite { .. } => self.kept.invalidate(&visit.address),
            Outcome::Page { .. } | Outcome::Broken(_) | Outcome::Failed => {}
        }
    }

    /// Nothing panics while it holds the lock, so that what it guards is whole.
    fn flights(&self) -> MutexGuard<'_, HashMap<(Visit, u64), Flight>> {
        self.state.flights.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
