//! Who comments, kept in the browser with their consent: name, e-mail address and website, by site and not by article.

use crate::{
    browser::{self, StorageRefused},
    model::Draft,
};

/// The first text of what is stored.
const VERSION: &str = "1";

/// Who comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The address of the website; may be empty.
    pub website: String,
}

impl Identity {
    /// Who wrote `draft`.
    pub fn of(draft: &Draft) -> Self {
        let Draft { name, email, website, .. } = draft.clone();
        Self { name, email, website }
    }

    /// Who comments on the site at `api`, where that was kept.
    pub fn load(api: &str) -> Option<Self> {
        Self::read(&browser::load(&key(api))?)
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save(&self, api: &str) -> Result<(), StorageRefused> {
        browser::save(&key(api), self.write())
    }

    /// Forgets who comments on the site at `api`.
    pub fn forget(api: &str) {
        browser::remove(&key(api));
    }

    fn write(&self) -> Vec<String> {
        [VERSION, &self.name, &self.email, &self.website].map(str::to_owned).into()
    }

    fn read(stored: &[String]) -> Option<Self> {
        match stored {
            [version, name, email, website] if version == VERSION => {
                Some(Self { name: name.clone(), email: email.clone(), website: website.clone() })
            }
            _ => None,
        }
    }
}

fn key(api: &str) -> String {
    ["tadwina:identity:", api].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_as_it_was_written_and_other_forms_are_ignored() {
        let draft = Draft { name: "سلمى".into(), email: "a@example.org".into(), ..Draft::default() };
        let identity = Identity::of(&draft);
        assert_eq!(Identity::read(&identity.write()), Some(identity));
        for stored in [vec![], vec![VERSION.to_owned()], vec![String::new(); 4]] {
            assert_eq!(Identity::read(&stored), None);
        }
    }

    #[test]
    fn each_site_has_a_key_of_its_own() {
        assert_ne!(key("https://a.example/wp-json/"), key("https://b.example/wp-json/"));
    }
}
