//! `/wp-json/`: the index of the API, which describes the site.

use serde_json::{Value, json};

use super::response::RestResponse;
use crate::{request::Request, site::Site};

/// The index.
pub fn respond(site: &Site, request: &Request) -> RestResponse {
    let home = request.site_url.home();
    RestResponse::ok(json!({
        "name": site.name,
        "description": site.description,
        "url": home,
        "home": home,
        "gmt_offset": number(site.clock.gmt_offset()),
        "timezone_string": site.clock.timezone_string(),
        "namespaces": ["wp/v2"],
        "authentication": [],
        "routes": {},
        "site_logo": 0,
        "site_icon": 0,
        "site_icon_url": "",
        "_links": { "help": [{ "href": "https://developer.wordpress.org/rest-api/" }] },
    }))
}

/// PHP writes whole hours without a decimal point.
#[expect(clippy::cast_possible_truncation, reason = "no time zone is further from UTC than 26 hours")]
fn number(hours: f64) -> Value {
    if hours.fract() == 0.0 { json!(hours as i64) } else { json!(hours) }
}
