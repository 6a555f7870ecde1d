//! Every message, in all languages.

use super::*;
use crate::{
    error::tests::all_errors,
    model::{CaptchaFailure, CaptchaProvider, CaptchaState},
};

/// Every text of a language, with its placeholders.
fn texts(i18n: I18n) -> Vec<String> {
    let mut texts = Vec::new();
    i18n.messages().collect("", &mut texts);
    assert!(texts.len() > 100, "only {} texts were found", texts.len());
    texts.into_iter().map(|(_, text)| text.to_owned()).collect()
}

/// One rejection of every kind, and of every field or plural form.
fn all_rejections() -> Vec<Rejection> {
    let fields = [Field::Name, Field::Email, Field::Body];
    let refused =
        |message: &str| Rejection::Refused { status: 403, code: String::new(), message: message.into() };
    [Rejection::Missing, Rejection::Invalid, Rejection::TooLong]
        .into_iter()
        .flat_map(|rejection| fields.map(rejection))
        .chain([0, 1, 2, 3, 11, 100].map(|excess| Rejection::OverLimit { excess }))
        .chain([
            Rejection::Duplicate,
            Rejection::Flood { seconds: 15 },
            Rejection::Closed,
            Rejection::LoginRequired,
            Rejection::Elsewhere,
            Rejection::Blocked { status: 403 },
            refused(""),
            refused("Not today."),
            Rejection::Server { status: 500 },
            Rejection::Unreachable,
            Rejection::Unconfirmed,
        ])
        .collect()
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
    for text in texts(i18n("ar")) {
        let names = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap());
        let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
        assert_eq!(latin(&text), names.map(latin).sum::<usize>(), "{text}");
        assert!(!text.contains([',', ';', '?']), "{text} has Latin punctuation");
    }
}

#[test]
fn french_texts_have_typographic_apostrophes_and_no_break_spaces() {
    for text in texts(i18n("fr")) {
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
fn english_texts_have_typographic_apostrophes() {
    for text in texts(i18n("en")) {
        assert!(!text.contains('\''), "{text} has a straight apostrophe");
    }
}

#[test]
fn messages_end_with_a_full_stop_and_titles_do_not() {
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
fn every_error_and_every_rejection_has_its_own_message() {
    for i18n in languages() {
        let mut texts: Vec<String> =
            all_rejections().iter().map(|rejection| i18n.rejection(rejection)).collect();
        for error in all_errors() {
            let ErrorMessage { title, text } = i18n.error(&error);
            texts.extend([title.to_owned(), text.to_owned()]);
        }
        let count = texts.len();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), count, "{}", i18n.lang());
    }
}

#[test]
fn every_placeholder_is_filled() {
    let moment = moment(1, 1, 0, 0);
    for i18n in languages() {
        let mut texts: Vec<String> =
            all_rejections().iter().map(|rejection| i18n.rejection(rejection)).collect();
        for count in [0_u32, 1, 2, 3, 11, 100, 1_000_000] {
            let graphemes = count as usize;
            texts.extend([i18n.comments(count.into()), i18n.comments_heading(count.into())]);
            texts.extend([i18n.left(graphemes), i18n.excess(graphemes), i18n.limit(graphemes)]);
            texts.push(i18n.comments_added(graphemes));
            texts.extend(i18n.ago(count.into()));
            texts.push(i18n.page_of(count, count));
        }
        texts.extend([i18n.date(&moment), i18n.date_time(&moment), i18n.document_title("a", "b")]);
        for segment in [i18n.byline(true, true), i18n.byline(false, true), i18n.byline(true, false)].concat()
        {
            if let Segment::Text(text) = segment {
                texts.push(text.to_owned());
            }
        }
        for text in texts {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}

/// Components show most messages unchanged: readers would see a placeholder in one of them.
#[test]
fn messages_have_only_known_placeholders_and_messages_for_components_have_none() {
    for i18n in languages() {
        for text in texts(i18n) {
            for rest in text.split('{').skip(1) {
                let name = rest.split('}').next().unwrap();
                assert!(
                    ["n", "m", "author", "date", "time", "title", "site", "reason", "host", "provider"]
                        .contains(&name),
                    "{text}"
                );
            }
        }
        let Messages { posted, copied, no_comments, leave_comment, draft_restored, .. } = i18n.messages();
        for text in [posted, copied, no_comments, leave_comment, draft_restored] {
            assert!(!text.contains('{'), "{text}");
        }
    }
}

#[test]
fn the_byline_is_one_sentence_with_or_without_an_author_and_a_time() {
    use Segment::{Author, Text, Time};
    assert_eq!(i18n("ar").byline(true, true), [Text("كتبه "), Author, Text(" في "), Time]);
    for i18n in languages() {
        let elements = |has_author, has_time| {
            let segments = i18n.byline(has_author, has_time).into_iter();
            segments.filter(|segment| !matches!(segment, Text(_))).collect::<Vec<_>>()
        };
        assert_eq!(elements(true, true), [Author, Time]);
        assert_eq!(elements(false, true), [Time]);
        assert_eq!(elements(true, false), [Author]);
        assert!(i18n.byline(false, false).is_empty());
    }
}

#[test]
fn a_document_title_has_a_dash_only_between_two_names() {
    let ar = i18n("ar");
    assert_eq!(ar.document_title("خبز", "مدونة"), "خبز – مدونة");
    assert_eq!(ar.document_title("", "مدونة"), "مدونة");
    assert_eq!(ar.document_title("خبز", ""), "خبز");
    assert_eq!(ar.document_title("{site}", "{title}"), "{site} – {title}");
}

#[test]
fn the_message_about_a_flood_has_the_seconds_to_wait() {
    let message = |tag, seconds| i18n(tag).rejection(&Rejection::Flood { seconds });
    for (tag, seconds, words) in [
        ("ar", 15, "15\u{a0}ثانية"),
        ("ar-EG", 15, "١٥\u{a0}ثانية"),
        ("ar", 3, "3\u{a0}ثوانٍ"),
        ("ar", 2, "ثانيتين"),
        ("ar", 1, "ثانية واحدة"),
        ("ar", 0, "الآن"),
        ("fr", 15, "15\u{a0}secondes"),
        ("fr", 1, "1\u{a0}seconde,"),
        ("en", 15, "15\u{a0}seconds"),
        ("en", 1, "1\u{a0}second "),
    ] {
        assert!(message(tag, seconds).contains(words), "{tag} {seconds}");
    }
}

#[test]
fn the_reason_of_the_site_is_isolated_from_the_direction_of_the_message() {
    let refused = Rejection::Refused { status: 403, code: "x".into(), message: "Sorry {n}.".into() };
    for i18n in languages() {
        assert!(i18n.rejection(&refused).ends_with("\u{2068}Sorry {n}.\u{2069}"));
    }
}

#[test]
fn each_state_of_a_captcha_that_concerns_the_reader_has_its_sentence() {
    let sentences = |i18n: I18n| {
        let failures = [CaptchaFailure::NotLoaded, CaptchaFailure::Expired, CaptchaFailure::Refused];
        let mut sentences = failures
            .map(|failure| i18n.captcha(CaptchaProvider::Turnstile, &CaptchaState::Failed(failure), false))
            .to_vec();
        for is_awaited in [false, true] {
            sentences.push(i18n.captcha(CaptchaProvider::Turnstile, &CaptchaState::Unsolved, is_awaited));
        }
        sentences
    };
    for i18n in languages() {
        let mut found = sentences(i18n);
        for sentence in &found {
            assert!(sentence.contains("\u{2068}Cloudflare Turnstile\u{2069}"), "{sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains('{'), "{sentence}");
        }
        found.sort();
        found.dedup();
        assert_eq!(found.len(), 5, "{}", i18n.lang());
    }
}

#[test]
fn no_message_has_invisible_direction_marks() {
    let marks = [
        '\u{200e}', '\u{200f}', '\u{61c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}',
        '\u{202b}',
    ];
    for i18n in languages() {
        assert!(texts(i18n).iter().all(|text| !text.contains(marks)), "{}", i18n.lang());
    }
}

#[test]
fn every_locale_has_a_language_tag_and_a_direction() {
    let lang_and_dir = |tag| (i18n(tag).lang(), i18n(tag).dir());
    assert_eq!(lang_and_dir("ar"), ("ar", "rtl"));
    assert_eq!(lang_and_dir("ar-ma"), ("ar-MA", "rtl"));
    assert_eq!(lang_and_dir("fr-FR"), ("fr", "ltr"));
    assert_eq!(lang_and_dir("en"), ("en", "ltr"));
    assert!(I18n::default() == i18n("ar"));
    assert_eq!(lang_and_dir("de"), ("en", "ltr"));
}

#[test]
fn every_text_has_a_key_by_which_it_can_be_replaced() {
    for language in LANGUAGES {
        let mut texts = Vec::new();
        language.messages.collect("", &mut texts);
        let mut messages = language.messages.clone();
        for (key, text) in texts {
            assert_eq!(messages.text_mut(&key).copied(), Some(text), "{key}");
        }
        assert_eq!(messages.text_mut(""), None);
    }
}
