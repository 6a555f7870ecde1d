//! The process of the sandbox: its first line of output, its port, its end.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

/// A running sandbox. It ends when it is dropped.
struct Sandbox {
    process: Child,
    output: BufReader<ChildStdout>,
    _folder: tempfile::TempDir,
}

impl Sandbox {
    fn start(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_tadwina-sandbox"))
            .args(["--port", "0", "--data"])
            .arg(folder.path().join("data.sqlite"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        Self { process, output, _folder: folder }
    }

    fn address(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().strip_prefix("listening on http://").unwrap_or_else(|| panic!("{line}")).to_owned()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended already.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

#[test]
fn the_first_line_of_output_is_the_address() {
    let mut sandbox = Sandbox::start(&[]);
    let address = sandbox.address();
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /wp-json/?_fields=home HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    assert!(
        response.starts_with("HTTP/1.1 200")
            && response.ends_with(&format!(r#"{{"home":"http://{address}"}}"#)),
        "{response}"
    );
}

#[test]
fn the_sandbox_ends_with_the_process_that_it_watches() {
    let mut watched = Command::new("sleep").arg("60").spawn().unwrap();
    let mut sandbox = Sandbox::start(&["--while-pid", &watched.id().to_string()]);
    sandbox.address();
    watched.kill().unwrap();
    watched.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    while sandbox.process.try_wait().unwrap().is_none() {
        assert!(Instant::now() < deadline, "it still runs");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(sandbox.process.wait().unwrap().success());
}

#[test]
fn the_error_names_a_port_in_use() {
    let mut first = Sandbox::start(&[]);
    let address = first.address();
    let port = address.rsplit(':').next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let second = Command::new(env!("CARGO_BIN_EXE_tadwina-sandbox"))
        .args(["--port", port, "--data"])
        .arg(folder.path().join("data.sqlite"))
        .output()
        .unwrap();
    let message = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && message.contains(port) && message.contains("--port"), "{message}");
}
