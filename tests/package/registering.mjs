// What scripts find of the elements: nothing before they are registered, then the properties that the
// custom elements manifest lists.

import assert from 'node:assert/strict';

import { elementsOf, valuesOf } from './described.mjs';

/** A value that an attribute may have. */
const sample = (attribute) => (attribute.type.text === 'number' ? 7 : (valuesOf(attribute)[0] ?? 'fr'));

/**
 * Imports the package from `url`, where it is served as it is, and tries every property of every element in its custom
 * elements manifest.
 */
export async function registersAndReflects(browser, url, manifest) {
  const kinds = elementsOf(manifest).map(({ tagName: tag, name: className, attributes }) => ({
    tag,
    className,
    properties: attributes.map((each) => ({ name: each.name, property: each.fieldName, value: sample(each) })),
  }));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route('**/blank.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(`${url}blank.html`);
    const { before, wrong } = await page.evaluate(async (all) => {
      const tadwina = await import('/index.js');
      const before = all.filter(({ tag }) => customElements.get(tag)).map(({ tag }) => tag);
      // What is set before is not lost.
      const early = document.createElement(all[0].tag);
      early.api = '/early/';
      document.body.append(early);

      tadwina.define();
      tadwina.define();
      const wrong = [];
      const check = (holds, what) => holds || wrong.push(what);
      check(early.getAttribute('api') === '/early/', 'a property set before');
      for (const { tag, className, properties } of all) {
        check(customElements.get(tag) === tadwina[className], `${tag} is ${className}`);
        const element = document.createElement(tag);
        for (const { name, property, value } of properties) {
          check(element[property] === null, `${tag}.${property} is null at first`);
          element[property] = value;
          check(element.getAttribute(name) === String(value), `${tag}.${property} sets ${name}`);
          check(element[property] === String(value), `${tag}.${property} reads ${name}`);
          element[property] = null;
          check(!element.hasAttribute(name), `null removes ${tag}'s ${name}`);
          element[property] = value;
          element[property] = undefined;
          check(!element.hasAttribute(name), `undefined removes ${tag}'s ${name}`);
        }
      }
      return { before, wrong };
    }, kinds);
    assert.deepEqual(before, [], 'importing registers nothing');
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}
