// Translations of the WordPress plugin: from gettext's text files to the two forms that WordPress reads.

/** Entries of a .po file: `[context + U+0004 + text, translation]`, as both forms name them; the header under ''. */
export function entries(po) {
  const found = [];
  let entry = {};
  let field = null;
  const end = () => {
    if (entry.msgid !== undefined) {
      found.push([entry.msgctxt === undefined ? entry.msgid : `${entry.msgctxt}\u0004${entry.msgid}`, entry.msgstr]);
    }
    entry = {};
  };
  for (const line of po.split('\n')) {
    const [, name, text] = line.match(/^(msgctxt|msgid|msgstr)? ?(".*")$/) ?? [];
    if (line.trim() === '') end();
    if (text === undefined) continue;
    if (name) field = name;
    entry[field] = (entry[field] ?? '') + JSON.parse(text);
  }
  end();
  return found;
}

/** The binary form, for PHP. */
export function mo(po) {
  const sorted = entries(po)
    .map((pair) => pair.map((text) => Buffer.from(text)))
    .sort(([a], [b]) => Buffer.compare(a, b));
  const HEAD = 28;
  const tables = HEAD + 16 * sorted.length;
  const head = Buffer.alloc(tables);
  for (const [index, word] of [0x950412de, 0, sorted.length, HEAD, HEAD + 8 * sorted.length, 0, tables].entries()) {
    head.writeUInt32LE(word, 4 * index);
  }
  const texts = [];
  let offset = tables;
  for (const side of [0, 1]) {
    for (const [index, pair] of sorted.entries()) {
      const at = HEAD + 8 * (side * sorted.length + index);
      head.writeUInt32LE(pair[side].length, at);
      head.writeUInt32LE(offset, at + 4);
      texts.push(pair[side], Buffer.alloc(1)); // each text ends with a zero byte
      offset += pair[side].length + 1;
    }
  }
  return Buffer.concat([head, ...texts]);
}

/** The form for scripts. */
export function json(po, locale) {
  const messages = Object.fromEntries(
    entries(po)
      .filter(([text]) => text !== '')
      .map(([text, translation]) => [text, [translation]]),
  );
  return JSON.stringify({
    domain: 'messages',
    locale_data: { messages: { '': { domain: 'messages', lang: locale }, ...messages } },
  });
}
