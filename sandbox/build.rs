//! The content is compiled in; cargo has to be told that it can change.
fn main() {
    println!("cargo:rerun-if-changed=content");
}
