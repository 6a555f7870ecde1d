//! tadwina's pages as HTML that needs no script, in front of a WordPress.
//!
//! A request goes through these modules, from the top to the bottom:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`settings`] | the command line, and what follows from it |
//! | [`serve`] | the router: a page of tadwina, or something of WordPress |
//! | [`asked`] | which page a request asks for, if any |
//! | [`cache`] | pages that were rendered before; one rendering for many requests |
//! | [`page`] | what becomes of a page: its document, another address, a failure |
//! | [`render`] | renders the application until no response is lacking |
//! | [`responses`] | the site's responses, as a transport of the application |
//! | [`discussion`] | comments and their form without scripts |
//! | [`elements`] | the custom elements around what they make live |
//! | [`document`], [`head`], [`json_ld`], [`styles`], [`scripts`] | the document around the page |
//! | [`failure`] | pages that say what is wrong |
//! | [`assets`] | the files of the elements |
//! | [`proxy`] | passes on what is WordPress's |
//! | [`upstream`] | the one way to the site |
//!
//! There is no second description of what a page needs: the application makes its own requests, and the server
//! answers them.

pub mod asked;
pub mod assets;
pub mod cache;
pub mod discussion;
pub mod document;
pub mod elements;
pub mod failure;
pub mod head;
pub mod json_ld;
pub mod page;
pub mod proxy;
pub mod render;
pub mod responses;
pub mod scripts;
pub mod serve;
pub mod settings;
pub mod styles;
pub mod upstream;
