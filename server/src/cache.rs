//! Pages that were rendered before. Many requests for one page are one rendering; a page that is no longer fresh is shown
//! once more while it is rendered again, and as long as the site does not respond.

use std::{
    collections::HashMap,
    num::NonZero,
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    thread::available_parallelism,
    time::{Duration, Instant},
};

use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use moka::sync::Cache;
use tadwina::model::ArticleId;
use tokio::{
    sync::Semaphore,
    task::{spawn, spawn_blocking},
    time::timeout,
};

use crate::{
    asked::Visit,
    document::Document,
    metrics::{Found, Levels, Metrics},
    page::{Outcome, page},
    purge::covers,
    settings::Setup,
    upstream::Upstream,
};

/// How long a reader waits for a page that was outdated, before the older one is shown.
const OUTDATED_WAIT_MS: u64 = 5_000;
/// How long the older page is shown at once after the site could not be asked for the new one, before it is asked again.
const RETRY_MS: u64 = 5_000;
/// Most pages for which that is known.
const MAX_RETRIES: u64 = 10_000;

/// A page that was rendered.
#[derive(Debug, Clone)]
struct Kept {
    document: Arc<Document>,
    rendered: Instant,
    generation: u64,
}

/// The generation of a page that was outdated by itself. The first one is 1.
const OUTDATED: u64 = 0;

type Flight = Shared<BoxFuture<'static, Outcome>>;

/// The pages of one site. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Pages {
    setup: Arc<Setup>,
    upstream: Upstream,
    metrics: Arc<Metrics>,
    kept: Cache<String, Kept>,
    /// The addresses of pages that could not be rendered again a moment ago.
    failed: Cache<String, ()>,
    state: Arc<State>,
}

#[derive(Debug)]
struct State {
    /// What is being rendered, with the number of the rendering. One that was outdated is not here any more.
    flights: Mutex<HashMap<Visit, (u64, Flight)>>,
    /// How many renderings have begun.
    begun: AtomicU64,
    /// How often all pages were outdated. What is older must not be shown as new.
    generation: AtomicU64,
    /// Places for compressing pages, one for each processor: it takes megabytes for each.
    encoders: Semaphore,
}

/// The address in the cache, besides its text.
const KEY_BYTES: usize = 128;

impl Pages {
    /// The pages of `upstream`, none of them rendered.
    pub fn new(setup: Arc<Setup>, upstream: Upstream, metrics: Arc<Metrics>) -> Self {
        let kept = Cache::builder()
            .max_capacity(setup.cache_bytes)
            .weigher(|key: &String, kept: &Kept| {
                u32::try_from(key.len() + KEY_BYTES + kept.document.size_bytes()).unwrap_or(u32::MAX)
            })
            .time_to_live(setup.fresh + setup.stale)
            .build();
        let failed =
            Cache::builder().max_capacity(MAX_RETRIES).time_to_live(Duration::from_millis(RETRY_MS)).build();
        let state = State {
            flights: Mutex::default(),
            begun: AtomicU64::new(0),
            generation: AtomicU64::new(OUTDATED + 1),
            encoders: Semaphore::new(available_parallelism().map_or(1, NonZero::get)),
        };
        Self { setup, upstream, metrics, kept, failed, state: Arc::new(state) }
    }

    /// The page of `visit`.
    pub async fn get(&self, visit: Visit) -> Outcome {
        if !visit.is_common() {
            self.metrics.found(Found::Personal);
            return page(&visit, &self.setup, &self.upstream).await;
        }
        let address = visit.page_address();
        let Some(kept) = self.kept.get(&address) else {
            self.metrics.found(Found::Miss);
            return self.rendering(visit).await;
        };
        let is_current = kept.generation == self.state.generation.load(SeqCst);
        let is_fresh = kept.rendered.elapsed() < self.setup.fresh;
        let shown = Outcome::Page { document: kept.document, is_kept: true };
        if is_current && is_fresh {
            self.metrics.found(Found::Hit);
            return shown;
        }
        if self.failed.contains_key(&address) {
            self.metrics.found(Found::Stale);
            return shown;
        }
        // It goes on by itself, whether somebody waits or not.
        let rendering = self.rendering(visit);
        if is_current {
            self.metrics.found(Found::Stale);
            return shown;
        }
        match timeout(Duration::from_millis(OUTDATED_WAIT_MS), rendering).await {
            Ok(Outcome::Broken(_) | Outcome::Failed) | Err(_) => {
                self.metrics.found(Found::Stale);
                shown
            }
            Ok(rendered) => {
                self.metrics.found(Found::Miss);
                rendered
            }
        }
    }

    /// That every page may have changed.
    pub fn outdate_all(&self) {
        let mut flights = self.flights();
        self.state.generation.fetch_add(1, SeqCst);
        self.failed.invalidate_all();
        // They may have read what was there before.
        flights.clear();
    }

    /// That the page at `address` may have changed, and what stands below it.
    pub fn outdate(&self, address: &str) {
        let mut flights = self.flights();
        self.failed.invalidate_all();
        flights.retain(|visit, _| !covers(address, &visit.address));
        for (key, kept) in &self.kept {
            if covers(address, &key) {
                self.kept.insert(key.to_string(), Kept { generation: OUTDATED, ..kept });
            }
        }
    }

    /// That the pages of `article` may have changed, whatever their addresses are.
    pub fn outdate_article(&self, article: ArticleId) {
        let mut flights = self.flights();
        self.failed.invalidate_all();
        // What they show is not known yet.
        flights.clear();
        for (key, kept) in &self.kept {
            if kept.document.article == Some(article) {
                self.kept.insert(key.to_string(), Kept { generation: OUTDATED, ..kept });
            }
        }
    }

    /// How much is kept.
    pub fn levels(&self) -> Levels {
        self.kept.run_pending_tasks();
        let (cache_bytes, cache_pages) = (self.kept.weighted_size(), self.kept.entry_count());
        Levels { cache_bytes, cache_pages, ..Levels::default() }
    }

    /// Renders the page of `visit`, together with all who ask for it meanwhile.
    fn rendering(&self, visit: Visit) -> Flight {
        let pages = self.clone();
        let mut flights = self.flights();
        let (_, begun) = flights.entry(visit.clone()).or_insert_with(|| {
            let number = self.state.begun.fetch_add(1, SeqCst);
            let rendering = spawn(async move {
                let rendering = AssertUnwindSafe(pages.rendered(&visit)).catch_unwind();
                let outcome = rendering.await.unwrap_or(Outcome::Failed);
                // Nobody takes this lock before the flight is in the map.
                pages.keep(&visit, number, &outcome);
                outcome
            });
            (number, rendering.map(|ended| ended.unwrap_or(Outcome::Failed)).boxed().shared())
        });
        begun.clone()
    }

    /// The page, compressed if many will ask for it.
    async fn rendered(&self, visit: &Visit) -> Outcome {
        let outcome = page(visit, &self.setup, &self.upstream).await;
        let Outcome::Page { mut document, is_kept: true } = outcome else { return outcome };
        // Most pages that are rendered again have not changed.
        if let Some(Kept { document: kept, .. }) = self.kept.get(&visit.page_address())
            && kept.body == document.body
        {
            return Outcome::Page { document: kept, is_kept: true };
        }
        // An error would say that the semaphore was closed, which nobody does.
        let _place = self.state.encoders.acquire().await;
        let encoding = spawn_blocking(move || {
            if let Err(error) = Arc::make_mut(&mut document).encode() {
                tracing::error!(%error, "a page was not compressed");
            }
            Outcome::Page { document, is_kept: true }
        });
        encoding.await.unwrap_or(Outcome::Failed)
    }

    /// Keeps what was rendered, unless it was outdated meanwhile.
    fn keep(&self, visit: &Visit, number: u64, outcome: &Outcome) {
        let mut flights = self.flights();
        if flights.get(visit).is_none_or(|(current, _)| *current != number) {
            return;
        }
        flights.remove(visit);
        match outcome {
            Outcome::Page { document, is_kept: true } => {
                let generation = self.state.generation.load(SeqCst);
                let kept = Kept { document: document.clone(), rendered: Instant::now(), generation };
                self.kept.insert(visit.page_address(), kept);
            }
            // The site does not have it any more.
            Outcome::AtSite { .. } => self.kept.invalidate(&visit.page_address()),
            Outcome::Page { .. } | Outcome::Broken(_) | Outcome::Failed => {
                self.failed.insert(visit.page_address(), ());
            }
        }
    }

    /// Nothing panics while it holds the lock, so that what it guards is whole.
    fn flights(&self) -> MutexGuard<'_, HashMap<Visit, (u64, Flight)>> {
        self.state.flights.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
