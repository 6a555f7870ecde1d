//! A framed message within the page.

use leptos::prelude::*;

use super::{Piece, piece};

/// What a notice is about; `data-kind` in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something the reader did was done.
    Success,
    /// It was done, but others do not see it yet.
    Held,
    /// It was not done.
    Error,
    /// The article takes no comments here.
    Closed,
    /// The article is protected by a password.
    Locked,
    /// There is nothing here.
    Empty,
}

impl NoticeKind {
    /// As the page writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Held => "held",
            Self::Error => "error",
            Self::Closed => "closed",
            Self::Locked => "locked",
            Self::Empty => "empty",
        }
    }
}

/// A message in a frame. Where it answers something the reader did, what stands around it has it spoken.
#[component]
pub fn Notice(
    /// What it is about.
    kind: NoticeKind,
    /// The message.
    message: Piece,
) -> Piece {
    piece(view! { <div class="td-notice" part="notice" data-kind=kind.name()>{message}</div> })
}
