//! Graphemes of texts in which each letter is one, with the marks on it: Arabic, French, English without emoji. Such a text is
//! counted here, because the browser makes an object for each grapheme: a long text would stop the page.

/// A character of a simple text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is a grapheme, whatever is before it.
    Letter,
    /// So is it, and no mark joins it.
    LineEnd,
    /// It joins the letter before it.
    Mark,
}

fn kind(character: char) -> Option<Kind> {
    Some(match character {
        '\n' => Kind::LineEnd,
        // Latin, general punctuation without what is invisible, Arabic without the signs that stand before numbers.
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}' => Kind::Letter,
        '\u{606}'..='\u{60f}' | '\u{61b}' | '\u{61d}'..='\u{64a}' | '\u{660}'..='\u{66f}' => Kind::Letter,
        '\u{671}'..='\u{6d5}' | '\u{6ee}'..='\u{6ff}' => Kind::Letter,
        '\u{64b}'..='\u{65f}' | '\u{670}' => Kind::Mark,
        _ => return None,
    })
}

/// How many graphemes there are in a simple text with `\n` as line ends; `None` for any other.
pub(super) fn graphemes(text: &str) -> Option<usize> {
    let mut count = 0;
    let mut before = Kind::LineEnd;
    for character in text.chars() {
        let now = kind(character)?;
        count += usize::from(now != Kind::Mark || before == Kind::LineEnd);
        before = now;
    }
    Some(count)
}

/// The first letter of `name`, if it is a grapheme of its own.
pub(super) fn initial(name: &str) -> Option<char> {
    let mut kinds = name.chars().map(kind);
    let is_letter = kinds.next() == Some(Some(Kind::Letter));
    let is_alone = matches!(kinds.next(), None | Some(Some(Kind::Letter | Kind::LineEnd)));
    name.chars().next().filter(|_| is_letter && is_alone)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn every_simple_character_is_what_unicode_says_of_it() {
        for character in ('\0'..=char::MAX).filter(|character| *character != '\n') {
            let Some(kind) = kind(character) else { continue };
            // A letter joins nothing before it and takes nothing but marks; a mark joins the letter before it.
            let pairs = [["a", "ب", "\u{64e}"], ["ب", "a", "\n"]].concat();
            for other in pairs {
                let after = [other, &character.to_string()].concat();
                let joins = kind == Kind::Mark && other != "\n";
                assert_eq!(after.graphemes(true).count(), if joins { 1 } else { 2 }, "{after:?}");
            }
            let before = [&character.to_string(), "a"].concat();
            assert_eq!(before.graphemes(true).count(), 2, "{before:?}");
        }
    }

    proptest! {
        #[test]
        fn a_simple_text_has_as_many_graphemes_as_unicode_says(
            text in vec(select("بَّسًلاٰ\n é«x’٣ـ؟".chars().collect::<Vec<_>>()), 0..40)
        ) {
            let text: String = text.into_iter().collect();
            prop_assert_eq!(graphemes(&text), Some(text.graphemes(true).count()));
            let first = text.graphemes(true).next().filter(|first| first.chars().count() == 1);
            let is_letter = |initial: &char| kind(*initial) == Some(Kind::Letter);
            let expected = first.and_then(|first| first.chars().next()).filter(is_letter);
            prop_assert_eq!(initial(&text), expected);
        }
    }

    #[test]
    fn other_texts_are_left_to_the_browser() {
        for text in ["👍🏽", "e\u{301}", "a\u{200d}b", "각", "क्ष", "\u{600}1", "a\tb"] {
            assert_eq!(graphemes(text), None, "{text:?}");
        }
    }
}
