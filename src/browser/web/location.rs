//! Where the reader is, and how links lead on without loading a page.

use leptos::prelude::*;

use super::{device::Watch, glue};
use crate::browser::Root;

/// The address of the page below `base`, path and query, followed through the links of `root` and through
/// the history.
pub fn location(root: Root, base: &str) -> ReadSignal<String> {
    let (address, set_address) = signal(glue::address(base));
    let watch = Watch::new(
        |changed| glue::follow_address(root.number(), base, changed),
        Box::new(move |now| set_address.set(now)),
    );
    // Until the page goes.
    StoredValue::new_local(watch);
    address
}
