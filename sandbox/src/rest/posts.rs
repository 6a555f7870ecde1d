//! `/wp/v2/posts` and `/wp/v2/pages`.

use serde_json::{Value, json};

use super::{
    Answer,
    args::Args,
    context::Context,
    links::{curies, embeddable, link, post_link},
};
use crate::{
    error::RestError,
    reply::Reply,
    request::Request,
    site::Site,
    store::{
        StoreError,
        posts::{Post, PostKind, PostOrder, PostQuery},
        terms::Taxonomy,
    },
    wordpress::{autop::autop, excerpt, slug, texturize::texturize},
};

/// The fields that an embedded post has.
const EMBEDDED: [&str; 9] =
    ["id", "date", "slug", "type", "link", "title", "excerpt", "author", "featured_media"];

const ORDERS: [(&str, PostOrder); 10] = [
    ("author", PostOrder::Author),
    ("date", PostOrder::Date),
    ("id", PostOrder::Id),
    ("include", PostOrder::Include),
    ("include_slugs", PostOrder::Slug),
    ("modified", PostOrder::Modified),
    ("parent", PostOrder::Date),
    ("relevance", PostOrder::Relevance),
    ("slug", PostOrder::Slug),
    ("title", PostOrder::Title),
];

/// The route's address below `/wp-json`.
fn route(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Post => "/wp/v2/posts",
        PostKind::Page => "/wp/v2/pages",
    }
}

/// A page of the published posts that the parameters ask for.
pub fn list(site: &Site, request: &Request, kind: PostKind) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let (paging, slice) = args.slice(true);
    let query = query(&mut args, kind);
    let password = args.text("password");
    args.finish()?;
    let context = context.permitted()?;
    match query.order_by {
        PostOrder::Relevance if query.search.is_empty() => return Err(RestError::NoSearchTerm),
        PostOrder::Include if query.include.is_empty() => return Err(RestError::NoInclude),
        _ => {}
    }
    let found = site.store.posts(kind, &query, &slice)?;
    if paging.page > paging.pages(found.total) && found.total > 0 {
        return Err(RestError::PostPageNumber);
    }
    let items = found
        .rows
        .iter()
        .map(|post| item(site, request, post, Some(&password), context))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(paging.headers(request, route(kind), found.total, Reply::ok(items)))
}

fn query(args: &mut Args<'_>, kind: PostKind) -> PostQuery {
    let statuses = args.texts("status");
    if !statuses.is_empty() && statuses != "publish" {
        args.refuse("status", "rest_forbidden_status", "Only published posts are for the public.");
    }
    PostQuery {
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        slugs: slug::asked_for(&args.texts("slug")),
        categories: args.integers("categories"),
        categories_exclude: args.integers("categories_exclude"),
        tags: args.integers("tags"),
        tags_exclude: args.integers("tags_exclude"),
        authors: args.integers("author"),
        authors_exclude: args.integers("author_exclude"),
        sticky: args.flag("sticky"),
        search: args.text("search"),
        after: args.moment("after"),
        before: args.moment("before"),
        order_by: match kind {
            PostKind::Post => args.choice("orderby", &ORDERS, PostOrder::Date),
            PostKind::Page => args.choice(
                "orderby",
                &[&ORDERS[..], &[("menu_order", PostOrder::Date)]].concat(),
                PostOrder::Date,
            ),
        },
    }
}

/// One post. One that is not published is refused as forbidden, which means "not public" and not "log in".
pub fn one(site: &Site, request: &Request, kind: PostKind, id: i64) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let password = args.text("password");
    args.finish()?;
    let post = site.store.post(id)?.filter(|post| post.kind == kind.name()).ok_or(RestError::PostId)?;
    let context = context.permitted()?;
    if !password.is_empty() && password != post.password {
        return Err(RestError::PostPassword);
    }
    if !post.is_public() {
        return Err(RestError::Forbidden);
    }
    let alternate = format!("<{}>; rel=\"alternate\"; type=text/html", post_link(&request.base, &post));
    Ok(Reply::ok(item(site, request, &post, Some(&password), context)?).with("Link", alternate))
}

fn item(
    site: &Site,
    request: &Request,
    post: &Post,
    password: Option<&str>,
    context: Context,
) -> Result<Value, StoreError> {
    let protected = !post.password.is_empty();
    let open = post.opens_with(password);
    let content = if open { post.body.as_str() } else { "" };
    let written = if post.excerpt.is_empty() { &excerpt::of_body(content) } else { &post.excerpt };
    let excerpt = if open { autop(&texturize(written)) } else { String::new() };
    let mut item = json!({
        "id": post.id,
        "date": post.date,
        "date_gmt": post.date_gmt,
        "guid": { "rendered": format!("{}/?p={}", request.base.home(), post.id) },
        "modified": post.date,
        "modified_gmt": post.date_gmt,
        "slug": post.slug,
        "status": post.status,
        "type": post.kind,
        "link": post_link(&request.base, post),
        "title": { "rendered": texturize(&post.title) },
        "content": { "rendered": content, "protected": protected },
        "excerpt": { "rendered": excerpt, "protected": protected },
        "author": post.author,
        "featured_media": post.media,
        "comment_status": post.comment_status,
        "ping_status": "closed",
        "template": "",
        "meta": [],
    });
    if post.kind == "post" {
        item["sticky"] = json!(false);
        item["format"] = json!("standard");
        item["categories"] = json!(site.store.terms_of_post(post.id, Taxonomy::Category.name())?);
        item["tags"] = json!(site.store.terms_of_post(post.id, Taxonomy::Tag.name())?);
    } else {
        item["parent"] = json!(0);
        item["menu_order"] = json!(0);
    }
    item["_links"] = links(request, post);
    context.keep(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(request: &Request, post: &Post) -> Value {
    let own = |route: &str| request.base.route(route);
    let kind = if post.kind == "page" { PostKind::Page } else { PostKind::Post };
    let collection = own(route(kind));
    let mut links = json!({
        "self": link(format!("{collection}/{}", post.id)),
        "collection": link(&collection),
        "about": link(own(&format!("/wp/v2/types/{}", post.kind))),
        "author": embeddable(own(&format!("/wp/v2/users/{}", post.author))),
        "replies": embeddable(own(&format!("/wp/v2/comments?post={}", post.id))),
    });
    if post.media != 0 {
        links["wp:featuredmedia"] = embeddable(own(&format!("/wp/v2/media/{}", post.media)));
    }
    links["wp:attachment"] = link(own(&format!("/wp/v2/media?parent={}", post.id)));
    if kind == PostKind::Post {
        links["wp:term"] = [Taxonomy::Category, Taxonomy::Tag]
            .map(|taxonomy| {
                let href = own(&format!("/wp/v2/{}?post={}", taxonomy.route(), post.id));
                json!({ "taxonomy": taxonomy.name(), "embeddable": true, "href": href })
            })
            .into_iter()
            .collect();
    }
    links["curies"] = curies();
    links
}
