//! How a part is shown: language, digits, limits. It may change while the part stands.

use leptos::prelude::*;

use super::Subject;
use crate::{
    browser::{self, use_root},
    components::{ErrorView, Piece, piece, provide_reader},
    config::{Config, Settings},
    error::Error,
    i18n::I18n,
    reactive::{Var, effect, live},
};

/// How a part is shown, or what is wrong with its settings. Copy: hand it down freely.
#[derive(Clone, Copy)]
pub struct Looks {
    i18n: Var<I18n>,
    /// The setting that is wrong.
    wrong: Var<Option<Error>>,
    /// Most letters of a comment, in extended grapheme clusters.
    pub limit: Var<usize>,
    /// Whether an article shows its discussion.
    pub discussion: Var<bool>,
    /// Where links begin.
    base: Var<String>,
}

impl Looks {
    /// As `settings` say.
    pub fn new(settings: Settings<'_>) -> Self {
        let looks = Self {
            i18n: Var::default(),
            wrong: Var::default(),
            limit: Var::new(1),
            discussion: Var::new(true),
            base: Var::default(),
        };
        looks.change(settings);
        let root = use_root();
        effect(move || {
            let i18n = looks.i18n.get();
            browser::set_language(root, i18n.lang(), i18n.dir());
        });
        effect(move || {
            if let Some(error) = looks.wrong.get() {
                super::announce(root, &error);
            }
        });
        looks
    }

    /// Whether the settings are right, so that the part is there and can change.
    pub fn are_right(self) -> bool {
        self.wrong.get_untracked().is_none()
    }

    /// Takes over changed settings.
    pub fn change(self, settings: Settings<'_>) {
        match read(settings) {
            Ok(Read { config, discussion, .. }) => {
                renew(self.base, config.api.home());
                renew(self.limit, config.comment_limit);
                renew(self.discussion, discussion);
                renew(self.i18n, config.i18n);
                renew(self.wrong, None);
            }
            Err(error) => {
                // What is wrong is said in the reader's language, where that is right.
                if let Ok(locale) = settings.parsed("locale") {
                    renew(self.i18n, I18n::new(locale.unwrap_or_default(), None));
                }
                renew(self.wrong, Some(error));
            }
        }
    }

    /// Shows what `make` makes, in the language of the moment, and makes it anew when that or another
    /// setting changes.
    pub fn shown(self, make: impl Fn() -> Piece + Send + 'static) -> Piece {
        self.made_anew(Box::new(make))
    }

    fn made_anew(self, make: Box<dyn Fn() -> Piece + Send>) -> Piece {
        let view = live(move || {
            Some(match self.wrong.get() {
                None => {
                    provide_reader(self.i18n.get(), &self.base.get_untracked());
                    make()
                }
                Some(error) => {
                    provide_reader(self.i18n.get(), "");
                    piece(view! { <ErrorView error level=2/> })
                }
            })
        });
        piece(view! { <div class="td-page">{view}</div> })
    }
}

/// All settings of a part.
pub(super) struct Read {
    pub config: Config,
    pub subject: Subject,
    /// Whether an article shows its discussion.
    pub discussion: bool,
}

/// What `settings` say; those that only the page needs are looked at as well, so that a wrong one is named.
pub(super) fn read(settings: Settings<'_>) -> Result<Read, Error> {
    let config = Config::read(settings.prefix, settings.attribute)?;
    let subject = Subject::read(settings)?;
    check(settings)?;
    Ok(Read { config, subject, discussion: settings.get("discussion").is_none() })
}

/// Whether the settings of which only the page makes something are right.
pub(super) fn check(settings: Settings<'_>) -> Result<(), Error> {
    for (name, known) in [
        ("theme", ["auto", "light", "dark"].as_slice()),
        ("loading", &["lazy", "eager"]),
        ("shadow", &["open", "none"]),
        ("credentials", &["same-origin", "include", "omit"]),
        ("discussion", &["none"]),
    ] {
        if let Some(value) = settings.get(name)
            && !known.contains(&value.as_str())
        {
            return Err(settings.wrong(name, &value));
        }
    }
    Ok(())
}

/// Sets what is another; what stays the same is made anew by nobody.
fn renew<T: Clone + Default + PartialEq + Send + Sync + 'static>(var: Var<T>, value: T) {
    if var.get_untracked() != value {
        var.set(value);
    }
}
