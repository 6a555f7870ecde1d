//! How much HTML a browser can bear. Browsers read deeply nested elements in quadratic time: 100,000 nested `<div>` take
//! Chromium half a minute, though it nests no more than 512 of them.

use crate::text::{Markup, after_raw_text, read_markup};

/// Most tags of a text.
const MAX_TAGS: usize = 100_000;
/// Most elements within each other, as [`is_bearable`] counts them: an element that the author forgot to close counts to
/// the end.
const MAX_DEPTH: usize = 2_000;
/// Most tags within an element whose direction the browser finds out, which it does again at each of them.
const MAX_TAGS_WITHOUT_DIRECTION: usize = 2_000;

/// Elements without an end tag, or whose end tag may be left out.
const OPEN_ENDED: [&str; 31] = [
    "area", "base", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track", "wbr", "a",
];
/// Elements that hold text alone.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// Whether a browser can show `html` without the page standing still.
pub fn is_bearable(mut html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    // How many elements were open when one began whose direction the browser finds out, and the tags since.
    let mut without_direction = None;
    let mut tags = 0;
    while let Some(start) = html.find('<') {
        let (found, rest) = read_markup(&html[start..]);
        html = rest;
        let Markup::Tag { name, attributes, is_end } = found else { continue };
        tags += 1;
        let name = name.to_ascii_lowercase();
        if !is_end && RAW.contains(&&*name) {
            html = after_raw_text(rest, &name);
        } else if is_end {
            // One in the wrong place closes nothing here.
            open.pop_if(|last| *last == name);
        } else if !OPEN_ENDED.contains(&&*name) {
            if without_direction.is_none()
                && (name == "bdi" || attributes.to_ascii_lowercase().contains("auto"))
            {
                without_direction = Some((open.len(), tags));
            }
            open.push(name);
        }
        if without_direction.is_some_and(|(depth, _)| open.len() <= depth) {
            without_direction = None;
        }
        let is_too_many =
            without_direction.is_some_and(|(_, since)| tags - since > MAX_TAGS_WITHOUT_DIRECTION);
        if tags > MAX_TAGS || open.len() > MAX_DEPTH || is_too_many {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_articles_are_bearable_also_with_mistakes() {
        for part in [
            "<p>a <b>b</b><br>c <img src=a alt=\"</div>\">",
            "<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>",
            "<p dir=auto>a <bdi>b</bdi>",
            "<dl><dt>a<dd>b</dl><!-- <div><div> --><a name=c>",
        ] {
            assert!(is_bearable(&part.repeat(5_000)), "{part}");
        }
        assert!(is_bearable(&"<p><b>a</p>".repeat(1_000)));
    }

    #[test]
    fn what_nests_too_deep_is_not() {
        for (part, count) in [
            ("<div>", 10_000),
            ("<DIV class=\"a\">", 10_000),
            ("<ul><li>", 10_000),
            ("<b></i>", 10_000),
            ("<div><!-- </div> -->", 10_000),
            ("<div><style></div></style>", 10_000),
            ("<div title=\"</div>\">", 10_000),
            ("<table><tr><td>", 10_000),
            ("<br>", 200_000),
        ] {
            assert!(!is_bearable(&part.repeat(count)), "{part}");
        }
        for start in ["<bdi>", "<div DIR=\"Auto\">"] {
            assert!(!is_bearable(&[start, &"<i>1</i>".repeat(20_000)].concat()), "{start}");
        }
    }

    #[test]
    fn what_is_no_html_ends() {
        for html in ["<", "<<<", "<!--", "<a b=\"", "</", "<script>"] {
            assert!(is_bearable(html), "{html}");
        }
    }
}
