// Registration of the elements, and the properties that the custom elements manifest lists.

import assert from 'node:assert/strict';

import { elementsOf, valuesOf } from './manifest.mjs';

/** A valid value of an attribute. */
const sample = (attribute) => (attribute.type.text === 'number' ? 7 : (valuesOf(attribute)[0] ?? 'fr'));

/**
 * Imports the package from `url`, registers the elements and checks every property of every element in the manifest.
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
      // A property that is set before the registration is kept.
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
