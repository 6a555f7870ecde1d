// Makes pictures of the elements in the pages of other people: ten hosts, two widths, in Arabic and English. Not a test.
//
//   node tests/embed/screenshots.mjs FOLDER [part of a name]…
//
// Files are called HOST-KIND-LOCALE-WIDTH.png. Only those are made that have every part in their name.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumPath, QUIET } from '../e2e/support/chromium.mjs';
import { article } from '../e2e/support/content.mjs';
import { unique } from '../e2e/support/page.mjs';
import { startSandbox } from '../e2e/support/sandbox.mjs';
import { host } from '../support/host.mjs';
import { around, HOSTS } from './hosts.support.mjs';
import { box, page as hostPage } from './support.mjs';

const LOCALES = ['ar', 'en'];
const WIDTHS = [390, 1280];

const [folder, ...parts] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/embed/screenshots.mjs FOLDER [part of a name]…');
  process.exit(2);
}

const [basic, bread] = [article('basic'), article('bread')];

/** Each kind of picture: the element, and what a reader does before it is made. */
const KINDS = {
  article: [`<tadwina-article post="${bread.id}"`, (page) => page.locator('.td-comment').first().waitFor()],
  errors: [
    `<tadwina-comments comment-limit="60" post="${basic.id}"`,
    async (page) => {
      await box(page).send.click();
      await box(page).text.fill('خبز '.repeat(20));
    },
  ],
  held: [
    `<tadwina-comments post="${bread.id}"`,
    async (page) => {
      await box(page).fill(unique('قرأته مرّتين، وما زلت أعود إليه.'));
      await box(page).send.click();
      await page.locator('.td-comment__held').first().waitFor();
    },
  ],
  share: ['<tadwina-share', (page) => page.locator('.td-share__button').click()],
  blog: ['<tadwina-blog', (page) => page.locator('.td-teaser__count').first().waitFor()],
  light: [`<tadwina-comments theme="light" post="${basic.id}"`, (page) => box(page).text.waitFor()],
  dark: [`<tadwina-comments theme="dark" post="${basic.id}"`, (page) => box(page).text.waitFor()],
};

await mkdir(folder, { recursive: true });
const sandbox = await startSandbox(['--moderation']);
const pages = { '/favicon.ico': { html: '', status: 204 } };
const site = await host({ pages });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
let failures = 0;
try {
  for (const [name, { colorScheme = 'light' }] of Object.entries(HOSTS)) {
    for (const [kind, [element, act]] of Object.entries(KINDS)) {
      for (const lang of LOCALES) {
        for (const width of WIDTHS) {
          const file = `${name}-${kind}-${lang}-${width}.png`;
          if (!parts.every((part) => file.includes(part))) continue;
          const tag = /tadwina-\w+/.exec(element);
          const [body, options] = around(name, `${element} api="${sandbox.url}/wp-json/" loading="eager"></${tag}>`);
          pages['/'] = hostPage(body, { ...options, lang });
          const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
          const page = await context.newPage();
          page.setDefaultTimeout(15_000);
          try {
            await page.goto(site.url);
            await act(page);
            const fullPage = kind !== 'share';
            await page.screenshot({ path: join(folder, file), fullPage, animations: 'disabled' });
          } catch (error) {
            failures += 1;
            console.error(`${file}: ${error.message.split('\n')[0]}`);
          }
          await context.close();
        }
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
  await sandbox.stop();
}
if (failures > 0) process.exitCode = 1;
