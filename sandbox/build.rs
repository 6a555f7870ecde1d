//! The content is compiled into the binary, so Cargo has to rebuild it when the content changes.
fn main() {
    println!("cargo:rerun-if-changed=content");
}
