//! The count of the remaining characters.

use leptos::prelude::*;
use tadwina::components::{CharacterCount, Remaining};

use crate::html::{Html, render};

fn count(tag: &str, text: &str, limit: usize) -> Html {
    let text = text.to_owned();
    render(tag, "", move || view! { <CharacterCount remaining=Remaining::of(&text, limit) limit/> })
}

#[test]
fn an_empty_text_has_the_whole_limit_left() {
    for (tag, line) in [
        ("ar", "عدد الأحرف المتبقية 1000 / 1000"),
        ("fr", "Caractères restants 1000 / 1000"),
        ("en", "Characters left 1000 / 1000"),
        ("ar-EG", "عدد الأحرف المتبقية ١٠٠٠ / ١٠٠٠"),
    ] {
        let html = count(tag, "", 1000);
        assert_eq!(html.one("p[aria-hidden=true]").text, line, "{tag}");
        assert_eq!(html.one("p[aria-hidden=true]").attribute("data-state"), "plenty");
        assert_eq!(html.one("bdi").attribute("dir"), "ltr");
    }
}

#[test]
fn the_count_is_hidden_from_assistive_technology_and_its_live_region_is_empty_at_first() {
    for text in ["", "نصّ قديم", &"ب".repeat(995)] {
        let html = count("ar", text, 1000);
        assert_eq!(html.one("[role=status]").text.trim(), "");
        assert!(!html.one("[role=status]").has("aria-hidden"));
        assert_eq!(html.all("[aria-hidden=true]").len(), 1);
    }
}

#[test]
fn the_count_is_of_graphemes() {
    for (text, number, state) in [
        ("بَّ👨‍👩‍👧\r\nب", "96 / 100", "plenty"),
        (&"x".repeat(90), "10 / 100", "near"),
        (&"x".repeat(100), "0 / 100", "near"),
    ] {
        let html = count("en", text, 100);
        assert_eq!(html.one("bdi").text, number);
        assert_eq!(html.one(".td-character-count").attribute("data-state"), state);
    }
}

#[test]
fn over_the_limit_the_count_shows_the_excess() {
    for (excess, line) in [(1, "حرف واحد زائد"), (2, "حرفان زائدان"), (11, "11 حرفاً زائداً")]
    {
        let html = count("ar", &"ب".repeat(20 + excess), 20);
        assert_eq!(html.one(".td-character-count").text.trim(), line);
        assert_eq!(html.one(".td-character-count").attribute("data-state"), "over");
    }
}
