//! The REST API: finds the route, calls it, and applies `_fields`, `_embed` and `_envelope` to its response.

mod args;
mod comments;
mod context;
mod embed;
pub mod error;
mod fields;
mod index;
pub mod links;
mod media;
mod pagination;
mod posts;
pub mod response;
mod route;
mod terms;
mod users;

use axum::http::Method;
use serde_json::json;

use self::{
    error::{RestError, refusal},
    response::RestResponse,
    route::Route,
};
use crate::{
    request::{Body, Request},
    site::Site,
};

/// The result of a route.
type RestResult = Result<RestResponse, RestError>;

/// The response as the client gets it.
#[must_use]
pub fn respond(site: &Site, request: &Request) -> RestResponse {
    let mut response = route_response(site, request);
    if let Some(requested) = request.query.get("_embed") {
        embed::embed(site, request, requested, &mut response.body);
    }
    if request.query.get("_envelope").is_some() { response.enveloped() } else { response }
}

/// The response of one route, for the client or to be embedded.
fn route_response(site: &Site, request: &Request) -> RestResponse {
    match dispatch(site, request) {
        Ok(response) => fields::narrow(request, response),
        Err(error) => error.response(),
    }
}

/// Checks in WordPress's order: nonce, route, JSON. Then each route checks its parameters and permissions.
fn dispatch(site: &Site, request: &Request) -> RestResult {
    if request.has_nonce {
        return Err(refusal::INVALID_NONCE.into());
    }
    let Some(route) = Route::parse(&request.route) else {
        // WordPress describes an unknown route with an empty list.
        let is_description = request.method == Method::OPTIONS;
        return if is_description { Ok(RestResponse::ok(json!([]))) } else { Err(refusal::NO_ROUTE.into()) };
    };
    if let Body::InvalidJson = request.body {
        return Err(RestError::InvalidJson);
    }
    match (&request.method, route) {
        (&Method::GET | &Method::HEAD, route) => {
            get(site, request, route).map(|response| response.with_header("Allow", "GET"))
        }
        (&Method::OPTIONS, route) => options(site, request, route),
        (&Method::POST, Route::Comments) => comments::create::respond(site, request),
        (&Method::DELETE, Route::Comment(_)) => Err(refusal::COMMENT_DELETE.into()),
        _ => Err(refusal::NO_ROUTE.into()),
    }
}

fn get(site: &Site, request: &Request, route: Route) -> RestResult {
    match route {
        Route::Index => Ok(index::respond(site, request)),
        Route::Posts(post_type) => posts::list(site, request, post_type),
        Route::Post(post_type, id) => posts::one(site, request, post_type, id),
        Route::Terms(taxonomy) => terms::list(site, request, taxonomy),
        Route::Term(taxonomy, id) => terms::one(site, request, taxonomy, id),
        Route::Users => users::list(site, request),
        Route::User(id) => users::one(site, request, id),
        // A response and not an error: the route allows GET to everybody, so the response has `Allow`.
        Route::Me => Ok(RestError::from(refusal::NOT_LOGGED_IN).response()),
        Route::Image(id) => media::one(site, request, id),
        Route::Comments => comments::list(site, request),
        Route::Comment(id) => comments::one(site, request, id),
    }
}

/// `Allow` names POST exactly if the site would accept an anonymous comment now. If no method is allowed, there is no
/// such header.
fn options(site: &Site, request: &Request, route: Route) -> RestResult {
    let namespace = if route == Route::Index { "" } else { "wp/v2" };
    let methods = if route == Route::Comments { vec!["GET", "POST"] } else { vec!["GET"] };
    let response = RestResponse::ok(json!({ "namespace": namespace, "methods": methods, "endpoints": [] }));
    if route != Route::Comments {
        return Ok(response.with_header("Allow", "GET"));
    }
    // WordPress takes the default `status` of the list for a parameter of the request, so `Allow` does not name GET.
    match comments::create::permitted(site, request) {
        Ok(_) => Ok(response.with_header("Allow", "POST")),
        Err(RestError::Store(error)) => Err(error.into()),
        Err(_) => Ok(response),
    }
}
