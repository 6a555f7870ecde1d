//! The sandbox as a process of its own, on throwaway data.

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

/// A running sandbox; ends with its owner.
#[derive(Debug)]
pub struct Sandbox {
    /// Where it stands, without a slash at the end.
    pub url: String,
    process: Child,
    folder: PathBuf,
}

impl Sandbox {
    /// Starts one with `arguments`.
    pub fn start(arguments: &[&str]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sandbox-{}-{count}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for the sandbox");
        let mut process = Command::new(program())
            .args(["--port", "0", "--while-pid", &process::id().to_string(), "--data"])
            .arg(folder.join("data.sqlite"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the sandbox starts");
        let mut first = String::new();
        let output = process.stdout.take().expect("standard output");
        BufReader::new(output).read_line(&mut first).expect("the sandbox says something");
        let url = first.trim().strip_prefix("listening on ").expect("the sandbox says where it listens");
        Self { url: url.to_owned(), process, folder }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // Whatever fails here leaves a process that ends with this one, and a folder below `target`.
        drop(self.process.kill().and_then(|()| self.process.wait()));
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// The program: the one that `TADWINA_SANDBOX_BIN` names, or built here.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| env::var_os("TADWINA_SANDBOX_BIN").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    // This test stands in target/PROFILE/deps.
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
