// The attribute `messages`: a page's own messages in the place of tadwina's.

import { article } from '../e2e/support/content.mjs';
import { collect, collectErrors, REQUESTS, urls } from '../e2e/support/page.mjs';
import { box, expect, heading, heard, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');
const thread = article('long-thread');

const GERMAN = {
  leave_comment: 'Kommentar schreiben',
  post_comment: 'Abschicken',
  comments_heading: 'Kommentare: {n}',
  'left.one': 'ein Zeichen übrig',
  'left.other': 'noch {n} Zeichen',
};
const written = (messages) => `messages='${JSON.stringify(messages)}'`;

test('messages of the page take the place of those that it names, from left to right in German', async ({
  page,
  open,
  api,
}) => {
  const logged = collectErrors(page);
  await open(`<tadwina-comments api="${api}" post="${thread.id}" ${written(GERMAN)}></tadwina-comments>`, {
    lang: 'de',
  });
  await expect(box(page).send).toHaveText('Abschicken');
  await expect(heading(page)).toHaveText(`Kommentare: ${thread.comments.length}`);
  await expect(page.locator('tadwina-comments .tadwina')).toHaveAttribute('dir', 'ltr');
  // The others are English.
  await expect(box(page).form.getByText('It will not be published.')).toBeVisible();
  expect(logged).toEqual([]);
});

test('the property takes an object, and a change keeps what was typed', async ({ page, open, api }) => {
  await open(`<tadwina-comments api="${api}" post="${basic.id}" locale="en"></tadwina-comments>`);
  await box(page).text.fill('لا يضيع');
  await settled(page);
  const requests = collect(page, REQUESTS.api);
  await page.locator('tadwina-comments').evaluate((element) => {
    element.messages = { post_comment: 'Send it' };
  });
  await expect(box(page).send).toHaveText('Send it');
  await expect(box(page).text).toHaveValue('لا يضيع');
  await set(page, 'tadwina-comments', { messages: null });
  await expect(box(page).send).toHaveText('Post comment');
  await expect(box(page).text).toHaveValue('لا يضيع');
  expect(urls(requests)).toEqual([]);
});

test('mount takes an object', async ({ page, site, api }) => {
  const script = `<script type="module">
    import { mount } from '/tadwina/index.js';
    await mount(document.querySelector('#here'), 'comments', {
      api: '${api}', post: ${basic.id}, messages: { post_comment: 'Abschicken' },
    });
  </script>`;
  site.put('/', { html: hostPage('<div id="here"></div>', { script }) });
  await page.goto(site.url);
  await expect(box(page, '#here').send).toHaveText('Abschicken');
});

test('a wrong key and a wrong value are named in the console, and the other messages count', async ({
  page,
  open,
  api,
}) => {
  const logged = collectErrors(page);
  const messages = { leave_coment: 'x', sending: '{title}', post_comment: 'Abschicken' };
  await open(`<tadwina-comments api="${api}" post="${basic.id}" ${written(messages)}></tadwina-comments>`);
  await expect(box(page).send).toHaveText('Abschicken');
  expect(logged.filter((text) => text.includes('there is no message “leave_coment”'))).toHaveLength(1);
  expect(logged.filter((text) => text.includes('“sending” has no value {title}'))).toHaveLength(1);
  expect(await heard(page, 'tadwina-error')).toEqual([]);
});

test('what is no object of texts is a wrong setting, and the console has a right one', async ({ page, open, api }) => {
  await open(
    `<tadwina-comments api="${api}" post="${basic.id}" messages="Abschicken"><p id="fallback">x</p></tadwina-comments>`,
  );
  const [{ detail }] = await hears(page, 'tadwina-error');
  expect(detail.message).toContain(`the setting messages is wrong: “Abschicken”: write messages='{"share": "`);
  await expect(page.locator('#fallback')).toBeVisible();
});
