//! A framed message within the page.

use leptos::prelude::*;

use super::{ErasedChildren, IntoErased};

/// What a notice is about: `data-kind` in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// What the reader did succeeded.
    Success,
    /// It succeeded, but others do not see it yet.
    Held,
    /// It failed.
    Error,
    /// The article takes no comments here.
    Closed,
    /// The article is protected by a password.
    Locked,
    /// There is nothing to show.
    Empty,
}

impl NoticeKind {
    /// The value of `data-kind`.
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

/// A message in a frame. It is no live region itself: a notice that must be spoken stands in one.
#[component]
pub fn Notice(
    /// What it is about.
    kind: NoticeKind,
    /// The message.
    children: ErasedChildren,
) -> impl IntoView {
    view! { <div class="td-notice" part="notice" data-kind=kind.name()>{children.into_view()}</div> }
        .into_erased()
}
