//! How a part is shown: language, digits, limits. It may change while the part stands.

use leptos::prelude::*;

use super::Subject;
use crate::{
    browser::{self, use_root},
    components::{ErrorView, Piece, piece, provide_reader},
    config::{Config, Settings},
    error::Error,
    i18n::I18n,
    reactive::{effect, live},
};

/// How a part is shown, or what is wrong with its settings. Copy: hand it down freely.
#[derive(Clone, Copy)]
pub struct Looks {
    i18n: RwSignal<Result<I18n, Error>>,
    /// Most letters of a comment, in extended grapheme clusters.
    pub limit: RwSignal<usize>,
    /// Whether an article shows its discussion.
    pub discussion: RwSignal<bool>,
    /// Where links begin.
    base: StoredValue<String>,
}

impl Looks {
    /// As `settings` say.
    pub fn new(settings: Settings<'_>) -> Self {
        let looks = Self {
            i18n: RwSignal::new(Ok(I18n::default())),
            limit: RwSignal::new(1),
            discussion: RwSignal::new(true),
            base: StoredValue::default(),
        };
        looks.change(settings);
        let root = use_root();
        effect(move || match looks.i18n.get() {
            Ok(i18n) => browser::set_language(root, i18n.lang(), i18n.dir()),
            Err(error) => super::announce(root, &error),
        });
        looks
    }

    /// Whether the settings are right, so that the part is there and can change.
    pub fn are_right(self) -> bool {
        self.i18n.with_untracked(Result::is_ok)
    }

    /// Takes over changed settings.
    pub fn change(self, settings: Settings<'_>) {
        match read(settings) {
            Ok(Read { config, discussion, .. }) => {
                self.base.set_value(config.api.home());
                self.limit.set(config.comment_limit);
                self.discussion.set(discussion);
                self.i18n.set(Ok(config.i18n));
            }
            Err(error) => self.i18n.set(Err(error)),
        }
    }

    /// Shows what `make` makes, in the language of the moment, and makes it anew when that or another
    /// setting changes.
    pub fn shown(self, make: impl Fn() -> Piece + Send + 'static) -> Piece {
        let view = live(move || match self.i18n.get() {
            Ok(i18n) => {
                provide_reader(i18n, &self.base.get_value());
                make()
            }
            Err(error) => {
                provide_reader(I18n::default(), "");
                piece(view! { <ErrorView error within=true/> })
            }
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
    Ok(Read { config, subject, discussion: settings.get("discussion").is_none() })
}
