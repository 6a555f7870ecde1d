//! An excerpt where none was written: the first words of the body.

use super::pieces::{Piece, pieces};

/// WordPress's `excerpt_length`.
const WORDS: usize = 55;

/// The first words without tags, and a mark where more follow.
#[must_use]
pub fn of_body(html: &str) -> String {
    let mut unseen = false;
    let text: String = pieces(html)
        .into_iter()
        .map(|piece| match piece {
            Piece::Tag(tag) => {
                let tag = tag.to_ascii_lowercase();
                unseen = (unseen && !tag.starts_with("</"))
                    || ["<script", "<style"].iter().any(|start| tag.starts_with(start));
                // Words of two paragraphs stay two words.
                if tag.starts_with("</p") || tag.starts_with("<br") || tag.starts_with("</h") {
                    " "
                } else {
                    ""
                }
            }
            Piece::Text(_) if unseen => "",
            Piece::Text(text) => text,
        })
        .collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} [&hellip;]", first.join(" ")),
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::of_body;

    #[test]
    fn a_short_body_is_its_own_excerpt() {
        assert_eq!(of_body("<p>One <b>two</b></p><script>x()</script><p>three</p>"), "One two three");
    }

    #[test]
    fn a_long_body_is_cut_after_55_words() {
        let excerpt = of_body(&format!("<p>{}</p>", "word ".repeat(56)));
        assert_eq!(excerpt, format!("{}[&hellip;]", "word ".repeat(55)));
    }
}
