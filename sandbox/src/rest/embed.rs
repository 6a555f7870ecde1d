//! `_embed`: puts the responses of linked routes into `_embedded`.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::route_response;
use crate::{params::names, request::Request, site::Site};

/// Fills `_embedded` of an object, or of each object of a list, from its `_links`.
pub fn embed(site: &Site, request: &Request, requested: &Value, body: &mut Value) {
    let relations = names(requested);
    let is_requested = |relation: &str| {
        relations.is_empty() || relations.iter().any(|name| name == relation || name == "1" || name == "true")
    };
    // Ten posts by one author need one response.
    let mut responses = HashMap::new();
    let items = match body {
        Value::Array(items) => items.iter_mut().collect(),
        item => vec![item],
    };
    for item in items {
        let Some(links) = item.get("_links").and_then(Value::as_object) else { continue };
        let mut embedded = Map::new();
        for (relation, links) in links.iter().filter(|(relation, _)| is_requested(relation)) {
            let linked: Vec<Value> = links
                .as_array()
                .into_iter()
                .flatten()
                .map(|link| linked(site, request, link, &mut responses).unwrap_or_else(|| json!([])))
                .collect();
            if linked.iter().any(|response| *response != json!([])) {
                embedded.insert(relation.clone(), Value::Array(linked));
            }
        }
        if let (Value::Object(fields), false) = (item, embedded.is_empty()) {
            fields.insert("_embedded".to_owned(), Value::Object(embedded));
        }
    }
}

/// The body of a link's response, also if it is an error; `None` if the link is not embeddable.
fn linked(
    site: &Site,
    request: &Request,
    link: &Value,
    responses: &mut HashMap<String, Value>,
) -> Option<Value> {
    link.get("embeddable")?;
    let href = link.get("href")?.as_str()?;
    if let Some(known) = responses.get(href) {
        return Some(known.clone());
    }
    let mut request = request.for_link(href)?;
    request.query.set("context", "embed");
    let body = route_response(site, &request).body;
    responses.insert(href.to_owned(), body.clone());
    Some(body)
}
