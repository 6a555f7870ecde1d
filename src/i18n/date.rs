//! Dates and times. `Intl` formats differently in each browser, and natively there is none.

use super::{Clock, Digits, Locale, template::fill};
use crate::model::Moment;

/// The day of `moment`.
pub fn date(moment: &Moment, locale: Locale, digits: Digits) -> String {
    let data = locale.data();
    let suffix = if moment.day == 1 { locale.language().first_day_suffix } else { "" };
    let day = digits.write(format!("{}{suffix}", moment.day));
    let month = data.months.split(", ").nth(usize::from(moment.month).saturating_sub(1)).unwrap_or_default();
    let year = digits.write(moment.year.to_string());
    fill(data.date, &[("d", &day), ("m", month), ("y", &year)])
}

/// The time of `moment`, to the minute.
pub fn time(moment: &Moment, locale: Locale, digits: Digits) -> String {
    let Moment { hour, minute, .. } = *moment;
    digits.write(match locale.data().clock {
        Clock::TwentyFour => format!("{hour:02}:{minute:02}"),
        Clock::Twelve => {
            let half = locale.language().halves[usize::from(hour >= 12)];
            // There is no hour 0: midnight and noon are 12.
            let hour = (hour + 11) % 12 + 1;
            format!("{hour}:{minute:02} {half}")
        }
    })
}
