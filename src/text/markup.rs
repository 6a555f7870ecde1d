//! Tags and comments of HTML, told from text: as much of the grammar as reading a text needs.

/// What stands at a `<`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup<'a> {
    /// A start tag or an end tag.
    Tag {
        /// Its name as it is written.
        name: &'a str,
        /// What follows the name, to the `>`.
        attributes: &'a str,
        /// Whether it is an end tag.
        is_end: bool,
    },
    /// A comment, or what browsers take for one.
    Comment,
    /// A character of the text.
    Text,
}

/// Reads what stands at the `<` that begins `rest`. Returns what follows it too.
pub fn read(rest: &str) -> (Markup<'_>, &str) {
    let inside = &rest[1..];
    if let Some(comment) = inside.strip_prefix("!--") {
        return (Markup::Comment, after_comment(comment));
    }
    let (name, is_end) = match inside.strip_prefix('/') {
        Some(name) => (name, true),
        None => (inside, false),
    };
    match name.chars().next() {
        Some(character) if character.is_ascii_alphabetic() => {}
        // `</3>`, `<!doctype html>`, `<?xml ?>`: comments by mistake.
        Some(_) if is_end || inside.starts_with(['!', '?']) => return (Markup::Comment, after(inside, ">")),
        _ => return (Markup::Text, inside),
    }
    let length = name.find(|character: char| character.is_ascii_whitespace() || "/>".contains(character));
    let (name, attributes) = name.split_at(length.unwrap_or(name.len()));
    let rest = after_tag(attributes);
    let attributes = &attributes[..attributes.len() - rest.len()];
    (Markup::Tag { name, attributes, is_end }, rest)
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
    let mut rest = rest;
    while let Some(start) = rest.find("--") {
        rest = &rest[start + 1..];
        if let Some(behind) = rest.strip_prefix("->").or_else(|| rest.strip_prefix("-!>")) {
            return behind;
        }
    }
    ""
}

/// What follows the end tag `name`: what a script or a style sheet holds is not for people.
pub fn after_raw_text<'a>(mut rest: &'a str, name: &str) -> &'a str {
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
