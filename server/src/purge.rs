//! WordPress says that pages have changed. Who knows the secret may outdate them; the next reader gets a new one.

use axum::http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{
    cache::Pages,
    settings::{Secret, Setup},
};

/// The path below the site's folder.
pub const PURGE_PATH: &str = "/tadwina-purge";
/// Most bytes of such a request.
pub const MAX_PURGE_BYTES: usize = 256 << 10;

/// What has changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    /// The addresses of the pages; all pages where there is none.
    addresses: Vec<String>,
}

/// Outdates what `body` names, if `headers` have the secret.
pub fn purge(headers: &HeaderMap, body: &[u8], secret: &Secret, setup: &Setup, pages: &Pages) -> StatusCode {
    if !has_secret(headers, secret) {
        tracing::warn!("somebody without the secret wanted to outdate pages");
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(Changed { addresses }) = serde_json::from_slice(body) else { return StatusCode::BAD_REQUEST };
    let paths: Option<Vec<_>> = addresses.iter().map(|address| path(address, setup)).collect();
    match paths.as_deref() {
        None => return StatusCode::BAD_REQUEST,
        Some([]) => pages.outdate_all(),
        Some(paths) => paths.iter().for_each(|path| pages.outdate(path)),
    }
    StatusCode::NO_CONTENT
}

/// Whether the request has the secret. The comparison takes as long for a wrong one, whatever is wrong with it.
fn has_secret(headers: &HeaderMap, secret: &Secret) -> bool {
    let given = headers.get(header::AUTHORIZATION).map_or(&[] as &[u8], |value| value.as_bytes());
    let given = given.strip_prefix(b"Bearer ").unwrap_or_default();
    Sha256::digest(given).ct_eq(&Sha256::digest(secret.text())).into()
}

/// The path of an address of the site, below the site's folder.
pub fn path<'a>(address: &'a str, setup: &Setup) -> Option<&'a str> {
    let path = if address.starts_with('/') { address } else { setup.own_path(address)? };
    let path = path.split('#').next()?.strip_prefix(&*setup.folder)?;
    path.starts_with('/').then_some(path)
}

/// Whether what changed at `changed` can be seen at `address`: it is the same page, one of its further pages, or stands
/// below it. Only the further pages stand below the front page.
pub fn covers(changed: &str, address: &str) -> bool {
    let (changed, address) = (Parts::new(changed), Parts::new(address));
    let mut rest = address.segments.as_slice();
    for segment in &changed.segments {
        match rest.split_first() {
            Some((first, others)) if first.eq_ignore_ascii_case(segment) => rest = others,
            _ => return false,
        }
    }
    changed.names == address.names && (!changed.segments.is_empty() || rest.is_empty() || rest[0] == "page")
}

/// An address as far as it names a page.
struct Parts<'a> {
    segments: Vec<&'a str>,
    /// `p=7`, but not the number of a further page.
    names: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn new(address: &'a str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let names = query
            .split('&')
            .filter(|pair| ["p=", "page_id=", "cat="].iter().any(|name| pair.starts_with(name)));
        Self {
            segments: path.split('/').filter(|segment| !segment.is_empty()).collect(),
            names: names.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::setup;

    #[test]
    fn a_change_is_seen_in_the_page_and_below_it() {
        for (changed, address) in [
            ("/bread/", "/bread/"),
            ("/bread", "/bread/comment-page-2/"),
            ("/%d8%ae/", "/%D8%AE/"),
            ("/category/a/", "/category/a/page/2/"),
            ("/category/a/", "/category/a/b/"),
            ("/", "/"),
            ("/", "/page/2/"),
            ("/", "/?paged=2"),
            ("/?p=7", "/?p=7"),
            ("/?cat=3", "/?cat=3&paged=2"),
        ] {
            assert!(covers(changed, address), "{changed} {address}");
        }
    }

    #[test]
    fn other_pages_stay() {
        for (changed, address) in [
            ("/bread/", "/breads/"),
            ("/bread/", "/"),
            ("/bread/comment-page-2/", "/bread/"),
            ("/", "/bread/"),
            ("/", "/?p=7"),
            ("/?p=7", "/?p=77"),
            ("/?p=7", "/"),
        ] {
            assert!(!covers(changed, address), "{changed} {address}");
        }
    }

    #[test]
    fn addresses_of_the_site_have_a_path_below_its_folder() {
        let setup = setup("https://blog.example/notes");
        for (address, expected) in [
            ("https://blog.example/notes/bread/#comment-7", Some("/bread/")),
            ("/notes/?p=7", Some("/?p=7")),
            ("/notes/", Some("/")),
            ("/other/", None),
            ("/notesbook/", None),
            ("https://elsewhere.example/notes/", None),
        ] {
            assert_eq!(path(address, &setup), expected, "{address}");
        }
    }

    #[test]
    fn only_the_whole_secret_counts() {
        let operation = {
            let arguments = [
                "tadwina-server",
                "serve",
                "--site",
                "https://b.example",
                "--purge-secret",
                "0123456789abcdef",
            ];
            let crate::settings::Command::Serve(arguments) =
                <crate::settings::Arguments as clap::Parser>::parse_from(arguments).command
            else {
                unreachable!("it is serve")
            };
            Setup::new(&arguments).unwrap().operation
        };
        let secret = operation.purge_secret.unwrap();
        let has = |value: &str| {
            has_secret(&HeaderMap::from_iter([(header::AUTHORIZATION, value.parse().unwrap())]), &secret)
        };
        assert!(has("Bearer 0123456789abcdef"));
        for wrong in ["Bearer 0123456789abcde", "Bearer 0123456789abcdef0", "0123456789abcdef", "Bearer ", ""]
        {
            assert!(!has(wrong), "{wrong}");
        }
        assert!(!has_secret(&HeaderMap::new(), &secret));
    }
}
