// A reader with the keyboard alone, without scripts: from the top of an article to a comment of their own.

import { readFileSync } from 'node:fs';

import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { expect, test } from './support.mjs';

const MAX_STOPS = 120;
const bread = article('bread');

test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } });

/** The message of a language. */
function messagesOf(locale) {
  const source = readFileSync(`src/i18n/${locale}.rs`, 'utf8');
  return (key) => new RegExp(`^    ${key}: "(.*)"`, 'm').exec(source)[1];
}

/** What has the focus: its element, what it is called, and whether one sees that it has it. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: it, body } = document;
    if (it === null || it === body) return null;
    const { outlineStyle, boxShadow } = getComputedStyle(it);
    return {
      element: it.localName,
      id: it.id,
      name: it.getAttribute('name') ?? '',
      text: (it.getAttribute('aria-label') ?? it.innerText).trim(),
      classes: it.className,
      comment: it.closest('.td-comment')?.id ?? '',
      isMarked: outlineStyle !== 'none' || boxShadow !== 'none',
    };
  });

/** Presses Tab until `isIt`. Whatever has the focus on the way shows it. Returns the stops before it. */
async function tabTo(page, isIt) {
  const stops = [];
  for (let presses = 0; presses < MAX_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    expect(stop, `something has the focus after ${JSON.stringify(stops.at(-1))}`).not.toBeNull();
    expect(stop.isMarked, `${JSON.stringify(stop)} shows that it has the focus`).toBe(true);
    if (isIt(stop)) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab does not reach it: ${JSON.stringify(stops)}`);
}

const type = async (page, name, text) => {
  await tabTo(page, (stop) => stop.name === name);
  await page.keyboard.type(text);
};

/** Fills in the form and sends it. */
async function comment(page, text) {
  await type(page, 'comment', text);
  await type(page, 'author', 'سلمى');
  await type(page, 'email', 'salma@example.org');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  await answered;
  await page.waitForURL(/#comment-\d+$/);
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}, with the keyboard alone:`, () => {
    test.use({ locale });
    const message = messagesOf(locale);

    test('the way leads past the head of the page, through the article, to a comment', async ({ page }) => {
      await page.goto(bread.path);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ element: 'a', text: message('skip_to_content') });
      await page.keyboard.press('Enter');
      await expect(page.locator('#td-main')).toBeFocused();

      const crumbs = await tabTo(page, ({ classes }) => classes.includes('td-share__button'));
      expect(crumbs.map(({ classes }) => classes)).toEqual(Array(crumbs.length).fill('td-breadcrumbs__link'));
      expect(crumbs[0].text).toBe(message('home'));
      await page.keyboard.press('Enter');
      await expect(page.locator('.td-share__menu')).toBeVisible();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ element: 'a', text: message('whatsapp') });
      await page.keyboard.press('Escape');
      await expect(page.locator('.td-share__menu')).toBeHidden();
      await expect(page.locator('.td-share__button')).toBeFocused();

      const words = unique('بلوحة المفاتيح');
      await comment(page, words);
      const own = page.locator('.td-comment', { hasText: words });
      await expect(own).toBeInViewport();
      // The reader goes on from there.
      await page.keyboard.press('Tab');
      expect((await focused(page)).comment).toBe(await own.getAttribute('id'));
    });

    test('a reply is begun, given up and written', async ({ page }) => {
      const [first] = bread.comments;
      await page.goto(`${bread.path}#comment-${first.id}`);
      const isReply = ({ classes }) => classes.includes('td-comment-list__reply');
      await tabTo(page, isReply);
      await page.keyboard.press('Enter');
      await page.waitForURL(/replytocom=\d+#respond$/);
      await tabTo(page, ({ classes }) => classes.includes('td-comment-box__cancel'));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/#respond$/);
      await page.goBack();
      const words = unique('ردّ بالمفاتيح');
      await comment(page, words);
      await expect(page.locator('li:not([data-depth="0"]) .td-comment', { hasText: words })).toBeInViewport();
    });

    test.describe('a site with a moderator:', () => {
      test.use({ sandbox: ['--moderation'] });

      test('who waits for the moderator is told where they are', async ({ page }) => {
        await page.goto(bread.path);
        await comment(page, unique('ينتظر'));
        const notice = page.locator('[role="status"]:focus');
        await expect(notice).toHaveText(message('held'));
        await expect(notice).toBeInViewport();
      });
    });
  });
}
