//! The plural rules, and what each language's file must have.

use super::*;
use Category::{Few, Many, One, Other, Two, Zero};

#[track_caller]
fn check(language: &Language, samples: &[(Category, &[u64])]) {
    for (expected, counts) in samples {
        for count in *counts {
            assert_eq!((language.plural)(*count), *expected, "{} {count}", language.tag);
        }
    }
}

#[test]
fn arabic_has_six_categories() {
    check(
        &ar::LANGUAGE,
        &[
            (Zero, &[0]),
            (One, &[1]),
            (Two, &[2]),
            (Few, &[3, 4, 9, 10, 103, 110, 1003, 1010, 1_000_003]),
            (Many, &[11, 12, 26, 99, 111, 199, 1011, 1099, 1_000_011]),
            (Other, &[100, 101, 102, 200, 201, 202, 1000, 1001, 1002, 10_000, 100_000, 1_000_000]),
        ],
    );
}

#[test]
fn french_has_one_for_zero_and_many_for_millions() {
    check(
        &fr::LANGUAGE,
        &[
            (One, &[0, 1]),
            (Many, &[1_000_000, 2_000_000, 1_000_000_000]),
            (Other, &[2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 100_000, 1_000_001]),
        ],
    );
}

#[test]
fn english_has_two_categories() {
    check(
        &en::LANGUAGE,
        &[(One, &[1]), (Other, &[0, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 1_000_000])],
    );
}

#[test]
fn every_row_of_a_language_has_twelve_months_and_the_first_is_the_language_alone() {
    for Language { tag, countries, .. } in LANGUAGES {
        assert_eq!(countries[0].tags.split(' ').next(), Some(*tag));
        for row in *countries {
            assert!(
                row.tags.split(' ').all(|country| country.split('-').next() == Some(tag)),
                "{}",
                row.tags
            );
            let months: Vec<_> = row.months.split(", ").collect();
            assert_eq!(months.len(), 12, "{}", row.months);
            assert!(months.iter().all(|month| !month.is_empty() && month.trim() == *month), "{}", row.months);
        }
    }
}
