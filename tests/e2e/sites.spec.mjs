// One test for each row of tests/e2e/sites. A row says what a reader does at a site and what there is to be seen, in this
// order; a new report is one more row. support/site-data.mjs says how rows are written, and STEPS below what they may do.
//
//   npx playwright test sites                                             # this release
//   TADWINA_DIST=/tmp/old/dist npx playwright test sites --reporter=list  # another one: which rows does it pass?

import { test as base, expect } from '@playwright/test';

import { crashes, noteCrashes } from '../support/crashes.mjs';
import { startSite } from './support/fake-site.mjs';
import { commentBox, shown } from './support/page.mjs';
import { siteRows } from './support/site-data.mjs';

const test = base.extend({
  crashes,
  page: async ({ page, crashes: list }, use) => {
    noteCrashes(page, list);
    await use(page);
  },
});

/** The most requests that a failure shows. */
const MOST_LINES = 50;

const main = (page) => page.locator('#td-main');
const decoded = (address) => decodeURI(address);

/** The first link or button with a name; `{ "in": ".td-breadcrumbs", "name": "مطبخ" }` looks within an element. */
function pressable({ page }, what) {
  const { in: within = '#td-main', name = what } = what;
  const place = page.locator(within).first();
  return place.getByRole('link', { name }).or(place.getByRole('button', { name })).first();
}

/** Checks each locator of `expected`, an object by selector. */
const each = (check) => async (context, expected) => {
  for (const [selector, value] of Object.entries(expected)) await check(context.page.locator(selector), value);
};

/** What rows do and see, by the name of the field. */
const STEPS = {
  open: async ({ page, site, loads }, address) => {
    await page.goto(site.app + address);
    await shown(page);
    loads.length = 0;
  },
  press: (context, what) => pressable(context, what).click(),
  back: ({ page }) => page.goBack(),
  write: async ({ page }, text) => {
    const box = commentBox(page);
    await page.clock.install();
    await box.fill(text);
    await box.send.click();
  },

  h1: ({ page }, title) => expect(main(page).locator('h1').first()).toHaveText(title),
  error: ({ page }, key) => expect(main(page).locator('.td-error')).toHaveAttribute('data-error', key),
  at: ({ page, site }, address) => expect.poll(() => decoded(page.url())).toBe(decoded(site.app + address)),
  address: ({ page }, url) => expect.poll(() => decoded(page.url())).toBe(decoded(url)),
  loads: ({ loads }, count) => expect(loads).toHaveLength(count),
  document: async ({ page }, { at, text }) => {
    await expect.poll(() => decoded(page.url())).toBe(decoded(at));
    await expect(page.locator('body')).toContainText(text);
  },
  teasers: ({ page }, titles) => expect(page.locator('.td-teaser__title')).toHaveText(titles),
  teaser: ({ page }, title) => expect(page.locator('.td-teaser__title', { hasText: title })).toHaveCount(1),
  comments: ({ page }, texts) => expect(page.locator('.td-comment__body')).toHaveText(texts),
  box: ({ page }, text) => expect(commentBox(page).text).toHaveValue(text),
  rejection: async ({ page }, key) => {
    await expect(commentBox(page).rejection(key)).toBeVisible();
    // Until the wait after a comment that came too soon is over, nothing can be sent.
    if (key === 'flood') await page.clock.runFor(15_000);
  },
  count: each((locator, count) => expect(locator).toHaveCount(count)),
  text: each((locator, text) => expect(locator.first()).toContainText(text)),
  direction: each(async (locator, direction) => {
    await expect(locator.first()).toBeAttached();
    for (const element of await locator.all()) await expect(element).toHaveCSS('direction', direction);
  }),
  attributes: each(async (locator, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) await expect(locator.first()).not.toHaveAttribute(name);
      else await expect(locator.first()).toHaveAttribute(name, value);
    }
  }),
  pictures: ({ page }, count) =>
    expect
      .poll(() => main(page).evaluate((node) => [...node.querySelectorAll('img')].filter((i) => i.naturalWidth).length))
      .toBe(count),
  asked: async ({ site }, requests) => {
    for (const request of requests) {
      await expect.poll(() => site.log.filter((line) => line.includes(request)), request).not.toEqual([]);
    }
  },
  unasked: async ({ site }, requests) => {
    for (const request of requests) expect(site.log.filter((line) => line.includes(request))).toEqual([]);
  },
};

/** Does what a row says, field by field; `then` has further fields. */
async function run(context, row) {
  for (const [name, value] of Object.entries(context.site.resolve(row))) {
    if (name === 'then') await run(context, value);
    else if (name in STEPS) await test.step(`${name} ${JSON.stringify(value)}`, () => STEPS[name](context, value));
    else throw new Error(`a row has no field ${name}`);
  }
}

for (const { title, site: data, without, ...row } of siteRows()) {
  test(title, async ({ page }, info) => {
    const site = await startSite(data);
    const loads = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads.push(request.url());
    });
    if (without === 'setHTML') {
      await page.addInitScript(() => {
        delete Element.prototype.setHTML;
      });
    }
    try {
      await run({ page, site, loads }, row);
    } catch (error) {
      await info.attach('requests', { body: site.log.slice(0, MOST_LINES).join('\n'), contentType: 'text/plain' });
      throw error;
    } finally {
      await site.close();
    }
  });
}
