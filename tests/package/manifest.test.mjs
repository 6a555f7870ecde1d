// The custom elements manifest: valid by the published schema, and docs/embedding.md and the style sheets
// say the same. Run by `node --test`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import Ajv from 'ajv';

import { attributes, cssProperties, elements, events, parts, slots } from '../../embed/package/elements.mjs';
import { customElements, customProperties } from '../../scripts/custom-elements.mjs';
import { root } from './installed.mjs';

const docs = readFileSync(root('docs/embedding.md'), 'utf8');
const manifest = customElements();
const kinds = Object.keys(elements);

/** The part of the page below a heading. */
function section(title) {
  const [, text] = new RegExp(`^## ${title}\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(docs) ?? [];
  assert.ok(text, `docs/embedding.md has no section ${title}`);
  return text;
}

/** The rows of the first table in a text, without its head. */
function table(text) {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => row.slice(1, row.lastIndexOf('|')).split(' | ').map((cell) => cell.trim()));
}

const inCode = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
const named = (all) => all.map(({ name }) => name).sort();

test('the manifest is valid', () => {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.validate(schema, manifest);
  assert.deepEqual(ajv.errors ?? [], []);
});

test('every element has its class, its registration and no name twice', () => {
  const [{ declarations, exports }, ...registering] = manifest.modules;
  const classes = declarations.filter(({ customElement }) => customElement);
  assert.deepEqual(classes.map(({ tagName }) => tagName), kinds.map((kind) => `tadwina-${kind}`));
  assert.deepEqual(exports.map(({ name }) => name).sort(), [...classes.map(({ name }) => name), 'define', 'mount'].sort());
  for (const { exports: definitions } of registering) {
    assert.deepEqual(definitions.map(({ name }) => name), classes.map(({ tagName }) => tagName));
  }
  for (const each of classes) {
    for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      const names = named(each[list]);
      assert.equal(new Set(names).size, names.length, `${each.name}: ${list}`);
    }
  }
});

test('the documentation has the same elements', () => {
  assert.deepEqual(table(section('Elements')).map(([tag]) => tag), kinds.map((kind) => `\`<tadwina-${kind}>\``));
});

test('the documentation has the same attributes', () => {
  const rows = table(section('Attributes'));
  assert.deepEqual(rows.map(([name]) => inCode(name)[0]), attributes.map(({ name }) => name));
  for (const [index, { name, of, values, default: value }] of attributes.entries()) {
    const [, where, meaning, otherwise] = rows[index];
    const expected = of.length === kinds.length ? ['all'] : of;
    assert.deepEqual(where.split(', '), expected, `${name}: elements`);
    if (value !== undefined) assert.equal(inCode(otherwise)[0], value, `${name}: default`);
    for (const each of values ?? []) assert.ok(inCode(meaning).includes(each), `${name}: the value ${each}`);
  }
});

test('the documentation has the same events', () => {
  const rows = table(section('Events'));
  assert.deepEqual(rows.map(([name]) => inCode(name)[0]), events.map(({ name }) => name));
  for (const [index, { name, detail, cancelable = false }] of events.entries()) {
    const [, fields, when] = rows[index];
    assert.deepEqual(fields.match(/[a-z]+/g) ?? [], Object.keys(detail), `${name}: detail`);
    assert.equal(/\bcancelable\b/.test(when), cancelable, `${name}: cancelable`);
  }
});

test('the documentation has the same parts and slots', () => {
  const looks = section('Looks');
  const [, partList] = /Parts for `::part\(\)`:([^.]*)\./.exec(looks) ?? [];
  assert.ok(partList, 'a list of parts');
  assert.deepEqual(inCode(partList).sort(), named(parts));
  const [, slotList] = /Slots:([^.]*)\./.exec(looks) ?? [];
  assert.ok(slotList, 'a list of slots');
  assert.deepEqual(inCode(slotList).sort(), named(slots).filter(Boolean));
});

test('the custom properties are those of the style sheets, with their defaults', () => {
  const known = customProperties();
  assert.deepEqual(named(cssProperties), [...known.keys()].sort());
  const listed = new Map(manifest.modules[0].declarations[0].cssProperties.map((each) => [each.name, each.default]));
  assert.match(listed.get('--tadwina-paper'), /^light-dark\(#\w+, #\w+\)$/);
  assert.equal(listed.get('--tadwina-font-arabic'), undefined, "the page's own");
});
