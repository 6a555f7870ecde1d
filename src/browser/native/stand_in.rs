//! What native tests have in the place of a browser: storage, tabs, a clock and a connection, each test of its own. Without
//! one, nothing is stored.

use std::{cell::RefCell, collections::BTreeMap};

use crate::browser::StorageRefused;

/// A browser.
#[derive(Debug, Clone, Default)]
pub struct StandIn {
    /// What is stored.
    pub texts: BTreeMap<String, Vec<String>>,
    /// The number of the tab.
    pub tab: u32,
    /// How many tabs there were.
    pub tabs: u32,
    /// The time, in milliseconds since 1970.
    pub now_ms: u64,
    /// Whether the device has no connection.
    pub is_offline: bool,
    /// Whether storage takes nothing more.
    pub is_full: bool,
}

thread_local! {
    static STAND_IN: RefCell<Option<StandIn>> = const { RefCell::new(None) };
}

impl StandIn {
    pub(super) fn save(&mut self, key: &str, texts: Vec<String>) -> Result<(), StorageRefused> {
        if self.is_full {
            return Err(StorageRefused);
        }
        self.texts.insert(key.to_owned(), texts);
        Ok(())
    }

    pub(super) fn keys(&self, prefix: &str) -> Vec<String> {
        self.texts.keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }

    pub(super) fn next_tab(&mut self) -> String {
        self.tabs += 1;
        self.tab = self.tabs;
        self.tab.to_string()
    }
}

/// Begins with an empty one.
#[cfg(test)]
pub fn begin() {
    STAND_IN.set(Some(StandIn::default()));
}

/// Asks it, or changes it; `None` without one.
pub fn ask<T>(task: impl FnOnce(&mut StandIn) -> T) -> Option<T> {
    STAND_IN.with_borrow_mut(|browser| browser.as_mut().map(task))
}
