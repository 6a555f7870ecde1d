//! The erased view renders the view in it.

use leptos::prelude::*;
use tadwina::components::{ErasedView, IntoErased};

use crate::html::{Html, render_arabic};

fn shown(view: impl FnOnce() -> ErasedView) -> Html {
    render_arabic(|| view! { <section>{view()}</section> })
}

#[test]
fn an_erased_view_is_rendered_like_the_view_in_it() {
    let html = shown(|| view! { <p id="a">"a < b"</p><p id="b">{move || "c"}</p> }.into_erased());
    assert_eq!(html.texts("section p"), ["a < b", "c"]);
}

#[test]
fn an_erased_view_may_hold_text_nothing_a_closure_or_another_erased_view() {
    assert_eq!(shown(|| "text".into_erased()).one("section").text, "text");
    assert_eq!(shown(|| ().into_erased()).one("section").text, "");
    let closure = || (move || Some(view! { <b>"x"</b> })).into_erased();
    assert_eq!(shown(closure).one("section b").text, "x");
    let nested = || view! { <i>"y"</i> }.into_erased().into_erased();
    assert_eq!(shown(nested).one("section i").text, "y");
}
