//! `/wp/v2/users`: only people who have published something.

use serde_json::{Value, json};

use super::{
    Answer,
    args::Args,
    context::Context,
    links::{avatars, link},
};
use crate::{
    error::RestError,
    reply::Reply,
    request::Request,
    site::Site,
    store::users::{User, UserOrder, UserQuery},
    wordpress::slug,
};

const ROUTE: &str = "/wp/v2/users";

const ORDERS: [(&str, UserOrder); 3] =
    [("id", UserOrder::Id), ("name", UserOrder::Name), ("slug", UserOrder::Slug)];

/// The fields that an embedded user has.
const EMBEDDED: [&str; 7] = ["id", "name", "url", "description", "link", "slug", "avatar_urls"];

/// A page of authors.
pub fn list(site: &Site, request: &Request) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let (paging, slice) = args.slice(false);
    let query = UserQuery {
        include: args.integers("include"),
        slugs: slug::asked_for(&args.texts("slug")),
        search: args.text("search"),
        order_by: args.choice("orderby", &ORDERS, UserOrder::Name),
    };
    args.finish()?;
    let context = context.permitted()?;
    let found = site.store.users(&query, &slice)?;
    let items: Vec<Value> = found.rows.iter().map(|user| item(request, user, context)).collect();
    Ok(paging.headers(request, ROUTE, found.total, Reply::ok(items)))
}

/// One author.
pub fn one(site: &Site, request: &Request, id: i64) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let (user, public) = site.store.user(id)?.ok_or(RestError::UserId)?;
    let context = context.permitted()?;
    if !public {
        return Err(RestError::UserHidden);
    }
    Ok(Reply::ok(item(request, &user, context)))
}

fn item(request: &Request, user: &User, context: Context) -> Value {
    let own = request.base.route(ROUTE);
    let mut item = json!({
        "id": user.id,
        "name": user.name,
        "url": "",
        "description": user.description,
        "link": format!("{}/author/{}/", request.base.home(), user.slug),
        "slug": user.slug,
        "avatar_urls": avatars(&user.slug),
        "meta": [],
        "_links": { "self": link(format!("{own}/{}", user.id)), "collection": link(&own) },
    });
    context.keep(&mut item, &EMBEDDED);
    item
}
