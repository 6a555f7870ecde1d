// The style sheets of the shadow roots. Constructable ones: no Content-Security-Policy forbids them. Not Rust: the sheet
// is also there for the message that no WASM could be loaded.

const sheets = new Map<string, CSSStyleSheet>();

/** The style sheet with these rules; every shadow root shares it. */
export function styleSheet(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}
