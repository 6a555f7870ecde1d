//! A field of a form: label, input, hint, error.

use leptos::prelude::*;

use super::{ErasedChildren, IntoErased, use_i18n};

/// The frame of a field. Its child is the input, with `id` and [`described_by`], and what belongs below it.
#[component]
pub fn Field(
    /// Id of the input; the error gets the id `{id}-error`, the hint `{id}-hint`.
    id: String,
    /// The label.
    label: &'static str,
    /// Whether the label says that the field must be filled in. The input says it by `aria-required`.
    #[prop(optional)]
    required: bool,
    /// Stands below the input.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is wrong with the value; `None` while nothing is.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// The input.
    children: ErasedChildren,
) -> impl IntoView {
    let error_id = [&*id, "-error"].concat();
    let message = move || {
        let error = error.get()?;
        Some(view! { <p class="td-field__error" id=error_id.clone()>{error}</p> })
    };
    let hint_id = [&*id, "-hint"].concat();
    let hint = hint.map(|hint| view! { <p class="td-field__hint" id=hint_id>{hint}</p> });
    let required = required.then(|| {
        view! { " " <span class="td-field__required" aria-hidden="true">{use_i18n().messages().required}</span> }
    });
    view! {
        <div class="td-field" part="field" data-invalid=move || error.read().as_ref().map(|_| "true")>
            <label class="td-field__label" for=id>{label} {required}</label>
            {message}
            {children.into_view()}
            {hint}
        </div>
    }
    .into_erased()
}

/// The value of `aria-describedby` for the input `id`: the ids of its error, while there is one, and of its
/// hint.
pub fn described_by(
    id: String,
    has_hint: bool,
    error: Memo<Option<String>>,
) -> impl Fn() -> Option<String> + Send + 'static {
    let (hint, error_id) = (has_hint.then(|| [&*id, "-hint"].concat()), [&*id, "-error"].concat());
    move || match (error.read().is_some(), &hint) {
        (true, Some(hint)) => Some([&*error_id, " ", hint].concat()),
        (true, None) => Some(error_id.clone()),
        (false, hint) => hint.clone(),
    }
}
