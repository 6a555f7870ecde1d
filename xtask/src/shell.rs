//! Writes the constants of src/shell.js.

use std::fmt::Write as _;

use tadwina::{
    api::queries::{ARTICLE, STICKY_SUMMARIES, SUMMARIES},
    browser::sanitizer::policy,
    http::MAX_BODY_BYTES,
    i18n::{LANGUAGES, Language},
    model::{Meaning, address_rules},
};

use super::typescript::quoted;

/// The comment before a statement that tells Biome not to format it.
const UNFORMATTED: &str = "  // biome-ignore format: generated\n";

/// Allowed attributes whose values the application changes. The shell does without them.
const LEFT_OUT: [&str; 5] = ["cite", "headers", "id", "rel", "target"];

/// The request for each kind of address, the policy of the sanitiser, and the messages of each language.
pub fn constants() -> String {
    let mut script = format!("{UNFORMATTED}  const REQUESTS = [\n");
    for (pattern, meaning) in address_rules() {
        let request = match meaning {
            Meaning::Slug => Some(before_value(&ARTICLE.fill(&[("key", "slug")]), ARTICLE.route)),
            Meaning::Id => Some(before_value(&ARTICLE.fill(&[("key", "include")]), ARTICLE.route)),
            Meaning::Home => Some(before_value(SUMMARIES.query, SUMMARIES.route)),
            Meaning::Category | Meaning::CategoryId | Meaning::Unknown => None,
        };
        let kind = if matches!(meaning, Meaning::Slug | Meaning::Id) { "article" } else { "list" };
        let pattern = pattern.replace('/', "\\/").replace("[^\\/", "[^/").replace("[^0-9\\/", "[^0-9/");
        // Writing to a String cannot fail.
        let _ = match request {
            Some(request) => writeln!(script, "    [/{pattern}/, '{kind}', '{request}'],"),
            None => writeln!(script, "    [/{pattern}/],"),
        };
    }
    let sticky = format!("{}?{}", STICKY_SUMMARIES.route, STICKY_SUMMARIES.query);
    let _ = writeln!(script, "  ];\n{UNFORMATTED}  const STICKY = '{sticky}';");
    let _ = writeln!(script, "{UNFORMATTED}  const SANITIZER = {{");
    for (name, list) in [
        ("elements", policy::ELEMENTS),
        ("attributes", policy::ATTRIBUTES),
        ("replaceWithChildrenElements", policy::UNWRAPPED),
    ] {
        let names: Vec<_> = list.split(' ').filter(|name| !LEFT_OUT.contains(name)).collect();
        let _ = writeln!(script, "    {name}:\n      '{}'.split(' '),", names.join(" "));
    }
    script.push_str("    comments: false,\n    dataAttributes: false,\n  };\n");
    for (name, list) in [("CLASSES", policy::CLASSES), ("SCHEMES", policy::SCHEMES)] {
        let _ = writeln!(script, "{UNFORMATTED}  const {name} = '{list}'.split(' ');");
    }
    let _ = writeln!(script, "{UNFORMATTED}  const MAX_BODY_BYTES = {MAX_BODY_BYTES};");
    script.push_str(&languages());
    script
}

/// What the shell says, by the tag of the language.
fn languages() -> String {
    let mut script = format!("{UNFORMATTED}  const LANGUAGES = {{\n");
    for Language { tag, direction, messages, .. } in LANGUAGES {
        let _ = write!(script, "    {tag}: {{ dir: '{}'", direction.as_str());
        for (name, text) in [
            ("home", messages.home),
            ("untitled", messages.untitled),
            ("byline", messages.byline),
            ("share", messages.share),
            ("title", messages.page_not_loaded.title),
            ("text", messages.page_not_loaded.text),
            ("retry", messages.retry),
        ] {
            let _ = write!(script, ", {name}: {}", quoted(text));
        }
        script.push_str(" },\n");
    }
    script.push_str("  };\n");
    script
}

/// The route and the query up to their last value, which the script appends.
fn before_value(query: &str, route: &str) -> String {
    let query = query.rsplit_once('{').map_or(query, |(before, _)| before);
    format!("{route}?{query}")
}
