//! `cargo xtask generate` writes files for TypeScript, PHP and the documents from facts that are written in Rust: the
//! requests to the API, the meaning of addresses, the policy of the sanitiser, the attributes of the elements, messages.
//! `cargo xtask generate --check` fails if it would change a file.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool")]

mod document;
mod php;
mod shell;
mod typescript;

use std::{env, fs, io, path::Path, process::ExitCode};

use tadwina::i18n::{LANGUAGES, Language};

/// The content of each generated file, by its path from the root of the repository.
fn generated(root: &Path) -> io::Result<Vec<(&'static str, String)>> {
    let block = |path: &'static str, content: String| {
        let file = fs::read_to_string(root.join(path))?;
        Ok::<_, io::Error>((path, with_block(path, &file, &content)?))
    };
    Ok(vec![
        ("embed/src/generated/attributes.ts", typescript::attributes()),
        ("embed/src/generated/errors.ts", typescript::errors()),
        ("embed/src/generated/messages.ts", typescript::messages()),
        ("integrations/wordpress/tadwina/includes/generated.php", php::constants()),
        block("src/shell.js", shell::constants())?,
        ("docs/generated/attributes.md", document::attributes()),
        ("docs/generated/messages.md", document::messages()),
        ("docs/generated/requests.md", document::requests()),
    ])
}

/// The language in which developers read.
fn english() -> &'static Language {
    LANGUAGES.iter().find(|language| language.tag == "en").unwrap_or(&LANGUAGES[0])
}

/// `file` with `content` between the lines `// <generated …>` and `// </generated>`.
fn with_block(path: &str, file: &str, content: &str) -> io::Result<String> {
    let missing =
        || io::Error::other(format!("{path} has no lines `// <generated …>` and `// </generated>`"));
    let start = file.find("<generated").ok_or_else(missing)?;
    let begin = start + file[start..].find('\n').ok_or_else(missing)? + 1;
    let end = begin + file[begin..].find("</generated>").ok_or_else(missing)?;
    let end = file[..end].rfind('\n').ok_or_else(missing)? + 1;
    Ok([&file[..begin], content, &file[end..]].concat())
}

fn run(arguments: &[String]) -> Result<(), String> {
    let is_check = match arguments {
        [command] if command == "generate" => false,
        [command, option] if command == "generate" && option == "--check" => true,
        _ => return Err("usage: cargo xtask generate [--check]".to_owned()),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no parent folder")?;
    let mut stale = Vec::new();
    for (path, content) in generated(root).map_err(|error| error.to_string())? {
        let file = root.join(path);
        if fs::read_to_string(&file).is_ok_and(|found| found == content) {
            continue;
        }
        if is_check {
            stale.push(path);
            continue;
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{path}: {error}"))?;
        }
        fs::write(&file, content).map_err(|error| format!("{path}: {error}"))?;
        println!("wrote {path}");
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("out of date: {}; run cargo xtask generate", stale.join(", ")))
    }
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
