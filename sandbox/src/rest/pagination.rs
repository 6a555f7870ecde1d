//! `X-WP-Total`, `X-WP-TotalPages`, and the `Link` to the previous and the next page.

use super::response::RestResponse;
use crate::{request::Request, store::Paging};

/// The response with the headers of a list.
pub fn with_pagination(
    response: RestResponse,
    request: &Request,
    route: &str,
    paging: Paging,
    total: u64,
) -> RestResponse {
    let pages = paging.pages(total);
    let link = |page: u64, relation: &str| {
        // The link is always below `/wp-json/`, whatever form the address of this request has.
        let mut query = request.query.clone().without("rest_route");
        query.set("page", page.to_string());
        format!("<{}?{}>; rel=\"{relation}\"", request.site_url.rest_url(route), query.to_query())
    };
    let mut links = Vec::new();
    if paging.page > 1 {
        links.push(link((paging.page - 1).min(pages), "prev"));
    }
    if paging.page < pages {
        links.push(link(paging.page + 1, "next"));
    }
    let response = response
        .with_header("X-WP-Total", total.to_string())
        .with_header("X-WP-TotalPages", pages.to_string());
    if links.is_empty() { response } else { response.with_header("Link", links.join(", ")) }
}
