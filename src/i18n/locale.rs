//! The reader's language and country, from a BCP 47 tag.

use std::str::FromStr;

use super::{LANGUAGES, Language, language::LocaleData};

/// The language of readers whose own has no messages.
const OTHERS: &str = "en";

/// A language, maybe of a country.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    tag: &'static str,
    language: &'static Language,
    data: &'static LocaleData,
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Locale {}

/// What is no BCP 47 tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no language tag, such as ar, ar-MA or fr")]
pub struct InvalidTag;

impl Default for Locale {
    fn default() -> Self {
        let [language, ..] = LANGUAGES;
        Self { tag: language.tag, language, data: &language.countries[0] }
    }
}

impl Locale {
    /// Its tag: a language, or a language and a country of its table.
    pub const fn tag(self) -> &'static str {
        self.tag
    }

    pub(super) const fn language(self) -> &'static Language {
        self.language
    }

    pub(super) const fn data(self) -> &'static LocaleData {
        self.data
    }

    fn known(language: &str, country: &str) -> Option<Self> {
        let is_it = |tag: &str| {
            let (its_language, its_country) = tag.split_once('-').unwrap_or((tag, ""));
            its_language.eq_ignore_ascii_case(language) && its_country.eq_ignore_ascii_case(country)
        };
        countries().find_map(|(language, data)| {
            let tag = data.tags.split(' ').find(|tag| is_it(tag))?;
            Some(Self { tag, language, data })
        })
    }

    /// The nearest to a language and a country: the language alone, or English.
    fn nearest(language: &str, country: &str) -> Self {
        let known = Self::known(language, country).or_else(|| Self::known(language, ""));
        known.or_else(|| Self::known(OTHERS, "")).unwrap_or_default()
    }
}

/// Every row of every language.
fn countries() -> impl Iterator<Item = (&'static Language, &'static LocaleData)> {
    LANGUAGES.iter().flat_map(|language| language.countries.iter().map(|data| (*language, data)))
}

/// The language and the country by which `language` goes here: of those that are meant by an alias.
fn named(language: &str) -> (&str, &str) {
    let aliases = LANGUAGES.iter().flat_map(|known| known.aliases);
    let meant = aliases.copied().find(|(alias, _)| alias.eq_ignore_ascii_case(language));
    let tag = meant.map_or(language, |(_, tag)| tag);
    tag.split_once('-').unwrap_or((tag, ""))
}

/// Reads `ar`, `ar-MA`, `fr-FR`, `AR-Arab-EG-u-nu-latn`, and WordPress's `en_US` and `ary`. A country without a row in
/// the table means the language alone, and a language without messages means English; script, variants and extensions
/// mean nothing here.
impl FromStr for Locale {
    type Err = InvalidTag;

    fn from_str(tag: &str) -> Result<Self, InvalidTag> {
        let is_subtag = |subtag: &&str| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !tag.split(['-', '_']).all(|subtag| is_subtag(&subtag)) {
            return Err(InvalidTag);
        }
        let mut subtags = tag.split(['-', '_']);
        let (language, usual_country) = named(subtags.next().unwrap_or_default());
        // A subtag of one letter begins an extension, in which two letters are no country.
        let country = subtags
            .take_while(|subtag| subtag.len() > 1)
            .find(|subtag| subtag.len() == 2)
            .unwrap_or(usual_country);
        Ok(Self::nearest(language, country))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{i18n::Digits, text::Direction};

    fn tag(written: &str) -> Result<&'static str, InvalidTag> {
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
        for (written, read) in [
            ("ar-001", "ar"),
            ("ar-XX", "ar"),
            ("ar-FR", "ar"),
            ("en-IN", "en-IN"),
            ("fr-ZZ", "fr"),
            ("en-150", "en"),
        ] {
            assert_eq!(tag(written), Ok(read), "{written}");
        }
    }

    #[test]
    fn a_language_without_messages_is_read_as_english() {
        for written in ["de", "de-AT", "zh-Hant", "he-IL", "fa_IR", "de_DE_formal", "und", "arabic"] {
            assert_eq!(tag(written), Ok("en"), "{written}");
            assert_eq!(written.parse::<Locale>().unwrap().language().direction, Direction::Ltr, "{written}");
        }
    }

    #[test]
    fn other_tags_of_a_language_are_read_as_it() {
        for (written, read) in [
            ("ary", "ar-MA"),
            ("arq", "ar-DZ"),
            ("arz", "ar-EG"),
            ("ara", "ar"),
            ("fra", "fr"),
            ("eng-GB", "en-GB"),
        ] {
            assert_eq!(tag(written), Ok(read), "{written}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for wrong in ["", " ", "-", "ar-", "-ar", "ar--MA", "ar MA", "ar-MA ", "عربي", "ar;fr"] {
            assert_eq!(tag(wrong), Err(InvalidTag), "{wrong:?}");
        }
    }

    #[test]
    fn every_tag_of_the_table_is_read_as_itself_and_occurs_once() {
        let tags: Vec<_> = countries().flat_map(|(_, data)| data.tags.split(' ')).collect();
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
