//! A comment as JSON.

use serde_json::{Value, json};

use super::ROUTE;
use crate::{
    formatting::comment_text,
    request::Request,
    rest::{
        context::Context,
        links::{avatar_urls, comment_link, embeddable, link},
    },
    site::Site,
    store::{StoreError, comments::Comment, posts::Post},
};

/// The fields of an embedded comment. It has no `post`, `status` and `date_gmt`.
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

/// A comment with its public fields.
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
        "author": comment.author,
        "author_name": comment.author_name,
        "author_url": comment.author_url,
        "date": comment.date,
        "date_gmt": comment.date_gmt,
        "content": { "rendered": comment_text::rendered(&comment.content) },
        "link": comment_link(&request.site_url, post, comment),
        "status": if comment.is_approved() { "approved" } else { comment.status.as_str() },
        "type": "comment",
        "author_avatar_urls": avatar_urls(&request.site_url, &comment.author_email),
        "meta": [],
        "_links": links(site, request, post, comment)?,
    });
    context.narrow(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(
    site: &Site,
    request: &Request,
    post: Option<&Post>,
    comment: &Comment,
) -> Result<Value, StoreError> {
    let collection = request.site_url.rest_url(ROUTE);
    let mut links =
        json!({ "self": link(format!("{collection}/{}", comment.id)), "collection": link(&collection) });
    if let Some(post) = post {
        let href = format!("{}/{}", request.site_url.rest_url(post.post_type.route()), post.id);
        links["up"] = json!([{ "embeddable": true, "post_type": post.post_type.name(), "href": href }]);
    }
    if comment.author != 0 {
        links["author"] = embeddable(request.site_url.rest_url(&format!("/wp/v2/users/{}", comment.author)));
    }
    if comment.parent != 0 {
        links["in-reply-to"] = embeddable(format!("{collection}/{}", comment.parent));
    }
    // WordPress links the replies even if all of them are held or on another post.
    if site.store.has_replies(comment.id)? {
        links["children"] = embeddable(format!("{collection}?parent={}", comment.id));
    }
    Ok(links)
}
