//! A WordPress site in one process: the part of its REST API that tadwina speaks, its comment form, and faults on
//! request. Made for development and tests; a real WordPress is the measure, and where the two differ this one is wrong.
//!
//! The way of a request: [`server`] (axum) reads it into a [`request::Request`]; [`rest`] finds the route, checks the
//! parameters, asks the [`store`] (SQLite) and answers a [`reply::Reply`]; [`rest::serve`] then narrows (`_fields`),
//! embeds (`_embed`) and wraps (`_envelope`) it. [`wordpress`] holds the text rules: slugs, quotes, paragraphs, links.

pub mod admission;
pub mod clock;
pub mod content;
pub mod error;
pub mod faults;
pub mod form;
pub mod page;
pub mod params;
pub mod reply;
pub mod request;
pub mod rest;
pub mod server;
pub mod settings;
pub mod site;
pub mod store;
pub mod watch;
pub mod wordpress;
