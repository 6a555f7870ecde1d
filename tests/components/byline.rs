//! The byline: who wrote an article, and when.

use leptos::prelude::*;
use tadwina::{components::Byline, model::Author};

use crate::{
    html::{Html, render},
    moment,
};

fn byline(tag: &str, author: Option<&str>) -> Html {
    let author = author.map(|name| Author { name: name.to_owned() });
    render(tag, "", || view! { <Byline author published=Some(moment())/> })
}

#[test]
fn the_byline_is_a_sentence_of_the_readers_language() {
    for (tag, sentence) in [
        ("ar", "كتبه سلمى في 3 نوفمبر 2023 - 3:43 م"),
        ("ar-MA", "كتبه سلمى في 3 نونبر 2023 - 15:43"),
        ("ar-EG", "كتبه سلمى في ٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م"),
        ("fr", "Par سلمى, le 3 novembre 2023 à 15:43"),
        ("en", "By سلمى on 3 November 2023, 3:43 pm"),
    ] {
        assert_eq!(byline(tag, Some("سلمى")).text, sentence, "{tag}");
    }
}

#[test]
fn without_an_author_the_byline_has_only_the_time() {
    for (tag, sentence) in [
        ("ar", "نُشر في 3 نوفمبر 2023 - 3:43 م"),
        ("fr", "Publié le 3 novembre 2023 à 15:43"),
        ("en", "Published on 3 November 2023, 3:43 pm"),
    ] {
        let html = byline(tag, None);
        assert_eq!(html.text, sentence, "{tag}");
        assert!(!html.has("bdi"), "{tag}");
    }
}

#[test]
fn without_a_time_the_byline_has_only_the_author() {
    for (tag, sentence) in [("ar", "كتبه سلمى"), ("fr", "Par سلمى"), ("en", "By سلمى")] {
        let author = Some(Author { name: "سلمى".to_owned() });
        let html = render(tag, "", || view! { <Byline author published=None/> });
        assert_eq!(html.text, sentence, "{tag}");
        assert!(!html.has("time"), "{tag}");
    }
}

#[test]
fn the_time_is_machine_readable_with_the_offset_of_the_site() {
    let html = byline("ar", Some("سلمى"));
    let time = html.one("time");
    assert_eq!(time.attribute("datetime"), "2023-11-03T15:43:00+01:00");
    assert_eq!(time.text, "3 نوفمبر 2023 - 3:43 م");
}

#[test]
fn the_name_of_the_author_is_text_with_its_own_direction() {
    let html = byline("ar", Some("O’Neil <i>& Co</i>"));
    assert_eq!(html.one("bdi").text, "O’Neil <i>& Co</i>");
    assert!(!html.has("i"));
}
