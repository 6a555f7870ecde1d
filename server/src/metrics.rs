//! What monitoring learns of the server: numbers, and nothing about readers or addresses.

use std::{fmt, time::Duration};

use axum::http::StatusCode;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::{Family, MetricConstructor},
        gauge::Gauge,
        histogram::Histogram,
    },
    registry::{Registry, Unit},
};

/// The media type of what [`Metrics::text`] returns.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Who answers a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// This server, with one of its pages.
    Page,
    /// This server, with a file of the elements.
    File,
    /// WordPress.
    Site,
    /// Nobody: there were too many.
    Refused,
    /// This server, to those who run it.
    Operation,
}

/// What the cache had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    /// The page, fresh.
    Hit,
    /// The page, no longer fresh; it was shown while it is rendered again, or because the site does not respond.
    Stale,
    /// Nothing.
    Miss,
    /// Nothing, because the page is one reader's.
    Personal,
}

/// For what the site is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To render a page.
    Api,
    /// To pass its response on.
    Passing,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    kind: &'static str,
    status: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CacheLabels {
    found: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct SiteLabels {
    purpose: &'static str,
}

/// Makes the histograms of durations.
#[derive(Clone)]
struct Durations;

/// From what a cache plugin needs to what is hardly borne, in seconds.
const BUCKETS_S: [f64; 10] = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

impl MetricConstructor<Histogram> for Durations {
    fn new_metric(&self) -> Histogram {
        Histogram::new(BUCKETS_S)
    }
}

/// The numbers of one server.
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    cache: Family<CacheLabels, Counter>,
    site_errors: Family<SiteLabels, Counter>,
    site_durations: Family<SiteLabels, Histogram, Durations>,
    cache_bytes: Gauge,
    cache_pages: Gauge,
    under_way: Gauge,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("tadwina"),
            requests: Family::default(),
            cache: Family::default(),
            site_errors: Family::default(),
            site_durations: Family::new_with_constructor(Durations),
            cache_bytes: Gauge::default(),
            cache_pages: Gauge::default(),
            under_way: Gauge::default(),
        };
        let registry = &mut metrics.registry;
        registry.register("requests", "Requests of readers", metrics.requests.clone());
        registry.register("cache_requests", "What the cache had for pages", metrics.cache.clone());
        let help = "Requests to the site that failed or ended in a status of 5xx";
        registry.register("site_errors", help, metrics.site_errors.clone());
        let help = "Time until the site had responded";
        registry.register_with_unit("site_response", help, Unit::Seconds, metrics.site_durations.clone());
        registry.register_with_unit("cache", "Pages in memory", Unit::Bytes, metrics.cache_bytes.clone());
        registry.register("cache_pages", "Pages in memory", metrics.cache_pages.clone());
        registry.register("requests_under_way", "Requests under way", metrics.under_way.clone());
        metrics
    }
}

/// What is measured when somebody asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Levels {
    /// Bytes of the pages in memory.
    pub cache_bytes: u64,
    /// The pages in memory.
    pub cache_pages: u64,
    /// Requests under way.
    pub under_way: usize,
}

impl Metrics {
    /// That a request was answered.
    pub fn answered(&self, kind: Kind, status: StatusCode) {
        let kind = match kind {
            Kind::Page => "page",
            Kind::File => "file",
            Kind::Site => "site",
            Kind::Refused => "refused",
            Kind::Operation => "operation",
        };
        let status = match status.as_u16() / 100 {
            1 => "1xx",
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        self.requests.get_or_create(&RequestLabels { kind, status }).inc();
    }

    /// What the cache had for a request.
    pub fn found(&self, found: Found) {
        let found = match found {
            Found::Hit => "hit",
            Found::Stale => "stale",
            Found::Miss => "miss",
            Found::Personal => "personal",
        };
        self.cache.get_or_create(&CacheLabels { found }).inc();
    }

    /// That the site was asked. `status` is there if it responded.
    pub fn site_asked(&self, purpose: Purpose, took: Duration, status: Option<StatusCode>) {
        let purpose = match purpose {
            Purpose::Api => "api",
            Purpose::Passing => "passing",
        };
        let labels = SiteLabels { purpose };
        self.site_durations.get_or_create(&labels).observe(took.as_secs_f64());
        if status.is_none_or(|status| status.is_server_error()) {
            self.site_errors.get_or_create(&labels).inc();
        }
    }

    /// All numbers, as Prometheus reads them.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn text(&self, levels: Levels) -> Result<String, fmt::Error> {
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        self.cache_bytes.set(whole(levels.cache_bytes));
        self.cache_pages.set(whole(levels.cache_pages));
        self.under_way.set(i64::try_from(levels.under_way).unwrap_or(i64::MAX));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_by_kind() {
        let metrics = Metrics::default();
        metrics.answered(Kind::Page, StatusCode::OK);
        metrics.answered(Kind::Page, StatusCode::NOT_MODIFIED);
        metrics.found(Found::Hit);
        metrics.site_asked(Purpose::Api, Duration::from_millis(30), Some(StatusCode::OK));
        metrics.site_asked(Purpose::Api, Duration::from_millis(30), None);
        metrics.site_asked(Purpose::Passing, Duration::ZERO, Some(StatusCode::BAD_GATEWAY));
        let text = metrics.text(Levels { cache_bytes: 7, cache_pages: 1, under_way: 2 }).unwrap();
        for line in [
            "tadwina_requests_total{kind=\"page\",status=\"2xx\"} 1",
            "tadwina_requests_total{kind=\"page\",status=\"3xx\"} 1",
            "tadwina_cache_requests_total{found=\"hit\"} 1",
            "tadwina_site_errors_total{purpose=\"api\"} 1",
            "tadwina_site_errors_total{purpose=\"passing\"} 1",
            "tadwina_site_response_seconds_bucket{le=\"0.025\",purpose=\"api\"} 0",
            "tadwina_site_response_seconds_count{purpose=\"api\"} 2",
            "tadwina_cache_bytes 7",
            "tadwina_cache_pages 1",
            "tadwina_requests_under_way 2",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }
}
