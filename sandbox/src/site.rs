//! Everything a request may need, shared by all of them.

use std::sync::Mutex;

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
    /// Articles and comments.
    pub store: Store,
    /// What was done to the data file at the start.
    pub seeding: Seeding,
    /// How comments are received.
    pub discussion: Discussion,
    /// The site's time zone.
    pub clock: Clock,
    /// Name, description and time zone.
    pub about: About,
    /// Image files, by path under `wp-content/uploads/`.
    pub uploads: Option<&'static Dir<'static>>,
    /// Faults for every request, set through `/sandbox/faults`.
    pub faults: Mutex<Faults>,
}

/// What the index of the API tells about the site.
pub struct About {
    /// HTML: ampersands are entities.
    pub name: String,
    /// HTML, too.
    pub description: String,
    /// An IANA name such as `Africa/Casablanca`.
    pub timezone: String,
}

impl Site {
    /// Puts a site together from its content and its data file, which is filled when it is new.
    ///
    /// # Errors
    /// The data file cannot be opened, read or written.
    pub fn open(content: &Content, store: Store, discussion: Discussion) -> Result<Self, StoreError> {
        let seeding = store.seed(content)?;
        Ok(Self {
            seeding,
            store,
            discussion,
            clock: Clock::new(content.zone.clone()),
            about: About {
                name: crate::wordpress::entities::ampersands(&content.site.name),
                description: crate::wordpress::entities::ampersands(&content.site.description),
                timezone: content.site.timezone_string.clone(),
            },
            uploads: content.uploads,
            faults: Mutex::default(),
        })
    }

    /// The faults that hold for every request now.
    #[must_use]
    pub fn standing_faults(&self) -> Faults {
        *self.faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Replaces the faults that hold for every request.
    pub fn set_faults(&self, faults: Faults) {
        *self.faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = faults;
    }
}
