//! A field of a form: label, input, hint, error.

use leptos::prelude::*;

use super::{Piece, piece};
use crate::reactive::{Live, live};

/// The frame of a field. The input itself is its child, with `id` and [`described_by`].
#[component]
pub fn Field<E>(
    /// Id of the input; the error is `{id}-error`, the hint `{id}-hint`.
    id: String,
    /// The label.
    label: &'static str,
    /// Stands below the input; absent for none.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is wrong with the value; `None` while nothing is.
    error: E,
    /// The input, and what belongs below it.
    input: Piece,
) -> Piece
where
    E: Fn() -> Option<String> + Copy + Send + 'static,
{
    let error_id = [&*id, "-error"].concat();
    let message = live(move || {
        let error = error()?;
        Some(piece(view! { <p class="td-field__error" id=error_id.clone()>{error}</p> }))
    });
    let hint_id = [&*id, "-hint"].concat();
    let hint = hint.map(|hint| view! { <p class="td-field__hint" id=hint_id>{hint}</p> });
    piece(view! {
        <div class="td-field" part="field" data-invalid=live(move || error().map(|_| "true".to_owned()))>
            <label class="td-field__label" for=id>{label}</label>
            {message}
            {input}
            {hint}
        </div>
    })
}

/// What describes the input `id` for `aria-describedby`: its error first, while there is one.
pub fn described_by(
    id: &str,
    hint: bool,
    error: impl Fn() -> Option<String> + Send + 'static,
) -> Live<Option<String>> {
    let (hint, error_id) = (hint.then(|| [id, "-hint"].concat()), [id, "-error"].concat());
    live(move || match (error().is_some(), &hint) {
        (true, Some(hint)) => Some([&*error_id, " ", hint].concat()),
        (true, None) => Some(error_id.clone()),
        (false, hint) => hint.clone(),
    })
}
