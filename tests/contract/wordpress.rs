//! The real WordPress that `tests/wordpress/wordpress.mjs` runs: two sites that all tests share, one test
//! at a time.

use std::{
    env,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    http::Http,
    site::{Kind, Rules},
};

static STOCK: Mutex<()> = Mutex::new(());
static OPEN: Mutex<()> = Mutex::new(());

/// One of the sites, for as long as it is held.
#[derive(Debug)]
pub struct WordPress {
    /// Where it stands, without a slash at the end.
    pub url: String,
    _alone: MutexGuard<'static, ()>,
}

impl WordPress {
    /// Takes a site, as it was at the start and then by `rules`.
    pub fn take(kind: Kind, rules: Rules) -> Self {
        let (variable, site) = match kind {
            Kind::Stock => ("TADWINA_WORDPRESS_URL", &STOCK),
            Kind::Open => ("TADWINA_WORDPRESS_OPEN_URL", &OPEN),
        };
        let url = env::var(variable).unwrap_or_else(|_| {
            panic!(
                "{variable} is not set. Run these tests by\n    node tests/wordpress/wordpress.mjs run -- \
                 cargo test --test contract"
            )
        });
        // A test that failed leaves nothing that the next one does not put right.
        let alone = site.lock().unwrap_or_else(PoisonError::into_inner);
        let http = Http::default();
        http.text(&format!("{url}/?tadwina-test=reset"));
        let Rules { moderation, flood, registration } = rules;
        let [moderation, flood, registration] = [moderation, flood, registration].map(u8::from);
        let settings = format!("moderation={moderation}&flood={flood}&registration={registration}");
        let answer = http.text(&format!("{url}/?tadwina-test&{settings}"));
        assert!(answer.starts_with('{'), "{url} has no switches for tests: {answer}");
        Self { url, _alone: alone }
    }
}
