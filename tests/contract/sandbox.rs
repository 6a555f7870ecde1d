//! The sandbox in its own process, with data that is deleted at the end.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// A running sandbox. It stops when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    /// The URL of the site, without a slash at the end.
    pub url: String,
    process: Child,
    folder: PathBuf,
}

impl Sandbox {
    /// Starts a sandbox with `arguments`.
    pub fn start(arguments: &[&str]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sandbox-{}-{count}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for the sandbox");
        let mut process = Command::new(binary())
            .args(["--port", "0", "--while-pid", &process::id().to_string(), "--data"])
            .arg(folder.join("data.sqlite"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the sandbox starts");
        let mut first = String::new();
        let output = process.stdout.take().expect("standard output");
        BufReader::new(output).read_line(&mut first).expect("the sandbox prints a line");
        let url = first.trim().strip_prefix("listening on ").expect("the sandbox prints its URL");
        Self { url: url.to_owned(), process, folder }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // If this fails, the sandbox still ends with this process, and the folder stays in `target`.
        drop(self.process.kill().and_then(|()| self.process.wait()));
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// The binary of the sandbox: the one that `TADWINA_SANDBOX_BIN` names, or else one that is built here.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| env::var_os("TADWINA_SANDBOX_BIN").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    // The binary of this test is in target/PROFILE/deps.
    let test = env::current_exe().expect("the path of this test");
    let folder = test.parent().and_then(Path::parent).expect("the folder of the profile");
    let profile = match folder.file_name().and_then(|name| name.to_str()) {
        Some("debug") | None => "dev",
        Some(profile) => profile,
    };
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "tadwina-sandbox", "--profile", profile])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", folder.parent().expect("the target folder"))
        .status()
        .expect("cargo runs");
    assert!(built.success(), "cargo build --package tadwina-sandbox failed");
    folder.join(format!("tadwina-sandbox{}", env::consts::EXE_SUFFIX))
}
