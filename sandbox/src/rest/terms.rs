//! `/wp/v2/categories` and `/wp/v2/tags`.

use serde_json::{Value, json};

use super::{
    RestResult,
    args::Args,
    context::Context,
    error::refusal,
    links::{curies, embeddable, link, term_link},
    pagination::with_pagination,
    response::RestResponse,
};
use crate::{
    formatting::sanitize_title::slug_list,
    request::Request,
    site::Site,
    store::{
        Order, StoreError,
        posts::PostType,
        terms::{TERM_ORDERS, Taxonomy, Term, TermQuery},
    },
};

/// The fields of an embedded term.
const EMBEDDED: [&str; 5] = ["id", "link", "name", "slug", "taxonomy"];

fn route(taxonomy: Taxonomy) -> String {
    format!("/wp/v2/{}", taxonomy.rest_base())
}

/// A page of terms. A page after the last one is empty and has the correct total.
pub fn list(site: &Site, request: &Request, taxonomy: Taxonomy) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let paging = args.paging(false);
    let query = TermQuery {
        include: args.integers("include"),
        exclude: args.integers("exclude"),
        slugs: slug_list(&args.texts("slug")),
        parent: args.integer("parent").filter(|_| taxonomy == Taxonomy::Category),
        post: args.integer("post").filter(|post| *post != 0),
        search: args.text("search"),
        hide_empty: args.flag("hide_empty").unwrap_or_default(),
        order: args.choice("orderby", &TERM_ORDERS, Order::By("sort_key(name)")),
    };
    args.finish()?;
    let context = context.public()?;
    if let Some(post) = query.post {
        let post = site.store.post(post)?.ok_or(refusal::TERMS_OF_POST_ID)?;
        // A page has no terms.
        if !post.is_public() || post.post_type != PostType::Post {
            return Err(refusal::FORBIDDEN_CONTEXT.into());
        }
    }
    let terms = site.store.terms(taxonomy, &query, paging)?;
    let items = terms
        .rows
        .iter()
        .map(|term| item(site, request, taxonomy, term, context))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(with_pagination(RestResponse::ok(items), request, &route(taxonomy), paging, terms.total))
}

/// One term.
pub fn one(site: &Site, request: &Request, taxonomy: Taxonomy, id: i64) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let term = site.store.term(taxonomy, id)?.ok_or(refusal::TERM_ID)?;
    Ok(RestResponse::ok(item(site, request, taxonomy, &term, context.public()?)?))
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
        "link": term_link(site, &request.site_url, taxonomy, term)?,
        "name": term.name,
        "slug": term.slug,
        "taxonomy": taxonomy.name(),
    });
    if taxonomy == Taxonomy::Category {
        item["parent"] = json!(term.parent);
    }
    item["meta"] = json!([]);
    item["_links"] = links(request, taxonomy, term);
    context.narrow(&mut item, &EMBEDDED);
    Ok(item)
}

fn links(request: &Request, taxonomy: Taxonomy, term: &Term) -> Value {
    let url = |route: &str| request.site_url.rest_url(route);
    let collection = url(&route(taxonomy));
    let mut links = json!({
        "self": link(format!("{collection}/{}", term.id)),
        "collection": link(&collection),
        "about": link(url(&format!("/wp/v2/taxonomies/{}", taxonomy.name()))),
    });
    if term.parent != 0 {
        links["up"] = embeddable(format!("{collection}/{}", term.parent));
    }
    links["wp:post_type"] = link(url(&format!("/wp/v2/posts?{}={}", taxonomy.rest_base(), term.id)));
    links["curies"] = curies();
    links
}
