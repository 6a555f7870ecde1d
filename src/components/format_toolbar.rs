//! Small buttons above the text of a comment: emphasis, link, quotation, code, and a preview.
//!
//! The toolbar pattern of the ARIA Authoring Practices: Tab reaches one button, arrow keys the others.

use leptos::{ev, prelude::*};

use super::{
    IntoErased,
    comment_box::BODY,
    comment_preview::PREVIEW,
    format_edit::{Format, edit},
    icon::{self, Icon},
    use_i18n,
};
use crate::{
    browser::{self, Host},
    i18n::Messages,
    text::Direction,
};

const BUTTON: &str = "format-";

impl Format {
    const fn label(self, messages: &Messages) -> &'static str {
        match self {
            Self::Emphasis => messages.emphasis,
            Self::Link => messages.link,
            Self::Quotation => messages.quotation,
            Self::Code => messages.code,
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Emphasis => icon::EMPHASIS,
            Self::Link => icon::LINK,
            Self::Quotation => icon::QUOTATION,
            Self::Code => icon::CODE,
        }
    }
}

/// Marks what is selected in the text box. The browser's own undo takes it back.
pub(super) fn apply(host: Host, format: Format) {
    if let Some((value, from, to)) = host.selection(BODY) {
        let change = edit(format, &value, from, to);
        host.replace_text(BODY, (change.from, change.to), &change.text, change.select);
    }
}

/// What Control or Command with this key marks, if anything.
pub(super) fn format_of(event: &ev::KeyboardEvent) -> Option<Format> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    let (key, code) = (event.key(), event.code());
    Format::ALL.into_iter().find(|format| {
        let (letter, place, needs_shift) = format.shortcut();
        event.shift_key() == needs_shift
            && (key.eq_ignore_ascii_case(letter) || !key.is_ascii() && code == place)
    })
}

/// The buttons.
#[component]
pub(super) fn FormatToolbar(
    is_busy: Memo<bool>,
    /// Whether the preview is shown.
    is_previewed: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let last = Format::ALL.len();
    // The button that Tab reaches.
    let current = RwSignal::new(0);
    let name = |index: usize| [BUTTON, &index.to_string()].concat();
    let tabindex = move |index| move || if current.get() == index { "0" } else { "-1" };
    let is_rtl = i18n.direction() == Direction::Rtl;
    let move_focus = move |event: ev::KeyboardEvent| {
        let index = current.get_untracked();
        let next = match (&*event.key(), is_rtl) {
            ("ArrowRight", false) | ("ArrowLeft", true) => (index + 1) % (last + 1),
            ("ArrowLeft", false) | ("ArrowRight", true) => (index + last) % (last + 1),
            ("Home", _) => 0,
            ("End", _) => last,
            _ => return,
        };
        event.prevent_default();
        current.set(next);
        host.focus(&name(next));
    };
    let buttons = Format::ALL.into_iter().enumerate().map(|(index, format)| {
        let label = format.label(messages);
        let press = move |_| {
            current.set(index);
            if !is_busy.get_untracked() {
                apply(host, format);
            }
        };
        view! {
            <button class="td-format-toolbar__button" type="button" id=host.id(&name(index)) aria-label=label title=label
                aria-keyshortcuts=format.aria_shortcut() aria-disabled=move || is_busy.get().to_string()
                tabindex=tabindex(index) on:click=press>
                <Icon path=format.icon()/>
            </button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div class="td-format-toolbar" role="toolbar" aria-label=messages.formatting aria-controls=host.id(BODY)
            on:keydown=move_focus>
            {buttons}
            <button class="td-format-toolbar__button td-format-toolbar__preview" type="button" id=host.id(&name(last))
                aria-expanded=move || is_previewed.get().to_string() aria-controls=host.id(PREVIEW)
                tabindex=tabindex(last)
                on:click=move |_| { current.set(last); is_previewed.update(|shown| *shown = !*shown); }>
                {messages.preview}
            </button>
        </div>
    }
    .into_erased()
}
