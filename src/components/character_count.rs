//! How many characters may still be typed into a text box. The sentence is seen at once; it is spoken after
//! a pause and only near the limit, which GOV.UK's character count found to serve people with screen
//! readers best, and when the text is no longer too long.

use std::time::Duration;

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::browser;

/// How long somebody must pause before the number is spoken.
const PAUSE: Duration = Duration::from_secs(1);
/// The limit is near when at most one in so many of its characters remains.
const NEAR_FRACTION: usize = 10;

/// The characters that remain. Unit: extended grapheme clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remaining {
    /// More than a tenth of the limit is left.
    Plenty {
        /// What is left.
        left: usize,
    },
    /// At most a tenth of the limit is left.
    Near {
        /// What is left; may be 0.
        left: usize,
    },
    /// The text is too long.
    Over {
        /// By how much; at least 1.
        excess: usize,
    },
}

impl Remaining {
    /// What `text` leaves of `limit`. White space at its ends is not sent, and so not counted.
    pub fn of(text: &str, limit: usize) -> Self {
        let used = browser::graphemes(text.trim());
        match limit.checked_sub(used) {
            None => Self::Over { excess: used - limit },
            Some(left) if left <= limit / NEAR_FRACTION => Self::Near { left },
            Some(left) => Self::Plenty { left },
        }
    }

    /// Whether the text is too long.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Over { .. })
    }

    /// By how much the text is too long.
    pub const fn excess(self) -> usize {
        match self {
            Self::Over { excess } => excess,
            Self::Plenty { .. } | Self::Near { .. } => 0,
        }
    }

    /// The value of `data-state`.
    const fn name(self) -> &'static str {
        match self {
            Self::Plenty { .. } => "plenty",
            Self::Near { .. } => "near",
            Self::Over { .. } => "over",
        }
    }
}

/// Where what is too much of `text` begins; `None` while it is within `limit`. Unit: UTF-16 code units.
pub(super) fn excess_start(text: &str, limit: usize) -> Option<usize> {
    let indent = &text[..text.len() - text.trim_start().len()];
    let start = browser::excess_start(text.trim(), limit)?;
    Some(indent.encode_utf16().count() + start)
}

/// The live count below a text box.
#[component]
pub fn CharacterCount(
    /// What remains of the limit.
    #[prop(into)]
    remaining: Signal<Remaining>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sentence = move |remaining| match remaining {
        Remaining::Plenty { left } | Remaining::Near { left } => i18n.left(left),
        Remaining::Over { excess } => i18n.excess(excess),
    };
    let spoken = RwSignal::new(None);
    let was_over = StoredValue::new(false);
    browser::after_pause(
        move || remaining.get(),
        PAUSE,
        move |now| {
            let is_spoken = was_over.get_value() || !matches!(now, Remaining::Plenty { .. });
            was_over.set_value(now.is_over());
            spoken.set(is_spoken.then_some(now));
        },
    );
    view! {
        <p class="td-character-count" part="count" data-state=move || remaining.get().name() aria-hidden="true">
            {move || sentence(remaining.get())}
        </p>
        <p class="td-visually-hidden" role="status">{move || spoken.get().map(sentence)}</p>
    }
    .into_erased()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_last_tenth_of_the_limit_is_near_it_and_more_is_over_it() {
        assert_eq!(Remaining::of("", 1000), Remaining::Plenty { left: 1000 });
        assert_eq!(Remaining::of(&"ب".repeat(899), 1000), Remaining::Plenty { left: 101 });
        assert_eq!(Remaining::of(&"ب".repeat(900), 1000), Remaining::Near { left: 100 });
        assert_eq!(Remaining::of(&"ب".repeat(1000), 1000), Remaining::Near { left: 0 });
        assert_eq!(Remaining::of(&"ب".repeat(1003), 1000), Remaining::Over { excess: 3 });
    }

    #[test]
    fn white_space_at_the_ends_is_not_counted_because_it_is_not_sent() {
        assert_eq!(Remaining::of(" \n خبز \u{a0}\n", 10), Remaining::Plenty { left: 7 });
        assert_eq!(excess_start("\n خبز جيد  ", 5), Some(7));
        assert_eq!(excess_start("\n خبز  ", 3), None);
    }

    #[test]
    fn every_grapheme_counts_as_one() {
        assert_eq!(Remaining::of("بَّ👨‍👩‍👧\r\nب", 100), Remaining::Plenty { left: 96 });
    }

    proptest! {
        #[test]
        fn the_count_and_what_is_selected_of_the_excess_agree(text in "[ \n\u{301}\u{200d}\u{1100}\u{1161}👍🏽🇲🇦لَ]{0,24}", limit in 0_usize..12) {
            let units: Vec<u16> = text.encode_utf16().collect();
            match (excess_start(&text, limit), Remaining::of(&text, limit)) {
                (Some(start), Remaining::Over { excess }) => {
                    let [kept, cut] = [&units[..start], &units[start..]].map(|units| String::from_utf16(units).unwrap());
                    prop_assert_eq!(browser::graphemes(kept.trim_start()), limit);
                    prop_assert_eq!(browser::graphemes(cut.trim_end()), excess);
                }
                (start, remaining) => prop_assert!(start.is_none() && !remaining.is_over()),
            }
        }
    }
}
