// Every payload of tests/payloads does nothing in the elements either, in a shadow root and without one. A control takes
// the sanitiser away: then hundreds run.

import { expect, test } from '@playwright/test';

import { headlessPath, QUIET } from '../e2e/support/chromium.mjs';
import { ARTICLE, FIRST, startBlog } from '../payloads/blog.mjs';
import { BY_THEMSELVES, PAYLOADS, parts } from '../payloads/payloads.mjs';
import { ISOLATED, NOTHING, report, SANITISERS, watch } from '../payloads/watch.mjs';
import { host } from '../support/host.mjs';
import { page as around } from './support.mjs';

/** The payloads of one page. */
const AT_ONCE = 400;

/** Tests that may run at the same time. */
const SHARES = 2;

test.use({ launchOptions: { executablePath: headlessPath(), args: [...QUIET, ...ISOLATED] } });
test.setTimeout(180_000);

/** A host page with each of these elements around a blog with `payloads`, both on one origin. */
async function hostOf(payloads, elements) {
  const blog = await startBlog(payloads);
  const site = await host({ pages: { '/': around(elements) }, api: blog.site });
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await blog.close();
    },
  };
}

const article = (attributes) =>
  `<tadwina-article api="/wp-json/" post="${ARTICLE.id}" ${attributes}></tadwina-article>`;

async function shown(page, payloads) {
  await expect(page.locator('.td-comment')).toHaveCount(payloads.length);
  await expect(page.locator('.td-article > .td-prose')).toContainText(FIRST);
}

for (const [sanitiser, attributes] of [
  ['setHTML', ''],
  ['DOMPurify', 'shadow="none"'],
]) {
  const { choose, weaken } = SANITISERS[sanitiser];
  for (const [share, payloads] of parts(PAYLOADS, Math.ceil(PAYLOADS.length / SHARES)).entries()) {
    test(`${payloads.length} payloads do nothing in elements, ${sanitiser}, ${share + 1} of ${SHARES}`, async ({
      context,
    }) => {
      for (const some of parts(payloads, AT_ONCE)) {
        const site = await hostOf(some, article(attributes));
        const page = await context.newPage();
        const seen = await watch(page, site.url);
        await choose(page);
        await page.goto(site.url);
        await shown(page, some);
        expect(await report(page, seen)).toEqual(NOTHING);
        await page.close();
        await site.close();
      }
    });
  }

  test(`control: payloads run in elements when ${sanitiser} lets them through`, async ({ context }) => {
    const page = await context.newPage();
    const site = await hostOf(BY_THEMSELVES, article(attributes));
    const seen = await watch(page, site.url);
    await weaken(page);
    await page.goto(site.url);
    await expect.poll(() => seen.executed.size).toBeGreaterThan(200);
    console.log(`in elements without ${sanitiser}, ${seen.executed.size} of ${BY_THEMSELVES.length} payloads ran`);
    await site.close();
  });
}
