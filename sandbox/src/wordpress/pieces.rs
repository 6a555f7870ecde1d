//! HTML as tags and the text between them, for rules that touch text only.

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

#[cfg(test)]
mod tests {
    use super::{Piece::*, pieces};

    #[test]
    fn tags_and_text_alternate_and_lose_nothing() {
        assert_eq!(pieces("a<b>c</b>"), [Text("a"), Tag("<b>"), Text("c"), Tag("</b>")]);
    }

    #[test]
    fn a_bracket_that_begins_no_tag_is_text() {
        assert_eq!(pieces("1 < 2 <b"), [Text("1 < 2 <b")]);
    }
}
