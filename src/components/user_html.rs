//! HTML that somebody else wrote, sanitised: the body of an article, a comment.

use leptos::{prelude::*, web_sys::Element};

use super::{ErasedView, IntoErased, Notice, NoticeKind, use_i18n, use_text_links};
use crate::{
    browser::{self, NotShown, UserText},
    model::Html,
    text::Direction,
};

/// Sanitised HTML in a `<div>`. The text decides the direction of the whole and of each block in it. Where it cannot be
/// shown, a message says so.
#[component]
pub fn UserHtml(
    /// The HTML.
    html: Html,
    /// The direction of what is around it.
    around: Direction,
    /// Classes of the `<div>`.
    class: &'static str,
    /// Its name for `::part()`.
    #[prop(optional)]
    part: Option<&'static str>,
    /// The anchor of the comment whose text it is; without it, it is that of an article.
    #[prop(optional)]
    comment: Option<String>,
) -> impl IntoView {
    let host = browser::use_host();
    // The ids of a text begin with the name of the text, and so are nobody else's.
    let ids = match &comment {
        Some(comment) => host.id(&[comment, "-text-"].concat()),
        None => host.text_id(""),
    };
    let text = UserText { html, ids, links: use_text_links(), around };
    let failure = RwSignal::new(text.check().err());
    let text =
        if failure.read_untracked().is_some() { UserText { html: Html::default(), ..text } } else { text };
    // Natively the HTML is rendered as a string; in the browser `show` sanitises it into the element itself.
    let (sanitised, dir) = browser::sanitised(&text).map(|(html, dir)| (html, dir.as_str())).unzip();
    let place = StoredValue::new_local(None);
    let show = move |element: Element, text: UserText| {
        if failure.read_untracked().is_none() {
            show_text(&element, text, failure, place);
        }
    };
    let retry = move || {
        if let Some((element, text)) = place.get_value() {
            show_text(&element, text, failure, place);
        }
    };
    // The messages of many comments would be spoken one after the other.
    let role = comment.is_none().then_some("alert");
    let error = Memo::new(move |_| failure.get());
    let message = move || error.get().map(|error| view! { <Failure error role on_retry=retry/> });
    view! {
        <div class=class part=part dir=dir use:show=text inner_html=sanitised></div>
        {message}
    }
    .into_erased()
}

/// A text that could not be shown, and where it belongs, for another attempt. A long discussion has thousands of texts: those
/// that are shown are not kept.
type Place = StoredValue<Option<(Element, UserText)>, LocalStorage>;

fn show_text(element: &Element, text: UserText, failure: RwSignal<Option<NotShown>>, place: Place) {
    let shown = element.clone();
    browser::show_html(element, text, move |result, text| {
        let error = result.err();
        // The text may have left the page meanwhile, and the signals with it.
        let _ = place.try_set_value(error.map(|_| (shown, text)));
        let _ = failure.try_set(error);
    });
}

/// Says why there is no text, and offers another attempt where that can help.
#[component]
fn Failure(
    error: NotShown,
    role: Option<&'static str>,
    #[prop(into)] on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let (message, retry): (_, Option<ErasedView>) = match error {
        NotShown::Unbearable => (messages.text_unbearable, None),
        NotShown::NoSanitizer => {
            let button = view! {
                <button class="td-button" type="button" on:click=move |_| on_retry.run(())>{messages.retry}</button>
            };
            (messages.text_not_shown, Some(button.into_erased()))
        }
    };
    view! {
        <div class="td-text-failure" role=role dir=i18n.direction().as_str() lang=i18n.lang()>
            <Notice kind=NoticeKind::Error><p>{message}</p>{retry}</Notice>
        </div>
    }
    .into_erased()
}
