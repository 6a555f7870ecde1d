//! The settings of those who run the server: limits, time limits, what is told to monitoring and by whom pages are
//! outdated.

use std::time::Duration;

use axum::http::HeaderValue;
use clap::Args;

use super::SetupError;

/// The fewest characters of a secret: a shorter one could be found by trying.
const MIN_SECRET_CHARS: usize = 16;

/// The settings as they are given.
#[derive(Debug, Clone, Args)]
pub struct OperationArguments {
    /// Most requests at the same time. Others get 503 and are asked to come again.
    #[arg(long, env = "TADWINA_MAX_REQUESTS", default_value_t = 1024, value_name = "N")]
    pub max_requests: usize,
    /// Most bytes that a reader may send in one request, uploads included.
    #[arg(long, env = "TADWINA_MAX_BODY_BYTES", default_value_t = 128 << 20, value_name = "N")]
    pub max_body_bytes: usize,
    /// Seconds for which a reader may take to send the head of a request, or a connection may wait for the next one.
    #[arg(long, env = "TADWINA_HEAD_TIMEOUT_S", default_value_t = 30, value_name = "N")]
    pub head_timeout_s: u64,
    /// Seconds for which a reader may be silent in the middle of what is sent.
    #[arg(long, env = "TADWINA_BODY_TIMEOUT_S", default_value_t = 30, value_name = "N")]
    pub body_timeout_s: u64,
    /// Seconds for which a reader may take nothing of what is sent.
    #[arg(long, env = "TADWINA_SEND_TIMEOUT_S", default_value_t = 60, value_name = "N")]
    pub send_timeout_s: u64,
    /// Seconds for which browsers may ask for the site by HTTPS alone (Strict-Transport-Security); 0 does not say so.
    #[arg(long, env = "TADWINA_HSTS_S", default_value_t = 0, value_name = "N")]
    pub hsts_s: u64,
    /// Answer /metrics, for Prometheus.
    #[arg(long, env = "TADWINA_METRICS")]
    pub metrics: bool,
    /// The secret of those who may outdate pages; without one nobody may. At least 16 characters.
    #[arg(long, env = "TADWINA_PURGE_SECRET", hide_env_values = true, value_name = "TEXT")]
    pub purge_secret: Option<String>,
}

/// The settings as the server uses them.
#[derive(Debug, Clone, Default)]
pub struct Operation {
    /// Most requests at the same time.
    pub max_requests: usize,
    /// Most bytes of the body of a request.
    pub max_body_bytes: usize,
    /// How long the head of a request may take.
    pub head_timeout: Duration,
    /// How long a reader may be silent within the body of a request.
    pub body_timeout: Duration,
    /// How long a reader may take nothing of what is sent.
    pub send_timeout: Duration,
    /// The value of `Strict-Transport-Security`.
    pub hsts: Option<HeaderValue>,
    /// Whether there is `/metrics`.
    pub has_metrics: bool,
    /// Who knows it may outdate pages.
    pub purge_secret: Option<Secret>,
}

/// A text that no log shows.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// The text.
    pub const fn text(&self) -> &str {
        self.0.as_str()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

impl Operation {
    /// Reads the settings. `public_origin` is where readers find the site.
    ///
    /// # Errors
    /// One of them cannot be used.
    pub fn new(arguments: &OperationArguments, public_origin: &str) -> Result<Self, SetupError> {
        let purge_secret = match &arguments.purge_secret {
            Some(secret) if secret.chars().count() < MIN_SECRET_CHARS => return Err(SetupError::Secret),
            secret => secret.clone().map(Secret),
        };
        Ok(Self {
            // More than the semaphore can count is as good as no limit.
            max_requests: arguments.max_requests.clamp(1, tokio::sync::Semaphore::MAX_PERMITS),
            max_body_bytes: arguments.max_body_bytes,
            head_timeout: Duration::from_secs(arguments.head_timeout_s.max(1)),
            body_timeout: Duration::from_secs(arguments.body_timeout_s.max(1)),
            send_timeout: Duration::from_secs(arguments.send_timeout_s.max(1)),
            hsts: hsts(arguments.hsts_s, public_origin)?,
            has_metrics: arguments.metrics,
            purge_secret,
        })
    }
}

/// Browsers ignore the header where they did not come by HTTPS, so that it would do nothing there.
fn hsts(seconds: u64, public_origin: &str) -> Result<Option<HeaderValue>, SetupError> {
    if seconds == 0 {
        return Ok(None);
    }
    if !public_origin.starts_with("https://") {
        return Err(SetupError::Hsts);
    }
    HeaderValue::from_str(&format!("max-age={seconds}")).map(Some).map_err(|_| SetupError::Hsts)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::settings::{Arguments, Command, Setup};

    fn operation(site: &str, arguments: &[&str]) -> Result<Operation, SetupError> {
        let given = ["tadwina-server", "serve", "--site", site].into_iter();
        let Command::Serve(arguments) = Arguments::parse_from(given.chain(arguments.iter().copied())).command
        else {
            unreachable!("it is serve")
        };
        Setup::new(&arguments).map(|setup| setup.operation)
    }

    #[test]
    fn https_alone_can_be_asked_for_where_readers_come_by_https() {
        let hsts =
            |site: &str, arguments: &[&str]| operation(site, arguments).map(|operation| operation.hsts);
        assert_eq!(hsts("https://blog.example", &[]), Ok(None));
        let value = HeaderValue::from_static("max-age=300");
        assert_eq!(hsts("https://blog.example", &["--hsts-s", "300"]), Ok(Some(value)));
        assert_eq!(hsts("http://blog.example", &["--hsts-s", "300"]), Err(SetupError::Hsts));
    }

    #[test]
    fn a_secret_is_long_and_shown_nowhere() {
        let site = "https://blog.example";
        assert!(matches!(operation(site, &["--purge-secret", "short"]), Err(SetupError::Secret)));
        let operation = operation(site, &["--purge-secret", "0123456789abcdef"]).unwrap();
        assert!(!format!("{operation:?}").contains("0123456789"), "{operation:?}");
    }
}
