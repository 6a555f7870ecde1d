// The custom elements manifest follows the published schema and agrees with the documentation and the style sheets.
// Run by `node --test`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import Ajv from 'ajv';
import { root } from './installed.mjs';
import { all, detailOf, elementsOf, manifestNow, valuesOf } from './manifest.mjs';

const docs = readFileSync(root('docs/embedding.md'), 'utf8');
const attributeList = readFileSync(root('docs/generated/attributes.md'), 'utf8');
const manifest = await manifestNow('manifest');
const TAGS = ['tadwina-article', 'tadwina-comments', 'tadwina-share', 'tadwina-blog'];

/** The section below a heading of docs/embedding.md. */
function section(title) {
  const [, text] = new RegExp(String.raw`^## ${title}\n([\s\S]*?)(?=^## |$(?![\s\S]))`, 'm').exec(docs) ?? [];
  assert.ok(text, `docs/embedding.md has no section ${title}`);
  return text;
}

/** The rows of the first table in a text, without the header. */
function table(text) {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

const inCode = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
const namesOf = (all) => all.map(({ name }) => name).sort();

test('the manifest follows the schema', () => {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.validate(schema, manifest);
  assert.deepEqual(ajv.errors ?? [], []);
});

test('every element has a class, a registration and no duplicate names', () => {
  const [{ declarations, exports }, ...registering] = manifest.modules;
  const classes = declarations.filter(({ customElement }) => customElement);
  assert.deepEqual(
    classes.map(({ tagName }) => tagName),
    TAGS,
  );
  assert.deepEqual(
    exports.map(({ name }) => name).sort(),
    [...classes.map(({ name }) => name), 'define', 'mount'].sort(),
  );
  for (const { exports: definitions } of registering) {
    assert.deepEqual(
      definitions.map(({ name }) => name),
      classes.map(({ tagName }) => tagName),
    );
  }
  for (const each of classes) {
    for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      const names = namesOf(each[list]);
      assert.equal(new Set(names).size, names.length, `${each.name}: ${list}`);
    }
  }
});

test('the documentation has the same elements', () => {
  assert.deepEqual(
    table(section('Elements')).map(([tag]) => tag),
    TAGS.map((tag) => `\`<${tag}>\``),
  );
});

test('the documentation has the same attributes', () => {
  const rows = new Map(table(attributeList).map((row) => [inCode(row[0])[0], row]));
  const attributes = all(manifest, 'attributes');
  assert.deepEqual([...rows.keys()].sort(), namesOf(attributes));
  for (const { name, of, default: value, description, ...attribute } of attributes) {
    const [, where, values, otherwise, meaning] = rows.get(name);
    const expected = of.length === TAGS.length ? ['all'] : of.map((tag) => tag.slice('tadwina-'.length));
    assert.deepEqual(where.split(', '), expected, `${name}: elements`);
    assert.deepEqual(inCode(values), valuesOf(attribute), `${name}: values`);
    assert.equal(inCode(otherwise)[0], value, `${name}: default`);
    assert.equal(meaning, description, `${name}: meaning`);
  }
});

test('the documentation has the same events', () => {
  const rows = new Map(table(section('Events')).map((row) => [inCode(row[0])[0], row]));
  const events = all(manifest, 'events');
  assert.deepEqual([...rows.keys()].sort(), namesOf(events));
  for (const event of events) {
    const [, fields, when] = rows.get(event.name);
    assert.deepEqual(fields.match(/[a-z]+/g) ?? [], Object.keys(detailOf(event)), `${event.name}: detail`);
    const isCancelable = /\bcancelable\b/i;
    assert.equal(isCancelable.test(when), isCancelable.test(event.description), `${event.name}: cancelable`);
  }
});

test('each element has its own events, parts and slots', () => {
  const article = elementsOf(manifest).find(({ tagName }) => tagName === 'tadwina-article');
  const share = elementsOf(manifest).find(({ tagName }) => tagName === 'tadwina-share');
  for (const list of [article.events, article.cssParts, article.slots, article.cssProperties])
    assert.ok(list.length > 3);
  assert.deepEqual(namesOf(share.events), ['tadwina-error', 'tadwina-ready', 'tadwina-share']);
  assert.deepEqual(namesOf(share.cssParts), ['error', 'share-button', 'share-menu']);
  assert.deepEqual(namesOf(share.slots), ['', 'footer', 'header']);
});

test('the documentation has the same parts and slots', () => {
  const styles = section('Styles');
  const [, partList] = /Parts for `::part\(\)`:([^.]*)\./.exec(styles) ?? [];
  assert.ok(partList, 'a list of parts');
  assert.deepEqual(inCode(partList).sort(), namesOf(all(manifest, 'cssParts')));
  const [, slotList] = /Slots:([^.]*)\./.exec(styles) ?? [];
  assert.ok(slotList, 'a list of slots');
  assert.deepEqual(inCode(slotList).sort(), namesOf(all(manifest, 'slots')).filter(Boolean));
});

test('the style sheets use the same custom properties, and the manifest has their defaults', () => {
  const sheets = ['style/tokens.css', 'embed/src/embed.css'].map((path) => readFileSync(root(path), 'utf8')).join('\n');
  const used = new Set([...sheets.matchAll(/var\(\s*(--tadwina-[a-z-]+)/g)].map(([, name]) => name));
  for (const { name, cssProperties } of elementsOf(manifest)) {
    assert.deepEqual(namesOf(cssProperties), [...used].sort(), name);
    const defaults = new Map(cssProperties.map((each) => [each.name, each.default]));
    assert.equal(defaults.get('--tadwina-paper'), undefined, "the page's own");
    assert.match(defaults.get('--tadwina-size-arabic'), /^clamp\(.*\)$/);
    assert.equal(defaults.get('--tadwina-unit'), '1rem');
    assert.equal(defaults.get('--tadwina-font-arabic'), undefined, "the page's own");
  }
});
