//! The settings: options of the command line, or environment variables.

use std::path::PathBuf;

use clap::Parser;

/// A WordPress REST API to develop and test tadwina against.
#[derive(Debug, Clone, Parser)]
#[command(name = "tadwina-sandbox", version)]
pub struct Settings {
    /// Port on 127.0.0.1; 0 takes a free one. The first line of standard output says which.
    #[arg(long, env = "TADWINA_SANDBOX_PORT", default_value_t = 8081)]
    pub port: u16,
    /// SQLite file; created and filled on the first start.
    #[arg(long, env = "TADWINA_SANDBOX_DATA", default_value = "sandbox.sqlite")]
    pub data: PathBuf,
    /// Stop when the process with this ID has ended.
    #[arg(long, env = "TADWINA_SANDBOX_WHILE_PID", value_name = "PID")]
    pub while_pid: Option<i32>,
    #[command(flatten)]
    /// How comments are received.
    pub discussion: Discussion,
}

/// The settings of WordPress's "Discussion" page that the sandbox has.
#[derive(Debug, Clone, Parser)]
pub struct Discussion {
    /// Hold new comments for moderation.
    #[arg(long, env = "TADWINA_SANDBOX_MODERATION")]
    pub moderation: bool,
    /// Refuse comments over REST to readers who are not logged in, as a stock WordPress does.
    #[arg(long, env = "TADWINA_SANDBOX_NO_ANONYMOUS_REST")]
    pub no_anonymous_rest: bool,
    /// Seconds that must pass between two comments of one reader; 0 for none.
    #[arg(long, env = "TADWINA_SANDBOX_FLOOD_SECONDS", default_value_t = 15, value_name = "N")]
    pub flood_seconds: i64,
    /// Take comments without a name and an e-mail address.
    #[arg(long, env = "TADWINA_SANDBOX_NO_NAME_EMAIL")]
    pub no_name_email: bool,
}

impl Default for Discussion {
    fn default() -> Self {
        Self { moderation: false, no_anonymous_rest: false, flood_seconds: 15, no_name_email: false }
    }
}
