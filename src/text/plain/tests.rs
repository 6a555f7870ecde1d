//! Plain text of HTML: entities, tags, white space, and broken markup.

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
fn text_that_is_not_an_entity_stays() {
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
fn numeric_entities_are_decoded_as_in_the_html_standard() {
    check(&[
        ("&#128;&#x91;&#146;&#x96;&#159;", "€‘’–Ÿ"),
        ("&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("&#x10FFFF;&#x1F44D;", "\u{10ffff}👍"),
        ("&#8217 &#x2019x", "’ ’x"),
        ("a&#129;b", "a\u{81}b"),
    ]);
}

#[test]
fn tags_are_removed_and_words_stay_apart() {
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
fn comments_scripts_and_styles_are_removed() {
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
fn an_unfinished_tag_comment_or_script_is_removed() {
    check(&[
        ("a<b", "a"),
        ("a<b title=\"", "a"),
        ("a<!-- b", "a"),
        ("a<script>b", "a"),
        ("a<script>b</script", "a"),
    ]);
}

#[test]
fn a_less_than_sign_that_opens_no_tag_stays() {
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
fn white_space_becomes_one_space_and_no_break_spaces_in_the_text_stay() {
    check(&[
        (" \n\ta \r\n b&#10;&#32; c ", "a b c"),
        ("<p> </p>", ""),
        ("&nbsp;", ""),
        ("&nbsp; a&nbsp;?&nbsp;", "a\u{a0}?"),
        ("<p>a</p> ", "a"),
    ]);
}

#[test]
fn every_name_of_an_entity_is_decoded_to_one_character() {
    let names = "nbsp iexcl yuml fnof Alpha zeta bull hellip larr forall lceil loz spades hearts clubs \
        diams OElig Scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo \
        ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro trade";
    for name in names.split_whitespace() {
        assert_eq!(plain(&format!("x&{name};x")).chars().count(), 3, "{name}");
    }
}

/// Checks every string of four of these pieces: errors are likely where two pieces meet.
#[test]
fn plain_text_stays_the_same_when_it_is_escaped_and_read_again() {
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
fn no_tag_stays_and_an_escaped_tag_becomes_text() {
    for html in
        ["<b>x</b>", "<script>x</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<!--<b>-->"]
    {
        assert!(!plain(html).contains('<'), "{html}");
    }
    assert_eq!(plain("&lt;script&gt;alert(1)&lt;/script&gt;"), "<script>alert(1)</script>");
}

#[test]
fn text_without_markup_stays_the_same() {
    for text in ["", "خبز وملح", "a – b", "“x” ‘y’ 100 % 👍🏽"] {
        assert_eq!(plain(text), text);
    }
}
