//! The running site: the state that all requests share.

use std::sync::{Mutex, PoisonError};

use include_dir::Dir;

use crate::{
    clock::Clock,
    content::Content,
    faults::Faults,
    settings::Discussion,
    store::{Seeding, Store, StoreError},
};

/// The running site.
pub struct Site {
    /// Posts, terms, users, images and comments.
    pub store: Store,
    /// What the start did to the data file.
    pub seeding: Seeding,
    /// How comments are received.
    pub discussion: Discussion,
    /// The site's time.
    pub clock: Clock,
    /// HTML, as WordPress sends it.
    pub name: String,
    /// HTML, as WordPress sends it.
    pub description: String,
    /// The image files under `wp-content/uploads/`.
    pub uploads: Option<&'static Dir<'static>>,
    faults: Mutex<Faults>,
}

impl Site {
    /// Opens a site on its data file, and fills the file with the content if it is new.
    ///
    /// # Errors
    /// The data file cannot be read or written.
    pub fn open(content: &Content, store: Store, discussion: Discussion) -> Result<Self, StoreError> {
        Ok(Self {
            seeding: store.seed(content)?,
            store,
            discussion,
            clock: Clock::new(content.zone.clone()),
            name: content.site.name.clone(),
            description: content.site.description.clone(),
            uploads: content.uploads,
            faults: Mutex::default(),
        })
    }

    /// The faults of all requests.
    #[must_use]
    pub fn faults(&self) -> Faults {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces the faults of all requests.
    pub fn set_faults(&self, faults: Faults) {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner) = faults;
    }
}
