//! tadwina in a page of its own.

fn main() {
    #[cfg(target_arch = "wasm32")]
    tadwina::mount::mount_page();
}
