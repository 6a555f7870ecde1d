// Texts of somebody else keep to themselves: their ids, classes and links are none of the page's; what cannot be shown
// says so. By both sanitisers.

import { article } from './support/content.mjs';
import { changePosts, collect, discussed, REQUESTS, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const bread = article('bread');

const prose = (page) => page.locator('.td-article > .td-prose');
const failure = (page) => page.locator('.td-article > .td-text-failure, .td-article .td-text-failure').first();

/** Gives the article another text. */
const write = (page, html) =>
  changePosts(page, (post) => {
    post.content.rendered = html;
  });

/** Gives every comment another text. */
const comment = (page, html) =>
  page.route(REQUESTS.comments, async (route) => {
    const response = await route.fetch();
    const comments = await response.json();
    if (Array.isArray(comments)) for (const each of comments) each.content = { rendered: html };
    await route.fulfill({ response, json: comments });
  });

const LINKS = [
  '<a href="https://evil.example/a" target="evil">a</a>',
  '<a href="https://evil.example/b" target="evil" rel="nofollow ugc">b</a>',
  '<a href="https://evil.example/c" target="_blank" rel="opener">c</a>',
  '<a href="https://evil.example/d" target="_top">d</a>',
  '<a href="data:text/html,x">e</a>',
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 2x" alt="f">',
].join(' ');

/** The attributes of what `LINKS` became, as text. */
const shown = (place) =>
  place.evaluate((text) =>
    [...text.querySelectorAll('a, img')].map((each) =>
      [...each.attributes]
        .map(({ name, value }) => `${name}=${value}`)
        .sort()
        .join(' '),
    ),
  );

const SHOWN = [
  'href=https://evil.example/a rel=noopener target=_blank',
  'href=https://evil.example/b rel=nofollow ugc noopener target=_blank',
  'href=https://evil.example/c rel=noopener target=_blank',
  'href=https://evil.example/d rel=noopener',
  'rel=noopener',
  'alt=f',
];

for (const [what, script] of [
  ['setHTML', null],
  ['DOMPurify, in a browser without setHTML', () => delete Element.prototype.setHTML],
]) {
  test.describe(`sanitised by ${what}`, () => {
    test.beforeEach(async ({ page }) => {
      if (script) await page.addInitScript(script);
    });

    test('no link of a text hands over the page, and no address holds data', async ({ page }) => {
      await write(page, `<p>${LINKS}</p>`);
      await comment(page, `<p>${LINKS}</p>`);
      await visit(page, bread.path);
      await discussed(page);
      await expect(prose(page).locator('img')).toHaveCount(1);
      expect(await shown(prose(page))).toEqual(SHOWN);
      expect(await shown(page.locator('.td-comment__body').first())).toEqual(SHOWN);
    });

    test('the window that a link of a text opens does not have the page', async ({ page, context }) => {
      await context.route('https://evil.example/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }),
      );
      await write(page, `<p>${LINKS}</p>`);
      await visit(page, bread.path);
      for (const name of ['a', 'b', 'c']) {
        const opened = context.waitForEvent('page');
        await prose(page).getByRole('link', { name, exact: true }).click();
        const other = await opened;
        await other.waitForLoadState();
        expect(await other.evaluate(() => globalThis.opener), name).toBeNull();
      }
    });

    test('an anchor of the page is never an id of a text', async ({ page }) => {
      const first = bread.comments[0].id;
      const trap = `<p id="comments">x</p><p id="comment-${first}">x</p><p id="td-body">x</p><p id="td-main">x</p>`;
      await write(page, trap + '<p>نص</p>'.repeat(80));
      await comment(page, `<p id="comment-${first}">x</p><p id="respond">x</p>`);
      await visit(page, `${bread.path}#comment-${first}`);
      await discussed(page);
      await expect(page.locator(`.td-comment[id="comment-${first}"]`)).toBeInViewport();
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      for (const id of ['comments', `comment-${first}`, 'respond', 'td-body', 'td-main']) {
        const isOfText = await page.locator(`[id="${id}"]`).evaluate((it) => it.closest('.td-prose') !== null);
        expect(isOfText, id).toBe(false);
      }
    });

    test('the footnotes of a text are found by its links, by the address, and by a whole link', async ({ page }) => {
      const gap = '<p>نص</p>'.repeat(80);
      const links = `<p><a href="#fn1">1</a> <a href="${bread.path}#fn1">2</a> <a href="#comments">3</a></p>`;
      const table = '<table><tr><th id="h">a</th></tr><tr><td headers="h">b</td></tr></table>';
      await write(page, `${links}${gap}<p id="fn1">الحاشية</p>${table}${gap}`);
      const note = prose(page).getByText('الحاشية');
      for (const name of ['1', '2']) {
        await visit(page, bread.path);
        await prose(page).getByRole('link', { name, exact: true }).click();
        await expect(note).toBeInViewport();
      }
      await page.goto('about:blank');
      await visit(page, `${bread.path}#fn1`);
      await expect(note).toBeInViewport();
      const header = await prose(page).locator('td').getAttribute('headers');
      await expect(prose(page).locator('th')).toHaveAttribute('id', header);
      await discussed(page);
      await prose(page).getByRole('link', { name: '3', exact: true }).click();
      await expect(page.locator('.td-discussion__title')).toBeInViewport();
    });

    test('a text has no classes of the page around, so that it covers nothing', async ({ page }) => {
      await write(
        page,
        '<p class="wp-block-a td-later position-fixed top-0 vw-100">غطاء</p><p class="td-placeholder">ب</p>',
      );
      await visit(page, bread.path);
      await page.addStyleTag({ content: '.position-fixed{position:fixed!important;inset:0;z-index:9999}' });
      const cover = prose(page).getByText('غطاء');
      await expect(cover).toHaveClass('wp-block-a');
      await expect(cover).toHaveCSS('position', 'static');
      await cover.evaluate((it) => it.classList.add('position-fixed'));
      await expect(cover).toHaveCSS('position', 'static');
      await expect(prose(page).getByText('ب', { exact: true })).toBeVisible();
    });

    for (const [kind, html] of [
      ['nested 100,000 deep', '<div>'.repeat(100_000)],
      ['nested 10,000 deep, with a mistake at each level', '<ul><li><b></i>'.repeat(10_000)],
      ['of 20,000 elements in one whose direction is unknown', `<bdi>${'<i>1</i>'.repeat(20_000)}`],
    ]) {
      test(`a text ${kind} gives a message, and the page goes on`, async ({ page }) => {
        await write(page, html);
        await visit(page, bread.path);
        await expect(failure(page)).toHaveText('هذا النص أكبر أو أعقد بناءً من أن يُعرض هنا.');
        await discussed(page);
      });
    }

    test('a text of 20,000 elements is shown without a standstill', async ({ page }) => {
      await write(page, `<p>نص ${'<i>1</i>'.repeat(20_000)}</p>`);
      await visit(page, bread.path);
      await expect(prose(page).locator('i')).toHaveCount(20_000);
      await expect(prose(page)).toHaveCSS('direction', 'rtl');
    });
  });
}

test.describe('in a browser without setHTML', () => {
  test.beforeEach(({ page }) => page.addInitScript(() => delete Element.prototype.setHTML));

  test('a sanitiser that failed is said, and asked for again until it is there', async ({ page }) => {
    await write(page, '<p>النص</p>');
    const requests = collect(page, REQUESTS.purifier);
    let failures = 2;
    await page.route(REQUESTS.purifier, (route) => {
      failures -= 1;
      return failures >= 0 ? route.abort() : route.fallback();
    });
    await visit(page, bread.path);
    await expect(failure(page)).toContainText('تعذّر عرض هذا النص');
    await expect(failure(page)).toHaveAttribute('role', 'alert');
    const retry = failure(page).getByRole('button');
    await expect
      .poll(async () => {
        if (await retry.isVisible()) await retry.click();
        return prose(page).innerText();
      })
      .toBe('النص');
    await expect(failure(page)).toHaveCount(0);
    expect(new Set(requests.map((request) => request.url())).size).toBe(requests.length);
  });

  test('where Trusted Types allow no policy, a message stands in the place of the text', async ({ page }) => {
    await page.route(
      (url) => url.pathname === bread.path,
      async (route) => {
        const response = await route.fetch();
        const headers = {
          ...response.headers(),
          'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
        };
        await route.fulfill({ response, headers });
      },
    );
    await visit(page, bread.path);
    await expect(failure(page)).toContainText('تعذّر عرض هذا النص');
    await expect(prose(page)).toBeEmpty();
  });
});

for (const depth of [10_000, 100_000]) {
  test(`an answer of lists nested ${depth} deep gives a message`, async ({ page }) => {
    await page.route(REQUESTS.posts, (route) =>
      route.fulfill({ contentType: 'application/json', body: '['.repeat(depth) + ']'.repeat(depth) }),
    );
    await visit(page, bread.path);
    await expect(page.locator('.td-error')).toHaveAttribute('data-error', 'shape');
    await expect(page.locator('.td-error__detail')).toContainText('nested more than 100 deep');
    await page.unrouteAll();
    await page.locator('.td-error button').click();
    await expect(page.locator('h1')).toHaveText(bread.title);
  });
}

test('an answer of 50 MB gives a message', async ({ page }) => {
  const json = JSON.stringify([{ id: 7, content: { rendered: 'a'.repeat(50_000_000) } }]);
  await page.route(REQUESTS.posts, (route) => route.fulfill({ contentType: 'application/json', body: json }));
  await visit(page, bread.path);
  await expect(page.locator('.td-error')).toHaveAttribute('data-error', 'shape');
  await expect(page.locator('.td-error__detail')).toContainText('more than 8 MB');
});
