//! The REST server: finds the route, asks it, and gives the answer the form that was asked for.

mod args;
mod comments;
mod context;
mod embed;
mod fields;
mod index;
mod links;
mod media;
mod paging;
mod posts;
mod route;
mod terms;
mod users;

use axum::http::Method;
use serde_json::json;

pub use links::{comment_link, post_link};
use route::Route;

use crate::{
    error::RestError,
    reply::Reply,
    request::{Body, Request},
    site::Site,
};

/// What a route answers.
type Answer = Result<Reply, RestError>;

/// The answer as it goes out: narrowed by `_fields`, filled by `_embed`, wrapped by `_envelope`.
#[must_use]
pub fn serve(site: &Site, request: &Request) -> Reply {
    let mut reply = answer(site, request);
    if let Some(asked) = embed::Asked::by(&request.query) {
        embed::fill(site, request, &asked, &mut reply.body);
    }
    if request.query.get("_envelope").is_some() { reply.enveloped() } else { reply }
}

/// One route's answer, for a client or for embedding.
fn answer(site: &Site, request: &Request) -> Reply {
    match dispatch(site, request) {
        Ok(reply) => fields::narrow(request, reply),
        Err(error) => error.reply(),
    }
}

/// WordPress's order: nonce, route, JSON, and then what each route checks: parameters, permission, deed.
fn dispatch(site: &Site, request: &Request) -> Answer {
    if request.nonce {
        return Err(RestError::InvalidNonce);
    }
    let Some(route) = Route::parse(&request.route) else {
        // WordPress describes an unknown route as nothing.
        return if request.method == Method::OPTIONS {
            Ok(Reply::ok(json!([])))
        } else {
            Err(RestError::NoRoute)
        };
    };
    if let Body::BadJson = request.body {
        return Err(RestError::InvalidJson);
    }
    match request.method {
        Method::GET | Method::HEAD => get(site, request, route).map(|reply| reply.with("Allow", "GET")),
        Method::OPTIONS => options(site, request, route),
        Method::POST if route == Route::Comments => comments::create::answer(site, request),
        Method::POST | Method::PUT | Method::PATCH | Method::DELETE => refuse(site, &request.method, route),
        _ => Err(RestError::NoRoute),
    }
}

fn get(site: &Site, request: &Request, route: Route) -> Answer {
    match route {
        Route::Index => Ok(index::answer(site, request)),
        Route::Namespace => Ok(index::namespace(request)),
        Route::Posts(kind) => posts::list(site, request, kind),
        Route::Post(kind, id) => posts::one(site, request, kind, id),
        Route::Terms(taxonomy) => terms::list(site, request, taxonomy),
        Route::Term(taxonomy, id) => terms::one(site, request, taxonomy, id),
        Route::Users => users::list(site, request),
        Route::User(id) => users::one(site, request, id),
        // Anyone may ask, only to be told this.
        Route::Me => Ok(RestError::NotLoggedIn.reply()),
        Route::Media => media::list(site, request),
        Route::Image(id) => media::one(site, request, id),
        Route::Comments => comments::list(site, request),
        Route::Comment(id) => comments::one(site, request, id),
    }
}

/// Nobody who is not logged in changes anything but by commenting.
fn refuse(site: &Site, method: &Method, route: Route) -> Answer {
    let refusal = if method == Method::DELETE { RestError::CannotDelete } else { RestError::CannotEdit };
    Err(match route {
        Route::Posts(_) | Route::Terms(_) | Route::Media if method == Method::POST => RestError::CannotCreate,
        Route::Post(_, id) if site.store.post(id)?.is_none() => RestError::PostId,
        Route::Comment(id) if site.store.comment(id)?.is_none() => RestError::CommentId,
        Route::Post(..) | Route::Comment(_) => refusal,
        _ => RestError::NoRoute,
    })
}

/// `Allow` names POST exactly when an anonymous comment would pass now; the header is absent when nothing would.
fn options(site: &Site, request: &Request, route: Route) -> Answer {
    let namespace = if route == Route::Index { "" } else { "wp/v2" };
    let methods = if route == Route::Comments { vec!["GET", "POST"] } else { vec!["GET"] };
    let reply = Reply::ok(json!({ "namespace": namespace, "methods": methods, "endpoints": [] }));
    match route {
        // The list's own default status is unknown to WordPress here, so that GET is not named.
        Route::Comments => match comments::create::permitted(site, request) {
            Ok(_) => Ok(reply.with("Allow", "POST")),
            Err(RestError::Store(error)) => Err(error.into()),
            Err(_) => Ok(reply),
        },
        _ => Ok(reply.with("Allow", "GET")),
    }
}
