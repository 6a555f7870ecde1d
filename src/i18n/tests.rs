//! What is said, in every language at once.

use super::*;

fn speak(tag: &str) -> I18n {
    I18n::new(tag.parse().unwrap(), None)
}

fn languages() -> [I18n; 3] {
    ["ar", "fr", "en"].map(speak)
}

/// Every text of a language, with its holes: its `Debug` names them all, so that none is forgotten here.
fn texts(i18n: I18n) -> Vec<String> {
    let written = format!("{:?}", i18n.messages());
    let texts: Vec<_> = written.split('"').skip(1).step_by(2).map(unescaped).collect();
    assert!(texts.len() > 100, "a language has more than {} texts", texts.len());
    texts
}

/// `Debug` writes combining marks and no-break spaces as `\u{64d}`.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split("\\u{");
    let mut plain = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').unwrap();
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

fn moment(month: u8, day: u8, hour: u8, minute: u8) -> Moment {
    Moment { year: 2023, month, day, hour, minute, second: 0, offset: 60 }
}

#[track_caller]
fn check_times(tag: &str, cases: &[(u8, u8, &str)]) {
    for (hour, minute, expected) in cases {
        assert_eq!(speak(tag).date_time(&moment(11, 3, *hour, *minute)), *expected, "{tag} {hour}:{minute}");
    }
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
fn arabic_is_said_in_arabic() {
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
fn every_failure_is_told_differently() {
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
fn every_hole_is_filled() {
    let moment = moment(1, 1, 0, 0);
    for i18n in languages() {
        let mut said: Vec<String> =
            all_rejections().iter().map(|rejection| i18n.rejection(rejection)).collect();
        for count in [0_u32, 1, 2, 3, 11, 100, 1_000_000] {
            let letters = count as usize;
            said.extend([i18n.comments(count.into()), i18n.comments_heading(count.into())]);
            said.extend([i18n.left(letters), i18n.excess(letters), i18n.ratio(letters, 1000)]);
            said.push(i18n.page_of(count, count));
        }
        said.extend([i18n.date(&moment), i18n.date_time(&moment), i18n.document_title("a", "b")]);
        for part in i18n.byline(true).iter().chain(i18n.byline(false)) {
            if let BylineSegment::Text(text) = part {
                said.push((*text).to_owned());
            }
        }
        for text in said {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}

/// The words that components show as they are have no holes that nobody would fill.
#[test]
fn words_have_no_holes_but_those_that_are_filled() {
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
fn arabic_counts_comments_in_six_forms() {
    let ar = speak("ar");
    for (count, expected) in [
        (0, "لا تعليقات"),
        (1, "تعليق واحد"),
        (2, "تعليقان"),
        (3, "3 تعليقات"),
        (10, "10 تعليقات"),
        (11, "11 تعليقاً"),
        (99, "99 تعليقاً"),
        (100, "100 تعليق"),
        (102, "102 تعليق"),
        (103, "103 تعليقات"),
        (111, "111 تعليقاً"),
        (1000, "1000 تعليق"),
        (1_000_000, "1,000,000 تعليق"),
    ] {
        assert_eq!(ar.comments(count), expected);
    }
    assert_eq!(ar.comments_heading(0), "تعليقات الزوار ( 0 )");
    assert_eq!(speak("ar-EG").comments(12), "١٢ تعليقاً");
}

#[test]
fn french_and_english_count_comments() {
    for (count, french, english) in [
        (0, "Aucun commentaire", "No comments"),
        (1, "1\u{a0}commentaire", "1 comment"),
        (2, "2\u{a0}commentaires", "2 comments"),
        (10_000, "10\u{202f}000\u{a0}commentaires", "10,000 comments"),
        (1_000_000, "1\u{202f}000\u{202f}000\u{a0}de commentaires", "1,000,000 comments"),
    ] {
        assert_eq!(speak("fr").comments(count), french);
        assert_eq!(speak("en").comments(count), english);
    }
}

#[test]
fn the_room_left_is_spoken_as_people_speak() {
    let ar = speak("ar");
    assert_eq!(
        [0, 1, 2, 5, 40, 100].map(|n| ar.left(n)),
        ["لم يبقَ أي حرف", "بقي حرف واحد", "بقي حرفان", "بقيت 5 أحرف", "بقي 40 حرفاً", "بقي 100 حرف",]
    );
    assert_eq!(
        [1, 2, 3, 12, 200].map(|n| ar.excess(n)),
        ["حرف واحد زائد", "حرفان زائدان", "3 أحرف زائدة", "12 حرفاً زائداً", "200 حرف زائد",]
    );
    assert_eq!(speak("fr").left(1), "1\u{a0}caractère restant");
    assert_eq!(speak("en").excess(2), "2 characters too many");
}

#[test]
fn the_count_is_written_without_groups() {
    assert_eq!(speak("ar").ratio(1000, 1000), "1000 / 1000");
    assert_eq!(speak("ar-SY").ratio(997, 1000), "٩٩٧ / ١٠٠٠");
}

#[test]
fn the_setting_of_digits_wins_over_the_custom() {
    let ar = |digits| I18n::new("ar-EG".parse().unwrap(), digits);
    assert_eq!(ar(None).number(1234), "١٢٣٤");
    assert_eq!(ar(Some(Digits::Latin)).number(1234), "1234");
    assert_eq!(
        I18n::new(Locale::default(), Some(Digits::Arabic)).date(&moment(11, 3, 0, 0)),
        "٣ نوفمبر ٢٠٢٣"
    );
}

#[test]
fn dates_are_those_of_the_country() {
    for (tag, expected) in [
        ("ar", "3 نوفمبر 2023 - 3:43 م"),
        ("ar-AE", "3 نوفمبر 2023 - 3:43 م"),
        ("ar-LY", "3 نوفمبر 2023 - 3:43 م"),
        ("ar-EG", "٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م"),
        ("ar-SA", "٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م"),
        ("ar-MA", "3 نونبر 2023 - 15:43"),
        ("ar-DZ", "3 نوفمبر 2023 - 3:43 م"),
        ("ar-MR", "٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م"),
        ("ar-LB", "٣ تشرين الثاني ٢٠٢٣ - ٣:٤٣ م"),
        ("fr", "3 novembre 2023 à 15:43"),
        ("en", "3 November 2023, 3:43 pm"),
        ("en-US", "November 3, 2023, 3:43 pm"),
        ("en-GB", "3 November 2023, 15:43"),
    ] {
        assert_eq!(speak(tag).date_time(&moment(11, 3, 15, 43)), expected, "{tag}");
    }
}

#[test]
fn months_have_the_names_of_the_country() {
    for (tag, january, august) in [
        ("ar", "1 يناير 2023", "1 أغسطس 2023"),
        ("ar-MA", "1 يناير 2023", "1 غشت 2023"),
        ("ar-DZ", "1 جانفي 2023", "1 أوت 2023"),
        ("ar-TN", "1 جانفي 2023", "1 أوت 2023"),
        ("ar-MR", "١ يناير ٢٠٢٣", "١ أغشت ٢٠٢٣"),
        ("ar-IQ", "١ كانون الثاني ٢٠٢٣", "١ آب ٢٠٢٣"),
        ("fr", "1er janvier 2023", "1er août 2023"),
        ("en", "1 January 2023", "1 August 2023"),
    ] {
        assert_eq!(speak(tag).date(&moment(1, 1, 0, 0)), january);
        assert_eq!(speak(tag).date(&moment(8, 1, 0, 0)), august);
    }
}

#[test]
fn midnight_and_noon_are_twelve_or_their_hour() {
    let ar = "3 نوفمبر 2023 - ";
    let arabic = ["12:00 ص", "12:59 ص", "1:00 ص", "11:59 ص", "12:00 م", "12:05 م", "1:00 م", "11:59 م"]
        .map(|time| format!("{ar}{time}"));
    let hours = [(0, 0), (0, 59), (1, 0), (11, 59), (12, 0), (12, 5), (13, 0), (23, 59)];
    for ((hour, minute), expected) in hours.into_iter().zip(&arabic) {
        check_times("ar", &[(hour, minute, expected)]);
    }
    check_times("en", &[(0, 0, "3 November 2023, 12:00 am"), (12, 0, "3 November 2023, 12:00 pm")]);
    check_times("fr", &[(0, 5, "3 novembre 2023 à 00:05"), (12, 0, "3 novembre 2023 à 12:00")]);
    check_times("ar-MA", &[(0, 0, "3 نونبر 2023 - 00:00"), (9, 5, "3 نونبر 2023 - 09:05")]);
}

#[test]
fn the_byline_is_one_sentence_with_or_without_an_author() {
    use BylineSegment::{Author, Text, Time};
    assert_eq!(speak("ar").byline(true), [Text("كتبه "), Author, Text(" في "), Time]);
    for i18n in languages() {
        let holes = |has_author| {
            let parts = i18n.byline(has_author).iter();
            parts.filter(|part| !matches!(part, Text(_))).copied().collect::<Vec<_>>()
        };
        assert_eq!(holes(true), [Author, Time]);
        assert_eq!(holes(false), [Time]);
    }
}

#[test]
fn a_title_has_no_dash_without_two_sides() {
    let ar = speak("ar");
    assert_eq!(ar.document_title("خبز", "مدونة"), "خبز – مدونة");
    assert_eq!(ar.document_title("", "مدونة"), "مدونة");
    assert_eq!(ar.document_title("خبز", ""), "خبز");
    assert_eq!(ar.document_title("{site}", "{title}"), "{site} – {title}");
}

#[test]
fn waiting_is_told_in_seconds() {
    assert!(speak("ar").rejection(&Rejection::Flood).contains("15 ثانية"));
    assert!(speak("ar-EG").rejection(&Rejection::Flood).contains("١٥ ثانية"));
    assert!(speak("fr").rejection(&Rejection::Flood).contains("15\u{a0}secondes"));
    assert!(speak("en").rejection(&Rejection::Flood).contains("15 seconds"));
}

#[test]
fn the_sites_own_words_keep_their_direction() {
    let refused = Rejection::Refused { status: 403, code: "x".into(), message: "Sorry {n}.".into() };
    for i18n in languages() {
        assert!(i18n.rejection(&refused).ends_with("\u{2068}Sorry {n}.\u{2069}"));
    }
}

#[test]
fn only_the_sites_own_words_are_set_apart_by_invisible_marks() {
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
