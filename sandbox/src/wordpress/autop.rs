//! Blank lines make paragraphs, single line ends make breaks.

/// Tags that stand on their own and are not put into a paragraph.
const BLOCKS: [&str; 20] = [
    "table", "thead", "tfoot", "tbody", "tr", "td", "th", "div", "dl", "ul", "ol", "li", "pre", "form", "p",
    "h1", "h2", "h3", "figure", "section",
];

/// Stands for a line end inside `<pre>`, where it means nothing more than that.
const KEPT_LINE_END: &str = "\u{1}";

/// HTML with paragraphs; nothing stays nothing.
#[must_use]
pub fn autop(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::new();
    for part in parts(&around_blocks(&text)) {
        out.push_str(&paragraph(&part));
        out.push('\n');
    }
    out.replace(KEPT_LINE_END, "\n")
}

/// What stands between blank lines.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.split('\n') {
        match parts.last_mut() {
            Some(part) if !line.trim().is_empty() => {
                if !part.is_empty() {
                    part.push('\n');
                }
                part.push_str(line);
            }
            _ => parts.push(String::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Puts a blank line before each block that opens and after each that closes.
fn around_blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let pre = whole_pre(from);
        let (tag, after) =
            from.split_at(pre.or_else(|| from.find('>').map(|end| end + 1)).unwrap_or(from.len()));
        match block(tag) {
            _ if pre.is_some() => {
                out.push_str("\n\n");
                out.push_str(&tag.replace('\n', KEPT_LINE_END));
                out.push_str("\n\n");
            }
            Some(Block { closes: false, .. }) => {
                out.push_str("\n\n");
                out.push_str(tag);
            }
            Some(Block { closes: true, .. }) => {
                out.push_str(tag);
                out.push_str("\n\n");
            }
            None => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The length of `<pre>…</pre>` at the start: its inside is as typed.
fn whole_pre(text: &str) -> Option<usize> {
    if !text.starts_with("<pre") {
        return None;
    }
    text.find("</pre>").map(|end| end + "</pre>".len())
}

struct Block {
    closes: bool,
    /// A quotation holds paragraphs.
    quotation: bool,
}

fn block(tag: &str) -> Option<Block> {
    let name = tag.strip_prefix('<')?;
    let closes = name.starts_with('/');
    let name: String = name.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let quotation = name == "blockquote";
    (quotation || BLOCKS.contains(&name.as_str())).then_some(Block { closes, quotation })
}

/// One part as a paragraph: inside a quotation's tags, and not at all beside other blocks' tags.
fn paragraph(part: &str) -> String {
    if part.trim_start().starts_with("<pre") {
        return part.to_owned();
    }
    let first = part.trim_start().split_inclusive('>').next().unwrap_or(part);
    let (before, text) = match block(first) {
        Some(Block { closes: false, quotation: true }) => {
            (format!("{first}<p>"), &part.trim_start()[first.len()..])
        }
        Some(Block { quotation: false, .. }) => (String::new(), part),
        _ => ("<p>".to_owned(), part),
    };
    let last = text.trim_end().rfind('<').map_or("", |at| &text.trim_end()[at..]);
    let (text, after) = match block(last) {
        Some(Block { closes: true, quotation: true }) => {
            (&text.trim_end()[..text.trim_end().len() - last.len()], format!("</p>{last}"))
        }
        Some(Block { quotation: false, .. }) => (text, String::new()),
        _ => (text, "</p>".to_owned()),
    };
    format!("{before}{}{after}", broken(text)).replace("<p></p>", "")
}

fn broken(part: &str) -> String {
    part.split('\n')
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("<br />\n")
        .trim_end_matches("<br />\n")
        .to_owned()
        + trailing_spaces(part)
}

/// Spaces at the end of a line go with the break; those at the end of all stay.
fn trailing_spaces(part: &str) -> &str {
    &part[part.trim_end_matches([' ', '\t']).len()..]
}

#[cfg(test)]
mod tests {
    use super::autop;

    #[test]
    fn a_blank_line_parts_paragraphs_and_a_line_end_breaks() {
        assert_eq!(autop("a \nb\n \nc"), "<p>a<br />\nb</p>\n<p>c</p>\n");
    }

    #[test]
    fn a_quotation_holds_paragraphs() {
        assert_eq!(
            autop("x <blockquote>y\n\nz</blockquote> w"),
            "<p>x </p>\n<blockquote><p>y</p>\n<p>z</p></blockquote>\n<p> w</p>\n"
        );
    }

    #[test]
    fn blocks_stand_outside_of_paragraphs() {
        assert_eq!(autop("a<ul><li>b</li></ul>c"), "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>\n");
        assert_eq!(autop("<pre>a\n\nb</pre>"), "<pre>a\n\nb</pre>\n");
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(autop("\n\n"), "");
    }
}
