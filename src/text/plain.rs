//! Markup to plain text: titles, names and excerpts, which a site sends as HTML.

use super::{
    entities::{named, numbered},
    markup::{Markup, after_raw_text, read},
};

/// Elements that stand on lines of their own: where one begins or ends, words are apart.
static BLOCKS: &str = "address article aside blockquote br dd details div dl dt fieldset figcaption figure \
    footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody \
    td tfoot th thead tr ul";

/// Most characters of a character reference's name: `thetasym`.
const LONGEST_NAME: usize = 8;

/// What a reader would see of `html`, on one line: without tags, comments, scripts and style sheets,
/// entities decoded exactly once, runs of white space as one space and none at the ends. Spaces that
/// somebody chose (no-break, narrow) stay.
///
/// Not a sanitiser: the result may say `<script>` where the markup said `&lt;script&gt;`. It is text,
/// and only ever to be shown as text.
pub fn plain(html: &str) -> String {
    let mut text = Text { written: String::with_capacity(html.len()), space: false };
    let mut rest = html;
    while let Some(character) = rest.chars().next() {
        rest = match character {
            '<' => markup(rest, &mut text),
            '&' => reference(rest, &mut text),
            _ => {
                text.push(character);
                &rest[character.len_utf8()..]
            }
        };
    }
    text.written.truncate(text.written.trim_end().len());
    text.written
}

/// Plain text in the making.
struct Text {
    written: String,
    /// Whether a space is due before the next character.
    space: bool,
}

impl Text {
    fn push(&mut self, character: char) {
        if character.is_ascii_whitespace() {
            self.space = true;
        } else if !self.written.is_empty() || !character.is_whitespace() {
            if self.space && !self.written.is_empty() {
                self.written.push(' ');
            }
            self.space = false;
            self.written.push(character);
        }
    }
}

/// Reads the markup at the start of `rest`, or a `<` that is none. Returns what follows.
fn markup<'a>(rest: &'a str, text: &mut Text) -> &'a str {
    let (found, rest) = read(rest);
    match found {
        Markup::Text => text.push('<'),
        Markup::Comment => {}
        Markup::Tag { name, is_end, .. } => {
            let name = name.to_ascii_lowercase();
            if BLOCKS.split_ascii_whitespace().any(|block| block == name) {
                text.space = true;
            }
            if !is_end && (name == "script" || name == "style") {
                return after_raw_text(rest, &name);
            }
        }
    }
    rest
}

/// Decodes the character reference at the start of `rest`, or takes the `&` as it is. Returns what
/// follows. A number may go without `;`, as browsers let it.
fn reference<'a>(rest: &'a str, text: &mut Text) -> &'a str {
    let inside = &rest[1..];
    let decoded = match inside.strip_prefix('#') {
        Some(number) => decode_number(number),
        None => decode_name(inside),
    };
    let (character, rest) = decoded.unwrap_or(('&', inside));
    text.push(character);
    rest
}

fn decode_name(inside: &str) -> Option<(char, &str)> {
    let end = inside.bytes().take(LONGEST_NAME + 1).position(|byte| byte == b';')?;
    Some((named(&inside[..end])?, &inside[end + 1..]))
}

fn decode_number(number: &str) -> Option<(char, &str)> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let length = digits.find(|character: char| !character.is_digit(radix)).unwrap_or(digits.len());
    let (digits, rest) = digits.split_at(length);
    if digits.is_empty() {
        return None;
    }
    // A number too large for its type is as much of a character as one beyond Unicode: none.
    let character = u32::from_str_radix(digits, radix).map_or(char::REPLACEMENT_CHARACTER, numbered);
    Some((character, rest.strip_prefix(';').unwrap_or(rest)))
}

#[cfg(test)]
mod tests;
