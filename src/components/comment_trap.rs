//! A field that nobody sees and that programs for spam fill in. It is out of the way of assistive technology, of the Tab key
//! and of what browsers and password managers fill in.

use leptos::prelude::*;

use super::{IntoErased, use_i18n};
use crate::browser::{self, Host};

const TRAP: &str = "subject";

/// The field.
#[component]
pub(super) fn CommentTrap() -> impl IntoView {
    let host = browser::use_host();
    view! {
        <div class="td-comment-trap" aria-hidden="true">
            <label for=host.id(TRAP)>{use_i18n().messages().trap}</label>
            <input id=host.id(TRAP) name=TRAP type="text" tabindex="-1" autocomplete="off" data-1p-ignore="true"
                data-lpignore="true" data-bwignore="true"/>
        </div>
    }
    .into_erased()
}

/// Whether something stands in the field. It is emptied, so that a person can go on.
pub(super) fn is_trapped(host: Host) -> bool {
    let is_filled = host.field_text(TRAP).is_some_and(|text| !text.trim().is_empty());
    if is_filled {
        host.set_field_text(TRAP, "");
    }
    is_filled
}
