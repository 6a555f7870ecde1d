//! The browser's own knowledge of graphemes.
//!
//! One call makes the list of all clusters: calling JavaScript for each of them would take longer.

use js_sys::{Array, Function, Intl, JsString, Object, RegExp};
use wasm_bindgen::prelude::*;

use crate::browser::graphemes::{but, grapheme_pattern};

#[wasm_bindgen]
extern "C" {
    /// `Intl.Segmenter`, which browsers before 2024 may lack.
    #[wasm_bindgen(thread_local_v2, js_namespace = Intl, js_name = Segmenter)]
    static SEGMENTER_CLASS: Option<Function>;
}

thread_local! {
    static SEGMENTER: Option<Intl::Segmenter> = SEGMENTER_CLASS.with(Option::is_some).then(|| {
        // Without options it segments into graphemes.
        Intl::Segmenter::new(&Array::of1(&JsValue::from_str("und")), &Object::new())
    });
    /// In its place.
    static PATTERN: RegExp = RegExp::new(&grapheme_pattern(but), "gu");
}

/// The extended grapheme clusters of `text`, each with the `index` at which it begins.
fn clusters(text: &str) -> Array {
    SEGMENTER.with(|segmenter| match segmenter {
        Some(segmenter) => Array::from(&segmenter.segment(text)),
        None => Array::from(&PATTERN.with(|pattern| JsString::from(text).match_all(pattern))),
    })
}

/// How many extended grapheme clusters there are.
pub fn graphemes(text: &str) -> usize {
    clusters(text).length() as usize
}

/// Where the clusters above `limit` begin, in UTF-16 code units.
pub fn excess_start(text: &str, limit: usize) -> Option<usize> {
    let excess = clusters(text).get(u32::try_from(limit).ok()?);
    // Segments and matches have the same property.
    let excess: Intl::SegmentData = (!excess.is_undefined()).then(|| excess.unchecked_into())?;
    Some(excess.index() as usize)
}
