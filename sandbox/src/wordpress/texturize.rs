//! Straight quotes, dashes and dots become typographic ones, as numeric entities, in the English manner.

use super::{
    entities::numeric_ampersands,
    pieces::{Piece, pieces},
};

/// Tags whose text stays as typed.
const VERBATIM: [&str; 7] = ["pre", "code", "kbd", "style", "script", "tt", "textarea"];

/// Words that begin with an apostrophe.
const SHORTENED: [&str; 9] = ["tain", "twere", "twas", "tis", "twill", "til", "bout", "nuff", "em"];

/// The whole text, tags untouched.
#[must_use]
pub fn texturize(html: &str) -> String {
    let mut verbatim = 0_usize;
    let mut before = None;
    let mut out = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) => {
                let name = tag_name(tag);
                if VERBATIM.contains(&name.as_str()) {
                    verbatim = if tag.starts_with("</") { verbatim.saturating_sub(1) } else { verbatim + 1 };
                }
                out.push_str(tag);
            }
            Piece::Text(text) if verbatim > 0 => out.push_str(text),
            Piece::Text(text) => {
                out.push_str(&numeric_ampersands(&quoted(&dashed(text), before)));
                before = text.chars().next_back();
            }
        }
    }
    out
}

fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}

fn dashed(text: &str) -> String {
    let text = text
        .replace("...", "&#8230;")
        .replace("``", "&#8220;")
        .replace("''", "&#8221;")
        .replace(" (tm)", " &#8482;")
        .replace("(tm) ", "&#8482; ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('-') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let after = from.trim_start_matches('-');
        let dashes = &from[..from.len() - after.len()];
        let alone = ends_with_space(&out) && (after.is_empty() || after.starts_with(char::is_whitespace));
        out.push_str(match dashes.len() {
            1 if alone => "&#8211;",
            2 if !alone => "&#8211;",
            2 | 3 => "&#8212;",
            _ => dashes,
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn ends_with_space(text: &str) -> bool {
    text.is_empty() || text.ends_with(char::is_whitespace)
}

/// Quotes open after nothing, a space, a bracket or a dash, unless a space follows; elsewhere they close. A quote behind
/// a number and before a space is a measure. `before` is the letter before the text.
fn quoted(text: &str, mut before: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut double_open, mut single_open) = (false, false);
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{\"-".contains(c))
            && !rest.starts_with(char::is_whitespace);
        let measure = before.is_some_and(|c| c.is_ascii_digit()) && !rest.starts_with(char::is_alphanumeric);
        match letter {
            '"' if opens => {
                double_open = true;
                out.push_str("&#8220;");
            }
            '"' if measure && !double_open => out.push_str("&#8243;"),
            '"' => out.push_str("&#8221;"),
            '\'' if opens && !leaves_out(rest) => {
                single_open = true;
                out.push_str("&#8216;");
            }
            '\'' if measure && !single_open => out.push_str("&#8242;"),
            '\'' => out.push_str("&#8217;"),
            'x' if multiplies(&text[..at], rest) => out.push_str("&#215;"),
            letter => out.push(letter),
        }
        before = Some(letter);
    }
    out
}

/// Whether an `x` between these is a multiplication sign: `3x4`, but neither `a3x4`, `3x4a`, `1x2x3` nor `0x70`.
fn multiplies(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let in_number = |c: char| c.is_ascii_digit() || ".,".contains(c);
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let number = before.trim_end_matches(in_number).len();
    let begins = |at: usize| {
        before[at..].starts_with(is_digit) && &before[at..] != "0" && !before[..at].ends_with(in_word)
    };
    let behind = after.trim_start_matches(is_digit);
    before.ends_with(is_digit)
        && (number..before.len()).any(begins)
        && behind.len() < after.len()
        && !behind.starts_with(in_word)
}

/// Whether an apostrophe before this stands for letters or digits left out: `'90s`, `'tis`.
fn leaves_out(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_lowercase();
    digits == 2 || SHORTENED.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::texturize;

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(texturize("It's \"q\" & <em>x</em>"), "It&#8217;s &#8220;q&#8221; &#038; <em>x</em>");
        assert_eq!(texturize("قال \"نعم\" وذهب"), "قال &#8220;نعم&#8221; وذهب");
        assert_eq!(texturize("('a')"), "(&#8216;a&#8217;)");
        assert_eq!(texturize("\"it's 'so'\""), "&#8220;it&#8217;s &#8216;so&#8217;&#8221;");
        assert_eq!(texturize("x \" y"), "x &#8221; y");
        assert_eq!(texturize("'tis the '90s, 'yes'"), "&#8217;tis the &#8217;90s, &#8216;yes&#8217;");
    }

    #[test]
    fn dashes_and_dots() {
        assert_eq!(texturize("a -- b... c"), "a &#8212; b&#8230; c");
        assert_eq!(texturize("- a--b - c---d a-b"), "&#8211; a&#8211;b &#8211; c&#8212;d a-b");
    }

    #[test]
    fn measures() {
        assert_eq!(texturize("5\" disk, 6' tall, 3x4"), "5&#8243; disk, 6&#8242; tall, 3&#215;4");
    }

    #[test]
    fn an_x_multiplies_whole_numbers_only() {
        assert_eq!(texturize("ب3x4, 1.5x20-"), "ب3&#215;4, 1.5&#215;20-");
        let words = "mwuh1x29 a3x4 3x4a 1x2x3 0x70 1<b>x2</b>";
        assert_eq!(texturize(words), words);
    }

    #[test]
    fn code_attributes_and_typographic_quotes_stay() {
        let html = "<code>\"x\"</code> <a title=\"it's\">«ب»</a>";
        assert_eq!(texturize(html), html);
    }
}
