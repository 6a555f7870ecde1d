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
mod tests {
    use super::*;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (html, text) in cases {
            assert_eq!(plain(html), *text, "{html}");
        }
    }

    #[test]
    fn entities_are_decoded() {
        check(&[
            ("&#8220;خبز&#8221; &#038; ملح&hellip;", "“خبز” & ملح…"),
            ("Rock &amp; Roll &#8211; l&rsquo;&eacute;t&eacute;", "Rock & Roll – l’été"),
            ("&quot;&apos;&lt;&gt;", "\"'<>"),
            ("&#x27;&#X2F;&#39;", "'/'"),
            ("&lang;&rang; &ETH;&eth; &sup;&sup1;&supe;", "⟨⟩ Ðð ⊃¹⊇"),
            ("&thetasym;", "ϑ"),
        ]);
    }

    #[test]
    fn entities_are_decoded_once() {
        check(&[
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
            ("&amp;amp;", "&amp;"),
            ("&amp;#8217;", "&#8217;"),
            ("&#38;#39;", "&#39;"),
            ("&#x26;nbsp;", "&nbsp;"),
        ]);
    }

    #[test]
    fn what_is_no_entity_stays() {
        check(&[
            ("AT&T & co &", "AT&T & co &"),
            ("&;&#;&#x;&#xg;&unknown;", "&;&#;&#x;&#xg;&unknown;"),
            ("&Amp; &nosuchname;", "&Amp; &nosuchname;"),
            ("?a=1&copy=2", "?a=1&copy=2"),
            ("& lt;", "& lt;"),
            ("&لا;", "&لا;"),
        ]);
    }

    #[test]
    fn numbers_are_read_as_the_html_standard_reads_them() {
        check(&[
            ("&#128;&#x91;&#146;&#x96;&#159;", "€‘’–Ÿ"),
            (
                "&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;",
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("&#x10FFFF;&#x1F44D;", "\u{10ffff}👍"),
            ("&#8217 &#x2019x", "’ ’x"),
            ("a&#129;b", "a\u{81}b"),
        ]);
    }

    #[test]
    fn tags_go_and_words_stay_apart() {
        check(&[
            ("<p>واحد</p><p>اثنان</p>", "واحد اثنان"),
            ("واحد<br>اثنان<br/>ثلاثة", "واحد اثنان ثلاثة"),
            ("<li>a</li>\n<li>b</li>", "a b"),
            ("H<sub>2</sub>O <em>very</em>much", "H2O verymuch"),
            ("a<wbr>b<span>c</span>", "abc"),
            ("<P CLASS=\"x\">a</P >b", "a b"),
            ("<a title=\"x > y\" href='>'>link</a>", "link"),
            ("<a title = \"x > y\">link</a>", "link"),
            ("<a b\"c>d", "d"),
            ("<pressure>a</pressure>b", "ab"),
        ]);
    }

    #[test]
    fn what_is_not_for_people_goes() {
        check(&[
            ("a<!-- b > c -->d", "ad"),
            ("a<!-->b<!--->c", "abc"),
            ("a<!-- b --!>c", "ac"),
            ("a<script>if (1 < 2) { '</p>' }</script>b", "ab"),
            ("a<STYLE media=x>p > a {}</Style >b", "ab"),
            ("a<script></scripture></script\n>b", "ab"),
            ("<!doctype html><?xml x?></3>a", "a"),
        ]);
    }

    #[test]
    fn what_never_ends_is_not_shown() {
        check(&[
            ("a<b", "a"),
            ("a<b title=\"", "a"),
            ("a<!-- b", "a"),
            ("a<script>b", "a"),
            ("a<script>b</script", "a"),
        ]);
    }

    #[test]
    fn a_sign_that_opens_no_tag_stays() {
        check(&[
            ("1 < 2 > 0", "1 < 2 > 0"),
            ("a <3", "a <3"),
            ("<", "<"),
            ("a<", "a<"),
            ("</", "</"),
            ("<>", "<>"),
            ("<سطر>", "<سطر>"),
        ]);
    }

    #[test]
    fn white_space_is_one_space_and_chosen_spaces_stay() {
        check(&[
            (" \n\ta \r\n b&#10;&#32; c ", "a b c"),
            ("<p> </p>", ""),
            ("&nbsp;", ""),
            ("&nbsp; a&nbsp;?&nbsp;", "a\u{a0}?"),
            ("<p>a</p> ", "a"),
        ]);
    }

    #[test]
    fn every_name_of_the_table_is_decoded() {
        let names = "nbsp iexcl yuml fnof Alpha zeta bull hellip larr forall lceil loz spades hearts clubs \
            diams OElig Scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo \
            ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro trade";
        for name in names.split_whitespace() {
            assert_eq!(plain(&format!("x&{name};x")).chars().count(), 3, "{name}");
        }
    }

    /// Every string of four of these pieces: what can go wrong lies where they touch.
    #[test]
    fn whatever_comes_out_is_text_that_says_itself() {
        let pieces =
            ["<", ">", "/", "!--", "-->", "b", "script", "&lt;", "&", "#", "60", ";", "\"", "=", "ش", " "];
        for mut number in 0..pieces.len().pow(4) {
            let mut html = String::new();
            for _ in 0..4 {
                html += pieces[number % pieces.len()];
                number /= pieces.len();
            }
            let text = plain(&html);
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
            assert_eq!(plain(&escaped), text, "{html}");
            assert!(text.trim() == text && !text.contains("  "), "{html} gave {text:?}");
        }
    }

    #[test]
    fn no_tag_survives_and_a_written_one_does() {
        for html in
            ["<b>x</b>", "<script>x</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<!--<b>-->"]
        {
            assert!(!plain(html).contains('<'), "{html}");
        }
        assert_eq!(plain("&lt;script&gt;alert(1)&lt;/script&gt;"), "<script>alert(1)</script>");
    }

    #[test]
    fn text_without_markup_is_itself() {
        for text in ["", "خبز وملح", "a – b", "“x” ‘y’ 100 % 👍🏽"] {
            assert_eq!(plain(text), text);
        }
    }
}
