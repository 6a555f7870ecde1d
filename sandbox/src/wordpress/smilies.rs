//! `:)` between spaces becomes a face.

use super::pieces::{Piece, pieces};

const FACES: [(&str, &str); 15] = [
    (":)", "🙂"),
    (":-)", "🙂"),
    (";)", "😉"),
    (";-)", "😉"),
    (":(", "🙁"),
    (":-(", "🙁"),
    (":D", "😀"),
    (":-D", "😀"),
    (":P", "😛"),
    (":-P", "😛"),
    (":o", "😮"),
    (":-o", "😮"),
    (":|", "😐"),
    (":?", "😕"),
    (":x", "😡"),
];

/// Words that are a face, outside of tags and code.
#[must_use]
pub fn faces(html: &str) -> String {
    let mut code = 0_usize;
    pieces(html)
        .into_iter()
        .map(|piece| match piece {
            Piece::Tag(tag) => {
                let name = tag.to_ascii_lowercase();
                if ["<code", "<pre"].iter().any(|start| name.starts_with(start)) {
                    code += 1;
                } else if ["</code>", "</pre>"].contains(&name.as_str()) {
                    code = code.saturating_sub(1);
                }
                tag.to_owned()
            }
            Piece::Text(text) if code > 0 => text.to_owned(),
            Piece::Text(text) => text.split_inclusive(char::is_whitespace).map(face).collect(),
        })
        .collect()
}

/// A word with the white space behind it.
fn face(word: &str) -> String {
    let (bare, space) = word.split_at(word.trim_end().len());
    match FACES.iter().find(|(typed, _)| *typed == bare) {
        Some((_, face)) => format!("{face}{space}"),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::faces;

    #[test]
    fn only_whole_words_outside_code_are_faces() {
        assert_eq!(faces("a :) http://x <code>:)</code> (:)"), "a 🙂 http://x <code>:)</code> (:)");
    }
}
