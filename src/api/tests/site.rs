//! What the client reads of the site itself.

use futures::executor::block_on;

use super::fixtures::{INDEX, client, ok};
use crate::{error::Error, model::Permalink};

#[test]
fn the_name_and_the_tagline_of_a_site_are_plain_text() {
    let (client, transport) = client([ok(INDEX)]);
    let site = block_on(client.site()).unwrap();
    assert_eq!(site.name, "مدوّنة الرصيف & ما حولها");
    assert_eq!(site.description, "It’s a notebook");
    assert_eq!(transport.urls(), ["https://example.org/blog/wp-json/?_fields=name,description,url"]);
}

#[test]
fn an_index_without_a_name_is_an_error() {
    let site = block_on(client([ok("{\"hello\":1}")]).0.site());
    assert_eq!(site, Err(Error::shape("name", "missing")));
}

#[test]
fn a_permalink_becomes_an_address_at_the_site() {
    let link = Permalink::from_link("https://example.org/blog/a/", "/blog");
    assert_eq!(client([]).0.address_at_site(&link), "https://example.org/blog/a/");
}
