//! The elements in the pages, and their files.

use std::fs::write;

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use tadwina_sandbox::settings::Discussion;
use tempfile::TempDir;

use crate::support::{Blog, Received, received};

const ENTRY: &str = "tadwina-0A1B2C3D.js";

/// A folder as `make assets` writes it, and the server with it.
async fn with_elements(discussion: Discussion) -> (Blog, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let files = [(ENTRY, "script"), ("tadwina-0A1B2C3D.js.br", "brotli"), ("article-4E5F6071.wasm", "wasm")];
    for (name, content) in files.into_iter().chain([("article-4E5F6071.wasm.gz", "gzip")]) {
        write(folder.path().join(name), content).unwrap();
    }
    let discussion = Discussion { flood_seconds: 0, ..discussion };
    let path = folder.path().to_str().unwrap().to_owned();
    (Blog::of(discussion, &["--locale", "fr", "--assets", &path]).await, folder)
}

fn inner(page: &Received, selector: &str) -> String {
    let html = Html::parse_document(&page.body);
    let found: Vec<_> = html.select(&Selector::parse(selector).unwrap()).collect();
    assert_eq!(found.len(), 1, "{selector}");
    found[0].inner_html()
}

#[tokio::test]
async fn discussion_and_share_button_are_elements_around_the_same_html() {
    let (blog, _folder) = with_elements(Discussion::default()).await;
    let plain = Blog::start(&["--locale", "fr"]).await;
    let path = blog.article(217).await;
    let (page, without) = (blog.get(&path).await, plain.get(&path).await);
    for (name, expected) in
        [("api", "/wp-json/"), ("post", "217"), ("locale", "fr"), ("digits", "auto"), ("avatars", "none")]
    {
        assert_eq!(page.attribute("tadwina-comments", name), expected);
    }
    assert_eq!(page.attribute("tadwina-share", "post"), "217");
    let html = Html::parse_document(&without.body);
    let section = html.select(&Selector::parse("section.td-discussion").unwrap()).next().unwrap().html();
    // Each server stands at its own address.
    let here = |html: &str| html.replace(&*blog.site, "").replace(&*plain.site, "");
    assert_eq!(here(&inner(&page, "tadwina-comments")), here(&section));
    assert!(inner(&page, "tadwina-share").starts_with("<div class=\"td-share\">"));
    assert!(without.texts("tadwina-comments, tadwina-share").is_empty());
}

#[tokio::test]
async fn what_is_meant_for_one_reader_stays_as_it_is() {
    let (blog, _folder) = with_elements(Discussion::default()).await;
    let path = blog.article(217).await;
    for query in ["?replytocom=1", "?unapproved=1&moderation-hash=0f"] {
        let page = blog.get(&[&*path, query].concat()).await;
        assert!(page.texts("tadwina-comments").is_empty(), "{query}");
        assert_eq!(page.texts("section.td-discussion").len(), 1, "{query}");
    }
}

#[tokio::test]
async fn the_policy_allows_what_stands_in_the_page_and_nothing_else() {
    let (blog, _folder) = with_elements(Discussion::default()).await;
    for path in ["/".to_owned(), blog.article(217).await] {
        let page = blog.get(&path).await;
        let policy = page.header("content-security-policy");
        let scripts = page.texts("script:not([type='application/ld+json'])");
        assert_eq!(scripts.len(), if path == "/" { 1 } else { 2 }, "{path}");
        for script in scripts {
            let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{script}");
        }
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval' ") && !policy.contains("unsafe-inline")
        );
        assert!(policy.ends_with("require-trusted-types-for 'script'; trusted-types dompurify"), "{policy}");
    }
    let page = blog.get(&blog.article(217).await).await;
    assert!(page.body.contains(&format!("import(\"/_tadwina/{ENTRY}\")")), "{}", page.body);
}

#[tokio::test]
async fn files_are_kept_for_ever_and_come_in_the_form_that_the_browser_takes() {
    let (blog, _folder) = with_elements(Discussion::default()).await;
    for (name, accepted, form, body, kind) in [
        (ENTRY, "gzip, deflate, br, zstd", Some("br"), "brotli", "text/javascript"),
        (ENTRY, "gzip", None, "script", "text/javascript"),
        ("article-4E5F6071.wasm", "gzip, br", Some("gzip"), "gzip", "application/wasm"),
        ("article-4E5F6071.wasm", "identity", None, "wasm", "application/wasm"),
    ] {
        let request = blog.request("GET", &["/_tadwina/", name].concat()).header("accept-encoding", accepted);
        let file = received(request).await;
        assert_eq!((file.status.as_u16(), &*file.body), (200, body), "{name} {accepted}");
        assert_eq!(file.headers.get("content-encoding").map(|form| form.to_str().unwrap()), form);
        assert_eq!(file.header("content-type"), kind);
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(
            (file.header("vary"), file.header("x-content-type-options")),
            ("accept-encoding", "nosniff")
        );
    }
}

#[tokio::test]
async fn what_is_no_file_of_the_elements_is_not_kept() {
    let (blog, _folder) = with_elements(Discussion::default()).await;
    for path in ["/_tadwina/", "/_tadwina/none.js", "/_tadwina/..%2f..%2fetc%2fpasswd"] {
        let none = blog.get(path).await;
        assert_eq!(none.status, 404, "{path}");
        assert!(!none.headers.contains_key("cache-control"), "{path}");
    }
}
