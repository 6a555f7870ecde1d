//! Typing for the reader: a button or a shortcut changes the text of a field, and the browser can undo it. Natively there is
//! no field, and nothing happens.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Event};

use super::{Host, console::logged};

impl Host {
    /// Sets the text of the field that is called `name`.
    pub fn set_field_text(self, name: &str, text: &str) {
        if let Some(field) = self.field(name) {
            field.set_value(text);
        }
    }

    /// The text of the field that is called `name`, and where the selection begins and ends (UTF-16 code units).
    pub fn selection(self, name: &str) -> Option<(String, usize, usize)> {
        let field = self.field(name)?;
        let (start, end) = (field.selection_start()?, field.selection_end()?);
        Some((field.text(), start as usize, end as usize))
    }

    /// Replaces a part of the text of the field that is called `name`, as typing would: the reader can undo it, and the field
    /// fires its event. Then selects another part. All positions are UTF-16 code units.
    pub fn replace_text(self, name: &str, (from, to): (usize, usize), text: &str, select: (usize, usize)) {
        let Some(field) = self.field(name) else { return };
        let position = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        logged(field.focus());
        logged(field.set_selection_range(position(from), position(to)));
        // The one way that the browser's undo knows of; Firefox before 89 has it not.
        if !insert_text(&self.document(), text) && logged(field.set_range_text(text)).is_some() {
            logged(Event::new("input").and_then(|event| field.dispatch_event(&event)));
        }
        logged(field.set_selection_range(position(select.0), position(select.1)));
    }
}

/// Types `text` where the focus is. False where the browser cannot.
fn insert_text(document: &Document, text: &str) -> bool {
    let document: &CommandDocument = document.unchecked_ref();
    logged(document.exec_command("insertText", false, text)).unwrap_or(false)
}

#[wasm_bindgen]
extern "C" {
    /// A document with its oldest function, which has no successor for this.
    #[wasm_bindgen(extends = Document)]
    type CommandDocument;

    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(
        this: &CommandDocument,
        command: &str,
        shows_ui: bool,
        value: &str,
    ) -> Result<bool, JsValue>;
}
