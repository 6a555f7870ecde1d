//! What a button or a shortcut changes in the text of a comment: it puts the marks of `text::formatting` around what is
//! selected. Positions are those of browsers: UTF-16 code units.

/// What can be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// `*word*`.
    Emphasis,
    /// `[words](https://…)`.
    Link,
    /// Lines with `> `.
    Quotation,
    /// `` `word` ``.
    Code,
}

impl Format {
    /// In the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Emphasis, Self::Link, Self::Quotation, Self::Code];

    /// The letter with which Control or Command marks it, and whether Shift belongs to it; the key by its place too, since
    /// an Arabic keyboard has another letter there.
    pub const fn shortcut(self) -> (&'static str, &'static str, bool) {
        match self {
            Self::Emphasis => ("i", "KeyI", false),
            Self::Link => ("k", "KeyK", false),
            Self::Quotation => (">", "Period", true),
            Self::Code => ("e", "KeyE", false),
        }
    }

    /// The value of `aria-keyshortcuts`.
    pub const fn aria_shortcut(self) -> &'static str {
        match self {
            Self::Emphasis => "Control+I",
            Self::Link => "Control+K",
            Self::Quotation => "Control+Shift+.",
            Self::Code => "Control+E",
        }
    }
}

/// A change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// What is replaced.
    pub from: usize,
    /// Its end.
    pub to: usize,
    /// By what.
    pub text: String,
    /// What is selected then.
    pub select: (usize, usize),
}

const ADDRESS: &str = "https://";
const QUOTE: &str = "> ";

/// Marks what stands between `from` and `to` in `value`.
pub(super) fn edit(format: Format, value: &str, from: usize, to: usize) -> Edit {
    let units: Vec<u16> = value.encode_utf16().collect();
    let [from, to] = [from.min(to), to].map(|position| outside_pairs(&units, position));
    let text = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    match format {
        Format::Emphasis => around(&text(from, to), from, "*"),
        Format::Code => around(&text(from, to), from, "`"),
        Format::Link => link(&text(from, to), from),
        Format::Quotation => {
            let is_end = |unit: &u16| *unit == u16::from(b'\n');
            let start = units[..from].iter().rposition(is_end).map_or(0, |end| end + 1);
            let end = units[to..].iter().position(is_end).map_or(units.len(), |end| to + end);
            quotation(&text(start, end), start)
        }
    }
}

/// `position` within `units`, and before the pair of surrogates in whose middle a script has put it: a half is no text.
fn outside_pairs(units: &[u16], position: usize) -> usize {
    let position = position.min(units.len());
    let is_half = units.get(position).is_some_and(|unit| (0xdc00..0xe000).contains(unit));
    if is_half { position.saturating_sub(1) } else { position }
}

/// Marks each line of `selected`, without the white space at its ends.
fn around(selected: &str, from: usize, mark: &str) -> Edit {
    if selected.trim().is_empty() {
        let caret = from + 1;
        return Edit { from, to: from, text: mark.repeat(2), select: (caret, caret) };
    }
    let lines = selected.split('\n').map(|line| match line.trim() {
        "" => line.to_owned(),
        words => line.replacen(words, &[mark, words, mark].concat(), 1),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let select = (from, from + length(&text));
    Edit { from, to: from + length(selected), text, select }
}

/// The caret stands where something is missing: the words of a link, or its address.
fn link(selected: &str, from: usize) -> Edit {
    let to = from + length(selected);
    let words = selected.trim().replace('\n', " ");
    if words.starts_with("https://") || words.starts_with("http://") {
        let text = ["[](", &words, ")"].concat();
        return Edit { from, to, text, select: (from + 1, from + 1) };
    }
    let text = ["[", &words, "](", ADDRESS, ")"].concat();
    let caret = if words.is_empty() { from + 1 } else { from + length(&text) - 1 };
    Edit { from, to, text, select: (caret, caret) }
}

/// Marks the lines, or takes the marks away where every line has one.
fn quotation(lines: &str, from: usize) -> Edit {
    let is_quoted = lines.split('\n').all(|line| line.starts_with('>'));
    let changed = lines.split('\n').map(|line| match line.strip_prefix('>') {
        Some(rest) if is_quoted => rest.strip_prefix(' ').unwrap_or(rest).to_owned(),
        _ => [QUOTE, line].concat(),
    });
    let text = changed.collect::<Vec<_>>().join("\n");
    let end = from + length(&text);
    Edit { from, to: from + length(lines), text, select: (end, end) }
}

/// Unit: UTF-16 code units.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text after the edit, with `|` where the selection begins and ends. `value` has the same marks.
    fn edited(format: Format, value: &str) -> String {
        let mut parts = value.split('|');
        let [before, selected, behind] = [(); 3].map(|()| parts.next().unwrap_or_default());
        let value = [before, selected, behind].concat();
        let from = length(before);
        let Edit { from, to, text, select } = edit(format, &value, from, from + length(selected));
        let units: Vec<u16> = value.encode_utf16().collect();
        let [before, behind] = [&units[..from], &units[to..]].map(|units| String::from_utf16(units).unwrap());
        let after: Vec<u16> = [before, text, behind].concat().encode_utf16().collect();
        let part = |from: usize, to: usize| String::from_utf16(&after[from..to]).unwrap();
        [part(0, select.0), part(select.0, select.1), part(select.1, after.len())].join("|")
    }

    #[test]
    fn marks_stand_around_the_words_that_are_selected() {
        assert_eq!(edited(Format::Emphasis, "👍 |نعم |لا"), "👍 |*نعم* |لا");
        assert_eq!(edited(Format::Emphasis, "أ\n|ب\n\nج|"), "أ\n|*ب*\n\n*ج*|");
        assert_eq!(edited(Format::Code, "x||y"), "x`||`y");
    }

    #[test]
    fn the_caret_goes_where_something_of_a_link_is_missing() {
        assert_eq!(edited(Format::Link, "انظر |هنا|."), "انظر [هنا](https://||).");
        assert_eq!(edited(Format::Link, "|https://example.org|"), "[||](https://example.org)");
        assert_eq!(edited(Format::Link, "||"), "[||](https://)");
    }

    #[test]
    fn whole_lines_are_quoted_and_quoted_ones_are_not_any_more() {
        assert_eq!(edited(Format::Quotation, "أ\nب |ج\nد| هـ\nو"), "أ\n> ب ج\n> د هـ||\nو");
        assert_eq!(edited(Format::Quotation, "> أ\n>| ب|"), "> أ\nب||");
        assert_eq!(edited(Format::Quotation, "||"), "> ||");
    }

    #[test]
    fn a_selection_beyond_the_text_ends_with_it() {
        assert_eq!(edit(Format::Code, "x", 5, 9), Edit { from: 1, to: 1, text: "``".into(), select: (2, 2) });
    }

    proptest! {
        #[test]
        fn an_edit_adds_marks_and_keeps_every_character(
            value in "[ab👍🏽بَ\u{10ffff} \n]{0,12}", from in 0_usize..30, to in 0_usize..30, format in 0_usize..4,
        ) {
            let Edit { from, to, text, select } = edit(Format::ALL[format], &value, from, to);
            let units: Vec<u16> = value.encode_utf16().collect();
            let after = [&units[..from], &text.encode_utf16().collect::<Vec<_>>(), &units[to..]].concat();
            // A cut within a pair of surrogates leaves halves, which are no text.
            let after = String::from_utf16(&after).unwrap();
            // Marks are of other characters. A link has one line.
            let letters = |text: &str| text.chars().filter(|character| "ab👍🏽بَ\u{10ffff}".contains(*character)).collect::<String>();
            prop_assert_eq!(letters(&after), letters(&value));
            let [start, end] = [select.0, select.1].map(|position| after.encode_utf16().nth(position));
            let is_half = |unit: Option<u16>| unit.is_some_and(|unit| (0xdc00..0xe000).contains(&unit));
            prop_assert!(!is_half(start) && !is_half(end));
        }
    }
}
