//! `/wp/v2/comments`: reading. Posting is in [`create`].

pub mod create;
mod item;

use std::collections::{HashMap, hash_map::Entry};

use self::item::item;
use super::{Answer, args::Args, context::Context};
use crate::{
    error::RestError,
    reply::Reply,
    request::Request,
    site::Site,
    store::{
        StoreError,
        comments::{Comment, CommentOrder, CommentQuery},
        posts::Post,
    },
};

const ROUTE: &str = "/wp/v2/comments";

const ORDERS: [(&str, CommentOrder); 7] = [
    ("date", CommentOrder::Date),
    ("date_gmt", CommentOrder::DateGmt),
    ("id", CommentOrder::Id),
    ("include", CommentOrder::Include),
    ("post", CommentOrder::Post),
    ("parent", CommentOrder::Parent),
    ("type", CommentOrder::Type),
];

/// A page of approved comments. The total counts those of protected posts too, which are not shown.
pub fn list(site: &Site, request: &Request) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let (paging, slice) = args.slice(true);
    let query = CommentQuery {
        posts: args.integers("post"),
        parents: args.integers("parent"),
        parents_exclude: args.integers("parent_exclude"),
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        search: args.text("search"),
        after: args.moment("after"),
        before: args.moment("before"),
        order_by: args.choice("orderby", &ORDERS, CommentOrder::DateGmt),
    };
    let password = args.text("password");
    args.finish()?;
    readable_posts(site, &query.posts, &password)?;
    let context = context.permitted()?;
    only_public_parameters(request)?;
    let found = site.store.comments(&query, &slice)?;
    // A password opens one post, not several.
    let password = if query.posts.len() == 1 { password.as_str() } else { "" };
    // Most comments of a list are of one post.
    let mut posts = HashMap::new();
    let mut items = Vec::new();
    for comment in &found.rows {
        let post = match posts.entry(comment.post) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(site.store.post(comment.post)?),
        };
        if readable(post.as_ref(), comment, password) {
            items.push(item(site, request, post.as_ref(), comment, context)?);
        }
    }
    Ok(paging.headers(request, ROUTE, found.total, Reply::ok(items)))
}

/// One comment.
pub fn one(site: &Site, request: &Request, id: i64) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let password = args.text("password");
    args.finish()?;
    let comment = site.store.comment(id)?.ok_or(RestError::CommentId)?;
    let post = site.store.post(comment.post)?.ok_or(RestError::PostId)?;
    let context = context.permitted()?;
    if !readable(Some(&post), &comment, &password) {
        return Err(RestError::CannotRead);
    }
    Ok(Reply::ok(item(site, request, Some(&post), &comment, context)?))
}

fn readable(post: Option<&Post>, comment: &Comment, password: &str) -> bool {
    comment.is_approved() && post.is_some_and(|post| post.is_public() && post.opens_with(Some(password)))
}

/// Posts that are asked for by name must be readable; one that does not exist merely has no comments.
fn readable_posts(site: &Site, posts: &[i64], password: &str) -> Result<(), RestError> {
    let password = if posts.len() == 1 { password } else { "" };
    for &id in posts {
        let post: Result<Option<Post>, StoreError> = site.store.post(id);
        match post? {
            Some(post) if !(post.is_public() && post.opens_with(Some(password))) => {
                return Err(RestError::CannotReadPost);
            }
            None if id == 0 => return Err(RestError::CannotRead),
            _ => {}
        }
    }
    Ok(())
}

fn only_public_parameters(request: &Request) -> Result<(), RestError> {
    // An author 0 is one of a list, and so is forbidden like any other.
    let given =
        |name: &str| request.get(name).and_then(crate::params::text).filter(|value| !value.is_empty());
    let mut forbidden: Vec<&'static str> = ["author", "author_exclude", "author_email"]
        .into_iter()
        .filter(|name| given(name).is_some())
        .collect();
    for (name, public) in [("type", "comment"), ("status", "approve")] {
        if request.get(name).is_some_and(|value| value != public) {
            forbidden.push(name);
        }
    }
    if forbidden.is_empty() { Ok(()) } else { Err(RestError::ForbiddenParam(forbidden)) }
}
