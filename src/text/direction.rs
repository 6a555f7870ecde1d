//! The direction of a text, from more than its first letter.

use std::ops::AddAssign;

/// Where lines of a text begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// For the attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A text is right to left if more than this share of its words is: `rtlDetectionThreshold_` of the Closure
/// Library. Less than a half suits Arabic, which quotes Latin names more often than the reverse.
const RTL_THRESHOLD_PERCENT: usize = 40;

/// The words of a text by their direction. They estimate the direction of one block of text: a title, a paragraph, a
/// comment. `dir="auto"` looks at the first letter alone, and turns an Arabic title around that begins with a Latin
/// name.
///
/// This counts words as `goog.i18n.bidi.estimateDirection` of Google's Closure Library does. The first
/// letter of a word decides for the word. Web and mail addresses, mentions and tags in Latin letters say
/// nothing about the text around them: they count only where there is nothing else. Numbers, which Closure
/// gives a direction, do not count at all: a text without a direction leaves it to what is around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    rtl: usize,
    ltr: usize,
    addresses: usize,
}

impl Words {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        for word in text.split_whitespace() {
            match word.chars().find_map(strong) {
                Some(Direction::Rtl) => words.rtl += 1,
                Some(Direction::Ltr) if is_address(word) => words.addresses += 1,
                Some(Direction::Ltr) => words.ltr += 1,
                None => {}
            }
        }
        words
    }

    /// The direction of the text; `None` without a letter.
    pub const fn direction(self) -> Option<Direction> {
        let Self { rtl, ltr, addresses } = self;
        if rtl * 100 > RTL_THRESHOLD_PERCENT * (rtl + ltr) {
            Some(Direction::Rtl)
        } else if ltr + addresses > 0 {
            Some(Direction::Ltr)
        } else {
            None
        }
    }

    /// The direction of a title in a text of direction `around`, which it shares if a single word of it does: the
    /// title of an Arabic article may be one Arabic word behind the name of a product.
    pub const fn direction_within(self, around: Direction) -> Direction {
        match (self.direction(), around) {
            (Some(Direction::Ltr), Direction::Rtl) if self.rtl == 0 => Direction::Ltr,
            (Some(Direction::Rtl), Direction::Ltr) if self.ltr == 0 => Direction::Rtl,
            _ => around,
        }
    }
}

impl AddAssign for Words {
    fn add_assign(&mut self, other: Self) {
        self.rtl += other.rtl;
        self.ltr += other.ltr;
        self.addresses += other.addresses;
    }
}

/// The language tag of `text`, of which no more is known than the letters: Arabic, Persian or Hebrew by letters that
/// the others do not have, and the empty tag, "unknown", for what is left to right.
pub fn language(text: &str, direction: Direction) -> &'static str {
    let is_hebrew = |letter: char| matches!(letter, '\u{5d0}'..='\u{5ea}');
    // Farsi yeh and keheh.
    let is_persian = |letter: char| matches!(letter, '\u{6cc}' | '\u{6a9}');
    match direction {
        Direction::Ltr => "",
        Direction::Rtl if text.contains(is_persian) => "fa",
        Direction::Rtl if text.contains(is_hebrew) => "he",
        Direction::Rtl => "ar",
    }
}

/// Whether a word with Latin letters first is a web or mail address, a mention or a tag.
fn is_address(word: &str) -> bool {
    let before_letters = word.split(char::is_alphabetic).next().unwrap_or_default();
    word.contains("://") || word.contains('@') || before_letters.contains('#')
}

/// The direction of a character that has one: the classes L, R and AL of the Unicode bidirectional algorithm.
///
/// Instead of a table, which the WASM would carry, letters are right to left in the blocks that
/// `DerivedBidiClass.txt` reserves for such scripts, and left to right elsewhere.
fn strong(character: char) -> Option<Direction> {
    match character {
        // Left-to-right mark.
        '\u{200e}' => Some(Direction::Ltr),
        // Right-to-left mark, Arabic letter mark, Arabic semicolon and question mark.
        '\u{200f}' | '\u{61c}' | '\u{61b}' | '\u{61f}' => Some(Direction::Rtl),
        _ if !character.is_alphabetic() => None,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

#[cfg(test)]
mod tests {
    use unicode_bidi::{BidiClass, bidi_class};

    use super::*;

    #[track_caller]
    fn all_are(expected: Option<Direction>, texts: &[&str]) {
        for text in texts {
            assert_eq!(Words::of(text).direction(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_title_has_the_direction_of_its_article_if_it_has_a_word_of_it() {
        for (title, around, expected) in [
            ("iPhone 15 Pro Max: مراجعة", Direction::Rtl, Direction::Rtl),
            ("iPhone 15 Pro Max", Direction::Rtl, Direction::Ltr),
            ("2024", Direction::Rtl, Direction::Rtl),
            ("Learn العربية", Direction::Ltr, Direction::Ltr),
            ("العربية", Direction::Ltr, Direction::Rtl),
            ("2024", Direction::Ltr, Direction::Ltr),
        ] {
            assert_eq!(Words::of(title).direction_within(around), expected, "{title} {around:?}");
        }
    }

    #[test]
    fn letters_tell_some_languages() {
        for (text, direction, tag) in [
            ("خبز البيت", Direction::Rtl, "ar"),
            ("نان خانگی", Direction::Rtl, "fa"),
            ("לחם", Direction::Rtl, "he"),
            ("Brot", Direction::Ltr, ""),
        ] {
            assert_eq!(language(text, direction), tag, "{text}");
        }
    }

    #[test]
    fn foreign_words_do_not_turn_a_text_around_wherever_they_stand() {
        let rtl =
            ["WordPress: كيف تبدأ مدونتك", "بـWordPress", "عدّل wp-config.php ثم فعّل WP_DEBUG", "WordPress ؟"];
        all_are(Some(Direction::Rtl), &rtl);
        let ltr = ["سلام is the Arabic word for peace", "The Arabic word for peace is سلام"];
        all_are(Some(Direction::Ltr), &ltr);
    }

    #[test]
    fn more_than_two_of_five_words_make_a_text_right_to_left() {
        all_are(Some(Direction::Ltr), &["one two three واحد اثنان", "iPhone 15 Pro Max: مراجعة"]);
        all_are(Some(Direction::Rtl), &["one two واحد اثنان", "iPhone 15: مراجعة"]);
    }

    #[test]
    fn addresses_mentions_and_tags_count_only_where_there_is_nothing_else() {
        let addresses =
            "@Sara (#WordPress) #2024goals sara@example.org «https://ar.wikipedia.org/wiki/وسم» Http://a.b";
        all_are(Some(Direction::Ltr), &[addresses, &format!("{addresses} hello"), "@Sara 👍"]);
        all_are(
            Some(Direction::Rtl),
            &["@Sara شكراً، مقال مفيد جداً.", &format!("{addresses} شكراً"), "#وسم", "@سارة"],
        );
    }

    #[test]
    fn every_script_has_its_direction() {
        let rtl = ["שלום", "ܫܠܡܐ", "ދިވެހި", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥", "ﻣﺮﺣﺒﺎ", "ﷺ", "یونیکوڈ۔", "\u{64e}ب", "ـــ"];
        all_are(Some(Direction::Rtl), &rtl);
        all_are(Some(Direction::Ltr), &["café", "Привет", "γειά", "नमस्ते", "日本語", "ⴰⵎⴰⵣⵉⵖ"]);
    }

    #[test]
    fn marks_count_as_letters() {
        all_are(
            Some(Direction::Rtl),
            &["\u{200f}", "\u{200f}WordPress", "\u{61c}15", "\u{200f}iPhone 15 Pro Max: مراجعة"],
        );
        all_are(Some(Direction::Ltr), &["\u{200e}", "\u{200e}مقال"]);
    }

    #[test]
    fn digits_emoji_and_punctuation_have_no_direction() {
        // Arabic-Indic digits, which Closure takes for right to left, are AN in Unicode: not strong.
        let neutral = ["", " \n", "2024", "١٢٣ ۴۵۶", "15/01/2024 – 50%", "👍🏽 ❤️ 👨‍👩‍👧 🇸🇦", "…!? ،", "@ # ://"];
        all_are(None, &neutral);
        all_are(Some(Direction::Ltr), &["2024: ١٢٣ WordPress"]);
    }

    #[test]
    fn letters_have_the_direction_of_the_unicode_character_database() {
        for letter in (char::MIN..=char::MAX).filter(|character| character.is_alphabetic()) {
            let code = u32::from(letter);
            match bidi_class(letter) {
                BidiClass::L => assert_eq!(strong(letter), Some(Direction::Ltr), "U+{code:04X}"),
                BidiClass::R | BidiClass::AL => {
                    assert_eq!(strong(letter), Some(Direction::Rtl), "U+{code:04X}");
                }
                // Not strong in Unicode, strong here: vowel signs, which stand with letters of their script,
                // and modifier letters, tone letters and ancient Greek numerals, which no title consists of.
                class => assert!(matches!(class, BidiClass::NSM | BidiClass::ON), "U+{code:04X} {class:?}"),
            }
        }
    }

    #[test]
    fn the_attribute_has_the_names_of_html() {
        assert_eq!((Direction::Ltr.as_str(), Direction::Rtl.as_str()), ("ltr", "rtl"));
    }
}
