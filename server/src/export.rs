//! The same pages as a static site: `tadwina-server export`.
//!
//! What was written carries the time at which WordPress says that it was changed, so that the next run, also of one that
//! was ended, renders only what is newer. Nothing is kept of a post once it is written but a number of eight bytes.

mod files;
mod inventory;
mod sitemap;
mod summary;

use std::{
    collections::HashSet,
    fs, io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::{Duration, SystemTime},
};

use futures::{TryStreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use tadwina::error::Error;

pub use self::{files::name, summary::Summary};
use self::{
    files::{Files, Written},
    inventory::{Category, Entry, Inventory, InventoryError},
    sitemap::Sitemap,
};
use crate::{
    asked::Visit,
    failure,
    page::{Outcome, page},
    settings::{ExportArguments, Setup, SetupError},
    upstream::{Upstream, UpstreamError},
};

/// Articles whose comments changed within this time before the last run are rendered again: a comment has the time at
/// which it was written, and may be published later.
const COMMENT_WINDOW: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// Articles on a page of a list.
const PER_LIST: u64 = 10;
/// What most hosts show for an address that they do not have.
const NOT_FOUND_FILE: &str = "404.html";

/// Why there is no whole export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The settings are wrong.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// No requests can be made.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// The site does not say what it has.
    #[error(transparent)]
    Inventory(#[from] InventoryError),
    /// The folder cannot be written.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Its file is up to date.
    There,
    /// Only WordPress has it, if anybody.
    AtSite,
    /// Nobody knows.
    Unknown,
}

/// A run.
struct Run {
    setup: Arc<Setup>,
    upstream: Upstream,
    inventory: Inventory,
    /// The name of the blog.
    site: String,
    files: Files,
    sitemap: Mutex<Sitemap>,
    summary: Summary,
    progress: ProgressBar,
    /// Posts that have comments of late.
    commented: HashSet<u64>,
    jobs: usize,
}

/// Writes the site into the folder of `arguments`.
///
/// # Errors
/// As [`ExportError`] says. Pages that fail are counted; they end nothing.
pub async fn export(arguments: &ExportArguments) -> Result<Summary, ExportError> {
    let began = SystemTime::now();
    let setup = Arc::new(Setup::for_export(arguments)?);
    let upstream = Upstream::new(setup.clone(), Arc::default())?.remembering();
    let inventory = Inventory::new(setup.clone(), upstream.clone());
    let categories = inventory.categories().await?;
    let site = inventory.site().await?;
    let files =
        Files::open(&arguments.out, inventory::fingerprint(&setup, &site, &categories), arguments.all)?;
    let commented = match files.last_run() {
        Some(last) => inventory.commented_since(last - COMMENT_WINDOW).await?,
        None => HashSet::new(),
    };
    let sitemap = Mutex::new(Sitemap::new(&setup));
    let mut run = Run {
        setup,
        upstream,
        inventory,
        site: site.name,
        files,
        sitemap,
        summary: Summary::default(),
        progress: progress(),
        commented,
        jobs: arguments.jobs.max(1),
    };
    run.assets()?;
    let is_whole = run.pages(&categories).await?;
    run.others()?;
    if is_whole {
        run.summary.deleted = run.files.delete_others()?.into();
        run.files.finish(began)?;
    } else {
        tracing::warn!("not all of the site is known: nothing was deleted, the next run does it");
    }
    run.progress.finish_and_clear();
    run.summary.took = began.elapsed().unwrap_or_default();
    Ok(run.summary)
}

fn progress() -> ProgressBar {
    let template = "{bar:30} {human_pos} / {human_len}, {per_sec}, {eta} left";
    let bar = ProgressBar::new(0);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Run {
    /// Writes all pages. Returns whether none was missed, because the site stayed as it was and all lists came to their
    /// ends.
    async fn pages(&self, categories: &[Category]) -> Result<bool, ExportError> {
        let mut is_whole = true;
        for route in ["wp/v2/posts", "wp/v2/pages"] {
            let before = self.inventory.total(route).await?;
            self.progress.inc_length(before);
            let entries = self.inventory.entries(route);
            entries
                .map_err(ExportError::from)
                .try_for_each_concurrent(self.jobs, async |entry| self.article(&entry).await)
                .await?;
            is_whole &= self.inventory.total(route).await? == before;
        }
        let last = self.inventory.total("wp/v2/posts").await?.div_ceil(PER_LIST).max(1);
        self.progress.inc_length(last);
        stream::iter((1..=last).map(Ok))
            .try_for_each_concurrent(self.jobs, async |number| self.list("/", number).await.map(|_| ()))
            .await?;
        let is_complete = AtomicBool::new(is_whole);
        stream::iter(categories.iter().map(Ok::<_, ExportError>))
            .try_for_each_concurrent(self.jobs, async |category| {
                if !self.category(category).await? {
                    is_complete.store(false, Relaxed);
                }
                Ok(())
            })
            .await?;
        Ok(is_complete.into_inner())
    }

    async fn article(&self, entry: &Entry) -> Result<(), ExportError> {
        let modified = entry.modified.filter(|_| !self.commented.contains(&entry.id));
        let found = if self.files.is_current(&entry.address, modified)? {
            self.count(Written::Unchanged);
            self.progress.inc(1);
            Found::There
        } else {
            self.page(&entry.address, entry.modified).await?
        };
        match found {
            Found::There => self.list_in_sitemap(&entry.address, entry.modified_text.as_deref())?,
            Found::AtSite => self.leads_to_wordpress(&entry.address)?,
            Found::Unknown => {}
        }
        Ok(())
    }

    /// Lists name the article at `address`, which only WordPress can show.
    fn leads_to_wordpress(&self, address: &str) -> io::Result<()> {
        self.summary.left_out.fetch_add(1, Relaxed);
        let Setup { site_origin, public_origin, folder, .. } = &*self.setup;
        if site_origin == public_origin {
            tracing::warn!(
                address,
                "only WordPress can show this, and it has no address of its own (--public)"
            );
            return Ok(());
        }
        let url = [&**site_origin, folder, address].concat();
        match failure::leading(Some(self.site.clone()), url, &self.setup) {
            // Without the time of the post: it is asked for again, and may have no password then.
            Ok(document) => self.count(self.files.write(address, &document.body, None)?),
            Err(error) => tracing::error!(%error, address, "there is no page that leads to WordPress"),
        }
        Ok(())
    }

    /// All pages of the list of a category: it ends where WordPress has none. Returns whether it came to the end.
    async fn category(&self, category: &Category) -> Result<bool, ExportError> {
        for number in 1.. {
            self.progress.inc_length(1);
            match self.list(&category.address, number).await? {
                Found::There => {}
                Found::AtSite => break,
                Found::Unknown => return Ok(false),
            }
        }
        Ok(true)
    }

    /// A page of a list.
    async fn list(&self, list: &str, number: u64) -> Result<Found, ExportError> {
        let address = match number {
            1 => list.to_owned(),
            _ => format!("{}/page/{number}/", list.trim_end_matches('/')),
        };
        let found = self.page(&address, None).await?;
        if found == Found::There && number == 1 {
            self.list_in_sitemap(&address, None)?;
        }
        Ok(found)
    }

    /// Renders and writes the page at `address`.
    async fn page(&self, address: &str, modified: Option<SystemTime>) -> Result<Found, ExportError> {
        let visit =
            Visit { address: address.to_owned(), comment_page: 1, reply_to: None, held: None, refused: None };
        let found = match page(&visit, &self.setup, &self.upstream).await {
            Outcome::Page { document, is_kept: true } => {
                self.count(self.files.write(address, &document.body, modified)?);
                Found::There
            }
            Outcome::AtSite { .. } => Found::AtSite,
            Outcome::Page { .. } | Outcome::Broken(_) | Outcome::Failed => {
                tracing::warn!(address, "a page could not be rendered");
                self.files.stays(address)?;
                self.summary.failed.fetch_add(1, Relaxed);
                Found::Unknown
            }
        };
        self.progress.inc(1);
        Ok(found)
    }

    /// The files of the elements, before the pages that load them.
    fn assets(&self) -> io::Result<()> {
        let Some(elements) = &self.setup.elements else { return Ok(()) };
        for (name, path) in elements.assets.files()? {
            self.count(self.files.write_file(&name, &fs::read(path)?, None)?);
        }
        Ok(())
    }

    /// What is no page of the site's.
    fn others(&self) -> Result<(), ExportError> {
        match failure::document(&Error::NotFound, Some(self.site.clone()), None, &self.setup) {
            Ok(document) => self.count(self.files.write_file(NOT_FOUND_FILE, &document.body, None)?),
            Err(error) => tracing::error!(%error, "there is no page for addresses that do not exist"),
        }
        let files = self.sitemap.lock().unwrap_or_else(PoisonError::into_inner).finish();
        for (name, content) in files {
            self.count(self.files.write_file(&name, &content, None)?);
        }
        Ok(())
    }

    fn list_in_sitemap(&self, address: &str, modified: Option<&str>) -> io::Result<()> {
        let full = self.sitemap.lock().unwrap_or_else(PoisonError::into_inner).add(address, modified);
        if let Some((name, content)) = full {
            self.count(self.files.write_file(&name, &content, None)?);
        }
        Ok(())
    }

    fn count(&self, written: Written) {
        let counter = match written {
            Written::New => &self.summary.written,
            Written::Unchanged => &self.summary.unchanged,
            Written::Unnamed => &self.summary.failed,
        };
        counter.fetch_add(1, Relaxed);
    }
}
