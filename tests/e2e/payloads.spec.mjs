// Every payload of tests/payloads does nothing: in the text, the title and the names of an article, in its comments, in
// the list and in the shell, with each sanitiser. A control takes the sanitiser away: then hundreds run.

import { expect, test } from '@playwright/test';

import { ARTICLE, FIRST, startBlog } from '../payloads/blog.mjs';
import { BY_THEMSELVES, PAYLOADS, parts } from '../payloads/payloads.mjs';
import { ISOLATED, NOTHING, report, SANITISERS, watch } from '../payloads/watch.mjs';
import { headlessPath, QUIET } from './support/chromium.mjs';
import { hold, REQUESTS } from './support/page.mjs';

/** The payloads of one page. */
const AT_ONCE = 400;

/** Tests that may run at the same time. */
const SHARES = 4;

test.use({ launchOptions: { executablePath: headlessPath(), args: [...QUIET, ...ISOLATED] } });
test.setTimeout(180_000);

/** What each place shows of a blog with `payloads`. */
const PLACES = {
  article: async (page, { app }, payloads) => {
    await page.goto(app + ARTICLE.path);
    await expect(page.locator('.td-comment')).toHaveCount(payloads.length);
    await expect(page.locator('.td-article > .td-prose')).toContainText(FIRST);
  },
  list: async (page, { app }, payloads) => {
    await page.goto(app);
    await expect(page.locator('.td-teaser')).toHaveCount(payloads.length + 1);
  },
  shell: async (page, { app }) => {
    await hold(page, REQUESTS.wasm);
    await page.goto(app + ARTICLE.path);
    await expect(page.locator('.td-main:not([id]) .td-prose')).toContainText(FIRST);
  },
};

/** The report of a page that shows `payloads` in a place. */
async function tried(context, place, sanitiser, payloads) {
  const blog = await startBlog(payloads);
  const page = await context.newPage();
  try {
    const seen = await watch(page, blog.app);
    await SANITISERS[sanitiser].choose(page);
    await PLACES[place](page, blog, payloads);
    return await report(page, seen);
  } finally {
    await page.close();
    await blog.close();
  }
}

for (const [place, sanitiser] of [
  ['article', 'setHTML'],
  ['article', 'DOMPurify'],
  ['list', 'setHTML'],
  ['shell', 'setHTML'],
]) {
  for (const [share, payloads] of parts(PAYLOADS, Math.ceil(PAYLOADS.length / SHARES)).entries()) {
    test(`${payloads.length} payloads do nothing in the ${place}, ${sanitiser}, ${share + 1} of ${SHARES}`, async ({
      context,
    }) => {
      for (const some of parts(payloads, AT_ONCE))
        expect(await tried(context, place, sanitiser, some)).toEqual(NOTHING);
    });
  }
}

for (const [sanitiser, { weaken }] of Object.entries(SANITISERS)) {
  test(`control: payloads run when ${sanitiser} lets them through`, async ({ context }) => {
    const page = await context.newPage();
    const seen = await watch(page);
    await weaken(page);
    const blog = await startBlog(BY_THEMSELVES);
    await page.goto(blog.app + ARTICLE.path);
    await expect.poll(() => seen.executed.size).toBeGreaterThan(200);
    console.log(`without ${sanitiser}, ${seen.executed.size} of ${BY_THEMSELVES.length} payloads ran`);
    await blog.close();
  });
}
