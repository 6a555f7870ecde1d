//! What stands in a `<script>` of the page, with its hash for the content security policy.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The content of a `<script>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The text.
    pub text: String,
    /// Its hash, as a content security policy names it.
    pub hash: String,
}

impl Inline {
    /// A text that cannot end its element.
    fn new(text: String) -> Self {
        let hash = ["'sha256-", &STANDARD.encode(Sha256::digest(text.as_bytes())), "'"].concat();
        Self { text, hash }
    }

    /// A script without its comments and indents, in which JSON takes the place of names.
    pub fn script(source: &str, values: &[(&str, &str)]) -> Self {
        let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        let script = lines.flat_map(|line| [line, "\n"]).collect::<String>();
        let script =
            values.iter().fold(script, |script, (name, json)| script.replace(name, &in_script(json)));
        Self::new(script)
    }

    /// The rules by which a browser loads the page to which a link leads before the link is pressed: the site's own pages,
    /// and no address that does something.
    pub fn speculation_rules(folder: &str, has_plain_permalinks: bool) -> Self {
        let below = |path: &str| [folder, path].concat();
        // A site with other permalinks has parameters for what does something, such as a plugin's.
        let parameters = if has_plain_permalinks {
            "/*\\?*(^|&)(replytocom|unapproved|s|preview|feed|rest_route)=*"
        } else {
            "/*\\?(.+)"
        };
        let left_out = [
            below("/wp-*"),
            below("/_tadwina*"),
            below("/*.php*"),
            below("/feed*"),
            below("/*/feed*"),
            below(parameters),
        ];
        let pages = json!({ "and": [
            { "href_matches": below("/*") },
            { "not": { "href_matches": left_out } },
            { "not": { "selector_matches": "[rel~=nofollow], [download], [target=_blank]" } },
        ] });
        let rules = json!([{ "where": pages, "eagerness": "moderate" }]);
        let all: Value = json!({ "prefetch": rules, "prerender": rules });
        Self::new(in_script(&all.to_string()))
    }
}

/// JSON that cannot end the script in which it stands.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_has_its_values_and_no_comments() {
        let script = Inline::script("// why\n\n  import(ENTRY);\n", &[("ENTRY", "\"/a</script>\"")]);
        assert_eq!(script.text, "import(\"/a\\u003c/script>\");\n");
        assert!(script.hash.starts_with("'sha256-"));
    }

    #[test]
    fn the_rules_are_those_of_the_site_in_its_folder() {
        let rules: Value = serde_json::from_str(&Inline::speculation_rules("/blog", false).text).unwrap();
        for kind in ["prefetch", "prerender"] {
            assert_eq!(rules[kind][0]["eagerness"], "moderate");
            let conditions = &rules[kind][0]["where"]["and"];
            assert_eq!(conditions[0]["href_matches"], "/blog/*");
            let left_out = conditions[1]["not"]["href_matches"].as_array().unwrap();
            assert!(left_out.iter().all(|pattern| pattern.as_str().unwrap().starts_with("/blog/")));
        }
    }
}
