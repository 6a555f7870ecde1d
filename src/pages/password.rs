//! The form for the password of an article, over the state of its opening.

use leptos::prelude::*;

use crate::{
    components::{ErasedView, IntoErased, PasswordForm, use_i18n},
    state::{Opening, OpeningFailure},
};

/// The form that opens a protected article.
pub fn password_form(opening: Opening) -> ErasedView {
    let i18n = use_i18n();
    let error = Signal::derive(move || {
        Some(match opening.failure.get()? {
            OpeningFailure::WrongPassword => i18n.messages().wrong_password.to_owned(),
            OpeningFailure::Site(error) => i18n.error(&error).text.to_owned(),
        })
    });
    let on_submit = Callback::new(move |password: String| opening.open(&password));
    view! { <PasswordForm error trying=opening.trying on_submit/> }.into_erased()
}
