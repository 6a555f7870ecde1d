//! Numbers, counts, dates and times in each language and country.

use super::*;

#[track_caller]
fn check_times(tag: &str, cases: &[(u8, u8, &str)]) {
    for (hour, minute, expected) in cases {
        assert_eq!(i18n(tag).date_time(&moment(11, 3, *hour, *minute)), *expected, "{tag} {hour}:{minute}");
    }
}

#[test]
fn arabic_has_six_plural_forms_of_the_count_of_comments() {
    let ar = i18n("ar");
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
    assert_eq!(i18n("ar-EG").comments(12), "١٢ تعليقاً");
}

#[test]
fn french_and_english_have_plural_forms_of_the_count_of_comments() {
    for (count, french, english) in [
        (0, "Aucun commentaire", "No comments"),
        (1, "1\u{a0}commentaire", "1 comment"),
        (2, "2\u{a0}commentaires", "2 comments"),
        (10_000, "10\u{202f}000\u{a0}commentaires", "10,000 comments"),
        (1_000_000, "1\u{202f}000\u{202f}000\u{a0}de commentaires", "1,000,000 comments"),
    ] {
        assert_eq!(i18n("fr").comments(count), french);
        assert_eq!(i18n("en").comments(count), english);
    }
}

#[test]
fn remaining_and_excess_characters_have_plural_forms() {
    let ar = i18n("ar");
    assert_eq!(
        [0, 1, 2, 5, 40, 100].map(|n| ar.left(n)),
        ["لم يبقَ أي حرف", "بقي حرف واحد", "بقي حرفان", "بقيت 5 أحرف", "بقي 40 حرفاً", "بقي 100 حرف",]
    );
    assert_eq!(
        [1, 2, 3, 12, 200].map(|n| ar.excess(n)),
        ["حرف واحد زائد", "حرفان زائدان", "3 أحرف زائدة", "12 حرفاً زائداً", "200 حرف زائد",]
    );
    assert_eq!(i18n("fr").left(1), "1\u{a0}caractère restant");
    assert_eq!(i18n("en").excess(2), "2 characters too many");
}

#[test]
fn limits_and_comments_that_came_are_whole_sentences_with_plurals() {
    let [ar, fr, en] = ["ar", "fr", "en"].map(i18n);
    assert_eq!(
        [1, 2, 5, 40, 1000].map(|n| ar.limit(n)),
        [
            "حرف واحد على الأكثر",
            "حرفان على الأكثر",
            "5 أحرف على الأكثر",
            "40 حرفاً على الأكثر",
            "1000 حرف على الأكثر"
        ]
    );
    assert_eq!(
        [0, 1, 2, 5, 40, 100].map(|n| ar.comments_added(n)),
        [
            "لا تعليقات أخرى",
            "ظهر تعليق واحد آخر",
            "ظهر تعليقان آخران",
            "ظهرت 5 تعليقات أخرى",
            "ظهر 40 تعليقاً آخر",
            "ظهر 100 تعليق آخر",
        ]
    );
    assert_eq!((&*fr.limit(1000), &*en.limit(1)), ("1000\u{a0}caractères au plus", "At most 1 character"));
    assert_eq!(fr.comments_added(1), "1\u{a0}commentaire de plus est affiché");
    assert_eq!(en.comments_added(10), "10 more comments are shown");
    assert_eq!(i18n("ar-SY").left(997), "بقي ٩٩٧ حرفاً");
}

#[test]
fn the_setting_of_digits_overrides_the_country() {
    let ar = |digits| I18n::new("ar-EG".parse().unwrap(), digits);
    assert_eq!(ar(None).number(1234), "١٢٣٤");
    assert_eq!(ar(Some(Digits::Latin)).number(1234), "1234");
    assert_eq!(
        I18n::new(Locale::default(), Some(Digits::Arabic)).date(&moment(11, 3, 0, 0)),
        "٣ نوفمبر ٢٠٢٣"
    );
}

#[test]
fn dates_follow_the_country() {
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
        assert_eq!(i18n(tag).date_time(&moment(11, 3, 15, 43)), expected, "{tag}");
    }
}

#[test]
fn names_of_months_follow_the_country() {
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
        assert_eq!(i18n(tag).date(&moment(1, 1, 0, 0)), january);
        assert_eq!(i18n(tag).date(&moment(8, 1, 0, 0)), august);
    }
}

#[test]
fn midnight_and_noon_follow_the_clock_of_the_country() {
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
fn how_long_ago_something_was_has_plural_forms_and_the_digits_of_the_country() {
    let ago = |tag: &str, seconds| i18n(tag).ago(seconds).unwrap_or_default();
    let (minutes, hours, days) = (60, 3600, 86_400);
    for (seconds, ar, fr, en) in [
        (0, "الآن", "à l’instant", "just now"),
        (59, "الآن", "à l’instant", "just now"),
        (minutes, "قبل دقيقة", "il y a 1\u{a0}minute", "1 minute ago"),
        (2 * minutes, "قبل دقيقتين", "il y a 2\u{a0}minutes", "2 minutes ago"),
        (59 * minutes + 59, "قبل 59 دقيقة", "il y a 59\u{a0}minutes", "59 minutes ago"),
        (hours, "قبل ساعة", "il y a 1\u{a0}heure", "1 hour ago"),
        (3 * hours + 10, "قبل 3 ساعات", "il y a 3\u{a0}heures", "3 hours ago"),
        (11 * hours, "قبل 11 ساعة", "il y a 11\u{a0}heures", "11 hours ago"),
        (days, "قبل يوم", "il y a 1\u{a0}jour", "1 day ago"),
        (7 * days - 1, "قبل 6 أيام", "il y a 6\u{a0}jours", "6 days ago"),
        (7 * days, "", "", ""),
    ] {
        assert_eq!([ago("ar", seconds), ago("fr", seconds), ago("en", seconds)], [ar, fr, en], "{seconds}");
    }
    assert_eq!(ago("ar-EG", 5 * minutes), "قبل ٥ دقائق");
}
