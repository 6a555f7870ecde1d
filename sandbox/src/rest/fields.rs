//! `_fields=id,title.rendered,_links.author`: narrows a response to these fields.

use serde_json::{Map, Value, json};

use super::response::RestResponse;
use crate::{params::names, request::Request};

/// Removes the fields that were not requested.
pub fn narrow(request: &Request, response: RestResponse) -> RestResponse {
    let requested = request.get("_fields").map(names).unwrap_or_default();
    let mut paths: Vec<&str> = requested.iter().map(String::as_str).collect();
    if paths.is_empty() || response.status >= 400 {
        return response;
    }
    // A bug of WordPress 6.1: if a request names `content.rendered`, a comment comes without `content`.
    if request.route.contains("/comments") {
        paths.retain(|path| !path.starts_with("content."));
    }
    let body = match response.body {
        Value::Array(items) => items.into_iter().map(|item| narrowed(item, &paths)).collect(),
        Value::Object(mut fields) => {
            // WordPress adds the links of a single object after narrowing it, so they stay whole.
            let has_links = paths.iter().any(|path| ["_links", "_embedded"].contains(&first(path).0));
            let links = fields.shift_remove("_links").filter(|_| has_links);
            let mut body = narrowed(Value::Object(fields), &paths);
            if let Some(links) = links {
                match &mut body {
                    Value::Object(fields) => _ = fields.insert("_links".to_owned(), links),
                    body => *body = json!({ "_links": links }),
                }
            }
            body
        }
        body => body,
    };
    RestResponse { body, ..response }
}

/// The first name of a path, and the rest of the path.
fn first(path: &str) -> (&str, Option<&str>) {
    path.split_once('.').map_or((path, None), |(name, below)| (name, Some(below)))
}

fn narrowed(value: Value, paths: &[&str]) -> Value {
    let Value::Object(fields) = value else { return value };
    let mut kept = Map::new();
    for (name, value) in fields {
        let below: Vec<Option<&str>> = paths
            .iter()
            .map(|path| first(path))
            .filter(|(first, _)| *first == name)
            .map(|(_, below)| below)
            .collect();
        match below.iter().copied().collect::<Option<Vec<&str>>>() {
            Some(below) if below.is_empty() => {}
            Some(below) => _ = kept.insert(name, narrowed(value, &below)),
            // The whole field was requested.
            None => _ = kept.insert(name, value),
        }
    }
    // PHP cannot distinguish an empty object from an empty list.
    if kept.is_empty() { json!([]) } else { Value::Object(kept) }
}
