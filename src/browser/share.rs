//! The share sheet and the clipboard of the device. Either may be missing: without HTTPS, or in a frame that may
//! not use them. Nothing calls them natively: they belong to presses of a button.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, DomException, Navigator, ShareData};

use super::console::logged;

#[wasm_bindgen]
extern "C" {
    /// A navigator of which some members may be missing; web-sys takes them for granted.
    #[wasm_bindgen(extends = Navigator)]
    type Device;

    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Device) -> Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Device, data: &ShareData) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Device, data: &ShareData) -> Result<Promise, JsValue>;
}

fn device() -> Device {
    window().navigator().unchecked_into()
}

fn share_data(title: &str, url: &str) -> ShareData {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    data
}

/// Whether the platform has a share sheet for this link.
pub fn can_share(title: &str, url: &str) -> bool {
    // Where the method is missing, the call fails.
    device().can_share(&share_data(title, url)).unwrap_or(false)
}

/// Opens the share sheet. False where it refused; closing it without sharing is no refusal.
pub async fn share(title: &str, url: &str) -> bool {
    let shared = match device().share(&share_data(title, url)) {
        Ok(sharing) => JsFuture::from(sharing).await,
        Err(error) => Err(error),
    };
    match shared {
        Ok(_) => true,
        Err(error) => error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError"),
    }
}

/// Copies `text`. False where the clipboard is missing or refuses.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = device().clipboard() else { return false };
    logged(JsFuture::from(clipboard.write_text(text)).await).is_some()
}
