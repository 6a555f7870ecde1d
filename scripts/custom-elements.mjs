// The custom elements manifest of the package, made from embed/package/elements.mjs: what editors and
// documentation tools read.
//
//   node scripts/custom-elements.mjs > custom-elements.json

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { attributes, camel, cssProperties, elements, events, of, parts, slots } from '../embed/package/elements.mjs';

const MODULE = 'index.js';

/** The text from `start` to the parenthesis that closes the one open there. */
function within(source, start) {
  let depth = 1;
  let end = start;
  for (; depth > 0; end += 1) {
    if (source[end] === undefined) throw new Error('a parenthesis that is never closed');
    if (source[end] === '(') depth += 1;
    if (source[end] === ')') depth -= 1;
  }
  return source.slice(start, end - 1);
}

/** Every `--tadwina-*` that a style sheet asks for, with the value in its place, undefined for none. */
function asked(css) {
  return [...css.matchAll(/var\(\s*(--tadwina-[a-z-]+)\s*([,)])/g)].map(({ 0: opening, 1: name, 2: next, index }) => [
    name,
    next === ',' ? within(css, index + opening.length).replace(/\s+/g, ' ').trim() : undefined,
  ]);
}

/** The same of all sheets of an element: the last, which says what is different within a page, wins. */
export function customProperties() {
  const sheets = ['style/tokens.css', 'embed/src/embed.css'];
  return new Map(sheets.flatMap((path) => asked(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))));
}

const union = (values) => values.map((value) => `'${value}'`).join(' | ');

const described = ({ name, description }) => ({ name, description });

function attribute({ name, values, number, description, default: value, otherwise }) {
  const type = values ? union(values) : number ? 'number' : 'string';
  return {
    name,
    fieldName: camel(name),
    type: { text: type },
    description: otherwise ? `${description} Default: ${otherwise}.` : description,
    ...(value !== undefined && { default: value }),
  };
}

/** A property: it reads what the attribute says, and removes it for null. */
function field({ name, values, number, description }) {
  const type = values ? union(values) : number ? 'number | string' : 'string';
  return {
    kind: 'field',
    name: camel(name),
    type: { text: `${type} | null` },
    description,
    attribute: name,
    reflects: true,
  };
}

function event({ name, type, detail, cancelable, description }) {
  const fields = Object.entries(detail).map(([field, fieldType]) => `${field}: ${fieldType}`);
  const text = fields.length > 0 ? `{ ${fields.join('; ')} }` : '{}';
  return {
    name,
    type: { text: `CustomEvent<${text}>`, references: [{ name: type, module: MODULE }] },
    description: cancelable ? `${description} Cancelable.` : description,
  };
}

function declaration(kind, properties) {
  const { class: name, summary, description } = elements[kind];
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName: `tadwina-${kind}`,
    summary,
    description,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: of(kind, attributes).map(attribute),
    members: of(kind, attributes).map(field),
    events: of(kind, events).map(event),
    slots: of(kind, slots).map(described),
    cssParts: of(kind, parts).map(described),
    cssProperties: properties,
  };
}

const FUNCTIONS = [
  {
    kind: 'function',
    name: 'define',
    description: 'Registers the elements, those that the page does not have yet.',
    parameters: [],
    return: { type: { text: 'void' } },
  },
  {
    kind: 'function',
    name: 'mount',
    description: 'Shows the like of an element in any element; events are dispatched on it.',
    parameters: [
      { name: 'target', type: { text: 'Element' } },
      { name: 'kind', type: { text: 'Kind' } },
      { name: 'options', type: { text: 'Options[Kind]' }, optional: true },
    ],
    return: { type: { text: 'Promise<Mounted>' } },
  },
];

/** The manifest, in the form of the published schema 2.1.0. */
export function customElements() {
  const values = customProperties();
  const properties = cssProperties.map(({ name, syntax, description }) => {
    if (!values.has(name)) throw new Error(`no style sheet asks for ${name}`);
    const value = values.get(name);
    return { name, description, ...(value && { default: value }), ...(syntax && { syntax }) };
  });
  const kinds = Object.keys(elements);
  const declarations = [...kinds.map((kind) => declaration(kind, properties)), ...FUNCTIONS];
  const registering = kinds.map((kind) => ({
    kind: 'custom-element-definition',
    name: `tadwina-${kind}`,
    declaration: { name: elements[kind].class, module: MODULE },
  }));
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        summary: 'The elements, and `mount`. Importing it registers nothing.',
        declarations,
        exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: MODULE } })),
      },
      {
        kind: 'javascript-module',
        path: 'define.js',
        summary: 'Importing it registers the elements.',
        exports: registering,
      },
      {
        kind: 'javascript-module',
        path: 'tadwina.js',
        summary: 'The same for a script tag.',
        exports: registering,
      },
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(customElements(), null, 2));
}
