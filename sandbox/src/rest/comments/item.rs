//! A comment as JSON.

use serde_json::{Value, json};

use super::ROUTE;
use crate::{
    request::Request,
    rest::{
        context::Context,
        links::{avatars, comment_link, embeddable, link},
    },
    site::Site,
    store::{StoreError, comments::Comment, posts::Post},
    wordpress::comment_text,
};

/// The fields that an embedded comment has: `post`, `status` and `date_gmt` are not among them.
const EMBEDDED: [&str; 10] = [
    "id",
    "parent",
    "author",
    "author_name",
    "author_url",
    "date",
    "content",
    "link",
    "type",
    "author_avatar_urls",
];

/// The comment, without the e-mail address and the text as typed.
pub fn item(
    site: &Site,
    request: &Request,
    post: Option<&Post>,
    comment: &Comment,
    context: Context,
) -> Result<Value, StoreError> {
    let mut item = json!({
        "id": comment.id,
        "post": comment.post,
        "parent": comment.parent,
        "author": 0,
        "author_name": comment.author_name,
        "author_url": comment.author_url,
        "date": comment.date,
        "date_gmt": comment.date_gmt,
        "content": { "rendered": comment_text::rendered(&comment.content) },
        "link": comment_link(&request.base, post, comment),
        "status": if comment.is_approved() { "approved" } else { comment.status.as_str() },
        "type": "comment",
        "author_avatar_urls": avatars(&comment.author_email),
        "meta": [],
        "_links": links(site, request, post, comment)?,
    });
    context.keep(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(
    site: &Site,
    request: &Request,
    post: Option<&Post>,
    comment: &Comment,
) -> Result<Value, StoreError> {
    let own = request.base.route(ROUTE);
    let mut links = json!({ "self": link(format!("{own}/{}", comment.id)), "collection": link(&own) });
    if let Some(post) = post {
        let route = if post.kind == "page" { "pages" } else { "posts" };
        let href = request.base.route(&format!("/wp/v2/{route}/{}", post.id));
        links["up"] = json!([{ "embeddable": true, "post_type": post.kind, "href": href }]);
    }
    if comment.parent != 0 {
        links["in-reply-to"] = embeddable(format!("{own}/{}", comment.parent));
    }
    // There although the only answers are held or on another post: WordPress counts them all.
    if site.store.has_answers(comment.id)? {
        links["children"] = embeddable(format!("{own}?parent={}", comment.id));
    }
    Ok(links)
}
