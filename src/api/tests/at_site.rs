//! What the site itself has at an address of which its API knows nothing.

use futures::executor::block_on;

use super::fixtures::{Reply, client, response};
use crate::{
    api::AtSite,
    error::Error,
    http::{Method, NoResponse, Response},
    model::Permalink,
};

const ORIGIN: &str = "https://example.org";

/// What a page of the site's own origin learns of `address` from this reply.
fn at_site(address: &str, reply: Reply) -> Result<AtSite, Error> {
    let (client, transport) = client([reply]);
    let result = block_on(client.at_site(&Permalink::from_link(address, ""), ORIGIN));
    let [request] = &transport.requests()[..] else { panic!() };
    assert_eq!(request.method, Method::Head);
    assert_eq!(request.url, format!("https://example.org/blog{address}"));
    result
}

/// A response after a redirect to `url`.
fn redirected(url: &str, status: u16) -> Reply {
    Ok(Response { url: url.to_owned(), redirected: true, ..response(status, "") })
}

#[test]
fn the_status_says_whether_the_site_has_something_at_an_address() {
    for (status, expected) in [
        (200, AtSite::Something),
        (204, AtSite::Something),
        (403, AtSite::Nothing),
        (404, AtSite::Nothing),
        (410, AtSite::Nothing),
    ] {
        assert_eq!(at_site("/bread/", Ok(response(status, ""))), Ok(expected), "{status}");
    }
}

#[test]
fn a_redirect_to_another_address_is_told_with_that_address() {
    for (address, url) in [
        ("/old-bread/", "https://example.org/blog/2023/11/03/bread/"),
        ("/bre", "https://example.org/blog/bread/"),
        ("/?p=7", "https://example.org/blog/bread/"),
        ("/bread/?p=7", "https://example.org/blog/bread/"),
        ("/bread/", "https://example.org/blog/bread/?lang=ar"),
        ("/bread/", "https://example.org/blog/"),
        ("/bread/", "https://example.org/bread/salt/"),
    ] {
        assert_eq!(at_site(address, redirected(url, 200)), Ok(AtSite::Redirect(url.to_owned())), "{address}");
    }
}

#[test]
fn a_redirect_to_another_spelling_of_the_address_is_none() {
    for (address, url) in [
        ("/bread", "https://example.org/blog/bread/"),
        ("/bread/", "https://example.org/blog/bread"),
        ("/%D8%AE%D8%A8%D8%B2/", "https://example.org/blog/%d8%ae%d8%a8%d8%b2/"),
        ("/bread?x=y", "https://example.org/blog/bread/?x=y"),
        ("/bread/", "https://www.example.org/blog/bread/"),
    ] {
        assert_eq!(at_site(address, redirected(url, 200)), Ok(AtSite::Something), "{address}");
        assert_eq!(at_site(address, redirected(url, 404)), Ok(AtSite::Nothing), "{address}");
    }
}

#[test]
fn a_page_of_another_origin_does_not_ask() {
    for origin in ["https://www.example.org", "http://example.org", ""] {
        let (client, transport) = client([]);
        let result = block_on(client.at_site(&Permalink::from_link("/bread/", ""), origin));
        assert_eq!((result, transport.urls().len()), (Ok(AtSite::Unknown), 0), "{origin}");
    }
}

#[test]
fn without_a_response_nobody_knows_what_the_site_has() {
    let url = "https://example.org/blog/bread/".to_owned();
    assert_eq!(at_site("/bread/", Err(NoResponse)), Err(Error::Unreachable { url }));
}
