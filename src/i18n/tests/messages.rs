//! Every message, checked in all languages.

use super::*;

/// Every text of a language, with its placeholders. `Debug` lists them all, so that none is forgotten here.
fn texts(i18n: I18n) -> Vec<String> {
    let written = format!("{:?}", i18n.messages());
    let texts: Vec<_> = written.split('"').skip(1).step_by(2).map(unescaped).collect();
    assert!(texts.len() > 100, "a language has more than {} texts", texts.len());
    texts
}

/// `Debug` writes combining marks and no-break spaces as `\u{64d}`.
fn unescaped(text: &str) -> String {
    let mut escapes = text.split("\\u{");
    let mut plain = escapes.next().unwrap().to_owned();
    for escape in escapes {
        let (code, rest) = escape.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

fn all_rejections() -> Vec<Rejection> {
    let fields = [Field::Name, Field::Email, Field::Body];
    let refused =
        |message: &str| Rejection::Refused { status: 403, code: String::new(), message: message.into() };
    [Rejection::Missing, Rejection::Invalid, Rejection::TooLong]
        .into_iter()
        .flat_map(|about| fields.map(about))
        .chain([0, 1, 2, 3, 11, 100].map(|excess| Rejection::OverLimit { excess }))
        .chain([
            Rejection::Duplicate,
            Rejection::Flood,
            Rejection::Closed,
            Rejection::LoginRequired,
            refused(""),
            refused("Not today."),
            Rejection::Server { status: 500 },
            Rejection::Unreachable,
            Rejection::Unconfirmed,
        ])
        .collect()
}

fn all_errors() -> Vec<Error> {
    let text = String::new;
    vec![
        Error::Unreachable { url: text() },
        Error::NotFound,
        Error::Forbidden { status: 401, code: text() },
        Error::Server { status: 500 },
        Error::Refused { status: 400, code: text() },
        Error::NotJson { url: text(), found: text() },
        Error::shape("", ""),
        Error::Setting { name: text(), value: text() },
    ]
}

#[test]
fn no_text_is_empty_or_padded() {
    for i18n in languages() {
        for text in texts(i18n) {
            assert!(!text.trim().is_empty(), "{} has an empty text", i18n.lang());
            assert!(!text.contains("  ") && !text.contains('\t'), "{text:?}");
        }
    }
}

#[test]
fn arabic_messages_have_no_latin_letters_or_punctuation() {
    for text in texts(speak("ar")) {
        let holes = text.split('{').skip(1).map(|hole| hole.split('}').next().unwrap());
        let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
        assert_eq!(latin(&text), holes.map(latin).sum::<usize>(), "{text}");
        assert!(!text.contains([',', ';', '?']), "{text} has Latin punctuation");
    }
}

#[test]
fn french_apostrophes_and_spaces_are_those_of_french() {
    for text in texts(speak("fr")) {
        assert!(!text.contains('\''), "{text} has a straight apostrophe");
        for sign in [':', ';', '!', '?'] {
            for (at, _) in text.match_indices(sign) {
                assert!(
                    text[..at].ends_with(['\u{a0}', '\u{202f}']),
                    "{text} has no no-break space before {sign}"
                );
            }
        }
    }
}

#[test]
fn english_quotes_are_typographic() {
    for text in texts(speak("en")) {
        assert!(!text.contains('\''), "{text} has a straight apostrophe");
    }
}

#[test]
fn messages_are_sentences_and_titles_are_not() {
    for i18n in languages() {
        for error in all_errors() {
            let ErrorMessage { title, text } = i18n.error(&error);
            assert!(!title.ends_with('.') && text.ends_with('.'), "{} {}", i18n.lang(), error.key());
        }
        for rejection in all_rejections() {
            let message = i18n.rejection(&rejection);
            assert!(message.ends_with(['.', '\u{2069}']), "{message}");
        }
    }
}

#[test]
fn every_failure_has_its_own_message() {
    for i18n in languages() {
        let mut told: Vec<String> =
            all_rejections().iter().map(|rejection| i18n.rejection(rejection)).collect();
        for error in all_errors() {
            let ErrorMessage { title, text } = i18n.error(&error);
            told.extend([title.to_owned(), text.to_owned()]);
        }
        let all = told.len();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), all, "{}", i18n.lang());
    }
}

#[test]
fn every_placeholder_is_filled() {
    let moment = moment(1, 1, 0, 0);
    for i18n in languages() {
        let mut said: Vec<String> =
            all_rejections().iter().map(|rejection| i18n.rejection(rejection)).collect();
        for count in [0_u32, 1, 2, 3, 11, 100, 1_000_000] {
            let graphemes = count as usize;
            said.extend([i18n.comments(count.into()), i18n.comments_heading(count.into())]);
            said.extend([i18n.left(graphemes), i18n.excess(graphemes), i18n.ratio(graphemes, 1000)]);
            said.push(i18n.page_of(count, count));
        }
        said.extend([i18n.date(&moment), i18n.date_time(&moment), i18n.document_title("a", "b")]);
        for segment in i18n.byline(true).iter().chain(i18n.byline(false)) {
            if let BylineSegment::Text(text) = segment {
                said.push((*text).to_owned());
            }
        }
        for text in said {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}

/// Components show most messages as they are: a placeholder in one of them would be shown to readers.
#[test]
fn messages_have_no_placeholders_that_nothing_fills() {
    for i18n in languages() {
        for text in texts(i18n) {
            for hole in text.split('{').skip(1) {
                let name = hole.split('}').next().unwrap();
                assert!(["n", "m", "date", "time", "title", "site", "reason"].contains(&name), "{text}");
            }
        }
        let Messages { posted, copied, no_comments, leave_comment, draft_restored, .. } = i18n.messages();
        for text in [posted, copied, no_comments, leave_comment, draft_restored] {
            assert!(!text.contains('{'), "{text}");
        }
    }
}

#[test]
fn the_byline_is_one_sentence_with_or_without_an_author() {
    use BylineSegment::{Author, Text, Time};
    assert_eq!(speak("ar").byline(true), [Text("كتبه "), Author, Text(" في "), Time]);
    for i18n in languages() {
        let elements = |has_author| {
            let segments = i18n.byline(has_author).iter();
            segments.filter(|segment| !matches!(segment, Text(_))).copied().collect::<Vec<_>>()
        };
        assert_eq!(elements(true), [Author, Time]);
        assert_eq!(elements(false), [Time]);
    }
}

#[test]
fn a_title_has_a_dash_only_between_two_names() {
    let ar = speak("ar");
    assert_eq!(ar.document_title("خبز", "مدونة"), "خبز – مدونة");
    assert_eq!(ar.document_title("", "مدونة"), "مدونة");
    assert_eq!(ar.document_title("خبز", ""), "خبز");
    assert_eq!(ar.document_title("{site}", "{title}"), "{site} – {title}");
}

#[test]
fn the_waiting_time_is_told_in_seconds() {
    assert!(speak("ar").rejection(&Rejection::Flood).contains("15 ثانية"));
    assert!(speak("ar-EG").rejection(&Rejection::Flood).contains("١٥ ثانية"));
    assert!(speak("fr").rejection(&Rejection::Flood).contains("15\u{a0}secondes"));
    assert!(speak("en").rejection(&Rejection::Flood).contains("15 seconds"));
}

#[test]
fn the_sites_own_reason_keeps_its_direction() {
    let refused = Rejection::Refused { status: 403, code: "x".into(), message: "Sorry {n}.".into() };
    for i18n in languages() {
        assert!(i18n.rejection(&refused).ends_with("\u{2068}Sorry {n}.\u{2069}"));
    }
}

#[test]
fn no_message_of_ours_has_invisible_direction_marks() {
    let marks = [
        '\u{200e}', '\u{200f}', '\u{61c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}',
        '\u{202b}',
    ];
    for i18n in languages() {
        assert!(texts(i18n).iter().all(|text| !text.contains(marks)), "{}", i18n.lang());
    }
}

#[test]
fn language_and_direction_go_together() {
    let of = |tag| (speak(tag).lang(), speak(tag).dir());
    assert_eq!(of("ar"), ("ar", "rtl"));
    assert_eq!(of("ar-ma"), ("ar-MA", "rtl"));
    assert_eq!(of("fr-FR"), ("fr", "ltr"));
    assert_eq!(of("en"), ("en", "ltr"));
    assert_eq!(I18n::default(), speak("ar"));
}
