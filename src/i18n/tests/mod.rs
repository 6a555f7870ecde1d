//! Messages and formats in every language.

mod formats;
mod messages;

use super::*;

fn speak(tag: &str) -> I18n {
    I18n::new(tag.parse().unwrap(), None)
}

fn languages() -> [I18n; 3] {
    ["ar", "fr", "en"].map(speak)
}

fn moment(month: u8, day: u8, hour: u8, minute: u8) -> Moment {
    Moment { year: 2023, month, day, hour, minute, second: 0, offset: 60 }
}
