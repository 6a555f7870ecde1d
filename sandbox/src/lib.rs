//! A WordPress site in one process: the part of its REST API that tadwina uses, its comment form, and faults on request.
//!
//! It is for development and tests. A difference from a real WordPress is a bug of the sandbox, unless its README lists
//! it. [`server`] (axum) reads a request from HTTP into a [`request::Request`]. [`rest`] finds the route, checks the
//! parameters, queries the [`store`] (SQLite) and returns a [`rest::response::RestResponse`]. [`formatting`] has
//! WordPress's rules for text.

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
