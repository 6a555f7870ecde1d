//! Writes types and tables for embed/src: the attributes of the elements, the kinds of errors, and messages.

use std::fmt::Write as _;

use tadwina::{
    error::Error,
    i18n::{LANGUAGES, Language, Text, Texts},
    widgets::attributes::{ATTRIBUTES, Attribute, ELEMENTS},
};

/// embed/src/generated/attributes.ts.
pub fn attributes() -> String {
    let mut ts = format!(
        "// Written by `cargo xtask generate` from src/widgets/attributes.rs: do not edit.\n\n\
         import type {{ Messages }} from './messages.js';\n\n\
         /** The kinds of elements: the tag without `tadwina-`. */\n\
         export const KINDS = [{}] as const;\n\n\
         /**\n * Every attribute, by the property that reflects it. `values`: no others are allowed. `isNumber`: the property takes a number\n \
         * too. `isMessages`: it takes an object too. `recreates`: a change needs another widget.\n */\n\
         export const ATTRIBUTES = {{\n",
        list(&ELEMENTS)
    );
    for attribute in ATTRIBUTES {
        ts.push_str(&comment(attribute, "  "));
        // Writing to a String cannot fail.
        let _ = writeln!(ts, "  {}: {{\n    name: '{}',", attribute.property(), attribute.name);
        let _ = writeln!(ts, "    elements: [{}],", list(attribute.elements));
        if !attribute.values.is_empty() {
            let _ = writeln!(ts, "    values: [{}],", list(attribute.values));
        }
        for (name, is_set) in [
            ("isNumber", attribute.is_number),
            ("isMessages", attribute.is_messages),
            ("recreates", attribute.recreates),
        ] {
            if is_set {
                let _ = writeln!(ts, "    {name}: true,");
            }
        }
        ts.push_str("  },\n");
    }
    ts.push_str("} as const;\n\n// Interfaces, since a getter and its setter have different types.\n");
    for attribute in ATTRIBUTES {
        let (name, property) = (interface(attribute), attribute.property());
        let _ = write!(
            ts,
            "\ninterface {name} {{\n{}  get {property}(): string | null;\n  set {property}(value: {} | null | undefined);\n}}\n",
            comment(attribute, "  "),
            setter(attribute)
        );
    }
    for element in ELEMENTS {
        let interfaces: Vec<_> = ATTRIBUTES
            .iter()
            .filter(|attribute| attribute.elements.contains(&element))
            .map(interface)
            .collect();
        let _ = write!(
            ts,
            "\n/** The properties of `<tadwina-{element}>`. */\nexport interface {}Properties\n  extends {} {{}}\n",
            capitalised(element),
            interfaces.join(",\n    ")
        );
    }
    ts
}

/// embed/src/generated/errors.ts.
pub fn errors() -> String {
    let mut ts = String::from(
        "// Written by `cargo xtask generate` from src/error.rs: do not edit.\n\n\
         /** Why something could not be read or set. */\nexport type ErrorKind =",
    );
    for (key, meaning) in Error::KEYS {
        // Writing to a String cannot fail.
        let _ = write!(ts, "\n  /** {meaning} */\n  | '{key}'");
    }
    ts.push_str(";\n");
    ts
}

/// embed/src/generated/messages.ts: the keys of the messages, and what is said where no WASM is.
pub fn messages() -> String {
    let mut ts = String::from(
        "// Written by `cargo xtask generate` from src/i18n: do not edit.\n\n\
         /** Every message by its key, to replace it by one of the page's own. Each is shown in English. */\n\
         export interface Messages {",
    );
    for (key, english) in texts(super::english()) {
        let name = if key.contains('.') { quoted(&key) } else { key };
        // Writing to a String cannot fail.
        let _ = write!(ts, "\n  /** {english} */\n  {name}?: string;");
    }
    ts.push_str(
        "\n}\n\n/** What an element says where no WASM is, by the tag of the language; the first is that of a page that \
         names none. */\nexport const NOT_LOADED = {",
    );
    for Language { tag, direction, messages, .. } in LANGUAGES {
        let text = quoted(messages.part_not_loaded);
        let _ = write!(ts, "\n  {tag}: {{ dir: '{}', text: {text} }},", direction.as_str());
    }
    ts.push_str("\n} as const;\n");
    ts
}

/// The texts of a language with their keys.
pub fn texts(language: &Language) -> Vec<(String, Text)> {
    let mut texts = Vec::new();
    language.messages.collect("", &mut texts);
    texts
}

/// A string literal of JavaScript.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn comment(attribute: &Attribute, indent: &str) -> String {
    match attribute.default {
        None => format!("{indent}/** {} */\n", attribute.description),
        Some(default) => format!(
            "{indent}/**\n{indent} * {}\n{indent} *\n{indent} * @default {default}\n{indent} */\n",
            attribute.description
        ),
    }
}

fn setter(attribute: &Attribute) -> String {
    if attribute.is_number {
        "number | string".to_owned()
    } else if attribute.is_messages {
        "Messages | string".to_owned()
    } else if attribute.values.is_empty() {
        "string".to_owned()
    } else {
        attribute.values.iter().map(|value| format!("'{value}'")).collect::<Vec<_>>().join(" | ")
    }
}

fn interface(attribute: &Attribute) -> String {
    format!("{}Property", capitalised(&attribute.property()))
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1.min(word.len()));
    first.to_uppercase() + rest
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ")
}
