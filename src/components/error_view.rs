//! One view for everything that keeps a reader from reading.

use leptos::prelude::*;

use super::{Piece, piece, use_base, use_i18n};
use crate::{error::Error, model::Permalink, reactive::handler};

/// What went wrong, what to do, and a way on. `data-error` names the kind.
#[component]
pub fn ErrorView(
    /// What went wrong.
    error: Error,
    /// Asks again; offered only where that can help.
    #[prop(into, optional)]
    retry: Option<Callback<()>>,
    /// Level of its heading: 1 in the place of a page, otherwise one below the heading it stands under.
    #[prop(default = 1)]
    level: u8,
) -> Piece {
    let i18n = use_i18n();
    let words = i18n.words();
    let message = i18n.error(&error);
    let retry = retry.filter(|_| error.is_retryable()).map(|retry| {
        view! { <button class="td-button" type="button" on:click:capture=handler(move |_| retry.run(()))>{words.retry}</button> }
    });
    let home = Permalink::home().href(&use_base());
    // The details are for whoever runs the site: what no reader can mend is said in the words of the machine.
    let detail = is_developers(&error).then(|| {
        view! { <p class="td-error__detail" dir="ltr"><code>{error.to_string()}</code></p> }
    });
    let title = match level {
        1 => piece(view! { <h1 class="td-error__title">{message.title}</h1> }),
        2 => piece(view! { <h2 class="td-error__title">{message.title}</h2> }),
        _ => piece(view! { <h3 class="td-error__title">{message.title}</h3> }),
    };
    piece(view! {
        <section class="td-error" part="error" role="alert" data-error=error.key()>
            {title}
            <p class="td-error__text">{message.text}</p>
            {detail}
            <p class="td-error__ways">
                {retry}
                " "
                <a class="td-error__home" href=home>{words.home}</a>
            </p>
        </section>
    })
}

const fn is_developers(error: &Error) -> bool {
    matches!(
        error,
        Error::Setting { .. } | Error::NotJson { .. } | Error::Shape { .. } | Error::Refused { .. }
    )
}
