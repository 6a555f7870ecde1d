//! The options of the command line, each of which is an environment variable too.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::OperationArguments;

/// tadwina's pages as HTML that needs no script, in front of a WordPress.
#[derive(Debug, Clone, Parser)]
#[command(name = "tadwina-server", version)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the server can do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Stand before a WordPress: render its articles and lists, pass on everything else.
    Serve(ServeArguments),
    /// Write the same pages as a static site.
    Export(ExportArguments),
}

/// The settings of the pages.
#[derive(Debug, Clone, Args)]
pub struct SiteArguments {
    /// Address of the WordPress, such as `https://blog.example`. Nothing else is ever requested.
    #[arg(long, env = "TADWINA_SITE", value_name = "URL")]
    pub site: String,
    /// Host by which the WordPress knows itself, where that of --site is another, such as 127.0.0.1:8080.
    #[arg(long, env = "TADWINA_SITE_HOST", value_name = "HOST")]
    pub site_host: Option<String>,
    /// Origin at which readers find the site, for links that leave it. Without it, that of --site.
    #[arg(long, env = "TADWINA_PUBLIC", value_name = "URL")]
    pub public: Option<String>,
    /// Path of the REST API at the site, where it is not /wp-json/ in the folder of --site, such as /?rest_route=/.
    #[arg(long, env = "TADWINA_API", value_name = "PATH")]
    pub api: Option<String>,
    /// Language of the readers: ar, ar-MA, fr, en …
    #[arg(long, env = "TADWINA_LOCALE", default_value = "ar", value_name = "TAG")]
    pub locale: String,
    /// Digits: auto, latn or arab.
    #[arg(long, env = "TADWINA_DIGITS", default_value = "auto", value_name = "DIGITS")]
    pub digits: String,
    /// Show the pictures of commenters that the site names.
    #[arg(long, env = "TADWINA_AVATARS")]
    pub avatars: bool,
    /// Folder with the files of the elements, which `make assets` writes: they make discussion and share button live.
    #[arg(long, env = "TADWINA_ASSETS", value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// Seconds for which the site may take for one response of its API.
    #[arg(long, env = "TADWINA_SITE_TIMEOUT_S", default_value_t = 10, value_name = "N")]
    pub site_timeout_s: u64,
}

/// The settings of `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeArguments {
    /// What concerns the pages.
    #[command(flatten)]
    pub site: SiteArguments,
    /// Address and port to listen on; port 0 takes a free one. The first line of standard output says which.
    #[arg(long, env = "TADWINA_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDR")]
    pub listen: String,
    /// Believe X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host: a proxy of your own sets them.
    #[arg(long, env = "TADWINA_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Seconds for which a rendered page is shown without asking the site again.
    #[arg(long, env = "TADWINA_FRESH_S", default_value_t = 60, value_name = "N")]
    pub fresh_s: u64,
    /// Seconds for which it is shown after that, while it is rendered again or the site is down.
    #[arg(long, env = "TADWINA_STALE_S", default_value_t = 86_400, value_name = "N")]
    pub stale_s: u64,
    /// Most bytes of rendered pages that are kept; 0 keeps none.
    #[arg(long, env = "TADWINA_CACHE_BYTES", default_value_t = 64 << 20, value_name = "N")]
    pub cache_bytes: u64,
    /// What concerns its operation.
    #[command(flatten)]
    pub operation: OperationArguments,
}

/// The settings of `export`.
#[derive(Debug, Clone, Args)]
pub struct ExportArguments {
    /// What concerns the pages.
    #[command(flatten)]
    pub site: SiteArguments,
    /// The folder to write into. What others put there stays.
    #[arg(long, env = "TADWINA_OUT", value_name = "DIR")]
    pub out: PathBuf,
    /// How many pages are rendered at the same time.
    #[arg(long, env = "TADWINA_JOBS", default_value_t = 8, value_name = "N")]
    pub jobs: usize,
    /// Render everything, also what has not changed.
    #[arg(long)]
    pub all: bool,
}
