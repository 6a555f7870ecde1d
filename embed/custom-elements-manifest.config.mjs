// What the custom elements manifest says besides the comments of the classes in src/elements.ts: attributes as in the
// generated table, events as in src/events.ts, defaults as in the style sheets, modules as in the package.

import { readFileSync } from 'node:fs';

import { transformSync } from 'esbuild';

const MODULE = 'index.js';

/** The comment before a declaration: its text, and its tag `@default`. */
function comment({ jsDoc: [doc] = [] }) {
  const value = doc?.tags?.find(({ tagName }) => tagName.text === 'default')?.comment;
  return { description: doc?.comment, ...(value && { default: value }) };
}

/** The value of an expression that is as in JSON. */
const literal = (node) => node.elements?.map(literal) ?? node.text ?? true;

const fields = (object) =>
  Object.fromEntries(object.properties.map((each) => [each.name.text, literal(each.initializer)]));

/** Attributes and their properties out of src/generated/attributes.ts. */
function attributes() {
  let table;
  return {
    name: 'attributes',
    collectPhase({ ts, node }) {
      if (!ts.isVariableDeclaration(node) || node.name.text !== 'ATTRIBUTES') return;
      const { properties } = node.initializer.expression;
      table = properties.map((each) => ({ property: each.name.text, ...comment(each), ...fields(each.initializer) }));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsOf(customElementsManifest)) {
        const own = table.filter(({ elements }) => elements.includes(element.tagName.slice('tadwina-'.length)));
        element.attributes = own.map(({ name, property, description, values, isNumber, default: value }) => ({
          name,
          fieldName: property,
          type: { text: values ? union(values) : isNumber ? 'number' : 'string' },
          description,
          ...(value && { default: value }),
        }));
        element.members = own.map(({ name, property, description, values, isNumber }) => ({
          kind: 'field',
          name: property,
          type: { text: `${values ? union(values) : isNumber ? 'number | string' : 'string'} | null` },
          description,
          attribute: name,
          reflects: true,
        }));
      }
    },
  };
}

const union = (values) => values.map((value) => `'${value}'`).join(' | ');

/** Types and descriptions of the events out of src/events.ts. */
function events() {
  const types = new Map();
  return {
    name: 'events',
    collectPhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node) || !node.name.text.endsWith('Event')) return;
      const text = node.type.getText().replaceAll(/;?\s+/g, (space) => (space.startsWith(';') ? '; ' : ' '));
      types.set(node.name.text, { text, description: comment(node).description });
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsOf(customElementsManifest)) {
        element.events = element.events.map(({ name, type: { text: type } }) => {
          const { text, description } = types.get(type);
          return { name, type: { text, references: [{ name: type, module: MODULE }] }, description };
        });
      }
    },
  };
}

/** Every `--tadwina-*` of the style sheets with its default, undefined for none. The last sheet wins. */
function defaults() {
  const sheets = ['../style/tokens.css', 'src/embed.css'].map((path) => {
    const css = readFileSync(new URL(path, import.meta.url), 'utf8');
    return transformSync(css, { loader: 'css', minifyWhitespace: true }).code;
  });
  return new Map(
    sheets
      .flatMap((css) => [...css.matchAll(/:\s*var\(\s*(--tadwina-[a-z-]+)\s*(?:,([^;}]+))?\)[;}]/g)])
      .map(([, ...pair]) => pair),
  );
}

/** Defaults of the custom properties; their `type` becomes the `syntax` of the schema. */
function customProperties() {
  return {
    name: 'custom-properties',
    packageLinkPhase({ customElementsManifest }) {
      const known = defaults();
      for (const element of elementsOf(customElementsManifest)) {
        element.cssProperties = element.cssProperties.map(({ name, description, type }) => {
          if (!known.has(name)) throw new Error(`no style sheet reads ${name}`);
          const written = known.get(name)?.trim();
          // Colours out of what is around the element: the page's own.
          const value = written?.startsWith('var(--td-around') ? undefined : written;
          return { name, description, ...(value && { default: value }), ...(type && { syntax: type.text }) };
        });
      }
    },
  };
}

/** The modules of the package in place of those of the sources. */
function modules() {
  return {
    name: 'modules',
    packageLinkPhase({ customElementsManifest }) {
      const elements = elementsOf(customElementsManifest);
      for (const element of elements) {
        element.superclass = { name: 'HTMLElement', package: 'global:' };
        for (const each of [...element.slots, ...element.cssParts]) delete each.inheritedFrom;
      }
      const functions = declarationsOf(customElementsManifest).filter(({ kind }) => kind === 'function');
      const declarations = [...elements, ...functions.filter(({ name }) => ['define', 'mount'].includes(name))];
      const module = (path, summary, rest) => ({ kind: 'javascript-module', path, summary, ...rest });
      const reference = (name) => ({ name, module: MODULE });
      const exports = declarations.map(({ name }) => ({ kind: 'js', name, declaration: reference(name) }));
      const definitions = elements.map(({ name, tagName }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: reference(name),
      }));
      Object.assign(customElementsManifest, {
        schemaVersion: '2.1.0',
        readme: 'README.md',
        modules: [
          module(MODULE, 'The elements, and `mount`. Importing it registers nothing.', { declarations, exports }),
          module('define.js', 'Importing it registers the elements.', { exports: definitions }),
          module('tadwina.js', 'The same for a script tag.', { exports: definitions }),
        ],
      });
    },
  };
}

const declarationsOf = ({ modules }) => modules.flatMap(({ declarations = [] }) => declarations);

const elementsOf = (manifest) => declarationsOf(manifest).filter(({ tagName }) => tagName);

export default {
  globs: ['embed/src/{elements,events,mount}.ts', 'embed/src/generated/attributes.ts'],
  packagejson: false,
  quiet: true,
  plugins: [attributes(), events(), customProperties(), modules()],
};
