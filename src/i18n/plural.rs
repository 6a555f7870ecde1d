//! Counted phrases: the plural categories and rules of Unicode's CLDR, for whole numbers.

/// The languages that messages exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// ar
    Arabic,
    /// fr
    French,
    /// en
    English,
}

/// A plural category. Which numbers it has differs from language to language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Arabic 0.
    Zero,
    /// Arabic and English 1, French 0 and 1.
    One,
    /// Arabic 2, the dual.
    Two,
    /// Arabic 3 to 10, 103 to 110 …
    Few,
    /// Arabic 11 to 99, 111 to 199 …; French whole millions.
    Many,
    /// The rest.
    Other,
}

/// The category of `count`, by CLDR's rules.
pub const fn category(language: Language, count: u64) -> Category {
    match language {
        Language::Arabic => match (count, count % 100) {
            (0, _) => Category::Zero,
            (1, _) => Category::One,
            (2, _) => Category::Two,
            (_, 3..=10) => Category::Few,
            (_, 11..=99) => Category::Many,
            _ => Category::Other,
        },
        Language::French => match (count, count % 1_000_000) {
            (0 | 1, _) => Category::One,
            (_, 0) => Category::Many,
            _ => Category::Other,
        },
        Language::English => match count {
            1 => Category::One,
            _ => Category::Other,
        },
    }
}

/// A counted phrase in all its forms; `{n}` is the number.
#[derive(Debug)]
pub struct Plural {
    /// For 0. A category in Arabic; in the other languages a friendlier message than the number.
    pub zero: &'static str,
    /// [`Category::One`].
    pub one: &'static str,
    /// [`Category::Two`].
    pub two: &'static str,
    /// [`Category::Few`].
    pub few: &'static str,
    /// [`Category::Many`].
    pub many: &'static str,
    /// [`Category::Other`].
    pub other: &'static str,
}

impl Plural {
    /// A phrase of French, which has no dual and no paucal. `many` is for whole millions, which take
    /// « de »: « un million de commentaires ».
    pub(super) const fn french(
        zero: &'static str,
        one: &'static str,
        many: &'static str,
        other: &'static str,
    ) -> Self {
        Self { zero, one, two: other, few: other, many, other }
    }

    /// A phrase of English, which has singular and plural.
    pub(super) const fn english(zero: &'static str, one: &'static str, other: &'static str) -> Self {
        Self { zero, one, two: other, few: other, many: other, other }
    }

    /// The form for `count`.
    pub const fn form(&self, language: Language, count: u64) -> &'static str {
        if count == 0 {
            return self.zero;
        }
        match category(language, count) {
            Category::Zero => self.zero,
            Category::One => self.one,
            Category::Two => self.two,
            Category::Few => self.few,
            Category::Many => self.many,
            Category::Other => self.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Category::{Few, Many, One, Other, Two, Zero};

    #[track_caller]
    fn check(language: Language, samples: &[(Category, &[u64])]) {
        for (expected, counts) in samples {
            for count in *counts {
                assert_eq!(category(language, *count), *expected, "{language:?} {count}");
            }
        }
    }

    #[test]
    fn arabic_has_six_categories() {
        check(
            Language::Arabic,
            &[
                (Zero, &[0]),
                (One, &[1]),
                (Two, &[2]),
                (Few, &[3, 4, 9, 10, 103, 110, 1003, 1010, 1_000_003]),
                (Many, &[11, 12, 26, 99, 111, 199, 1011, 1099, 1_000_011]),
                (Other, &[100, 101, 102, 200, 201, 202, 1000, 1001, 1002, 10_000, 100_000, 1_000_000]),
            ],
        );
    }

    #[test]
    fn french_has_one_for_zero_and_many_for_millions() {
        check(
            Language::French,
            &[
                (One, &[0, 1]),
                (Many, &[1_000_000, 2_000_000, 1_000_000_000]),
                (Other, &[2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 100_000, 1_000_001]),
            ],
        );
    }

    #[test]
    fn english_has_two_categories() {
        check(
            Language::English,
            &[(One, &[1]), (Other, &[0, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 1_000_000])],
        );
    }

    #[test]
    fn zero_has_a_form_of_its_own_in_every_language() {
        let phrase = Plural { zero: "none", one: "1", two: "2", few: "3", many: "11", other: "100" };
        for language in [Language::Arabic, Language::French, Language::English] {
            assert_eq!(phrase.form(language, 0), "none");
            assert_eq!(phrase.form(language, 1), "1");
        }
        assert_eq!(
            [2, 7, 50, 300].map(|count| phrase.form(Language::Arabic, count)),
            ["2", "3", "11", "100"]
        );
    }
}
