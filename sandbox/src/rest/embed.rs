//! `_embed`: answers of linked routes, put into `_embedded`.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::answer;
use crate::{params::Params, request::Request, site::Site};

/// Which relations are to be embedded.
pub enum Asked {
    /// All that can be.
    All,
    /// These.
    These(Vec<String>),
}

impl Asked {
    /// Reads `_embed`, `_embed=1`, `_embed=author,wp:term`.
    pub fn by(query: &Params) -> Option<Self> {
        let list = match query.get("_embed")? {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
            value => crate::params::text(value)?,
        };
        let names: Vec<String> =
            list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        let all = names.is_empty() || names.iter().any(|name| name == "1" || name == "true");
        Some(if all { Self::All } else { Self::These(names) })
    }

    fn includes(&self, relation: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(names) => names.iter().any(|name| name == relation),
        }
    }
}

/// Fills `_embedded` of a thing, or of each thing of a list, by its `_links`.
pub fn fill(site: &Site, request: &Request, asked: &Asked, body: &mut Value) {
    // One author of ten articles is asked for once.
    let mut answers = HashMap::new();
    let items = match body {
        Value::Array(items) => items.iter_mut().collect(),
        item => vec![item],
    };
    for item in items {
        let Some(links) = item.get("_links").and_then(Value::as_object) else { continue };
        let mut embedded = Map::new();
        for (relation, links) in links.iter().filter(|(relation, _)| asked.includes(relation)) {
            let answers: Vec<Value> = links
                .as_array()
                .into_iter()
                .flatten()
                .map(|link| linked(site, request, link, &mut answers).unwrap_or_else(|| json!([])))
                .collect();
            if answers.iter().any(|answer| *answer != json!([])) {
                embedded.insert(relation.clone(), Value::Array(answers));
            }
        }
        if let (Value::Object(fields), false) = (item, embedded.is_empty()) {
            fields.insert("_embedded".to_owned(), Value::Object(embedded));
        }
    }
}

/// The answer of a link, errors included; `None` when it cannot be embedded.
fn linked(
    site: &Site,
    request: &Request,
    link: &Value,
    answers: &mut HashMap<String, Value>,
) -> Option<Value> {
    link.get("embeddable")?;
    let href = link.get("href")?.as_str()?;
    if let Some(known) = answers.get(href) {
        return Some(known.clone());
    }
    let mut own = request.of_link(href)?;
    own.query.set("context", "embed");
    let body = answer(site, &own).body;
    answers.insert(href.to_owned(), body.clone());
    Some(body)
}
