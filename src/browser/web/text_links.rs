//! Resolves the addresses in somebody's HTML. The rules are those of `links`.

use web_sys::{Element, Url};

use super::dom::all;
use crate::browser::{
    console::logged,
    links::{TextLinks, resolve_srcset},
    navigation::Address,
};

/// Attributes that name a file.
const FILES: [&str; 2] = ["src", "poster"];

/// Resolves the addresses of links and files in `root`.
pub fn resolve_links(root: &Element, links: &TextLinks) {
    let parse = |written: &str| logged(Url::new_with_base(written, &links.article)).filter(is_web);
    let Some(home) = parse(&links.home).as_ref().map(address) else { return };
    for link in all::<Element>(root, "a[href]") {
        let written = link.get_attribute("href").unwrap_or_default();
        // A place in this text.
        if written.starts_with('#') {
            continue;
        }
        if let Some(url) = parse(&written) {
            let href = links.own_page(&address(&url), &home).unwrap_or_else(|| url.href());
            logged(link.set_attribute("href", &href));
        }
    }
    for name in FILES {
        for file in all::<Element>(root, &["[", name, "]"].concat()) {
            if let Some(url) = parse(&file.get_attribute(name).unwrap_or_default()) {
                logged(file.set_attribute(name, &url.href()));
            }
        }
    }
    for image in all::<Element>(root, "[srcset]") {
        let srcset = image.get_attribute("srcset").unwrap_or_default();
        let resolved = resolve_srcset(&srcset, |written| {
            parse(written).map_or_else(|| written.to_owned(), |url| url.href())
        });
        logged(image.set_attribute("srcset", &resolved));
    }
}

fn is_web(url: &Url) -> bool {
    ["http:", "https:"].contains(&&*url.protocol())
}

fn address(url: &Url) -> Address {
    Address { origin: url.origin(), path: url.pathname(), query: url.search(), fragment: url.hash() }
}
