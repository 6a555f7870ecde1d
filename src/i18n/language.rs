//! What belongs to a language. Each has one file with one [`Language`]; `mod.rs` lists them.

use super::{Category, Digits, Messages};
use crate::text::Direction;

/// A language: all that differs from one to another.
#[derive(Debug)]
pub struct Language {
    /// Its BCP 47 tag, without a country.
    pub tag: &'static str,
    /// Where its lines begin.
    pub direction: Direction,
    /// Other tags by which it goes, each with the one that is meant: those of ISO 639-3, which WordPress uses for some.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Every message.
    pub messages: &'static Messages,
    /// The plural rule of Unicode's CLDR, for whole numbers.
    pub plural: fn(u64) -> Category,
    /// What follows the first day of a month: « 1er janvier ».
    pub first_day_suffix: &'static str,
    /// Behind a time before and after noon.
    pub halves: [&'static str; 2],
    /// How its countries write. The first row is for the language alone, and for countries without a row.
    pub countries: &'static [LocaleData],
}

/// How a group of countries writes: from CLDR 48 (month names, `defaultNumberingSystem`, grouping, `timeData`).
#[derive(Debug, PartialEq, Eq)]
pub struct LocaleData {
    /// The BCP 47 tags of the countries, separated by spaces.
    pub tags: &'static str,
    /// The usual digits.
    pub digits: Digits,
    /// What stands between groups of three Latin digits.
    pub group: char,
    /// The months, from January, in one text.
    pub months: &'static str,
    /// A day, with `{d}`, `{m}` and `{y}`.
    pub date: &'static str,
    /// How times are written.
    pub clock: Clock,
}

/// Whether a clock counts twelve hours twice or twenty-four once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// 12:05 to 11:59, before and after noon.
    Twelve,
    /// 00:05 to 23:59.
    TwentyFour,
}
