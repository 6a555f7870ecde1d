//! The room that is left in a text box, live. Seen at once, spoken after a pause and only near the end,
//! as GOV.UK's character count found to serve people with screen readers best.

use std::time::Duration;

use leptos::prelude::*;

use super::{Piece, piece, use_i18n};
use crate::{
    browser,
    reactive::{Derived, live},
};

/// How long somebody must pause before the room is spoken.
const PAUSE: Duration = Duration::from_secs(1);
/// The room is near its end when no more than this share of it, one part in so many, is left.
const NEAR: usize = 10;

/// The room that is left. Unit: extended grapheme clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// So much that nobody needs to think of it.
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

impl Room {
    /// The room that `text` leaves of `limit`.
    pub fn of(text: &str, limit: usize) -> Self {
        let used = browser::graphemes(text);
        match limit.checked_sub(used) {
            None => Self::Over { excess: used - limit },
            Some(left) if left <= limit / NEAR => Self::Near { left },
            Some(left) => Self::Plenty { left },
        }
    }

    /// As the page writes it.
    const fn name(self) -> &'static str {
        match self {
            Self::Plenty { .. } => "plenty",
            Self::Near { .. } => "near",
            Self::Over { .. } => "over",
        }
    }
}

impl Default for Room {
    /// That of an empty text without a limit worth the name.
    fn default() -> Self {
        Self::Near { left: 0 }
    }
}

/// The live count below a text box.
#[component]
pub fn CharacterCount(
    /// The room that what is typed leaves.
    room: Derived<Room>,
    /// Most letters allowed. Unit: extended grapheme clusters (UAX #29).
    limit: usize,
) -> Piece {
    let i18n = use_i18n();
    let label = live(move || match room.get() {
        Room::Plenty { .. } | Room::Near { .. } => i18n.words().characters_left.to_owned(),
        Room::Over { excess } => i18n.excess(excess),
    });
    let number = live(move || match room.get() {
        Room::Plenty { left } | Room::Near { left } => i18n.ratio(left, limit),
        Room::Over { .. } => String::new(),
    });
    let message = move || match room.get() {
        Room::Plenty { .. } => String::new(),
        Room::Near { left } => i18n.left(left),
        Room::Over { excess } => i18n.excess(excess),
    };
    let spoken = browser::after_pause(message, PAUSE);
    piece(view! {
        <p class="td-character-count" part="count" data-state=live(move || Some(room.get().name().to_owned())) aria-hidden="true">
            <span class="td-character-count__label">{label}</span>
            " "
            <bdi class="td-character-count__number" dir="ltr">{number}</bdi>
        </p>
        <p class="td-visually-hidden" role="status">{live(move || spoken.get())}</p>
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_ends_gradually() {
        assert_eq!(Room::of("", 1000), Room::Plenty { left: 1000 });
        assert_eq!(Room::of(&"ب".repeat(899), 1000), Room::Plenty { left: 101 });
        assert_eq!(Room::of(&"ب".repeat(900), 1000), Room::Near { left: 100 });
        assert_eq!(Room::of(&"ب".repeat(1000), 1000), Room::Near { left: 0 });
        assert_eq!(Room::of(&"ب".repeat(1003), 1000), Room::Over { excess: 3 });
    }

    #[test]
    fn what_people_see_as_one_letter_is_one() {
        assert_eq!(Room::of("بَّ👨‍👩‍👧\r\n", 100), Room::Plenty { left: 97 });
    }
}
