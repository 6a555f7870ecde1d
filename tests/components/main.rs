//! Renders every component natively and checks what a reader sees.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/html.rs"]
#[allow(dead_code, reason = "each test crate uses a part of it")]
mod html;

mod article;
mod breadcrumbs;
mod byline;
mod character_count;
mod comment_box;
mod comment_list;
mod comment_rejections;
mod comment_view;
mod erased_view;
mod field;
mod lists;
mod messages;
mod picture;
mod share_menu;
mod user_html;

use tadwina::model::Moment;

/// 3 November 2023, 15:43 in Casablanca.
fn moment() -> Moment {
    Moment::from_wordpress("2023-11-03T15:43:00", "2023-11-03T14:43:00").unwrap()
}
