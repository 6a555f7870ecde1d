//! What a reader may mark in a comment, which is plain text otherwise:
//!
//! | typed | means | HTML |
//! | --- | --- | --- |
//! | `*word*` | emphasis | `<em>` |
//! | `` `word` `` | code, in which nothing else is marked | `<code>` |
//! | `[words](https://…)` | a link | `<a href>` |
//! | lines that begin with `>` | a quotation | `<blockquote>` |
//!
//! The HTML is what WordPress lets strangers use. Everything else is text: `5 < 6 > 3`, `2 * 3 * 4` and `<b>` are shown as
//! they were typed.

/// The longest address of a link: browsers and servers take hardly longer ones, and no line takes long to read.
const MAX_ADDRESS_BYTES: usize = 2000;

/// Plain text as HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A comment as it is sent: WordPress makes paragraphs of its line ends, each of which is one `\n`.
pub fn formatted(text: &str) -> String {
    let blocks = blocks(text).into_iter().map(|block| match block {
        Block::Text(lines) => marked_lines(&lines).join("\n"),
        Block::Quotation(lines) => {
            ["<blockquote>", &marked_lines(&lines).join("\n"), "</blockquote>"].concat()
        }
    });
    blocks.collect::<Vec<_>>().join("\n")
}

/// A comment as it is shown, with the paragraphs that WordPress would make.
pub fn formatted_paragraphs(text: &str) -> String {
    let blocks = blocks(text).into_iter().map(|block| match block {
        Block::Text(lines) => paragraphs(&lines),
        Block::Quotation(lines) => ["<blockquote>", &paragraphs(&lines), "</blockquote>"].concat(),
    });
    blocks.collect()
}

enum Block<'a> {
    Text(Vec<&'a str>),
    Quotation(Vec<&'a str>),
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        match (quoted(line), blocks.last_mut()) {
            (Some(quoted), Some(Block::Quotation(lines))) => lines.push(quoted),
            (None, Some(Block::Quotation(lines))) if line.trim_end() == ">" => lines.push(""),
            (Some(quoted), _) => blocks.push(Block::Quotation(vec![quoted])),
            (None, Some(Block::Text(lines))) => lines.push(line),
            (None, _) => blocks.push(Block::Text(vec![line])),
        }
    }
    blocks
}

/// The line without the mark of a quotation. A mark alone begins none.
fn quoted(line: &str) -> Option<&str> {
    let quoted = line.strip_prefix('>')?;
    (!quoted.trim().is_empty()).then(|| quoted.strip_prefix(' ').unwrap_or(quoted))
}

fn paragraphs(lines: &[&str]) -> String {
    let marked = marked_lines(lines);
    let paragraphs = marked.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| ["<p>", &lines.join("<br>"), "</p>"].concat()).collect()
}

fn marked_lines(lines: &[&str]) -> Vec<String> {
    lines
        .iter()
        .map(|line| {
            let mut html = String::with_capacity(line.len());
            mark(line, true, &mut html);
            html
        })
        .collect()
}

/// Writes a line, or with `is_outer` false what is inside a link or an emphasis: that has no other within it.
fn mark(line: &str, is_outer: bool, html: &mut String) {
    let mut rest = line;
    let mut before = None;
    // What was sought to the end of the line once is not sought again: a line takes no longer than it is long.
    let [mut has_code, mut has_emphasis] = [true; 2];
    while let Some(character) = rest.chars().next() {
        let found = match character {
            '`' if has_code => {
                has_code = rest[1..].contains('`');
                code(rest)
            }
            '*' if is_outer && has_emphasis && opens(rest, before) => emphasis(rest).or_else(|| {
                has_emphasis = false;
                None
            }),
            '[' if is_outer => link(rest),
            _ => None,
        };
        let (length, written) = found.unwrap_or_else(|| {
            let length = character.len_utf8();
            (length, escaped(&rest[..length]))
        });
        html.push_str(&written);
        before = rest[..length].chars().next_back();
        rest = &rest[length..];
    }
}

/// Code at the start of `rest`: how long it is with its marks, and its HTML.
fn code(rest: &str) -> Option<(usize, String)> {
    let (inside, _) = rest[1..].split_once('`')?;
    (!inside.trim().is_empty()).then(|| (inside.len() + 2, ["<code>", &escaped(inside), "</code>"].concat()))
}

/// Whether the `*` at the start of `rest` can begin an emphasis: it stands before a word, and neither within nor behind one.
fn opens(rest: &str, before: Option<char>) -> bool {
    let is_apart = before.is_none_or(|before| !before.is_alphanumeric() && before != '*');
    let next = rest[1..].chars().next();
    is_apart && next.is_some_and(|next| !next.is_whitespace() && next != '*')
}

/// The emphasis at the start of `rest`, up to a `*` that stands behind a word and before none.
fn emphasis(rest: &str) -> Option<(usize, String)> {
    let inside = &rest[1..];
    let (end, _) = inside.match_indices('*').find(|(end, _)| {
        let last = inside[..*end].chars().next_back();
        let next = inside[end + 1..].chars().next();
        last.is_some_and(|last| !last.is_whitespace() && last != '*')
            && next.is_none_or(|next| !next.is_alphanumeric() && next != '*')
    })?;
    Some((end + 2, within("<em>", &inside[..end], "</em>")))
}

/// The link at the start of `rest`.
fn link(rest: &str) -> Option<(usize, String)> {
    let (label, behind) = rest[1..].split_once(']')?;
    let address = address(behind.strip_prefix('(')?)?;
    if label.trim().is_empty() {
        return None;
    }
    let tag = ["<a href=\"", &escaped(address), "\">"].concat();
    Some((label.len() + address.len() + 4, within(&tag, label, "</a>")))
}

/// The address up to the `)` that belongs to the link: brackets within an address come in pairs.
fn address(rest: &str) -> Option<&str> {
    let rest = &rest[..rest.floor_char_boundary(MAX_ADDRESS_BYTES)];
    let mut depth = 0_usize;
    let end = rest.find(|character: char| {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
        character.is_whitespace() || "\"'<>".contains(character)
    })?;
    let address = &rest[..end];
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    (rest[end..].starts_with(')') && !host.is_empty()).then_some(address)
}

fn within(start: &str, inside: &str, end: &str) -> String {
    let mut html = start.to_owned();
    mark(inside, false, &mut html);
    html + end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::plain;

    #[test]
    fn marks_become_the_html_that_wordpress_lets_strangers_use() {
        for (typed, html) in [
            ("هذا *مهم* جداً", "هذا <em>مهم</em> جداً"),
            ("*كلمتان هنا*.", "<em>كلمتان هنا</em>."),
            ("اكتب `a < b`", "اكتب <code>a &lt; b</code>"),
            ("`*لا*` `` `ب`", "<code>*لا*</code> `` <code>ب</code>"),
            (
                "[الخبز](https://example.org/a?b=1&c=2)",
                "<a href=\"https://example.org/a?b=1&amp;c=2\">الخبز</a>",
            ),
            ("[x](https://example.org/a_(b)).", "<a href=\"https://example.org/a_(b)\">x</a>."),
            ("*[x](http://example.org)*", "<em>[x](http://example.org)</em>"),
            ("[*x* `y`](http://example.org)", "<a href=\"http://example.org\">*x* <code>y</code></a>"),
            ("قال:\n> سطر\n>سطر *ثانٍ*\nنعم", "قال:\n<blockquote>سطر\nسطر <em>ثانٍ</em></blockquote>\nنعم"),
        ] {
            assert_eq!(formatted(typed), html);
        }
    }

    #[test]
    fn everything_else_is_text() {
        for typed in [
            "5 < 6 > 3, 2 * 3 * 4, 2*3*4, a*b*c",
            "** ** *** *a * b f*** ****",
            "`` ` [] [x] [x]() [](https://example.org) [x] (https://example.org)",
            "[x](javascript:alert(1)) [x](https://) [x](https://a b) [x](https://a\"b) [x](/y) [x](https://a",
            ">\n> \nx > y",
            "<b>x</b> <em>x</em> &lt; &amp;",
            "snake_case __init__ _x_ ~y~ # z\n- a\n1. b",
        ] {
            assert_eq!(formatted(typed), escaped(typed));
        }
    }

    #[test]
    fn paragraphs_are_those_that_wordpress_makes() {
        assert_eq!(
            formatted_paragraphs("أ\nب\n\n\nج\n> د\n>\n> هـ\nو"),
            "<p>أ<br>ب</p><p>ج</p><blockquote><p>د</p><p>هـ</p></blockquote><p>و</p>"
        );
    }

    #[test]
    fn a_long_line_of_marks_takes_no_long_time() {
        for mark in ["*a ", "`", "[", "[x](", "(*", "> "] {
            assert!(formatted(&mark.repeat(30_000)).len() >= 30_000);
        }
    }

    proptest! {
        #[test]
        fn only_marks_and_addresses_go_and_every_other_character_stays(typed in "[*`>\\[\\]() \nabب<&:/]{0,60}|(\\*b\\* |`c` |> q\n|\\[d\\]\\(https://e\\)){0,8}") {
            let letters = |text: &str| text.chars().filter(|character| "abcdqب<&".contains(*character)).collect::<String>();
            let shown = plain(&formatted_paragraphs(&typed));
            prop_assert_eq!(letters(&shown), letters(&typed.replace("(https://e)", "")));
            // The same text as it is sent.
            prop_assert_eq!(letters(&plain(&formatted(&typed))), letters(&shown));
        }

        #[test]
        fn tags_are_only_those_of_marks_and_each_is_closed(typed in "(\\*|`|\\[x\\]\\(https://y\\)|\\[|\\]|> |\n|a| |<b>|\"){0,30}") {
            let html = formatted_paragraphs(&typed);
            for (open, close) in [("<em>", "</em>"), ("<code>", "</code>"), ("<a href=\"https://y\">", "</a>"), ("<blockquote>", "</blockquote>"), ("<p>", "</p>")] {
                prop_assert_eq!(html.matches(open).count(), html.matches(close).count());
            }
            let known = ["em", "code", "a href=\"https://y\"", "blockquote", "p", "br"];
            for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
                prop_assert!(known.contains(&tag.trim_start_matches('/')) || tag == "/a", "{}", tag);
            }
        }
    }
}
