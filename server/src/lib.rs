//! tadwina's pages as HTML that needs no script, in front of a WordPress.
//!
//! A request goes through these modules, from the top to the bottom:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`settings`] | the command line, and what follows from it |
//! | [`listen`], [`limits`] | connections, and how much at the same time |
//! | [`serve`] | the router: a page of tadwina, or something of WordPress |
//! | [`asked`] | which page a request asks for, if any |
//! | [`cache`] | pages that were rendered before; one rendering for many requests |
//! | [`purge`] | outdates them when WordPress says so |
//! | [`commented`] | outdates them when a comment was posted |
//! | [`page`] | what becomes of a page: its document, another address, a failure |
//! | [`render`] | renders the application until no response is lacking |
//! | [`responses`] | the site's responses, as a transport of the application |
//! | [`discussion`], [`comment_pages`], [`comment_form`] | comments and their form without scripts |
//! | [`refused`] | the form again, with a comment that WordPress refuses |
//! | [`elements`] | the custom elements around what they make live |
//! | [`document`], [`head`], [`json_ld`], [`styles`], [`scripts`] | the document around the page |
//! | [`encoding`] | the document compressed |
//! | [`failure`] | pages that say what is wrong |
//! | [`assets`] | the files of the elements |
//! | [`proxy`] | passes on what is WordPress's |
//! | [`export`] | in place of all that: the pages as files |
//! | [`upstream`] | the one way to the site |
//! | [`metrics`] | what monitoring learns |
//!
//! There is no second description of what a page needs: the application makes its own requests, and the server
//! answers them.

pub mod asked;
pub mod assets;
pub mod cache;
pub mod comment_form;
pub mod comment_pages;
pub mod commented;
pub mod discussion;
pub mod document;
pub mod elements;
pub mod encoding;
pub mod export;
pub mod failure;
pub mod head;
pub mod json_ld;
pub mod limits;
pub mod listen;
pub mod metrics;
pub mod page;
pub mod proxy;
pub mod purge;
pub mod refused;
pub mod render;
pub mod responses;
pub mod scripts;
pub mod serve;
pub mod settings;
pub mod styles;
pub mod upstream;
