// Makes the pictures of README.md in docs/images: an article and its comments, in Arabic, light and dark.
//
//   make build && node scripts/screenshots.mjs
//
// `node tests/e2e/screenshots.mjs` makes pictures of every kind of page instead, for people to look at.

import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { blogs } from '../tests/e2e/support/blog.mjs';
import { chromiumPath, QUIET } from '../tests/e2e/support/chromium.mjs';
import { article } from '../tests/e2e/support/content.mjs';
import { commentBox, discussed, visit } from '../tests/e2e/support/page.mjs';
import { checkSandbox } from '../tests/e2e/support/sandbox.mjs';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));

/** A limit, because every version of a picture stays in the repository. */
const MAX_IMAGE_BYTES = 150_000;

const TYPED = 'جرّبته أمس مع نصف الدقيق من الحبّة الكاملة، ونجح من أول مرّة.';

/** Each picture by its name: the size of the window, and the steps before the picture. */
const PICTURES = {
  article: {
    viewport: { width: 960, height: 860 },
    prepare: () => {},
  },
  comments: {
    viewport: { width: 420, height: 860 },
    prepare: async (page) => {
      await commentBox(page).text.fill(TYPED);
      await commentBox(page).text.blur();
      await commentBox(page).form.evaluate((form) => form.scrollIntoView({ block: 'end' }));
    },
  },
};

async function shoot(browser, url, colorScheme, name) {
  const { viewport, prepare } = PICTURES[name];
  const path = `${IMAGES}${name}-${colorScheme}.png`;
  const page = await browser.newPage({ baseURL: url, colorScheme, viewport });
  await visit(page, article('bread').path);
  await discussed(page);
  await prepare(page);
  await page.screenshot({ path, animations: 'disabled' });
  await page.close();
  const { size } = await stat(path);
  console.log(`${path}: ${size} bytes`);
  if (size > MAX_IMAGE_BYTES) throw new Error(`${path} has more than ${MAX_IMAGE_BYTES} bytes`);
}

checkSandbox();
await mkdir(IMAGES, { recursive: true });
const all = blogs();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
try {
  const { url } = await all.open({});
  for (const colorScheme of ['light', 'dark']) {
    for (const name of Object.keys(PICTURES)) await shoot(browser, url, colorScheme, name);
  }
} finally {
  await browser.close();
  await all.close();
}
