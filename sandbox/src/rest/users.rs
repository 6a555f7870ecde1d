//! `/wp/v2/users`: the users who have published something.

use serde_json::{Value, json};

use super::{
    RestResult,
    args::Args,
    context::Context,
    error::refusal,
    links::{avatar_urls, link},
    pagination::with_pagination,
    response::RestResponse,
};
use crate::{
    formatting::sanitize_title::slug_list,
    request::Request,
    site::Site,
    store::{
        Order,
        users::{USER_ORDERS, User, UserQuery},
    },
};

const ROUTE: &str = "/wp/v2/users";

/// The fields of an embedded user.
const EMBEDDED: [&str; 7] = ["id", "name", "url", "description", "link", "slug", "avatar_urls"];

/// A page of users.
pub fn list(site: &Site, request: &Request) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let paging = args.paging(false);
    let query = UserQuery {
        include: args.integers("include"),
        slugs: slug_list(&args.texts("slug")),
        search: args.text("search"),
        order: args.choice("orderby", &USER_ORDERS, Order::By("sort_key(name)")),
    };
    args.finish()?;
    let context = context.public()?;
    let users = site.store.users(&query, paging)?;
    let items: Vec<Value> = users.rows.iter().map(|user| item(request, user, context)).collect();
    Ok(with_pagination(RestResponse::ok(items), request, ROUTE, paging, users.total))
}

/// One user.
pub fn one(site: &Site, request: &Request, id: i64) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let (user, is_public) = site.store.user(id)?.ok_or(refusal::USER_ID)?;
    let context = context.public()?;
    if !is_public {
        return Err(refusal::USER_NOT_PUBLIC.into());
    }
    Ok(RestResponse::ok(item(request, &user, context)))
}

fn item(request: &Request, user: &User, context: Context) -> Value {
    let collection = request.site_url.rest_url(ROUTE);
    let mut item = json!({
        "id": user.id,
        "name": user.name,
        "url": "",
        "description": user.description,
        "link": format!("{}/author/{}/", request.site_url.home(), user.slug),
        "slug": user.slug,
        "avatar_urls": avatar_urls(&request.site_url, &user.slug),
        "meta": [],
        "_links": { "self": link(format!("{collection}/{}", user.id)), "collection": link(&collection) },
    });
    context.narrow(&mut item, &EMBEDDED);
    item
}
