//! The share button: the platform's share sheet where there is one, otherwise a menu of links.
//!
//! The menu is a disclosure (WAI-ARIA): a button with `aria-expanded` and a list of links and buttons
//! that Tab reaches. Escape and a press outside close it; Escape returns the focus to the button.

use leptos::{ev, html, prelude::*, web_sys};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    Piece,
    icon::{COPY, Icon, SHARE},
    piece, use_i18n,
};
use crate::{
    browser,
    i18n::Words,
    reactive::{Var, effect, flag, handler, live},
};

/// Name of the button, to which the focus returns.
const BUTTON: &str = "share-button";
const MENU: &str = "share-menu";
/// Name of the field that shows the address where the clipboard refuses.
const FIELD: &str = "share-field";

/// Where a link can be shared by an address of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    WhatsApp,
    Facebook,
    X,
    Telegram,
    Email,
}

impl Network {
    const ALL: [Self; 5] = [Self::WhatsApp, Self::Facebook, Self::X, Self::Telegram, Self::Email];

    /// The address that opens the network's own form; `title` and `url` as they are.
    fn address(self, title: &str, url: &str) -> String {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (title, url) = (encode(title), encode(url));
        match self {
            Self::WhatsApp => format!("https://wa.me/?text={title}%20{url}"),
            Self::Facebook => format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
            Self::X => format!("https://x.com/intent/post?text={title}&url={url}"),
            Self::Telegram => format!("https://t.me/share/url?url={url}&text={title}"),
            Self::Email => format!("mailto:?subject={title}&body={url}"),
        }
    }

    const fn name(self, words: &'static Words) -> &'static str {
        match self {
            Self::WhatsApp => words.whatsapp,
            Self::Facebook => words.facebook,
            Self::X => words.x,
            Self::Telegram => words.telegram,
            Self::Email => words.email_link,
        }
    }
}

/// What the last copy came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    Done,
    Refused,
}

/// The share button and its menu.
#[component]
pub fn ShareMenu(
    /// The title of what is shared, plain text.
    title: String,
    /// Its address, absolute and percent-encoded: as it is copied. People see it decoded.
    address: String,
) -> Piece {
    let words = use_i18n().words();
    let place = browser::use_root();
    let open = Var::new(false);
    let copied = Var::new(None::<Copied>);
    let root = NodeRef::<html::Div>::new();
    let link = StoredValue::new((title.clone(), address.clone()));

    let press = handler(move |_| {
        copied.set(None);
        let (title, address) = link.get_value();
        if !open.get_untracked() && !place.announce("share", &[("title", &title), ("url", &address)]) {
            return;
        }
        if open.get_untracked() || !browser::can_share(&title, &address) {
            open.update(|open| *open = !*open);
            return;
        }
        leptos::task::spawn_local(async move {
            // A sheet that refuses is no dead end: the menu does the same.
            if !browser::share(&title, &address).await {
                open.set(true);
            }
        });
    });
    let copy = handler(move |_| {
        let (_, address) = link.get_value();
        leptos::task::spawn_local(async move {
            let done = browser::copy(&address).await;
            copied.set(Some(if done { Copied::Done } else { Copied::Refused }));
        });
    });
    let escape = handler(move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            place.focus(BUTTON);
        }
    });
    close_from_outside(root, open);
    // The field is there, selected, as soon as the clipboard has refused.
    effect(move || {
        if copied.get() == Some(Copied::Refused) {
            place.focus(FIELD);
        }
    });

    let networks = Network::ALL.map(|network| {
        view! {
            <li>
                <a class="td-share__item" href=network.address(&title, &address) target="_blank" rel="noopener noreferrer">
                    {network.name(words)}
                </a>
            </li>
        }
    });
    let decoded = decoded(&address);
    piece(view! {
        <div class="td-share" node_ref=root on:keydown:capture=escape>
            <button class="td-share__button td-button" part="share-button" type="button" id=place.id(BUTTON) aria-expanded=live(move || Some(open.get().to_string())) aria-controls=place.id(MENU) on:click:capture=press>
                <Icon path=SHARE/>
                {words.share}
            </button>
            <div class="td-share__menu" part="share-menu" id=place.id(MENU) hidden=flag(move || !open.get())>
                <p class="td-share__address" dir="ltr"><bdi>{decoded}</bdi></p>
                <ul class="td-share__list">
                    <li>
                        <button class="td-share__item" type="button" on:click:capture=copy>
                            <Icon path=COPY/>
                            {words.copy_link}
                        </button>
                    </li>
                    {networks.into_iter().collect_view()}
                </ul>
                {live(move || (copied.get() == Some(Copied::Refused)).then(|| piece(view! {
                    <input class="td-share__field" id=place.id(FIELD) type="text" readonly dir="ltr" aria-label=words.address value=address.clone() on:focus:capture=select_all/>
                })))}
            </div>
            <p class="td-share__status" role="status">
                {live(move || copied.get().map(|copied| match copied {
                    Copied::Done => words.copied,
                    Copied::Refused => words.copy_refused,
                }))}
            </p>
        </div>
    })
}

/// Closes the menu when something outside it is pressed or takes the focus.
fn close_from_outside(root: NodeRef<html::Div>, open: Var<bool>) {
    let watch = StoredValue::new_local(None);
    effect(move || {
        let watched = root.get().filter(|_| open.get());
        watch.set_value(watched.map(|root| browser::watch_outside(&root, move || open.set(false))));
    });
}

fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}

/// An address as people read it: without the scheme, letters instead of octets.
fn decoded(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    percent_decode_str(bare).decode_utf8().map_or_else(|_| bare.to_owned(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_title_and_link_encoded_once() {
        let address = Network::X.address("خبز & ملح", "https://example.org/%d8%ae/");
        assert_eq!(
            address,
            "https://x.com/intent/post?text=%D8%AE%D8%A8%D8%B2%20%26%20%D9%85%D9%84%D8%AD&url=https%3A%2F%2Fexample%2Eorg%2F%25d8%25ae%2F"
        );
    }

    #[test]
    fn people_read_the_address_decoded() {
        assert_eq!(decoded("https://example.org/%d8%ae%d8%a8%d8%b2/"), "example.org/خبز/");
        assert_eq!(decoded("https://example.org/%ff/"), "example.org/%ff/");
    }
}
