//! Dates and times. `Intl` formats differently in each browser, and natively there is none. Month names are
//! CLDR's, from January, in one string for each group of countries.

use super::{
    Digits, Language,
    locale::{Clock, LocaleData},
    template::fill,
};
use crate::model::Moment;

/// Egypt, the Gulf, Sudan, Libya, and Arabic in general.
pub const ARABIC_MONTHS: &str = "يناير, فبراير, مارس, أبريل, مايو, يونيو, \
    يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر";

/// Morocco.
pub const MOROCCAN_MONTHS: &str = "يناير, فبراير, مارس, أبريل, ماي, يونيو, \
    يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر";

/// Algeria and Tunisia.
pub const MAGHREBI_MONTHS: &str = "جانفي, فيفري, مارس, أفريل, ماي, جوان, \
    جويلية, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر";

/// Mauritania.
pub const MAURITANIAN_MONTHS: &str = "يناير, فبراير, مارس, إبريل, مايو, يونيو, \
    يوليو, أغشت, شتمبر, أكتوبر, نوفمبر, دجمبر";

/// Syria, Lebanon, Jordan, Iraq and Palestine.
pub const LEVANTINE_MONTHS: &str = "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, \
    تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول";

/// French.
pub const FRENCH_MONTHS: &str = "janvier, février, mars, avril, mai, juin, \
    juillet, août, septembre, octobre, novembre, décembre";

/// English.
pub const ENGLISH_MONTHS: &str = "January, February, March, April, May, June, \
    July, August, September, October, November, December";

/// The day of `moment`.
pub fn date(moment: &Moment, data: &LocaleData, digits: Digits) -> String {
    // « 1er janvier », but « 2 janvier ».
    let ordinal = if data.language == Language::French && moment.day == 1 { "er" } else { "" };
    let day = digits.write(format!("{}{ordinal}", moment.day));
    let month = data.months.split(", ").nth(usize::from(moment.month).saturating_sub(1)).unwrap_or_default();
    let year = digits.write(moment.year.to_string());
    fill(data.date, &[("d", &day), ("m", month), ("y", &year)])
}

/// The time of `moment`, to the minute.
pub fn time(moment: &Moment, data: &LocaleData, digits: Digits) -> String {
    let Moment { hour, minute, .. } = *moment;
    digits.write(match data.clock {
        Clock::TwentyFour => format!("{hour:02}:{minute:02}"),
        Clock::Twelve => {
            let half = match (data.language, hour < 12) {
                (Language::Arabic, true) => "ص",
                (Language::Arabic, false) => "م",
                (_, true) => "am",
                (_, false) => "pm",
            };
            // There is no hour 0: midnight and noon are 12.
            let hour = (hour + 11) % 12 + 1;
            format!("{hour}:{minute:02} {half}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_calendar_has_twelve_months() {
        for months in [
            ARABIC_MONTHS,
            MOROCCAN_MONTHS,
            MAGHREBI_MONTHS,
            MAURITANIAN_MONTHS,
            LEVANTINE_MONTHS,
            FRENCH_MONTHS,
            ENGLISH_MONTHS,
        ] {
            assert_eq!(months.split(", ").count(), 12, "{months}");
            assert!(months.split(", ").all(|month| !month.is_empty() && month.trim() == month), "{months}");
        }
    }
}
