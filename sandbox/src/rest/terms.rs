//! `/wp/v2/categories` and `/wp/v2/tags`.

use serde_json::{Value, json};

use super::{
    Answer,
    args::Args,
    context::Context,
    links::{curies, embeddable, link, term_link},
};
use crate::{
    error::RestError,
    reply::Reply,
    request::Request,
    site::Site,
    store::{
        StoreError,
        posts::PostKind,
        terms::{Taxonomy, Term, TermOrder, TermQuery},
    },
    wordpress::slug,
};

/// The fields that an embedded term has.
const EMBEDDED: [&str; 5] = ["id", "link", "name", "slug", "taxonomy"];

const ORDERS: [(&str, TermOrder); 8] = [
    ("id", TermOrder::Id),
    ("include", TermOrder::Include),
    ("name", TermOrder::Name),
    ("slug", TermOrder::Slug),
    ("include_slugs", TermOrder::Slug),
    ("term_group", TermOrder::Id),
    ("description", TermOrder::Description),
    ("count", TermOrder::Count),
];

/// A page of terms. A page past the last is empty and says the true total.
pub fn list(site: &Site, request: &Request, taxonomy: Taxonomy) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let (paging, mut slice) = args.slice(false);
    if taxonomy == Taxonomy::Category {
        // Lists with parents know no offset.
        slice.offset = paging.skipped();
    }
    let query = TermQuery {
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        slugs: slug::asked_for(&args.texts("slug")),
        parent: args.integer("parent").filter(|_| taxonomy == Taxonomy::Category),
        post: args.integer("post").filter(|post| *post != 0),
        search: args.text("search"),
        hide_empty: args.flag("hide_empty"),
        order_by: args.choice("orderby", &ORDERS, TermOrder::Name),
    };
    args.finish()?;
    let context = context.permitted()?;
    if let Some(post) = query.post {
        let post = site.store.post(post)?.ok_or(RestError::TermPostId)?;
        // Pages have no terms to show.
        if !post.is_public() || post.kind != PostKind::Post.name() {
            return Err(RestError::ForbiddenContext);
        }
    }
    let found = site.store.terms(taxonomy, &query, &slice)?;
    let items = found
        .rows
        .iter()
        .map(|term| item(site, request, taxonomy, term, context))
        .collect::<Result<Vec<_>, _>>()?;
    let route = format!("/wp/v2/{}", taxonomy.route());
    Ok(paging.headers(request, &route, found.total, Reply::ok(items)))
}

/// One term.
pub fn one(site: &Site, request: &Request, taxonomy: Taxonomy, id: i64) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let term = site.store.term(taxonomy, id)?.ok_or(RestError::TermId)?;
    let context = context.permitted()?;
    Ok(Reply::ok(item(site, request, taxonomy, &term, context)?))
}

fn item(
    site: &Site,
    request: &Request,
    taxonomy: Taxonomy,
    term: &Term,
    context: Context,
) -> Result<Value, StoreError> {
    let mut item = json!({
        "id": term.id,
        "count": term.count,
        "description": term.description,
        "link": term_link(site, &request.base, taxonomy, term)?,
        "name": term.name,
        "slug": term.slug,
        "taxonomy": taxonomy.name(),
    });
    if taxonomy == Taxonomy::Category {
        item["parent"] = json!(term.parent);
    }
    item["meta"] = json!([]);
    item["_links"] = links(request, taxonomy, term);
    context.keep(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(request: &Request, taxonomy: Taxonomy, term: &Term) -> Value {
    let own = |route: &str| request.base.route(route);
    let collection = own(&format!("/wp/v2/{}", taxonomy.route()));
    let mut links = json!({
        "self": link(format!("{collection}/{}", term.id)),
        "collection": link(&collection),
        "about": link(own(&format!("/wp/v2/taxonomies/{}", taxonomy.name()))),
    });
    if term.parent != 0 {
        links["up"] = embeddable(format!("{collection}/{}", term.parent));
    }
    links["wp:post_type"] = link(own(&format!("/wp/v2/posts?{}={}", taxonomy.route(), term.id)));
    links["curies"] = curies();
    links
}
