//! Addresses: permalinks for people, `_links` for programs.

use serde_json::{Value, json};

use crate::{
    request::SiteUrl,
    site::Site,
    store::{
        StoreError,
        comments::Comment,
        posts::{Post, PostType},
        terms::{Taxonomy, Term},
    },
};

/// `http://HOST/YYYY/MM/DD/slug/` of a post, `http://HOST/slug/` of a page.
#[must_use]
pub fn post_link(site_url: &SiteUrl, post: &Post) -> String {
    let home = site_url.home();
    match (post.post_type, post.date.get(..10)) {
        // A draft has no permalink yet.
        _ if !post.is_public() => format!("{home}/?p={}", post.id),
        (PostType::Post, Some(day)) => format!("{home}/{}/{}/", day.replace('-', "/"), post.slug),
        _ => format!("{home}/{}/", post.slug),
    }
}

/// The post's address with `#comment-ID`.
#[must_use]
pub fn comment_link(site_url: &SiteUrl, post: Option<&Post>, comment: &Comment) -> String {
    let post = post.map_or_else(|| format!("{}/", site_url.home()), |post| post_link(site_url, post));
    format!("{post}#comment-{}", comment.id)
}

/// `http://HOST/category/parent/child/`, `http://HOST/tag/slug/`.
pub fn term_link(
    site: &Site,
    site_url: &SiteUrl,
    taxonomy: Taxonomy,
    term: &Term,
) -> Result<String, StoreError> {
    Ok(match taxonomy {
        Taxonomy::Category => {
            format!("{}/category/{}/", site_url.home(), site.store.category_path(term.id)?.join("/"))
        }
        Taxonomy::Tag => format!("{}/tag/{}/", site_url.home(), term.slug),
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

/// The meaning of `wp:` in a relation.
pub fn curies() -> Value {
    json!([{ "name": "wp", "href": "https://api.w.org/{rel}", "templated": true }])
}

/// Addresses like those of Gravatar in WordPress's three sizes. The sandbox has pictures of its own: it sends nobody to
/// another host.
pub fn avatar_urls(site_url: &SiteUrl, email: &str) -> Value {
    let digest = md5::compute(email.trim().to_lowercase());
    let home = site_url.home();
    let address = |size: u32| format!("{home}/wp-content/uploads/avatars/{digest:x}?s={size}&d=mm&r=g");
    json!({ "24": address(24), "48": address(48), "96": address(96) })
}
