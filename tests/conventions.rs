//! The rules of the source tree that no compiler checks: who may use whom, where the browser is named,
//! which style sheets there are.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What each module may use of the others. `browser` appears where its edge is open.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("error", &[]),
    ("http", &[]),
    ("model", &["text", "error"]),
    ("i18n", &["text", "error", "model"]),
    ("api", &["text", "error", "http", "model", "browser"]),
    ("config", &["error", "model", "api", "i18n"]),
    ("browser", &["text", "http", "model"]),
    ("components", &["error", "model", "i18n", "browser"]),
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

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository") {
            let path = entry.expect("a folder entry").path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no .{ending} files in {folder}");
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path of the repository").to_string_lossy().replace('\\', "/")
}

/// The modules that `source` names behind `crate::`, also in `use crate::{a, b::{c, d}}`.
fn used_modules(source: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (start, _) in source.match_indices("crate::") {
        let rest = &source[start + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => used.extend(first_word(rest)),
            Some(list) => {
                let mut depth = 0_usize;
                let mut at_name = true;
                for (index, letter) in list.char_indices() {
                    match letter {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => at_name = true,
                        letter if at_name && letter.is_alphabetic() => {
                            used.extend(first_word(&list[index..]));
                            at_name = false;
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
    let word: String = text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn modules_use_only_what_their_layer_may() {
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
            assert!(is_allowed, "{path} uses crate::{used}, which {module} may not");
        }
    }
    assert_eq!(checked.len(), LAYERS.len(), "a layer of the table has no files");
}

#[test]
fn the_list_of_used_modules_sees_nested_imports() {
    let source = "use crate::{api::{A, B}, model, state::c};\nlet x = crate::text::plain(y);";
    let expected = ["api", "model", "state", "text"].map(str::to_owned);
    assert_eq!(used_modules(source), BTreeSet::from(expected));
}

#[test]
fn only_the_edge_names_the_browser() {
    for file in files("src", "rs") {
        let path = relative(&file);
        let source = fs::read_to_string(&file).expect("a source file");
        let is_edge = [
            "src/browser/",
            "src/mount/",
            "src/bin/",
            "src/main.rs",
            "src/lib.rs",
            "src/components/erased_view.rs",
        ]
        .iter()
        .any(|edge| path.starts_with(edge));
        for word in ["target_arch", "wasm_bindgen::prelude", "js_sys", "gloo_net", "window()", "document()"] {
            assert!(is_edge || !source.contains(word), "{path} says {word}, which belongs into src/browser");
        }
    }
}

#[test]
fn the_inner_layers_do_not_know_leptos() {
    for folder in ["src/model", "src/api", "src/i18n", "src/text"] {
        for file in files(folder, "rs") {
            let source = fs::read_to_string(&file).expect("a source file");
            assert!(!source.contains("leptos"), "{} knows leptos", relative(&file));
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    for file in files("src", "rs").into_iter().chain(files("sandbox/src", "rs")) {
        let source = fs::read_to_string(&file).expect("a source file");
        assert!(source.starts_with("//! "), "{} does not begin with //!", relative(&file));
    }
}

#[test]
fn style_sheets_know_no_left_and_right() {
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
    // Names for tests and owners' own style sheets; they need no look of their own.
    let unstyled = [
        "td-byline__time",
        "td-character-count__label",
        "td-comment__time",
        "td-discussion__box",
        "td-discussion__comments",
    ];
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
