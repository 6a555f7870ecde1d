//! The picture above an article.

use leptos::prelude::*;
use tadwina::{
    components::Picture,
    model::{self, PictureSource},
    text::Direction,
};

use crate::html::{Html, render_arabic};

fn picture() -> model::Picture {
    model::Picture {
        source: "/uploads/bread.webp".to_owned(),
        dimensions: Some((1600, 900)),
        alternative: "رغيف \"ساخن\" <على> طاولة".to_owned(),
        caption: "أوّل رغيف & آخره".to_owned(),
        sizes: vec![
            PictureSource { source: "/uploads/bread-300.webp".to_owned(), width: 300 },
            PictureSource { source: "/uploads/bread.webp".to_owned(), width: 1600 },
        ],
    }
}

fn figure(picture: model::Picture) -> Html {
    render_arabic(|| view! { <Picture picture around=Direction::Rtl/> })
}

#[test]
fn a_picture_has_its_width_and_height_before_it_is_loaded() {
    let html = figure(picture());
    let image = html.one("figure img");
    assert_eq!((image.attribute("width"), image.attribute("height")), ("1600", "900"));
}

#[test]
fn a_picture_without_measures_is_shown_without_them() {
    let html = figure(model::Picture { dimensions: None, sizes: Vec::new(), ..picture() });
    let image = html.one("figure img");
    assert_eq!(image.attribute("src"), "/uploads/bread.webp");
    assert!(!image.has("width") && !image.has("height") && !image.has("srcset"));
}

#[test]
fn the_browser_can_choose_among_the_sizes_of_a_picture() {
    let html = figure(picture());
    let image = html.one("img");
    assert_eq!(image.attribute("src"), "/uploads/bread.webp");
    assert_eq!(image.attribute("srcset"), "/uploads/bread-300.webp 300w, /uploads/bread.webp 1600w");
    assert!(image.has("sizes"));
}

#[test]
fn a_picture_without_other_sizes_has_no_srcset() {
    let html = figure(model::Picture { sizes: Vec::new(), ..picture() });
    assert!(!html.one("img").has("srcset") && !html.one("img").has("sizes"));
}

#[test]
fn the_alternative_and_the_caption_are_text() {
    let html = figure(picture());
    assert_eq!(html.one("img").attribute("alt"), "رغيف \"ساخن\" <على> طاولة");
    assert_eq!(html.one("figcaption[dir=rtl]").text, "أوّل رغيف & آخره");
}

#[test]
fn a_decorative_picture_has_an_empty_alternative_and_no_caption() {
    let html = figure(model::Picture { alternative: String::new(), caption: String::new(), ..picture() });
    assert_eq!(html.one("img").attribute("alt"), "");
    assert!(!html.has("figcaption"));
}
