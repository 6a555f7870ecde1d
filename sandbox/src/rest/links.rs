//! Addresses of things: permalinks for people, `_links` for programs.

use serde_json::{Value, json};

use crate::{
    request::Base,
    site::Site,
    store::{
        StoreError,
        comments::Comment,
        posts::Post,
        terms::{Taxonomy, Term},
    },
};

/// `http://HOST/YYYY/MM/DD/slug/`, or `http://HOST/slug/` of a page.
#[must_use]
pub fn post_link(base: &Base, post: &Post) -> String {
    let home = base.home();
    match post.date.get(..10).map(|day| day.replace('-', "/")) {
        // A draft has no permalink yet.
        _ if !post.is_public() => format!("{home}/?p={}", post.id),
        Some(day) if post.kind == "post" => format!("{home}/{day}/{}/", post.slug),
        _ => format!("{home}/{}/", post.slug),
    }
}

/// The post's address with `#comment-ID`.
#[must_use]
pub fn comment_link(base: &Base, post: Option<&Post>, comment: &Comment) -> String {
    let post = post.map_or_else(|| format!("{}/", base.home()), |post| post_link(base, post));
    format!("{post}#comment-{}", comment.id)
}

/// `http://HOST/category/parent/child/`, `http://HOST/tag/slug/`.
pub fn term_link(site: &Site, base: &Base, taxonomy: Taxonomy, term: &Term) -> Result<String, StoreError> {
    Ok(match taxonomy {
        Taxonomy::Category => {
            format!("{}/category/{}/", base.home(), site.store.category_path(term.id)?.join("/"))
        }
        Taxonomy::Tag => format!("{}/tag/{}/", base.home(), term.slug),
    })
}

/// `[{href}]`.
pub fn link(href: impl Into<String>) -> Value {
    json!([{ "href": href.into() }])
}

/// `[{embeddable: true, href}]`.
pub fn embeddable(href: impl Into<String>) -> Value {
    json!([{ "embeddable": true, "href": href.into() }])
}

/// What `wp:` stands for.
pub fn curies() -> Value {
    json!([{ "name": "wp", "href": "https://api.w.org/{rel}", "templated": true }])
}

/// Gravatar addresses in WordPress's three sizes.
pub fn avatars(email: &str) -> Value {
    let digest = md5::compute(email.trim().to_lowercase());
    let address = |size: u32| format!("https://secure.gravatar.com/avatar/{digest:x}?s={size}&d=mm&r=g");
    json!({ "24": address(24), "48": address(48), "96": address(96) })
}
