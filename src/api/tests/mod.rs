//! The client against responses like those of WordPress (`tests/fixtures`) and against wrong ones.

mod article;
mod at_site;
mod changing;
mod commenting;
mod comments;
mod discussion_settings;
mod errors;
pub mod fixtures;
mod formatting;
mod lists;
mod permalinks;
mod posting_form;
mod posting_rest;
mod root;
mod site;
