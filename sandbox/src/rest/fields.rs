//! `_fields=id,title.rendered,_links.author`: only these fields.

use serde_json::{Map, Value, json};

use crate::{reply::Reply, request::Request};

/// The fields asked for: a name with nothing below it asks for all below it.
#[derive(Default)]
struct Tree(Vec<(String, Tree)>);

/// Narrows an answer. The `_links` of a single thing stay whole: WordPress adds them after narrowing.
pub fn narrow(request: &Request, reply: Reply) -> Reply {
    let Some(tree) = asked(request).filter(|_| reply.status < 400) else { return reply };
    let body = match reply.body {
        Value::Array(items) => Value::Array(items.into_iter().map(|item| tree.narrowed(item)).collect()),
        Value::Object(mut fields) => {
            let links = fields.shift_remove("_links").filter(|_| tree.has("_links") || tree.has("_embedded"));
            match (tree.narrowed(Value::Object(fields)), links) {
                (Value::Object(mut fields), Some(links)) => {
                    fields.insert("_links".to_owned(), links);
                    Value::Object(fields)
                }
                (_, Some(links)) => json!({ "_links": links }),
                (body, None) => body,
            }
        }
        body => body,
    };
    Reply { body, ..reply }
}

fn asked(request: &Request) -> Option<Tree> {
    let list = match request.get("_fields")? {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
        value => value.as_str()?.to_owned(),
    };
    let mut tree = Tree::default();
    for name in list.split(|c: char| c == ',' || c.is_ascii_whitespace()).filter(|name| !name.is_empty()) {
        tree.add(name);
    }
    // A fault of WordPress's own (6.1): asked for `content.rendered`, a comment comes without any `content`.
    if request.route.contains("/comments") {
        let part = tree.0.iter_mut().find(|(field, below)| field == "content" && !below.0.is_empty());
        part.into_iter().for_each(|(field, _)| field.clear());
    }
    (!tree.0.is_empty()).then_some(tree)
}

impl Tree {
    fn add(&mut self, name: &str) {
        let (head, below) = name.split_once('.').map_or((name, None), |(head, below)| (head, Some(below)));
        let known = self.0.iter().position(|(field, _)| field == head);
        let place = known.unwrap_or_else(|| {
            self.0.push((head.to_owned(), Self::default()));
            self.0.len() - 1
        });
        let branch = &mut self.0[place].1;
        match below {
            // The whole field was asked for before.
            Some(_) if known.is_some() && branch.0.is_empty() => {}
            Some(below) => branch.add(below),
            None => branch.0.clear(),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    fn narrowed(&self, value: Value) -> Value {
        match value {
            value if self.0.is_empty() => value,
            Value::Object(fields) => {
                let kept: Map<String, Value> = fields
                    .into_iter()
                    .filter_map(|(name, value)| {
                        let (_, branch) = self.0.iter().find(|(field, _)| *field == name)?;
                        Some((name, branch.narrowed(value)))
                    })
                    .collect();
                // PHP cannot tell an empty object from an empty list.
                if kept.is_empty() { Value::Array(Vec::new()) } else { Value::Object(kept) }
            }
            value => value,
        }
    }
}
