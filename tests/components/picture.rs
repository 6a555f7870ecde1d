//! The picture above an article.

use leptos::prelude::*;
use tadwina::{
    components::Picture,
    model::{self, PictureSource},
};

use crate::html::{Html, arabic};

fn picture() -> model::Picture {
    model::Picture {
        source: "/uploads/bread.webp".to_owned(),
        width: 1600,
        height: 900,
        alternative: "رغيف \"ساخن\" <على> طاولة".to_owned(),
        caption: "أوّل رغيف & آخره".to_owned(),
        sizes: vec![
            PictureSource { source: "/uploads/bread-300.webp".to_owned(), width: 300 },
            PictureSource { source: "/uploads/bread.webp".to_owned(), width: 1600 },
        ],
    }
}

fn figure(picture: model::Picture) -> Html {
    arabic(|| view! { <Picture picture/> })
}

#[test]
fn it_has_its_room_before_it_is_loaded() {
    let html = figure(picture());
    let image = html.one("figure img");
    assert_eq!((image.attribute("width"), image.attribute("height")), ("1600", "900"));
}

#[test]
fn browsers_choose_among_its_sizes() {
    let html = figure(picture());
    let image = html.one("img");
    assert_eq!(image.attribute("src"), "/uploads/bread.webp");
    assert_eq!(image.attribute("srcset"), "/uploads/bread-300.webp 300w, /uploads/bread.webp 1600w");
    assert!(image.has("sizes"));
}

#[test]
fn without_other_sizes_there_is_nothing_to_choose() {
    let html = figure(model::Picture { sizes: Vec::new(), ..picture() });
    assert!(!html.one("img").has("srcset") && !html.one("img").has("sizes"));
}

#[test]
fn what_it_shows_and_what_is_said_of_it_is_text() {
    let html = figure(picture());
    assert_eq!(html.one("img").attribute("alt"), "رغيف \"ساخن\" <على> طاولة");
    assert_eq!(html.one("figcaption[dir=auto]").text, "أوّل رغيف & آخره");
}

#[test]
fn decoration_has_an_empty_alternative_and_no_caption() {
    let html = figure(model::Picture { alternative: String::new(), caption: String::new(), ..picture() });
    assert_eq!(html.one("img").attribute("alt"), "");
    assert!(!html.has("figcaption"));
}
