//! Blank lines make paragraphs, single line ends make breaks.

/// Tags that stand on their own and are not put into a paragraph.
const BLOCKS: [&str; 22] = [
    "table",
    "thead",
    "tfoot",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "dl",
    "ul",
    "ol",
    "li",
    "pre",
    "form",
    "blockquote",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "figure",
    "section",
];

/// HTML with paragraphs; nothing stays nothing.
#[must_use]
pub fn autop(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = around_blocks(&text);
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).fold(String::new(), |mut out, part| {
        if is_block(part) {
            out.push_str(part);
        } else {
            out.push_str("<p>");
            out.push_str(&broken(part));
            out.push_str("</p>");
        }
        out.push('\n');
        out
    })
}

/// Puts a blank line before and after each block tag, so that it is a part of its own.
fn around_blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.find('>').map_or(from.len(), |end| end + 1);
        let (tag, after) = from.split_at(end);
        // The inside of <pre> is as typed.
        if let Some((pre, after)) = whole_pre(from) {
            out.push_str("\n\n");
            out.push_str(&pre.replace("\n\n", "\n \n"));
            out.push_str("\n\n");
            rest = after;
        } else if is_block(tag) {
            out.push_str("\n\n");
            out.push_str(tag);
            out.push_str("\n\n");
            rest = after;
        } else {
            out.push_str(tag);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn whole_pre(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with("<pre") {
        return None;
    }
    text.find("</pre>").map(|end| text.split_at(end + "</pre>".len()))
}

fn is_block(tag: &str) -> bool {
    let name: String =
        tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
    tag.starts_with('<') && BLOCKS.contains(&name.to_ascii_lowercase().as_str())
}

fn broken(part: &str) -> String {
    part.lines().map(str::trim).collect::<Vec<_>>().join("<br />\n")
}

#[cfg(test)]
mod tests {
    use super::autop;

    #[test]
    fn a_blank_line_parts_paragraphs_and_a_line_end_breaks() {
        assert_eq!(autop("a\nb\n\nc"), "<p>a<br />\nb</p>\n<p>c</p>\n");
    }

    #[test]
    fn a_quotation_holds_paragraphs() {
        assert_eq!(
            autop("x <blockquote>y</blockquote> z"),
            "<p>x</p>\n<blockquote>\n<p>y</p>\n</blockquote>\n<p>z</p>\n"
        );
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(autop("\n\n"), "");
    }
}
