//! The real WordPress that `tests/wordpress/wordpress.mjs` runs: two sites that the tests share. One test at a time
//! uses a site.

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

/// One of the two sites. Other tests wait until it is dropped.
#[derive(Debug)]
pub struct WordPress {
    /// The URL of the site, without a slash at the end.
    pub url: String,
    _lock: MutexGuard<'static, ()>,
}

impl WordPress {
    /// Waits for a site, resets it, and sets its `rules`.
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
        // A test that failed has poisoned the lock. The reset below undoes what it changed.
        let lock = site.lock().unwrap_or_else(PoisonError::into_inner);
        let http = Http::default();
        http.text(&format!("{url}/?tadwina-test=reset"));
        let Rules { moderation, flood, registration, aged, nameless, fate } = rules;
        let [moderation, flood, registration, aged, nameless] =
            [moderation, flood, registration, aged, nameless].map(u8::from);
        let fate = fate.names().map(|(_, setting)| setting).unwrap_or_default();
        let settings = format!(
            "moderation={moderation}&flood={flood}&registration={registration}&close={aged}&anonymous={nameless}&{fate}"
        );
        let response = http.text(&format!("{url}/?tadwina-test&{settings}"));
        assert!(response.starts_with('{'), "{url} does not have the settings for tests: {response}");
        Self { url, _lock: lock }
    }
}
