//! Ampersands and angle brackets in what WordPress keeps: names of people, terms and the site are HTML already.

/// Writes each `&` that begins no entity as `&amp;`; tags are left as they are.
#[must_use]
pub fn ampersands(text: &str) -> String {
    escaped(text, "&amp;")
}

/// The same with the numeric entity that titles and comments get.
#[must_use]
pub fn numeric_ampersands(text: &str) -> String {
    escaped(text, "&#038;")
}

/// A line of text as WordPress reads it from a field: no tags, no percent-encoded letters, one space between words.
#[must_use]
pub fn text_field(text: &str) -> String {
    without_octets(&without_tags(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as it is kept: a line of text, with brackets and ampersands as entities.
#[must_use]
pub fn plain_name(text: &str) -> String {
    ampersands(&text_field(text)).replace('<', "&lt;").replace('>', "&gt;")
}

/// Drops `%41` and the like.
fn without_octets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let octet = from.get(1..3).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        if !octet {
            out.push('%');
        }
        rest = &from[if octet { 3 } else { 1 }..];
    }
    out.push_str(rest);
    out
}

fn escaped(text: &str, entity: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        out.push_str(if begins_entity(from) { "&" } else { entity });
        rest = &from[1..];
    }
    out.push_str(rest);
    out
}

/// Whether the text begins with `&name;`, `&#39;` or `&#x27;`.
fn begins_entity(text: &str) -> bool {
    let Some((name, _)) = text[1..].split_once(';') else { return false };
    match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => !hex.is_empty() && hex.len() <= 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()),
            None => !number.is_empty() && number.len() <= 7 && number.bytes().all(|b| b.is_ascii_digit()),
        },
        None => {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.len() <= 8
                && name.bytes().all(|b| b.is_ascii_alphanumeric())
        }
    }
}

/// Drops `<…>`; a lone `<` before a space or digit stays.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let tag = from[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        match from.find('>') {
            Some(end) if tag => rest = &from[end + 1..],
            None if tag => rest = "",
            _ => {
                out.push('<');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ampersand_becomes_an_entity_and_an_entity_stays() {
        assert_eq!(ampersands("أ & ب &amp; ت &#8217; &#x27; &;"), "أ &amp; ب &amp; ت &#8217; &#x27; &amp;;");
    }

    #[test]
    fn a_name_keeps_no_tag() {
        assert_eq!(plain_name(" <b>Ana</b>  & <img src=x onerror=alert(1)>Bo "), "Ana &amp; Bo");
        assert_eq!(plain_name("a < b"), "a &lt; b");
        assert_eq!(plain_name("100% %41 %d9%82"), "100%");
    }
}
