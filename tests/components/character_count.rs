//! The count of the remaining characters.

use leptos::prelude::*;
use tadwina::components::{CharacterCount, Remaining};

use crate::html::{Html, render};

fn count(tag: &str, text: &str, limit: usize) -> Html {
    let text = text.to_owned();
    render(tag, "", move || view! { <CharacterCount remaining=Remaining::of(&text, limit)/> })
}

#[test]
fn the_count_is_a_whole_sentence() {
    for (tag, left, sentence) in [
        ("ar", 1000, "بقي 1000 حرف"),
        ("ar", 997, "بقي 997 حرفاً"),
        ("ar", 103, "بقيت 103 أحرف"),
        ("ar-EG", 997, "بقي ٩٩٧ حرفاً"),
        ("fr", 997, "997\u{a0}caractères restants"),
        ("en", 997, "997 characters left"),
    ] {
        let html = count(tag, &"x".repeat(1000 - left), 1000);
        assert_eq!(html.one("p[aria-hidden=true]").text, sentence, "{tag}");
        assert_eq!(html.one("p[aria-hidden=true]").attribute("data-state"), "plenty");
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
    for (text, sentence, state) in [
        ("بَّ👨‍👩‍👧\r\nب", "96 characters left", "plenty"),
        (&"x".repeat(90), "10 characters left", "near"),
        (&"x".repeat(100), "No characters left", "near"),
    ] {
        let html = count("en", text, 100);
        assert_eq!(html.one("[aria-hidden=true]").text, sentence);
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
