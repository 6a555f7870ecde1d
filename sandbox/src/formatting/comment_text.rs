//! `comment_text`: how WordPress renders a stored comment. Addresses become links, quotation marks become typographic,
//! smileys become emoji, blank lines separate paragraphs.
//!
//! Only the common cases are here. They are enough to show a client that posted text comes back changed.

use linkify::{LinkFinder, LinkKind};

/// `content.rendered`.
#[must_use]
pub fn rendered(stored: &str) -> String {
    let html = make_clickable(stored);
    wpautop(&map_text(&html, &["code"], |text| convert_smilies(&wptexturize(text))))
}

/// The number of links in the rendered comment.
#[must_use]
pub fn count_links(stored: &str) -> usize {
    make_clickable(stored).matches("<a ").count()
}

/// Changes the text between tags, except inside the elements named in `verbatim`.
fn map_text(html: &str, verbatim: &[&str], change: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open_verbatim = 0_usize;
    let mut rest = html;
    while !rest.is_empty() {
        let (text, from) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let (tag, after) = from.split_at(from.find('>').map_or(from.len(), |end| end + 1));
        out.push_str(&if open_verbatim == 0 { change(text) } else { text.to_owned() });
        out.push_str(tag);
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or_default();
        if verbatim.contains(&name) {
            open_verbatim =
                if tag.starts_with("</") { open_verbatim.saturating_sub(1) } else { open_verbatim + 1 };
        }
        rest = after;
    }
    out
}

/// Makes each web and e-mail address a link.
fn make_clickable(html: &str) -> String {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    map_text(html, &["a", "code"], |text| {
        let shown = |address: &str| {
            // WordPress writes the ampersands of an address as numeric entities.
            let address = address.replace("&amp;", "&#038;");
            format!("<a href=\"{address}\" rel=\"nofollow ugc\">{address}</a>")
        };
        finder
            .spans(text)
            .map(|span| match (span.kind(), span.as_str()) {
                (Some(LinkKind::Email), email) => format!("<a href=\"mailto:{email}\">{email}</a>"),
                (Some(_), url) if url.contains("://") => shown(url),
                (Some(_), host) if host.starts_with("www.") => shown(&format!("http://{host}")),
                (_, text) => text.to_owned(),
            })
            .collect()
    })
}

/// Typographic quotation marks, dashes and dots, as numeric entities.
fn wptexturize(text: &str) -> String {
    let text = text
        .replace("...", "&#8230;")
        .replace(" -- ", " &#8212; ")
        .replace("--", "&#8211;")
        .replace(" - ", " &#8211; ");
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        let opens = before.is_whitespace() || "([{\"-".contains(before);
        match character {
            '"' => out.push_str(if opens { "&#8220;" } else { "&#8221;" }),
            '\'' => out.push_str(if opens { "&#8216;" } else { "&#8217;" }),
            character => out.push(character),
        }
        before = character;
    }
    out
}

/// Smileys that stand alone become emoji.
fn convert_smilies(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| match word.trim_end() {
            ":)" | ":-)" => word.replace(word.trim_end(), "🙂"),
            ";)" | ";-)" => word.replace(word.trim_end(), "😉"),
            ":(" | ":-(" => word.replace(word.trim_end(), "🙁"),
            _ => word.to_owned(),
        })
        .collect()
}

/// Blank lines separate paragraphs, single line ends become breaks. A quotation has paragraphs of its own.
fn wpautop(html: &str) -> String {
    let lines: Vec<&str> = html.lines().map(str::trim_end).collect();
    let html = lines
        .join("\n")
        .replace("<blockquote", "\n\n<blockquote")
        .replace("</blockquote>", "</blockquote>\n\n");
    let mut out = String::new();
    for part in html.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.is_empty()) {
        let opening =
            if part.starts_with("<blockquote") { part.find('>').map_or(0, |end| end + 1) } else { 0 };
        let (quote, part) = part.split_at(opening);
        let (part, end_of_quote) = match part.strip_suffix("</blockquote>") {
            Some(part) => (part, "</blockquote>"),
            None => (part, ""),
        };
        out.push_str(&format!("{quote}<p>{}</p>{end_of_quote}\n", part.replace('\n', "<br />\n")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_starts_a_paragraph_and_a_line_end_a_new_line() {
        assert_eq!(rendered("a \nb\n \nc"), "<p>a<br />\nb</p>\n<p>c</p>\n");
        assert_eq!(rendered("a\r\n\r\n\r\nb"), "<p>a</p>\n<p>b</p>\n");
    }

    #[test]
    fn a_quotation_has_paragraphs() {
        assert_eq!(
            rendered("x <blockquote cite=\"y\">y\n\nz</blockquote> w"),
            "<p>x </p>\n<blockquote cite=\"y\"><p>y</p>\n<p>z</p></blockquote>\n<p> w</p>\n"
        );
    }

    #[test]
    fn an_address_becomes_a_link_without_the_full_stop_after_it() {
        assert_eq!(
            make_clickable("انظر https://example.org/a."),
            "انظر <a href=\"https://example.org/a\" rel=\"nofollow ugc\">https://example.org/a</a>."
        );
    }

    #[test]
    fn a_host_without_a_scheme_becomes_a_link_only_with_www() {
        assert_eq!(
            make_clickable("www.example.org example.org"),
            "<a href=\"http://www.example.org\" rel=\"nofollow ugc\">http://www.example.org</a> example.org"
        );
    }

    #[test]
    fn a_link_is_not_linked_again() {
        let link = "<a href=\"https://example.org\">https://example.org</a>";
        assert_eq!(make_clickable(link), link);
        assert_eq!(count_links(link), 1);
    }

    #[test]
    fn quotation_marks_dashes_and_dots_become_typographic() {
        assert_eq!(
            wptexturize("It's \"q\" -- ('a')..."),
            "It&#8217;s &#8220;q&#8221; &#8212; (&#8216;a&#8217;)&#8230;"
        );
        assert_eq!(wptexturize("قال: \"نعم\"، وذهب"), "قال: &#8220;نعم&#8221;، وذهب");
    }

    #[test]
    fn a_smiley_between_spaces_becomes_an_emoji() {
        assert_eq!(convert_smilies("a :) http://x (:)"), "a 🙂 http://x (:)");
    }

    #[test]
    fn code_and_attributes_stay_as_written() {
        let html = "<code>\"x\" :)</code> <a title=\"it's\">«ب»</a>";
        assert_eq!(rendered(html), format!("<p>{html}</p>\n"));
    }
}
