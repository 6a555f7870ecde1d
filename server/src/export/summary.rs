//! What a run did.

use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    time::Duration,
};

/// What a run did.
#[derive(Debug, Default)]
pub struct Summary {
    /// Files that are new or other than before.
    pub written: AtomicU64,
    /// Files that stayed.
    pub unchanged: AtomicU64,
    /// Files that were deleted.
    pub deleted: AtomicU64,
    /// Pages that could not be rendered. Their files stay as they were.
    pub failed: AtomicU64,
    /// Pages that only WordPress has: those with a password, for example.
    pub left_out: AtomicU64,
    /// How long it took.
    pub took: Duration,
}

impl Summary {
    /// Whether some pages are not up to date.
    pub fn has_failures(&self) -> bool {
        self.failed.load(Relaxed) > 0
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [written, unchanged, deleted, failed, left_out] =
            [&self.written, &self.unchanged, &self.deleted, &self.failed, &self.left_out]
                .map(|number| number.load(Relaxed));
        let took = self.took.as_secs_f64();
        write!(
            formatter,
            "{written} files written, {unchanged} unchanged, {deleted} deleted, {failed} pages failed, \
             {left_out} left to WordPress, in {took:.1} s"
        )
    }
}
