//! `/wp/v2/comments`: reads comments. [`create`] posts them.

pub mod create;
mod item;

use std::collections::{HashMap, hash_map::Entry};

use self::item::item;
use super::{
    RestResult,
    args::Args,
    context::Context,
    error::{RestError, refusal},
    pagination::with_pagination,
    response::RestResponse,
};
use crate::{
    request::Request,
    site::Site,
    store::{
        Order,
        comments::{COMMENT_ORDERS, Comment, CommentQuery},
        posts::Post,
    },
};

const ROUTE: &str = "/wp/v2/comments";

/// A page of approved comments. The total includes comments of protected posts, although the list leaves them out.
pub fn list(site: &Site, request: &Request) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let paging = args.paging(true);
    let query = CommentQuery {
        posts: args.integers("post"),
        parents: args.integers("parent"),
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        search: args.text("search"),
        after: args.time("after"),
        before: args.time("before"),
        order: args.choice("orderby", &COMMENT_ORDERS, Order::By("date_gmt")),
    };
    let password = args.text("password");
    args.finish()?;
    // A password opens one post, not several.
    let password = if query.posts.len() == 1 { password.as_str() } else { "" };
    check_posts(site, &query.posts, password)?;
    let context = context.public()?;
    check_public_parameters(request)?;
    let comments = site.store.comments(&query, paging)?;
    // Most comments of a list are on one post.
    let mut posts = HashMap::new();
    let mut items = Vec::new();
    for comment in &comments.rows {
        let post = match posts.entry(comment.post) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(site.store.post(comment.post)?),
        };
        if is_readable(post.as_ref(), comment, password) {
            items.push(item(site, request, post.as_ref(), comment, context)?);
        }
    }
    Ok(with_pagination(RestResponse::ok(items), request, ROUTE, paging, comments.total))
}

/// One comment.
pub fn one(site: &Site, request: &Request, id: i64) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let password = args.text("password");
    args.finish()?;
    let comment = site.store.comment(id)?.ok_or(refusal::COMMENT_ID)?;
    let post = site.store.post(comment.post)?.ok_or(refusal::POST_ID)?;
    let context = context.public()?;
    if !is_readable(Some(&post), &comment, &password) {
        return Err(refusal::COMMENT_NOT_PUBLIC.into());
    }
    Ok(RestResponse::ok(item(site, request, Some(&post), &comment, context)?))
}

fn is_readable(post: Option<&Post>, comment: &Comment, password: &str) -> bool {
    comment.is_approved() && post.is_some_and(|post| post.is_readable_with(password))
}

/// Refuses the comments of posts that are not public. A missing post has no comments, which is not an error.
fn check_posts(site: &Site, posts: &[i64], password: &str) -> Result<(), RestError> {
    for &id in posts {
        match site.store.post(id)? {
            Some(post) if !post.is_readable_with(password) => {
                return Err(refusal::COMMENTS_NOT_PUBLIC.into());
            }
            None if id == 0 => return Err(refusal::COMMENT_NOT_PUBLIC.into()),
            _ => {}
        }
    }
    Ok(())
}

fn check_public_parameters(request: &Request) -> Result<(), RestError> {
    let given = |name: &str| request.text(name).filter(|value| !value.is_empty());
    let is_forbidden =
        ["author", "author_exclude", "author_email"].into_iter().any(|name| given(name).is_some())
            || given("type").is_some_and(|value| value != "comment")
            || given("status").is_some_and(|value| value != "approve");
    if is_forbidden { Err(refusal::COMMENT_PARAM.into()) } else { Ok(()) }
}
