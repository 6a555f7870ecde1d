//! Counted phrases, by the plural categories of Unicode's CLDR. Each language has its rule.

use super::messages::texts;

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

texts! {
    /// A counted phrase in all its forms; `{n}` is the number.
    #[derive(Debug, Clone)]
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
}

impl Plural {
    /// The form for `count`, by the rule of its language.
    pub fn form(&self, rule: fn(u64) -> Category, count: u64) -> &'static str {
        if count == 0 {
            return self.zero;
        }
        match rule(count) {
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

    #[test]
    fn zero_has_a_form_of_its_own_whatever_the_rule_says() {
        let phrase = Plural { zero: "none", one: "1", two: "2", few: "3", many: "11", other: "100" };
        assert_eq!(phrase.form(|_| Category::Other, 0), "none");
        assert_eq!(phrase.form(|_| Category::Few, 3), "3");
    }
}
