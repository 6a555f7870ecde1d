// One style sheet for all shadow roots: a constructable one, which no Content-Security-Policy forbids.

const sheets = new Map();

/** The sheet of these rules. */
export function sheet(css) {
  if (!sheets.has(css)) {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return sheets.get(css);
}
