//! Straight quotes, dashes and dots become typographic ones, as numeric entities, in the English manner.

use super::entities::numeric_ampersands;

/// Tags whose text stays as typed.
const VERBATIM: [&str; 7] = ["pre", "code", "kbd", "style", "script", "tt", "textarea"];

/// Part of an HTML text.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// `<…>`, with its brackets.
    Tag(&'a str),
    /// What stands between tags.
    Text(&'a str),
}

/// Splits HTML at its tags. A `<` that begins no tag is text.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = html[from..].find('<').map(|at| at + from) {
        let tag = html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let Some(end) = html[at..].find('>').map(|end| at + end + 1).filter(|_| tag) else {
            from = at + 1;
            continue;
        };
        if start < at {
            pieces.push(Piece::Text(&html[start..at]));
        }
        pieces.push(Piece::Tag(&html[at..end]));
        (start, from) = (end, end);
    }
    if start < html.len() {
        pieces.push(Piece::Text(&html[start..]));
    }
    pieces
}

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
    text.replace("...", "&#8230;")
        .replace("``", "&#8220;")
        .replace("''", "&#8221;")
        .replace(" (tm)", " &#8482;")
        .replace("---", "&#8212;")
        .replace(" -- ", " &#8212; ")
        .replace("--", "&#8211;")
        .replace(" - ", " &#8211; ")
}

/// Quotes open after nothing, a space or a bracket, and close elsewhere. `before` is the letter before the text.
fn quoted(text: &str, mut before: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{\"'-–—<".contains(c) || c == ';');
        let next = letters.peek().copied();
        match letter {
            '"' if opens && next.is_some_and(|c| !c.is_whitespace()) => out.push_str("&#8220;"),
            '"' if before.is_some_and(|c| c.is_ascii_digit()) && !text_has_open_quote(&out) => {
                out.push_str("&#8243;")
            }
            '"' => out.push_str("&#8221;"),
            '\'' if opens
                && !next.is_some_and(|c| c.is_ascii_digit())
                && next.is_some_and(|c| !c.is_whitespace()) =>
            {
                out.push_str("&#8216;");
            }
            '\'' => out.push_str("&#8217;"),
            letter => out.push(letter),
        }
        before = Some(letter);
    }
    out
}

fn text_has_open_quote(text: &str) -> bool {
    text.rfind("&#8220;") > text.rfind("&#8221;")
}

#[cfg(test)]
mod tests {
    use super::texturize;

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(texturize("It's \"q\" & <em>x</em>"), "It&#8217;s &#8220;q&#8221; &#038; <em>x</em>");
        assert_eq!(texturize("قال \"نعم\" وذهب"), "قال &#8220;نعم&#8221; وذهب");
        assert_eq!(texturize("('a')"), "(&#8216;a&#8217;)");
    }

    #[test]
    fn dashes_and_dots() {
        assert_eq!(texturize("a -- b... c"), "a &#8212; b&#8230; c");
    }

    #[test]
    fn code_attributes_and_typographic_quotes_stay() {
        let html = "<code>\"x\"</code> <a title=\"it's\">«ب»</a>";
        assert_eq!(texturize(html), html);
    }
}
