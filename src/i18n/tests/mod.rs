//! Messages and formats in every language.

mod formats;
mod messages;
mod plurals;

use super::*;

/// The messages and formats of the language `tag`.
fn i18n(tag: &str) -> I18n {
    I18n::new(tag.parse().unwrap(), None)
}

/// One locale of each language.
fn languages() -> Vec<I18n> {
    LANGUAGES.iter().map(|language| i18n(language.tag)).collect()
}

/// A time in 2023.
fn moment(month: u8, day: u8, hour: u8, minute: u8) -> Moment {
    Moment { year: 2023, month, day, hour, minute, second: 0, offset: 60 }
}
