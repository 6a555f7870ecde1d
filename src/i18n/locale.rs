//! Languages and countries, and how each country writes. The table is from CLDR 48 (month names,
//! `defaultNumberingSystem`, grouping, `timeData`), except for the date of plain `en`, which is written day
//! first as in most countries.

use std::str::FromStr;

use super::{
    Digits, Language,
    date::{ARABIC_MONTHS, ENGLISH_MONTHS, FRENCH_MONTHS, LEVANTINE_MONTHS, MAURITANIAN_MONTHS},
    date::{MAGHREBI_MONTHS, MOROCCAN_MONTHS},
};

/// How a group of countries writes.
#[derive(Debug, PartialEq, Eq)]
pub struct LocaleData {
    /// The BCP 47 tags of the countries, separated by spaces.
    tags: &'static str,
    /// The language of their messages.
    pub language: Language,
    /// The usual digits.
    pub digits: Digits,
    /// What stands between groups of three Latin digits.
    pub group: char,
    /// The months, from January.
    pub months: &'static str,
    /// A day, with `{d}`, `{m}` and `{y}`.
    pub date: &'static str,
    /// How times are written.
    pub clock: Clock,
}

/// Whether a clock counts twelve hours twice or twenty-four once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// 12:05 to 11:59, before and after noon.
    Twelve,
    /// 00:05 to 23:59.
    TwentyFour,
}

const DAY_FIRST: &str = "{d} {m} {y}";
const MONTH_FIRST: &str = "{m} {d}, {y}";

const ARABIC: LocaleData = LocaleData {
    tags: "ar ar-AE ar-EH",
    language: Language::Arabic,
    digits: Digits::Latin,
    group: ',',
    months: ARABIC_MONTHS,
    date: DAY_FIRST,
    clock: Clock::Twelve,
};

const ENGLISH: LocaleData = LocaleData {
    tags: "en en-AU en-IN en-NZ en-ZA",
    language: Language::English,
    digits: Digits::Latin,
    group: ',',
    months: ENGLISH_MONTHS,
    date: DAY_FIRST,
    clock: Clock::Twelve,
};

static LOCALES: [LocaleData; 12] = [
    ARABIC,
    LocaleData { tags: "ar-LY", group: '.', ..ARABIC },
    LocaleData { tags: "ar-DZ ar-TN", group: '.', months: MAGHREBI_MONTHS, ..ARABIC },
    LocaleData { tags: "ar-MA", group: '.', months: MOROCCAN_MONTHS, clock: Clock::TwentyFour, ..ARABIC },
    LocaleData { tags: "ar-MR", digits: Digits::Arabic, months: MAURITANIAN_MONTHS, ..ARABIC },
    LocaleData {
        tags: "ar-SY ar-LB ar-JO ar-IQ ar-PS",
        digits: Digits::Arabic,
        months: LEVANTINE_MONTHS,
        ..ARABIC
    },
    LocaleData {
        tags: "ar-EG ar-SA ar-KW ar-QA ar-BH ar-OM ar-YE ar-SD ar-SS ar-SO ar-DJ ar-ER ar-TD",
        digits: Digits::Arabic,
        ..ARABIC
    },
    LocaleData { tags: "ar-KM ar-IL", digits: Digits::Arabic, clock: Clock::TwentyFour, ..ARABIC },
    LocaleData {
        tags: "fr",
        language: Language::French,
        digits: Digits::Latin,
        group: '\u{202f}',
        months: FRENCH_MONTHS,
        date: DAY_FIRST,
        clock: Clock::TwentyFour,
    },
    ENGLISH,
    LocaleData { tags: "en-US en-CA en-PH", date: MONTH_FIRST, ..ENGLISH },
    LocaleData { tags: "en-GB en-IE", clock: Clock::TwentyFour, ..ENGLISH },
];

/// A language, maybe of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    tag: &'static str,
    data: &'static LocaleData,
}

/// A tag that is no BCP 47 tag, or of a language without messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no messages in this language: there are ar, fr and en, each with or without a country")]
pub struct UnknownLocale;

impl Default for Locale {
    fn default() -> Self {
        Self { tag: "ar", data: &LOCALES[0] }
    }
}

impl Locale {
    /// Its tag: a language, or a language and a country of the table.
    pub const fn tag(self) -> &'static str {
        self.tag
    }

    pub(super) const fn data(self) -> &'static LocaleData {
        self.data
    }

    fn known(language: &str, country: &str) -> Option<Self> {
        let is_it = |tag: &str| {
            let (its_language, its_country) = tag.split_once('-').unwrap_or((tag, ""));
            its_language.eq_ignore_ascii_case(language) && its_country.eq_ignore_ascii_case(country)
        };
        LOCALES.iter().find_map(|data| {
            let tag = data.tags.split(' ').find(|tag| is_it(tag))?;
            Some(Self { tag, data })
        })
    }
}

/// Reads `ar`, `ar-MA`, `fr-FR`, `AR-Arab-EG-u-nu-latn`, and WordPress's `en_US`. A country without a
/// row in the table means the language alone; script, variants and extensions mean nothing here.
impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        let is_subtag = |subtag: &&str| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !tag.split(['-', '_']).all(|subtag| is_subtag(&subtag)) {
            return Err(UnknownLocale);
        }
        let mut subtags = tag.split(['-', '_']);
        let language = subtags.next().unwrap_or_default();
        // A subtag of one letter begins an extension, in which two letters are no country.
        let country = subtags
            .take_while(|subtag| subtag.len() > 1)
            .find(|subtag| subtag.len() == 2)
            .unwrap_or_default();
        Self::known(language, country).or_else(|| Self::known(language, "")).ok_or(UnknownLocale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(written: &str) -> Result<&'static str, UnknownLocale> {
        written.parse::<Locale>().map(Locale::tag)
    }

    #[test]
    fn tags_are_read_in_any_spelling() {
        for (written, read) in [
            ("ar", "ar"),
            ("AR", "ar"),
            ("ar-MA", "ar-MA"),
            ("ar-ma", "ar-MA"),
            ("ar_MA", "ar-MA"),
            ("ar-Arab-EG", "ar-EG"),
            ("ar-EG-u-nu-latn", "ar-EG"),
            ("ar-u-ca-gregory", "ar"),
            ("ar-x-ma", "ar"),
            ("fr-FR", "fr"),
            ("fr-CA", "fr"),
            ("en-GB", "en-GB"),
            ("en_US", "en-US"),
        ] {
            assert_eq!(tag(written), Ok(read), "{written}");
        }
    }

    #[test]
    fn a_country_without_a_row_in_the_table_is_read_as_its_language() {
        for (written, read) in [("ar-001", "ar"), ("ar-FR", "ar"), ("fr-ZZ", "fr"), ("en-150", "en")] {
            assert_eq!(tag(written), Ok(read), "{written}");
        }
    }

    #[test]
    fn other_languages_and_invalid_tags_are_refused() {
        for wrong in [
            "", " ", "-", "de", "arabic", "ara", "ar-", "-ar", "ar--MA", "ar MA", "ar-MA ", "عربي", "ar;fr",
            "und",
        ] {
            assert_eq!(tag(wrong), Err(UnknownLocale), "{wrong:?}");
        }
    }

    #[test]
    fn every_tag_of_the_table_is_read_as_itself_and_occurs_once() {
        let tags: Vec<_> = LOCALES.iter().flat_map(|data| data.tags.split(' ')).collect();
        for written in &tags {
            assert_eq!(tag(written), Ok(*written));
            assert_eq!(tags.iter().filter(|tag| *tag == written).count(), 1, "{written}");
        }
    }

    #[test]
    fn digits_follow_the_country() {
        let digits = |tag: &str| tag.parse::<Locale>().unwrap().data().digits;
        for tag in ["ar", "ar-AE", "ar-MA", "ar-DZ", "ar-TN", "ar-LY", "fr", "en"] {
            assert_eq!(digits(tag), Digits::Latin, "{tag}");
        }
        for tag in ["ar-EG", "ar-SA", "ar-SY", "ar-LB", "ar-JO", "ar-IQ", "ar-PS", "ar-SD", "ar-MR"] {
            assert_eq!(digits(tag), Digits::Arabic, "{tag}");
        }
    }

    #[test]
    fn the_default_is_arabic() {
        assert_eq!(Ok(Locale::default()), "ar".parse());
    }
}
