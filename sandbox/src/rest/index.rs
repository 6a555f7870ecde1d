//! `/wp-json/`: the site, and what it answers.

use serde_json::{Map, Value, json};

use crate::{reply::Reply, request::Request, site::Site};

const ROUTES: [(&str, &[&str]); 13] = [
    ("/", &["GET"]),
    ("/wp/v2", &["GET"]),
    ("/wp/v2/posts", &["GET"]),
    ("/wp/v2/posts/(?P<id>[\\d]+)", &["GET"]),
    ("/wp/v2/pages", &["GET"]),
    ("/wp/v2/pages/(?P<id>[\\d]+)", &["GET"]),
    ("/wp/v2/categories", &["GET"]),
    ("/wp/v2/tags", &["GET"]),
    ("/wp/v2/users", &["GET"]),
    ("/wp/v2/users/me", &["GET"]),
    ("/wp/v2/media", &["GET"]),
    ("/wp/v2/comments", &["GET", "POST"]),
    ("/wp/v2/comments/(?P<id>[\\d]+)", &["GET"]),
];

/// The index.
pub fn answer(site: &Site, request: &Request) -> Reply {
    let home = request.base.home();
    Reply::ok(json!({
        "name": site.about.name,
        "description": site.about.description,
        "url": home,
        "home": home,
        "gmt_offset": plain_number(site.clock.offset_hours()),
        "timezone_string": site.about.timezone,
        "namespaces": ["wp/v2"],
        "authentication": [],
        "routes": routes(),
        "site_logo": 0,
        "site_icon": 0,
        "site_icon_url": "",
        "_links": { "help": [{ "href": "https://developer.wordpress.org/rest-api/" }] },
    }))
}

/// `/wp-json/wp/v2`.
pub fn namespace(request: &Request) -> Reply {
    Reply::ok(json!({
        "namespace": "wp/v2",
        "routes": routes(),
        "_links": { "up": [{ "href": request.base.api() }] },
    }))
}

fn routes() -> Value {
    let route = |(route, methods): (&str, &[&str])| {
        (
            route.to_owned(),
            json!({ "namespace": "wp/v2", "methods": methods, "endpoints": [{ "methods": methods, "args": [] }] }),
        )
    };
    Value::Object(ROUTES.map(route).into_iter().collect::<Map<_, _>>())
}

/// PHP writes whole hours without a point.
#[expect(clippy::cast_possible_truncation, reason = "no zone is further from UTC than 26 hours")]
fn plain_number(hours: f64) -> Value {
    if hours.fract() == 0.0 { json!(hours as i64) } else { json!(hours) }
}
