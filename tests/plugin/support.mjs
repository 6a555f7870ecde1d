// What the tests of the plugin share: the site, its settings, and what its pages carry.

import { test as base, expect } from '@playwright/test';

export { expect };

/** Address of the WordPress that has the plugin, without a slash at its end. */
export const SITE = process.env.TADWINA_WORDPRESS_PLUGIN_URL;

/** Themes: one of blocks, WordPress's default, and one of the time before them. */
export const THEMES = ['twentytwentythree', 'twentytwentyone'];

/** Playwright's test on a site as it was at the start. */
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

  /** The owner of the site, beside whoever the test is about. What `set` changed is put back afterwards. */
  owner: async ({ playwright }, use) => {
    const request = await playwright.request.newContext();
    await control(request, '=login');
    const nonce = await (await request.get(`${SITE}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
    const before = {};
    /** Asks the API; gives what it answers. */
    const api = async (path, { method = 'GET', data } = {}) => {
      const answer = await request.fetch(`${SITE}/wp-json/wp/v2/${path}`, {
        method,
        data,
        headers: { 'X-WP-Nonce': nonce },
      });
      expect(answer.ok(), path).toBe(true);
      return answer.json();
    };
    /** An option as WordPress keeps it; undefined where it keeps none. */
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
  const answer = await request.post(`${SITE}/wp-admin/options.php`, { form, maxRedirects: 0 });
  expect(answer.status(), 'options are kept').toBe(302);
}

/** Asks the test WordPress for something. */
export async function control(request, query, form) {
  const url = `${SITE}/?tadwina-test${query}`;
  const answer = form ? await request.post(url, { form }) : await request.get(url);
  expect(answer.ok(), `${url} is a WordPress that tests/wordpress started`).toBe(true);
  return answer.json();
}

/** Makes a post that the next reset removes; gives `{ id, link }`. */
export const make = (request, post) =>
  control(request, '=make', { post_title: 'مقالة', post_content: '<p>نص</p>', ...post });

/** What was heard since the reset, with the setting `hear=1`: mails and the hooks of new comments. */
export async function heard(request, what) {
  return (await control(request, '=heard')).filter((each) => each.what === what);
}

/** The HTML of a page. */
export async function html(request, path) {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

/** The text of the inline responses of a page; '' where it carries none. */
export function responsesText(page) {
  const found = [...page.matchAll(/<script type="application\/json" data-tadwina-responses>\n(.*)\n<\/script>/g)];
  expect(found.length, 'one element of inline responses at most').toBeLessThan(2);
  return found[0]?.[1] ?? '';
}

/** The inline responses of a page, by address. */
export const responses = (page) => JSON.parse(responsesText(page) || '{}');

/** The opening tags of an element on a page. */
export const tags = (page, name) => page.match(new RegExp(`<tadwina-${name}\\b[^>]*>`, 'g')) ?? [];

/** What stands inside the only element of that name. */
export function inside(page, name) {
  const parts = page.split(new RegExp(`<tadwina-${name}\\b[^>]*>`));
  expect(parts, `one <tadwina-${name}>`).toHaveLength(2);
  return parts[1].split(`</tadwina-${name}>`)[0];
}

/** Posts a comment over REST as the client does, without an account. */
export function post(request, fields, route = '/wp-json/wp/v2/comments') {
  return request.post(SITE + route, {
    form: { author_name: 'قارئة', author_email: 'reader@example.org', ...fields },
    headers: { Accept: 'application/json' },
  });
}
