//! A WordPress site in one process: the part of its REST API that tadwina uses, its comment form, and faults on request.
//!
//! It serves development and tests. Where it differs from a real WordPress, it is wrong. [`server`] (axum) reads a
//! request from HTTP into a [`request::Request`]; [`rest`] finds the route, checks the parameters, asks the [`store`]
//! (SQLite) and gives a [`rest::response::RestResponse`]. [`formatting`] has WordPress's rules for text.

pub mod clock;
pub mod content;
pub mod faults;
pub mod form;
pub mod formatting;
pub mod new_comment;
pub mod params;
pub mod request;
pub mod rest;
pub mod server;
pub mod settings;
pub mod site;
pub mod store;
pub mod theme;
pub mod watch;
pub mod wp_die;
