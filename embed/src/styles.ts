// The style sheets of the shadow roots. Constructable ones: no Content-Security-Policy forbids them. Not Rust: the sheet
// is also there for the message that no WASM could be loaded.

/** By document: documents cannot share a constructed sheet. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** The style sheet with these rules; every shadow root in the document of `view` shares it. */
export function styleSheet(css: string, view: Window & typeof globalThis): CSSStyleSheet {
  const known = sheets.get(view.document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(view.document, known);
  let sheet = known.get(css);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return sheet;
}
