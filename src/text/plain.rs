//! Markup to plain text: titles, names and excerpts, which a site sends as HTML.

use super::entities::{named, numbered};

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
    let inside = &rest[1..];
    if let Some(comment) = inside.strip_prefix("!--") {
        return after_comment(comment);
    }
    let (name, is_end) = match inside.strip_prefix('/') {
        Some(name) => (name, true),
        None => (inside, false),
    };
    match name.chars().next() {
        Some(character) if character.is_ascii_alphabetic() => {}
        // `</3>`, `<!doctype html>`, `<?xml ?>`: comments by mistake.
        Some(_) if is_end || inside.starts_with(['!', '?']) => return after(inside, ">"),
        _ => {
            text.push('<');
            return inside;
        }
    }
    let length = name.find(|character: char| character.is_ascii_whitespace() || "/>".contains(character));
    let (name, attributes) = name.split_at(length.unwrap_or(name.len()));
    let name = name.to_ascii_lowercase();
    if BLOCKS.split_ascii_whitespace().any(|block| block == name) {
        text.space = true;
    }
    let rest = after_tag(attributes);
    if !is_end && (name == "script" || name == "style") { after_raw_text(rest, &name) } else { rest }
}

/// What follows a tag whose attributes begin `rest`. A `>` in a quoted value does not end it.
fn after_tag(rest: &str) -> &str {
    let mut quote = None;
    let mut last = ' ';
    for (index, character) in rest.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '>') => return &rest[index + 1..],
            (None, '"' | '\'') if last == '=' => quote = Some(character),
            (None, _) => {}
        }
        if !character.is_ascii_whitespace() {
            last = character;
        }
    }
    ""
}

/// What follows a comment; `rest` begins behind its `<!--`.
fn after_comment(rest: &str) -> &str {
    if let Some(rest) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("->")) {
        return rest;
    }
    let ends = ["-->", "--!>"].map(|end| rest.find(end).map(|start| start + end.len()));
    ends.into_iter().flatten().min().map_or("", |end| &rest[end..])
}

/// What follows the end tag `name`: what a script or a style sheet holds is not for people.
fn after_raw_text<'a>(mut rest: &'a str, name: &str) -> &'a str {
    while let Some(start) = rest.find("</") {
        rest = &rest[start + 2..];
        let is_name = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let behind = if is_name { &rest[name.len()..] } else { "" };
        if behind.starts_with(|character: char| character.is_ascii_whitespace() || "/>".contains(character)) {
            return after_tag(behind);
        }
    }
    ""
}

fn after<'a>(rest: &'a str, end: &str) -> &'a str {
    rest.split_once(end).map_or("", |(_, rest)| rest)
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
