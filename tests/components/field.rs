//! A field of a form.

use leptos::prelude::*;
use tadwina::components::Field;

use crate::html::{Html, render_arabic};

fn field(error: Option<&str>) -> Html {
    let error = error.map(str::to_owned);
    render_arabic(|| {
        view! { <Field id="x".to_owned() label="اسم" hint="تلميح" error><input id="x"/></Field> }
    })
}

#[test]
fn a_field_has_a_label_an_input_and_a_hint() {
    let html = field(None);
    assert_eq!(html.one("label[for=x]").text, "اسم");
    assert_eq!(html.one("#x-hint").text, "تلميح");
    assert!(html.has("input#x") && !html.has("#x-error") && !html.has("[data-invalid]"));
}

#[test]
fn an_invalid_field_shows_its_error() {
    let html = field(Some("قصير <جداً>"));
    assert_eq!(html.one("[data-invalid=true] #x-error").text, "قصير <جداً>");
}
