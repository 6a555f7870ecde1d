//! The share button: opens the platform's share sheet where there is one, otherwise a menu of links.
//!
//! The menu is the platform's popover: a button that opens and closes it, and a list of links and buttons that Tab
//! reaches. It lies above everything else of the page; Escape and a press outside close it.

use leptos::{ev, prelude::*};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    IntoErased,
    copy_link::{Copied, copy, select_all},
    icon::{COPY, Icon, SHARE},
    use_i18n,
};
use crate::{
    browser::{self, Detail, Host},
    i18n::Messages,
};

const MENU: &str = "share-menu";
/// Name of the field that shows the address where the clipboard refuses.
const FIELD: &str = "share-field";

/// A network that offers an address for sharing a link.
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

    /// The address that opens the network's own form. `title` and `url` are not encoded yet.
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

    const fn name(self, messages: &'static Messages) -> &'static str {
        match self {
            Self::WhatsApp => messages.whatsapp,
            Self::Facebook => messages.facebook,
            Self::X => messages.x,
            Self::Telegram => messages.telegram,
            Self::Email => messages.email_link,
        }
    }
}

/// The share button and its menu.
#[component]
pub fn ShareMenu(
    /// The title of what is shared, plain text.
    title: String,
    /// Its address as it is copied: absolute and percent-encoded. People see it decoded.
    address: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let open = RwSignal::new(false);
    let copied = RwSignal::new(None::<Copied>);

    let networks = Network::ALL.map(|network| {
        view! {
            <li>
                <a class="td-share__item" href=network.address(&title, &address) target="_blank" rel="noopener noreferrer">
                    {network.name(messages)}
                </a>
            </li>
        }
    });
    let decoded = decoded(&address);
    let copy_address = {
        let address = address.clone();
        move |_| copy(address.clone(), copied)
    };
    let field_address = address.clone();
    let press = move |event: ev::MouseEvent| {
        copied.set(None);
        let opens = open.get_untracked() || !shares_elsewhere(host, &title, &address);
        if !opens {
            event.prevent_default();
        }
    };
    let note = move |_| open.set(host.is_popover_open(MENU));
    let close_when_left = move |event: ev::FocusEvent| {
        if browser::has_left(&event) {
            host.hide_popover(MENU);
        }
    };
    // The field appears, selected, when the clipboard has refused.
    Effect::new(move |_| {
        if copied.get() == Some(Copied::Refused) {
            host.focus(FIELD);
        }
    });

    view! {
        <div class="td-share" on:focusout=close_when_left>
            <button class="td-share__button td-button" part="share-button" type="button" dir=i18n.dir()
                popovertarget=host.id(MENU) aria-expanded=move || open.get().to_string() aria-controls=host.id(MENU)
                on:click=press>
                <Icon path=SHARE/>
                {messages.share}
            </button>
            <div class="td-share__menu" part="share-menu" id=host.id(MENU) popover="auto" on:toggle=note>
                <p class="td-share__address" dir="ltr"><bdi dir="ltr">{decoded}</bdi></p>
                <ul class="td-share__list" dir=i18n.dir()>
                    <li>
                        <button class="td-share__item" type="button" on:click=copy_address>
                            <Icon path=COPY/>
                            {messages.copy_link}
                        </button>
                    </li>
                    {networks.into_iter().collect_view()}
                </ul>
                {move || (copied.get() == Some(Copied::Refused)).then(|| view! {
                    <input class="td-share__field" id=host.id(FIELD) type="text" readonly dir="ltr"
                        aria-label=messages.address value=field_address.clone() on:focus=select_all/>
                }.into_erased())}
                <p class="td-share__status" role="status" dir=i18n.dir()>
                    {move || copied.get().map(|copied| copied.message(messages))}
                </p>
            </div>
        </div>
    }
    .into_erased()
}

/// Whether the page shares in its own way, or the browser has a share sheet, which opens.
fn shares_elsewhere(host: Host, title: &str, address: &str) -> bool {
    if !host.dispatch("share", &[("title", Detail::Text(title)), ("url", Detail::Text(address))]) {
        return true;
    }
    if !browser::can_share(title, address) {
        return false;
    }
    let (title, address) = (title.to_owned(), address.to_owned());
    leptos::task::spawn_local(async move {
        // Where the share sheet refuses, the menu opens in its place.
        if !browser::share(&title, &address).await {
            host.show_popover(MENU);
        }
    });
    true
}

/// An address as people read it: without the scheme, and percent-decoded.
fn decoded(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    percent_decode_str(bare).decode_utf8().map_or_else(|_| bare.to_owned(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_network_has_title_and_link_encoded_once() {
        let address = Network::X.address("خبز & ملح", "https://example.org/%d8%ae/");
        assert_eq!(
            address,
            "https://x.com/intent/post?text=%D8%AE%D8%A8%D8%B2%20%26%20%D9%85%D9%84%D8%AD&url=https%3A%2F%2Fexample%2Eorg%2F%25d8%25ae%2F"
        );
    }

    #[test]
    fn the_shown_address_is_decoded_if_it_is_utf8() {
        assert_eq!(decoded("https://example.org/%d8%ae%d8%a8%d8%b2/"), "example.org/خبز/");
        assert_eq!(decoded("https://example.org/%ff/"), "example.org/%ff/");
    }
}
