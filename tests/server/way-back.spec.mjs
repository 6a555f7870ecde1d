// The browser keeps a page as it was when its reader goes on, and shows it at once on the way back. Chromium without its
// window keeps none.

import { chromiumPath, QUIET } from '../e2e/support/chromium.mjs';
import { article, category } from '../e2e/support/content.mjs';
import { box, expect, live, plainBox, test } from './support.mjs';

test.use({
  launchOptions: {
    executablePath: chromiumPath(),
    args: QUIET,
    // Playwright switches it off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const bread = article('bread');

/** Goes to another page and back, and expects that the page is the one that was left. */
async function goOnAndBack(page) {
  await page.evaluate(() => {
    globalThis.isLeft = true;
    addEventListener('pageshow', ({ persisted }) => {
      globalThis.isRestored = persisted;
    });
  });
  await page.goto(category(3).path);
  // Playwright would wait for a page that loads.
  await page.evaluate(() => history.back());
  // Until it is there, the other page goes.
  await expect(async () => {
    expect(await page.evaluate(() => [globalThis.isLeft, globalThis.isRestored])).toEqual([true, true]);
  }).toPass();
}

test('a page that nobody has touched is kept', async ({ page }) => {
  await page.goto(bread.path);
  await goOnAndBack(page);
  await expect(plainBox(page).text).toBeAttached();
});

test('a page with a living discussion is kept, with what was typed', async ({ page }) => {
  await page.goto(bread.path);
  await page.locator('tadwina-comments').evaluate((element) => element.scrollIntoView());
  await expect(live(page)).toBeVisible();
  await box(page).text.fill('لم يُرسَل بعد');
  await goOnAndBack(page);
  await expect(box(page).text).toHaveValue('لم يُرسَل بعد');
});
