// What the tests of the plugin share: the site, its settings, and what its pages contain.

import { test as base, expect } from '@playwright/test';

import { controlSite } from '../support/control.mjs';

export { expect };

/** Address of the WordPress with the plugin, without a slash at its end. */
export const SITE = process.env.TADWINA_WORDPRESS_PLUGIN_URL;

/** A block theme, which is WordPress's default, and a classic theme. */
export const THEMES = ['twentytwentythree', 'twentytwentyone'];

/** Playwright's test. Each test begins with the site as it was seeded. */
export const test = base.extend({
  /** Settings of the site, such as `front=1&theme=twentytwentyone`: see tests/wordpress/control.php. */
  settings: ['', { option: true }],

  fresh: [
    async ({ request, settings }, use) => {
      if (!SITE) throw new Error('no WordPress with the plugin: see tests/plugin/playwright.config.mjs');
      await control(request, `=reset&${settings}`);
      await use();
    },
    { auto: true },
  ],

  /** The owner of the site, with a session apart from the test's own. Options that `set` changed are restored. */
  owner: async ({ playwright }, use) => {
    const request = await playwright.request.newContext();
    await control(request, '=login');
    const nonce = await (await request.get(`${SITE}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
    const before = {};
    /** Sends a request to the API as the owner; gives its JSON. */
    const api = async (path, { method = 'GET', data } = {}) => {
      const response = await request.fetch(`${SITE}/wp-json/wp/v2/${path}`, {
        method,
        data,
        headers: { 'X-WP-Nonce': nonce },
      });
      expect(response.ok(), path).toBe(true);
      return response.json();
    };
    /** An option of the site; undefined where it is not set. */
    const option = async (name) =>
      (await allOptions(request)).match(new RegExp(`name=['"]${name}['"][^>]* value=['"]([^'"]*)['"]`))?.[1];
    const set = async (options) => {
      for (const name of Object.keys(options)) before[name] ??= (await option(name)) ?? '';
      await setOptions(request, options);
    };
    await use({ request, api, option, set });
    if (Object.keys(before).length > 0) await setOptions(request, before);
    await request.dispose();
  },
});

/** WordPress's page of all options. */
const allOptions = async (request) => (await request.get(`${SITE}/wp-admin/options.php`)).text();

/** Sends that page's form. */
async function setOptions(request, options) {
  const [, nonce] = (await allOptions(request)).match(/name="_wpnonce" value="([^"]*)"/);
  const form = {
    option_page: 'options',
    action: 'update',
    page_options: Object.keys(options).join(','),
    _wpnonce: nonce,
    ...options,
  };
  const response = await request.post(`${SITE}/wp-admin/options.php`, { form, maxRedirects: 0 });
  expect(response.status(), 'the options are saved').toBe(302);
}

/** Sends a request to the switches of the test WordPress: see tests/wordpress/control.php. */
export const control = (request, query, form) => controlSite(request, SITE, query, form);

/** Creates a post, which the next reset removes; gives `{ id, link }`. */
export const make = (request, post) =>
  control(request, '=make', { post_title: 'مقالة', post_content: '<p>نص</p>', ...post });

/** What was noted down since the reset, with `hear=1`: `mail`, or a hook such as `comment_post` or `edit_comment`. */
export async function heard(request, what) {
  return (await control(request, '=heard')).filter((each) => each.what === what);
}

/** The HTML of a page. */
export async function html(request, path) {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return response.text();
}

/** The text of the inline responses of a page; '' without any. */
export function responsesText(page) {
  const found = [...page.matchAll(/<script type="application\/json" data-tadwina-responses>\n(.*)\n<\/script>/g)];
  expect(found.length, 'at most one element with inline responses').toBeLessThan(2);
  return found[0]?.[1] ?? '';
}

/** The inline responses of a page, by address. */
export const responses = (page) => JSON.parse(responsesText(page) || '{}');

/**
 * Expects that the inline responses of a page are those that the API sends over HTTP, without an account. Gives their
 * addresses.
 */
export async function expectInlineResponses(page) {
  const inline = Object.entries(responses(page));
  for (const [address, { status, headers, body }] of inline) {
    const response = await fetch(address);
    expect(status, address).toBe(response.status);
    for (const name of ['X-WP-Total', 'X-WP-TotalPages']) {
      expect(headers[name] === undefined ? null : String(headers[name]), `${name} of ${address}`).toBe(
        response.headers.get(name),
      );
    }
    expect(body, address).toEqual(await response.json());
  }
  return inline.map(([address]) => address.slice(SITE.length));
}

/** The opening tags of an element in a page. */
export const tags = (page, name) => page.match(new RegExp(`<tadwina-${name}\\b[^>]*>`, 'g')) ?? [];

/** The content of the only element with that name. */
export function inside(page, name) {
  const parts = page.split(new RegExp(`<tadwina-${name}\\b[^>]*>`));
  expect(parts, `one <tadwina-${name}>`).toHaveLength(2);
  return parts[1].split(`</tadwina-${name}>`)[0];
}

/** Posts a comment over REST as tadwina does, without an account. */
export function post(request, fields, route = '/wp-json/wp/v2/comments') {
  return request.post(SITE + route, {
    form: { author_name: 'قارئة', author_email: 'reader@example.org', ...fields },
    headers: { Accept: 'application/json' },
  });
}
