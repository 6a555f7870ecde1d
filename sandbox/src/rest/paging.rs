//! `X-WP-Total`, `X-WP-TotalPages` and the links to the page before and after.

use super::args::Paging;
use crate::{reply::Reply, request::Request};

impl Paging {
    /// Rows before this page. A page past the end of all numbers is past the end of the list.
    pub fn skipped(self) -> u64 {
        self.page.saturating_sub(1).saturating_mul(self.per_page).min(i64::MAX.unsigned_abs())
    }

    /// How many pages a list of this length has.
    pub fn pages(self, total: u64) -> u64 {
        total.div_ceil(self.per_page)
    }

    /// Adds the headers of a list.
    pub fn headers(self, request: &Request, route: &str, total: u64, reply: Reply) -> Reply {
        let pages = self.pages(total);
        let mut links = Vec::new();
        if self.page > 1 {
            links.push(link(request, route, (self.page - 1).min(pages), "prev"));
        }
        if self.page < pages {
            links.push(link(request, route, self.page + 1, "next"));
        }
        let reply = reply.with("X-WP-Total", total.to_string()).with("X-WP-TotalPages", pages.to_string());
        if links.is_empty() { reply } else { reply.with("Link", links.join(", ")) }
    }
}

/// Always under `/wp-json/`, however this request came.
fn link(request: &Request, route: &str, page: u64, relation: &str) -> String {
    let mut query = request.query.clone().without("rest_route");
    query.set("page", page.to_string());
    format!("<{}?{}>; rel=\"{relation}\"", request.base.route(route), query.query())
}
