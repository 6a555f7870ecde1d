// Where the bytes of a WASM are, before compression: by crate, and by generic item with the number of its copies. It reads
// the name section, so the build must have kept it:
//
//   CARGO_PROFILE_RELEASE_STRIP=false sh scripts/with-small-std.sh trunk build --release --dist target/named
//   node bench/wasm-size.mjs target/named/*.wasm [ROWS]

import { readFileSync } from 'node:fs';
import { print } from './measure.mjs';

const SECTIONS = { custom: 0, import: 2, code: 10, data: 11 };
const FUNCTION_NAMES = 1;
const FUNCTION_IMPORT = 0;

/** Reads numbers and strings of a WASM from `at` on. */
function reader(bytes, at = 0) {
  let place = at;
  return {
    get place() {
      return place;
    },
    skip(count) {
      place += count;
    },
    byte: () => bytes[place++],
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[place++];
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return value;
      }
    },
    string() {
      const length = this.number();
      place += length;
      return new TextDecoder().decode(bytes.subarray(place - length, place));
    },
  };
}

function* sections(bytes) {
  const file = reader(bytes, 8);
  while (file.place < bytes.length) {
    const id = file.byte();
    const length = file.number();
    yield { id, from: file.place, end: file.place + length };
    file.skip(length);
  }
}

/** How many functions are imported: the numbers of the others begin after them. */
function importedFunctions(bytes, from) {
  const file = reader(bytes, from);
  let functions = 0;
  for (let left = file.number(); left > 0; left -= 1) {
    file.string();
    file.string();
    const kind = file.byte();
    if (kind === FUNCTION_IMPORT) {
      functions += 1;
      file.number();
    } else {
      // A table, a memory or a global; wasm-bindgen's files import none of them before functions end.
      throw new Error('the WASM imports more than functions');
    }
  }
  return functions;
}

/** The names by the number of the function. */
function functionNames(bytes, from, end) {
  const file = reader(bytes, from);
  const names = new Map();
  if (file.string() !== 'name') return names;
  while (file.place < end) {
    const kind = file.byte();
    const length = file.number();
    if (kind !== FUNCTION_NAMES) {
      file.skip(length);
      continue;
    }
    for (let left = file.number(); left > 0; left -= 1) {
      const index = file.number();
      names.set(index, file.string());
    }
  }
  return names;
}

/** Every function with its name and size. */
function functions(bytes) {
  let imported = 0;
  let names = new Map();
  const sizes = [];
  for (const { id, from, end } of sections(bytes)) {
    if (id === SECTIONS.import) imported = importedFunctions(bytes, from);
    if (id === SECTIONS.custom) names = new Map([...names, ...functionNames(bytes, from, end)]);
    if (id !== SECTIONS.code) continue;
    const file = reader(bytes, from);
    for (let left = file.number(); left > 0; left -= 1) {
      const size = file.number();
      sizes.push(size);
      file.skip(size);
    }
  }
  if (names.size === 0) throw new Error('no names: see the head of bench/wasm-size.mjs');
  return sizes.map((size, index) => ({
    size,
    name: (names.get(imported + index) ?? '?').replace(/\[[0-9a-f]+\]/g, ''),
  }));
}

/** `name` without what it was compiled for: `Vec<u8>::push` and `Vec<u16>::push` are copies of one. */
function generic(name) {
  let depth = 0;
  let kept = '';
  const inner = name.replace(/^</, '').replaceAll('->', '→');
  for (const letter of inner) {
    if (letter === '<') depth += 1;
    if (depth <= 0) kept += letter;
    if (letter === '>') depth -= 1;
  }
  return kept.replace(/\{closure#\d+\}/g, '{closure}').replace(/::(?=::)/g, '');
}

/** The crate whose source has the function; the methods of `str`, slices and numbers are in `core`. */
function crate(name) {
  const begin = name.replace(/^[<&(*]*(?:\[|dyn |mut )*/, '');
  if (/^[a-z0-9]+>::/.test(begin)) return 'core';
  return /^[a-z_][a-z0-9_]*(?=::)/i.exec(begin)?.[0] ?? 'other';
}

function grouped(all, key) {
  const groups = new Map();
  for (const { name, size } of all) {
    const group = groups.get(key(name)) ?? { size: 0, copies: 0 };
    groups.set(key(name), { size: group.size + size, copies: group.copies + 1 });
  }
  return [...groups].sort(([, a], [, b]) => b.size - a.size);
}

const [path, rows = '25'] = process.argv.slice(2);
const bytes = readFileSync(path);
const all = functions(bytes);
const code = all.reduce((sum, { size }) => sum + size, 0);
const data = [...sections(bytes)].find(({ id }) => id === SECTIONS.data);
const kb = (size) => `${(size / 1000).toFixed(1)} KB`;
console.log(`${path}: code ${kb(code)} in ${all.length} functions, data ${kb(data.end - data.from)}`);
for (const [what, key] of [
  ['crate', crate],
  ['item', generic],
  ['function', (name) => name],
]) {
  print(
    grouped(all, key)
      .slice(0, Number(rows))
      .map(([name, { size, copies }]) => ({
        [what]: name.slice(0, 110),
        code: kb(size),
        share: `${((100 * size) / code).toFixed(1)} %`,
        functions: copies,
      })),
  );
}
