//! `/wp/v2/posts` and `/wp/v2/pages`.

use serde_json::{Value, json};

use super::{
    RestResult,
    args::Args,
    context::Context,
    error::refusal,
    links::{curies, embeddable, link, post_link},
    pagination::with_pagination,
    response::RestResponse,
};
use crate::{
    formatting::{excerpt::trim_excerpt, paragraph, sanitize_title::slug_list},
    request::Request,
    site::Site,
    store::{
        Order, StoreError,
        posts::{POST_ORDERS, Post, PostQuery, PostType},
        terms::Taxonomy,
    },
};

/// The fields of an embedded post.
const EMBEDDED: [&str; 9] =
    ["id", "date", "slug", "type", "link", "title", "excerpt", "author", "featured_media"];

/// A page of the published posts.
pub fn list(site: &Site, request: &Request, post_type: PostType) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let paging = args.paging(true);
    let query = query(&mut args, post_type);
    let password = args.text("password");
    args.finish()?;
    let context = context.public()?;
    match query.order {
        Order::Relevance if query.search.is_empty() => return Err(refusal::NO_SEARCH_TERM.into()),
        Order::Include if query.include.is_empty() => return Err(refusal::NO_INCLUDE.into()),
        _ => {}
    }
    let posts = site.store.posts(post_type, &query, paging)?;
    if paging.page > paging.pages(posts.total) && posts.total > 0 {
        return Err(refusal::POST_PAGE_NUMBER.into());
    }
    let items = posts
        .rows
        .iter()
        .map(|post| item(site, request, post, &password, context))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(with_pagination(RestResponse::ok(items), request, post_type.route(), paging, posts.total))
}

fn query(args: &mut Args<'_>, post_type: PostType) -> PostQuery {
    let status = args.texts("status");
    if !status.is_empty() && status != "publish" {
        args.invalid("status", "rest_forbidden_status", "Only published posts are public.");
    }
    PostQuery {
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        slugs: slug_list(&args.texts("slug")),
        categories: args.integers("categories"),
        tags: args.integers("tags"),
        authors: args.integers("author"),
        search: args.text("search"),
        after: args.time("after"),
        before: args.time("before"),
        // Pages do not have the parameter, and unknown parameters are not checked.
        sticky: if post_type == PostType::Post { args.flag("sticky") } else { None },
        order: args.choice("orderby", &POST_ORDERS, Order::By("date")),
    }
}

/// One post. `rest_forbidden` means that it is not public.
pub fn one(site: &Site, request: &Request, post_type: PostType, id: i64) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let password = args.text("password");
    args.finish()?;
    let post = site.store.post(id)?.filter(|post| post.post_type == post_type).ok_or(refusal::POST_ID)?;
    let context = context.public()?;
    if !password.is_empty() && password != post.password {
        return Err(refusal::POST_PASSWORD.into());
    }
    if !post.is_public() {
        return Err(refusal::POST_FORBIDDEN.into());
    }
    let alternate = format!("<{}>; rel=\"alternate\"; type=text/html", post_link(&request.site_url, &post));
    let item = item(site, request, &post, &password, context)?;
    Ok(RestResponse::ok(item).with_header("Link", alternate))
}

/// A post as JSON. Without the right password a protected post has no content and no excerpt.
fn item(
    site: &Site,
    request: &Request,
    post: &Post,
    password: &str,
    context: Context,
) -> Result<Value, StoreError> {
    let is_protected = !post.password.is_empty();
    let (content, excerpt) = match (post.opens_with(password), post.excerpt.as_str()) {
        (false, _) => ("", String::new()),
        (true, "") => (post.body.as_str(), paragraph(&trim_excerpt(&post.body))),
        (true, excerpt) => (post.body.as_str(), paragraph(excerpt)),
    };
    let mut item = json!({
        "id": post.id,
        "date": post.date,
        "date_gmt": post.date_gmt,
        "guid": { "rendered": format!("{}/?p={}", request.site_url.home(), post.id) },
        "modified": post.date,
        "modified_gmt": post.date_gmt,
        "slug": post.slug,
        "status": post.status,
        "type": post.post_type.name(),
        "link": post_link(&request.site_url, post),
        "title": { "rendered": post.title },
        "content": { "rendered": content, "protected": is_protected },
        "excerpt": { "rendered": excerpt, "protected": is_protected },
        "author": post.author,
        "featured_media": post.featured_media,
        "comment_status": post.comment_status,
        "ping_status": "closed",
        "template": "",
        "meta": [],
    });
    match post.post_type {
        PostType::Post => {
            item["sticky"] = json!(post.sticky);
            item["format"] = json!("standard");
            for taxonomy in [Taxonomy::Category, Taxonomy::Tag] {
                item[taxonomy.rest_base()] = json!(site.store.terms_of_post(post.id, taxonomy)?);
            }
        }
        PostType::Page => {
            item["parent"] = json!(0);
            item["menu_order"] = json!(0);
        }
    }
    item["_links"] = links(request, post);
    context.narrow(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(request: &Request, post: &Post) -> Value {
    let url = |route: &str| request.site_url.rest_url(route);
    let collection = url(post.post_type.route());
    let mut links = json!({
        "self": link(format!("{collection}/{}", post.id)),
        "collection": link(&collection),
        "about": link(url(&format!("/wp/v2/types/{}", post.post_type.name()))),
        "author": embeddable(url(&format!("/wp/v2/users/{}", post.author))),
        "replies": embeddable(url(&format!("/wp/v2/comments?post={}", post.id))),
    });
    if post.featured_media != 0 {
        links["wp:featuredmedia"] = embeddable(url(&format!("/wp/v2/media/{}", post.featured_media)));
    }
    if post.post_type == PostType::Post {
        let terms = [Taxonomy::Category, Taxonomy::Tag].map(|taxonomy| {
            let href = url(&format!("/wp/v2/{}?post={}", taxonomy.rest_base(), post.id));
            json!({ "taxonomy": taxonomy.name(), "embeddable": true, "href": href })
        });
        links["wp:term"] = terms.into_iter().collect();
    }
    links["curies"] = curies();
    links
}
