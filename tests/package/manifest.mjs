// Reads the custom elements manifest, which the tests compare with the documentation, the types and the elements.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { customElements } from '../../embed/package/assemble.mjs';
import { root } from './installed.mjs';

/** The manifest in `folder`. */
export const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));

/** The manifest of the current sources. */
export async function manifestNow(name) {
  const folder = root(`target/package-tests/${name}`);
  mkdirSync(folder, { recursive: true });
  await customElements(folder);
  return manifestOf(folder);
}

/** The classes of the elements. */
export const elementsOf = ({ modules: [{ declarations }] }) =>
  declarations.filter(({ customElement }) => customElement);

/** All attributes, events and the like of the elements, each once, with the tags of the elements that have it. */
export function all(manifest, sort) {
  const found = new Map();
  for (const element of elementsOf(manifest)) {
    for (const each of element[sort]) {
      const known = found.get(each.name) ?? { ...each, of: [] };
      known.of.push(element.tagName);
      found.set(each.name, known);
    }
  }
  return [...found.values()];
}

/** The literal values of a type; none where the type has no literals. */
export const valuesOf = ({ type: { text } }) => [...text.matchAll(/'([^']*)'/g)].map(([, value]) => value);

/** The fields in the detail of an event, each with its type. */
export function detailOf({ type: { text } }) {
  const [, body] = /^CustomEvent<\{(.*)\}>$/.exec(text) ?? [];
  return Object.fromEntries(
    (body ?? '')
      .split(';')
      .map((field) => field.trim())
      .filter(Boolean)
      .map((field) => field.split(': ')),
  );
}
