//! Every payload does nothing where the application renders natively: what is left of it has only elements and
//! attributes of the policy, and no address that runs. The same payloads run in browsers: `payloads.mjs`.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/html.rs"]
#[allow(dead_code, reason = "each test crate uses a part of it")]
mod html;
#[path = "../support/site.rs"]
#[allow(dead_code, reason = "each test crate uses a part of it")]
mod site;

mod payloads;

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Value, json};
use tadwina::{
    app::App,
    browser::{
        PageAddress,
        sanitizer::policy::{ATTRIBUTES, ELEMENTS},
    },
    config::{Config, Settings},
    http::Transport,
};

use html::{Element, Html};
use payloads::payloads;
use site::{ARTICLE, COMMENTS, INDEX, STICKY, Site, ok};

/// How many payloads a page has.
const AT_ONCE: usize = 100;

/// Parts of the page that show text and no markup of the API's.
const TEXTS: &str = ".td-article__title, .td-teaser__title, .td-teaser__text, .td-comment__author, .td-byline bdi, \
    .td-site-header__name, .td-breadcrumbs bdi, figcaption";

fn page(site: Site, path: &str) -> Html {
    let attribute = |name: &str| (name == "data-api").then(|| "https://example.org/wp-json/".to_owned());
    let settings = Settings { prefix: "data-", attribute: &attribute };
    let (config, language) = (Config::read(settings.prefix, settings.attribute), settings.language());
    let transport: Arc<dyn Transport> = Arc::new(site);
    // What stays of the payloads is nested in every way, and a browser that reads it may nest it otherwise.
    Html::repaired(&html::source("ar", "", || {
        provide_context(PageAddress(path.to_owned()));
        view! { <App config language transport/> }
    }))
}

fn fixture(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON")
}

/// Whether following the address runs code. Browsers leave out what stands before it, tabs and newlines.
fn runs(address: &str) -> bool {
    let bare = address.trim_start_matches(|character| character <= ' ').replace(['\t', '\n', '\r'], "");
    bare.to_lowercase().starts_with("javascript:")
}

/// Whether an element may be in somebody's text.
fn is_allowed(element: &Element) -> bool {
    ELEMENTS.split_whitespace().any(|name| name == element.name)
        && element.attributes.keys().all(|name| ATTRIBUTES.split_whitespace().any(|allowed| allowed == name))
}

/// Asserts that a page with `payloads` has nothing that the policy forbids, and nothing at all in texts.
fn assert_harmless(html: &Html, payloads: &[String]) {
    for element in html.all(".td-prose *") {
        assert!(is_allowed(element), "{element:?} of one of {payloads:#?}");
    }
    for element in html.all("*") {
        let has_code = element
            .attributes
            .iter()
            .any(|(name, value)| name.starts_with("on") || (name == "href" && runs(value)));
        assert!(!has_code, "{element:?} of one of {payloads:#?}");
    }
    for parent in TEXTS.split(", ") {
        for element in html.all(&format!("{parent} *")) {
            assert!(["a", "bdi"].contains(&element.name.as_str()), "{element:?} of one of {payloads:#?}");
        }
    }
    assert!(!html.has("script, style, iframe, object, embed, base, meta[http-equiv], math, [style*=fixed]"));
}

#[test]
fn payloads_do_nothing_in_the_text_and_the_names_of_an_article_and_its_comments() {
    for part in payloads().chunks(AT_ONCE) {
        let comments: Vec<_> = part
            .iter()
            .zip(1..)
            .map(|(payload, id)| {
                json!({
                    "id": id, "parent": 0, "status": "approved", "author_name": payload,
                    "date": "2024-01-13T00:14:42", "date_gmt": "2024-01-12T23:14:42",
                    "content": { "rendered": payload },
                })
            })
            .collect();
        // Some of them, since each is a comment as well.
        let all = part.iter().step_by(7).cloned().collect::<Vec<_>>().join("\n");
        let mut article = fixture("article.json");
        for (path, value) in [
            ("/0/title/rendered", &all),
            ("/0/excerpt/rendered", &all),
            ("/0/content/rendered", &all),
            ("/0/_embedded/author/0/name", &all),
            ("/0/_embedded/wp:featuredmedia/0/alt_text", &all),
            ("/0/_embedded/wp:featuredmedia/0/caption/rendered", &all),
            ("/0/_embedded/wp:term/0/0/name", &all),
        ] {
            *article.pointer_mut(path).expect("a field") = json!(value);
        }
        let site = Site::new()
            .with(ARTICLE, ok(&article.to_string()))
            .with(COMMENTS, ok(&json!(comments).to_string()))
            .with(INDEX, ok(&json!({ "name": all, "description": all }).to_string()));
        let html = page(site, "/2023/11/03/%d8%ae%d8%a8%d8%b2/");
        assert_eq!(html.all(".td-comment").len(), part.len());
        assert_harmless(&html, part);
    }
}

#[test]
fn payloads_do_nothing_in_the_titles_and_excerpts_of_a_list() {
    for part in payloads().chunks(AT_ONCE) {
        let articles: Vec<_> = part
            .iter()
            .zip(1..)
            .map(|(payload, id)| {
                json!({
                    "id": id, "date": "2024-07-10T09:30:00", "date_gmt": "2024-07-10T07:30:00",
                    "link": format!("https://example.org/{id}/"),
                    "title": { "rendered": payload }, "excerpt": { "rendered": payload },
                })
            })
            .collect();
        let html = page(Site::new().with(STICKY, ok(&json!(articles).to_string())), "/");
        assert!(html.all(".td-teaser").len() >= part.len());
        assert_harmless(&html, part);
    }
}

#[test]
fn the_check_finds_what_is_not_allowed() {
    for markup in [
        "<div class=td-prose><p onclick=x>a</p></div>",
        "<div class=td-prose><p style=color:red>a</p></div>",
        "<div class=td-prose><video src=x></video><form></form></div>",
        "<div class=td-prose><a href=\"java\tscript:x\">a</a></div>",
        "<h1 class=td-article__title><img src=x></h1>",
        "<iframe></iframe>",
    ] {
        let html = Html::repaired(markup);
        let check = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| assert_harmless(&html, &[])));
        assert!(check.is_err(), "{markup}");
    }
}
