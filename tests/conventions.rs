//! The rules of the source tree that no compiler checks: which module may use which, where browser APIs are used, and
//! what the style sheets contain.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each module with the other modules that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("error", &[]),
    ("http", &[]),
    ("model", &["text", "error"]),
    ("i18n", &["text", "error", "model"]),
    ("api", &["text", "error", "http", "model", "browser"]),
    ("config", &["error", "model", "api", "i18n", "browser"]),
    ("browser", &["text", "http", "model"]),
    ("components", &["text", "error", "model", "i18n", "browser"]),
    ("state", &["error", "http", "model", "api", "config", "browser"]),
    ("pages", &["text", "error", "model", "i18n", "api", "browser", "components", "state"]),
    ("app", &["error", "http", "model", "i18n", "api", "browser", "config", "components", "state", "pages"]),
    (
        "widgets",
        &["error", "http", "model", "i18n", "api", "browser", "config", "components", "state", "pages"],
    ),
    ("mount", &["browser", "config", "app", "widgets"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files in `folder` and below with this extension.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository") {
            let path = entry.expect("a folder entry").path();
            if path.is_dir() {
                walk(&path, extension, found);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), extension, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no .{extension} files in {folder}");
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path of the repository").to_string_lossy().replace('\\', "/")
}

/// The modules that `source` names after `crate::`, also in `use crate::{a, b::{c, d}}`.
fn used_modules(source: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (start, _) in source.match_indices("crate::") {
        let rest = &source[start + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => used.extend(first_word(rest)),
            Some(list) => {
                let mut depth = 0_usize;
                let mut is_at_name = true;
                for (index, character) in list.char_indices() {
                    match character {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => is_at_name = true,
                        character if is_at_name && character.is_alphabetic() => {
                            used.extend(first_word(&list[index..]));
                            is_at_name = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    used
}

fn first_word(text: &str) -> Option<String> {
    let word: String =
        text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn every_module_uses_only_the_modules_that_its_layer_may_use() {
    let mut checked = BTreeSet::new();
    for file in files("src", "rs") {
        let path = relative(&file);
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = inside.split('/').next().expect("a module");
        if ["lib", "main", "bin"].contains(&module) {
            continue;
        }
        let (_, allowed) =
            LAYERS.iter().find(|(name, _)| *name == module).unwrap_or_else(|| panic!("{path} has no layer"));
        checked.insert(module.to_owned());
        let source = fs::read_to_string(&file).expect("a source file");
        for used in used_modules(&source) {
            let is_allowed = used == module || allowed.contains(&used.as_str());
            assert!(is_allowed, "{path} uses crate::{used}, but {module} may not use it");
        }
    }
    assert_eq!(checked.len(), LAYERS.len(), "a layer of the table has no files");
}

#[test]
fn modules_in_nested_imports_are_found() {
    let source = "use crate::{api::{A, B}, model, state::c};\nlet x = crate::text::plain(y);";
    let expected = ["api", "model", "state", "text"].map(str::to_owned);
    assert_eq!(used_modules(source), BTreeSet::from(expected));
}

#[test]
fn only_the_browser_layer_uses_browser_apis() {
    for file in files("src", "rs") {
        let path = relative(&file);
        let source = fs::read_to_string(&file).expect("a source file");
        let may_use_browser = [
            "src/browser/",
            "src/mount/",
            "src/bin/",
            "src/main.rs",
            "src/lib.rs",
            "src/components/erased_view.rs",
        ]
        .iter()
        .any(|allowed| path.starts_with(allowed));
        for word in ["target_arch", "wasm_bindgen::prelude", "js_sys", "gloo_net", "window()", "document()"] {
            assert!(
                may_use_browser || !source.contains(word),
                "{path} has {word}, which belongs into src/browser"
            );
        }
    }
}

#[test]
fn the_inner_layers_do_not_use_leptos() {
    for folder in ["src/model", "src/api", "src/i18n", "src/text"] {
        for file in files(folder, "rs") {
            let source = fs::read_to_string(&file).expect("a source file");
            assert!(!source.contains("leptos"), "{} uses leptos", relative(&file));
        }
    }
}

#[test]
fn every_module_begins_with_its_documentation() {
    for file in files("src", "rs").into_iter().chain(files("sandbox/src", "rs")) {
        let source = fs::read_to_string(&file).expect("a source file");
        assert!(source.starts_with("//! "), "{} does not begin with //!", relative(&file));
    }
}

#[test]
fn style_sheets_use_logical_properties() {
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
        "float: left",
        "float: right",
    ];
    for file in files("style", "css") {
        let source = fs::read_to_string(&file).expect("a style sheet");
        for line in source.lines() {
            let line = line.trim();
            let is_physical = physical.iter().any(|word| line.contains(word))
                || line.starts_with("left:")
                || line.starts_with("right:");
            assert!(!is_physical, "{}: {line}", relative(&file));
        }
    }
}

#[test]
fn the_page_links_every_style_sheet_once() {
    let page = fs::read_to_string(root().join("index.html")).expect("index.html");
    for file in files("style", "css") {
        let path = relative(&file);
        assert_eq!(page.matches(&format!("\"{path}\"")).count(), 1, "{path} in index.html");
    }
    let linked = page.matches("href=\"style/").count();
    assert_eq!(linked, files("style", "css").len(), "index.html links a style sheet that is not there");
}

#[test]
fn every_class_of_a_component_has_a_style() {
    let styles: String =
        files("style", "css").iter().map(|file| fs::read_to_string(file).expect("a style sheet")).collect();
    // Classes for tests and for the style sheets of owners. They need no style.
    let unstyled = ["td-byline__time", "td-comment__time", "td-discussion__box", "td-discussion__comments"];
    for file in files("src/components", "rs").into_iter().chain(files("src/pages", "rs")) {
        let source = fs::read_to_string(&file).expect("a source file");
        for (start, _) in source.match_indices("class=\"td-") {
            let value = source[start + "class=\"".len()..].split('"').next().unwrap_or_default();
            for class in value.split(' ').filter(|class| !unstyled.contains(class)) {
                assert!(styles.contains(&format!(".{class}")), "{}: .{class} has no style", relative(&file));
            }
        }
    }
}

#[test]
fn every_relative_link_of_the_documents_leads_to_something() {
    let documents =
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "advisories/README.md"].map(|name| root().join(name));
    for file in files("docs", "md").into_iter().chain(documents) {
        let source = fs::read_to_string(&file).expect("a document");
        let folder = file.parent().expect("a folder");
        for (start, before) in source.match_indices("](") {
            let target = source[start + before.len()..].split([')', '#']).next().unwrap_or_default();
            let is_relative = !target.is_empty() && !target.contains(':');
            assert!(!is_relative || folder.join(target).exists(), "{}: {target}", relative(&file));
        }
    }
}

/// The part of a file that nobody generates.
fn without_generated(source: &str) -> String {
    let Some((before, rest)) = source.split_once("<generated") else { return source.to_owned() };
    let after = rest.split_once("</generated>").map_or("", |(_, after)| after);
    [before, after].concat()
}

#[test]
fn a_language_is_one_file_that_is_registered_in_one_place() {
    let registry = fs::read_to_string(root().join("src/i18n/mod.rs")).expect("the list of languages");
    // English is the language for others, and of the generated documents.
    let languages = tadwina::i18n::LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != "en");
    let sources: Vec<_> = [("src", "rs"), ("src", "js"), ("embed/src", "ts"), ("integrations", "php")]
        .into_iter()
        .flat_map(|(folder, extension)| files(folder, extension))
        .map(|path| (relative(&path), fs::read_to_string(&path).expect("a source file")))
        // `text` tells the languages of texts by their letters, whichever tadwina has.
        .filter(|(path, _)| !["/generated", "/tests/", "src/text/"].iter().any(|other| path.contains(other)))
        .collect();
    for tag in languages {
        let [declared, listed] = [format!("mod {tag};\n"), format!("&{tag}::LANGUAGE")];
        for line in [&declared, &listed] {
            assert_eq!(registry.matches(line.as_str()).count(), 1, "{line} in src/i18n/mod.rs");
        }
        for (path, source) in sources.iter().filter(|(path, _)| *path != format!("src/i18n/{tag}.rs")) {
            let shipped = without_generated(source.split("#[cfg(test)]").next().unwrap_or_default());
            for named in [format!("\"{tag}\""), format!("'{tag}'")] {
                assert!(!shipped.contains(&named), "{path} names the language {named}");
            }
        }
    }
}

#[test]
fn the_elements_have_the_accent_and_danger_of_the_page() {
    let tokens = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let elements = fs::read_to_string(root().join("embed/src/colours.ts")).unwrap();
    for (token, constant) in [("accent", "ACCENTS"), ("danger", "DANGERS")] {
        let (_, colours) = tokens
            .split_once(&format!("var(--tadwina-{token}, light-dark("))
            .expect("the colour of the page");
        let (light, dark) =
            colours.split_once(')').and_then(|(pair, _)| pair.split_once(", ")).expect("two colours");
        let same = format!("const {constant} = [hex('{light}'), hex('{dark}')]");
        assert!(elements.contains(&same), "colours.ts has no `{same}`");
    }
}
