//! tadwina (تدوينة, "blog post"): a blog's articles and their discussion, Arabic first, as a small
//! WebAssembly application over WordPress's REST API.
//!
//! The modules; `tests/conventions.rs` holds them to what they may use:
//!
//! | module | what it knows | may use |
//! | --- | --- | --- |
//! | [`text`] | plain text, entities, line ends | |
//! | [`error`] | everything that can go wrong | |
//! | [`http`] | a request, its response, and the trait by which they travel | |
//! | [`model`] | articles, categories, comments, addresses | `text`, `error` |
//! | [`i18n`] | every message in every language, numbers, dates | `model` and those above |
//! | [`api`] | WordPress's REST API | `http`, `model`, and the browser for its JSON parser |
//! | [`config`] | the settings of the page | `api`, `i18n` and those above, and the browser for its JSON parser |
//! | [`browser`] | the one edge to the browser; natively inert | `http`, `model`, `text` |
//! | [`components`] | what the reader sees; fetches nothing | all above but `api` and `config` |
//! | [`state`] | what the pages share and remember; knows no HTML | all above but `components` |
//! | [`pages`] | addresses become pages | all above |
//! | [`app`] | a whole blog | all above |
//! | [`widgets`] | what the custom elements mount in somebody else's page | all above |
//! | `mount` | the application and the widgets into a page; in the browser only | `app`, `widgets`, `browser` |

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod config;
pub mod error;
pub mod http;
pub mod i18n;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod mount;
pub mod pages;
pub mod state;
pub mod text;
pub mod widgets;
