// The whole way of a commenter with the keyboard alone, in every language: what has the focus after each step, by its role
// and name in the accessibility tree, and that axe finds nothing there.

import { readFileSync } from 'node:fs';

import { expectAccessible } from '../support/axe.mjs';
import { article } from './support/content.mjs';
import { discussed, unique, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const MAX_STOPS = 80;
const knots = article('knots');
const [first] = knots.comments;

/** The message of a language, without what it says about `author`. */
function messagesOf(locale) {
  const source = readFileSync(`src/i18n/${locale}.rs`, 'utf8');
  return (key, author = '') => new RegExp(`^    ${key}: "(.*)"`, 'm').exec(source)[1].replace('{author}', author);
}

/** Role, name and state of what has the focus, as assistive technology has it. */
async function focused(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const of = (node, name) => node.properties?.find((property) => property.name === name)?.value.value;
  const [node] = nodes.filter((one) => of(one, 'focused') && one.role.value !== 'RootWebArea');
  if (!node) return { role: '', name: '' };
  const plain = node.name.value.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').trim();
  return {
    role: node.role.value,
    name: plain,
    invalid: of(node, 'invalid') ?? 'false',
    expanded: of(node, 'expanded'),
    required: of(node, 'required'),
  };
}

/** Steps of one reader. */
function stepsOf(page) {
  const key = (...keys) => page.keyboard.press(keys.join('+'));
  const expectFocus = (expected) => expect.poll(() => focused(page)).toMatchObject(expected);
  return {
    key,
    expectFocus,
    type: (text) => page.keyboard.type(text),
    check: () => expectAccessible(page, [1280]),
    /** Presses Tab until this has the focus. Whatever comes before it has a name. */
    async tabTo(role, name, direction = 'Tab') {
      for (let stops = 0; stops < MAX_STOPS; stops += 1) {
        await key(direction);
        const stop = await focused(page);
        if (stop.role === role && stop.name === name) return;
        if (stop.role !== '') expect(stop.name, `${stop.role} has a name`).not.toBe('');
      }
      throw new Error(`Tab does not reach ${role} ${name}`);
    },
  };
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}, with the keyboard alone`, () => {
    const message = messagesOf(locale);

    // Every stop is looked up in the accessibility tree.
    test.slow();

    test.beforeEach(async ({ page }) => {
      await page.addInitScript(() => {
        delete Navigator.prototype.share;
        delete Navigator.prototype.canShare;
      });
      await visit(page, knots.path);
      await discussed(page);
    });

    test.describe('where comments are published', () => {
      test.use({ settings: { 'data-locale': locale } });

      test('a reply is written, marked, previewed, put aside, corrected and sent', async ({ page }) => {
        const { key, type, check, tabTo, expectFocus } = stepsOf(page);
        const replyTo = message('reply_to', first.author_name);
        const body = page.locator('#td-body');

        await tabTo('button', message('newest_first'));
        await key('Enter');
        await expectFocus({ role: 'button', name: message('oldest_first') });
        await check();
        await key('Enter');

        await tabTo('button', replyTo);
        await key('Enter');
        await expectFocus({ role: 'textbox', name: message('comment'), required: true });
        await check();

        const words = unique('رد');
        await type('مهم ');
        await key('Control', 'i');
        await type('جدا');
        await key('End');
        await type(` ${words}`);
        await expect(body).toHaveValue(`مهم *جدا* ${words}`);

        await tabTo('button', message('emphasis'), 'Shift+Tab');
        await key('End');
        await expectFocus({ role: 'button', name: message('preview'), expanded: false });
        await key('Enter');
        await expectFocus({ role: 'button', name: message('preview'), expanded: true });
        await expect(page.getByRole('region', { name: message('preview') }).locator('em')).toHaveText('جدا');
        await check();

        await tabTo('button', message('cancel_reply'));
        await key('Enter');
        await expectFocus({ role: 'button', name: replyTo });
        await check();
        await key('Enter');
        await expectFocus({ role: 'textbox', name: message('comment') });
        await expect(body).toHaveValue(`مهم *جدا* ${words}`);

        await key('Control', 'Enter');
        await expectFocus({ role: 'textbox', name: message('name'), invalid: 'true' });
        await check();
        await type('سلمى');
        await key('Tab');
        await expectFocus({ role: 'textbox', name: message('email') });
        await type('salma');
        await key('Enter');
        await expectFocus({ role: 'textbox', name: message('email'), invalid: 'true' });
        await check();
        await key('End');
        await type('@example.org');
        await tabTo('textbox', message('comment'), 'Shift+Tab');
        await key('Control', 'Enter');
        await expectFocus({ role: 'article' });
        const reply = page.locator('.td-comment', { hasText: words });
        await expect(reply).toBeFocused();
        await expect(reply.locator('em')).toHaveText('جدا');
        await check();
      });

      test('a comment is sent, and the article is shared', async ({ page }) => {
        const { key, type, check, tabTo, expectFocus } = stepsOf(page);
        await tabTo('textbox', message('comment'));
        await type(unique('تعليق'));
        await tabTo('textbox', message('name'));
        await type('سلمى');
        await tabTo('textbox', message('email'));
        await type('salma@example.org');
        await tabTo('textbox', message('comment'), 'Shift+Tab');
        await key('Control', 'Enter');
        await expectFocus({ role: 'status' });
        await expect(page.locator(':focus')).toHaveText(message('posted'));
        await check();

        await tabTo('button', message('share'), 'Shift+Tab');
        await key('Enter');
        await expectFocus({ role: 'button', name: message('share'), expanded: true });
        await check();
        await tabTo('link', message('telegram'));
        await key('Escape');
        await expectFocus({ role: 'button', name: message('share'), expanded: false });
      });
    });

    test.describe('where comments wait for a moderator', () => {
      test.use({ settings: { 'data-locale': locale }, sandbox: ['--moderation'] });

      test('a comment is held, and the reader is told and finds it', async ({ page }) => {
        const { key, type, check, tabTo, expectFocus } = stepsOf(page);
        const words = unique('ينتظر');
        await tabTo('textbox', message('comment'));
        await type(words);
        await tabTo('textbox', message('name'));
        await type('سلمى');
        await tabTo('textbox', message('email'));
        await type('salma@example.org');
        await key('Enter');
        await expectFocus({ role: 'status' });
        await expect(page.locator(':focus')).toHaveText(message('held'));
        await expect(page.locator('.td-comment[data-status="held"]', { hasText: words })).toBeVisible();
        await check();
      });
    });
  });
}
