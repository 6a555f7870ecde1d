//! tadwina in a page of its own.

fn main() {
    tadwina::browser::start();
}
