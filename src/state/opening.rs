//! An article that a password may protect: as it came, and with its text once the reader has given the password.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::Client,
    error::Error,
    model::{Article, ArticleKey, Body},
};

/// The article of a page. Copy: hand it down freely. The password is in the memory of the page only.
#[derive(Clone, Copy)]
pub struct Opening {
    /// The article, with its text if it is open.
    pub article: RwSignal<Article>,
    /// Reaches the site, with the password once it is known.
    client: RwSignal<Client>,
    /// Whether a password is being tried.
    pub trying: RwSignal<bool>,
    /// Why the last password did not open the article.
    pub failure: RwSignal<Option<OpeningFailure>>,
}

/// Why a password did not open an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpeningFailure {
    /// It is not the password of the article.
    WrongPassword,
    /// The site could not be asked.
    Site(Error),
}

impl Opening {
    /// For `article` of the site that `client` reaches.
    pub fn new(client: Client, article: Article) -> Self {
        Self {
            article: RwSignal::new(article),
            client: RwSignal::new(client),
            trying: RwSignal::default(),
            failure: RwSignal::default(),
        }
    }

    /// Whether the text can be read.
    pub fn is_open(self) -> bool {
        matches!(self.article.read().body, Body::Open(_))
    }

    /// Reaches the site, with the password if one was needed.
    pub fn client(self) -> Client {
        self.client.get_untracked()
    }

    /// Tries `password`.
    pub fn open(self, password: &str) {
        if self.trying.get_untracked() {
            return;
        }
        self.trying.set(true);
        self.failure.set(None);
        let id = self.article.read_untracked().id;
        let client = self.client.get_untracked().with_password(password);
        spawn_local(async move {
            match client.article(&ArticleKey::Id(id)).await {
                Ok(article) if matches!(article.body, Body::Open(_)) => {
                    self.client.set(client);
                    self.article.set(article);
                }
                Ok(_) => self.failure.set(Some(OpeningFailure::WrongPassword)),
                Err(error) => self.failure.set(Some(OpeningFailure::Site(error))),
            }
            self.trying.set(false);
        });
    }
}
