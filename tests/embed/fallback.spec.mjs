// What the page holds for the time before, and for the case that nothing comes.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, hold } from '../e2e/support/page.mjs';
import { answer, box, expect, heard, hears, page as hostPage, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

const FALLBACK = '<p id="fallback">ما كان هنا من قبل</p>';
const fallback = (page) => page.locator('#fallback');

for (const [kind, attributes, shown] of [
  ['article', `post="${basic.id}"`, '.td-article__title'],
  ['comments', `post="${bread.id}"`, '.td-comment'],
  ['share', `post="${basic.id}"`, '.td-share__button'],
  ['blog', '', '.td-site-header'],
]) {
  for (const shadow of ['open', 'none']) {
    test(`of ${kind}, shadow="${shadow}", it stays until the part has what it shows, and goes then`, async ({
      page,
      open,
      api,
    }) => {
      const program = await hold(page, ASKS.wasm);
      const site = await hold(page, ASKS.anything);
      const asked = collect(page, ASKS.anything);
      const coming = page.waitForRequest(ASKS.wasm);
      await open(`<tadwina-${kind} api="${api}" ${attributes} shadow="${shadow}">${FALLBACK}</tadwina-${kind}>`, {
        goto: { waitUntil: 'commit' },
      });
      await coming;
      await expect(fallback(page)).toBeVisible();
      await expect(page.locator('.tadwina')).toHaveCount(0);
      program.release();
      if (kind !== 'blog') {
        await expect.poll(() => asked.length).toBe(1);
        await expect(fallback(page)).toBeVisible();
        await expect(page.locator('.tadwina')).toHaveCount(0);
        expect(await heard(page)).toEqual([]);
      }
      site.release();
      await expect(page.locator(`tadwina-${kind} ${shown}`).first()).toBeVisible();
      await expect(fallback(page)).toBeHidden();
    });
  }
}

test('a form in it in which somebody writes stays, until it is left empty', async ({ page, open, api }) => {
  const program = await hold(page, ASKS.wasm);
  const coming = page.waitForRequest(ASKS.wasm);
  await open(
    `<tadwina-comments api="${api}" post="${bread.id}"><form><textarea id="theirs"></textarea></form></tadwina-comments><button id="away">x</button>`,
  );
  await coming;
  const theirs = page.locator('#theirs');
  await theirs.fill('نصّ لا يضيع');
  program.release();
  for (const left of [false, true]) {
    if (left) await page.locator('#away').click();
    await settled(page);
    await expect(theirs).toBeVisible();
    await expect(theirs).toHaveValue('نصّ لا يضيع');
  }
  await theirs.fill('');
  await settled(page);
  await expect(theirs).toBeFocused();
  await page.locator('#away').click();
  await expect(box(page).text).toBeVisible();
  await expect(theirs).toBeHidden();
  expect(await heard(page, 'tadwina-ready')).toHaveLength(1);
});

test('a change that asks for another article leaves a form in which somebody writes as well', async ({
  page,
  open,
  api,
}) => {
  const { release } = await hold(page, ASKS.wasm);
  await open(
    `<tadwina-comments api="${api}" post="${bread.id}"><form><textarea id="theirs"></textarea></form></tadwina-comments><button id="away">x</button>`,
    { goto: { waitUntil: 'commit' } },
  );
  const theirs = page.locator('#theirs');
  await theirs.fill('نصّ لا يضيع');
  release();
  await page.waitForResponse(ASKS.comments);
  await settled(page);
  await set(page, 'tadwina-comments', { post: thread.id });
  await page.waitForResponse(ASKS.comments);
  await settled(page);
  await expect(theirs).toBeVisible();
  await theirs.fill('');
  await page.locator('#away').click();
  await expect(page.locator('.td-discussion__title')).toContainText(String(thread.comments.length));
});

test('a form in it that only a script has filled is not waited for', async ({ page, open, api }) => {
  await open(`
    <tadwina-comments api="${api}" post="${basic.id}"><form>
      <input id="trap" hidden><input type="range"><textarea></textarea>
    </form></tadwina-comments>
    <script>document.querySelector('#trap').value = 'filled'</script>`);
  await expect(box(page).text).toBeVisible();
});

test('who walks through it with the keyboard keeps their place', async ({ page, open, api }) => {
  const { release } = await hold(page, ASKS.wasm);
  await open(
    `<tadwina-comments api="${api}" post="${basic.id}"><form><textarea></textarea><input id="consent" type="checkbox"></form></tadwina-comments><button id="away">x</button>`,
    { goto: { waitUntil: 'commit' } },
  );
  await page.locator('textarea').focus();
  await page.keyboard.press('Tab');
  const answered = page.waitForResponse(ASKS.anything);
  release();
  await answered;
  await settled(page);
  await expect(page.locator('#consent')).toBeFocused();
  await expect(page.locator('#consent')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('#away')).toBeFocused();
  await expect(box(page).text).toBeVisible();
});

test('there is never nothing between fallback and part', async ({ page, open, api }) => {
  await page.addInitScript(() => {
    const heights = [];
    Object.defineProperty(globalThis, 'heights', { value: heights });
    const look = () => {
      const element = document.querySelector('tadwina-article');
      if (element) heights.push(element.offsetHeight);
      requestAnimationFrame(look);
    };
    look();
  });
  await open(
    `<tadwina-article api="${api}" post="${bread.id}"><div style="height: 3000px">${FALLBACK}</div></tadwina-article>`,
  );
  await hears(page, 'tadwina-ready');
  await settled(page);
  const heights = await page.evaluate(() => globalThis.heights);
  expect(Math.min(...heights.slice(heights.findIndex((height) => height > 700)))).toBeGreaterThan(700);
});

const BROKEN = {
  'the WASM is not there': [ASKS.wasm, (route) => route.fulfill({ status: 404, body: 'no such file' })],
  'the WASM does not come': [ASKS.wasm, (route) => route.abort()],
  'the WASM is cut off': [
    ASKS.wasm,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
    },
  ],
  'the WASM is something else': [
    ASKS.wasm,
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>login' }),
  ],
  'its script is not there': [
    /\/tadwina\/(?:article|comments|share|blog)-\w+\.js$/,
    (route) => route.fulfill({ status: 404, body: '' }),
  ],
};

for (const [what, [pattern, broken]] of Object.entries(BROKEN)) {
  test.describe(`where ${what}`, () => {
    for (const shadow of ['open', 'none']) {
      test(`the fallback stays, shadow="${shadow}", and page and console are told`, async ({ page, open, api }) => {
        const said = [];
        page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
        await page.route(pattern, broken);
        await open(
          `<tadwina-comments id="it" api="${api}" post="${basic.id}" shadow="${shadow}">${FALLBACK}</tadwina-comments>`,
        );
        const [event, ...more] = await hears(page, 'tadwina-error');
        expect(event).toMatchObject({
          element: 'tadwina-comments',
          id: 'it',
          detail: { kind: 'not-started', message: expect.stringMatching(/./) },
          bubbles: true,
          composed: true,
        });
        expect(more).toEqual([]);
        await expect(fallback(page)).toBeVisible();
        await expect(page.locator('[role="alert"]')).toHaveCount(0);
        expect(said.some((text) => text.includes('tadwina could not start'))).toBe(true);
      });

      test(`an empty element says so, shadow="${shadow}"`, async ({ page, open, api }) => {
        await page.route(pattern, broken);
        await open(`<tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}">\n\t</tadwina-comments>`);
        await expect(page.locator('tadwina-comments [role="alert"][data-error="not-started"]')).toHaveText(
          'تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.',
        );
      });
    }
  });
}

for (const [lang, attribute, said] of [
  ['en-GB', '', /^This could not be loaded/],
  ['fr', '', /^Le chargement a échoué/],
  ['de', '', /^تعذّر/],
  ['en', 'lang="fr"', /^Le chargement a échoué/],
  ['ar', 'locale=" en "', /^This could not be loaded/],
]) {
  test(`that nothing could be loaded is said in the reader’s language: ${lang} ${attribute}`, async ({
    page,
    open,
    api,
  }) => {
    await page.route(ASKS.wasm, (route) => route.abort());
    await open(`<tadwina-share api="${api}" ${attribute}></tadwina-share>`, { lang });
    await expect(page.locator('tadwina-share [role="alert"]')).toHaveText(said);
  });
}

test('a remark of the page’s author is no fallback: that nothing could be loaded is said', async ({
  page,
  open,
  api,
}) => {
  await page.route(ASKS.wasm, (route) => route.abort());
  await open(`<tadwina-comments api="${api}" post="${basic.id}"><!-- comments --></tadwina-comments>`);
  await expect(page.locator('tadwina-comments [role="alert"]')).toBeVisible();
});

test('only what is slotted is no fallback: that nothing could be loaded is said', async ({ page, open, api }) => {
  await page.route(ASKS.wasm, (route) => route.abort());
  await open(`<tadwina-comments api="${api}" post="${basic.id}"><b slot="header">عنوان</b></tadwina-comments>`);
  await expect(page.locator('tadwina-comments [role="alert"]')).toBeVisible();
});

test('only what readers without scripts see is no fallback: that nothing could be loaded is said', async ({
  page,
  open,
  api,
}) => {
  await page.route(ASKS.wasm, (route) => route.abort());
  await open(
    `<tadwina-comments api="${api}" post="${basic.id}"><noscript><a href="/">التعليقات</a></noscript></tadwina-comments>`,
  );
  await expect(page.locator('tadwina-comments [role="alert"]')).toBeVisible();
});

for (const shadow of ['open', 'none']) {
  test(`what is slotted is left to the page when nothing could be loaded, shadow="${shadow}"`, async ({
    page,
    open,
    api,
  }) => {
    await page.route(ASKS.wasm, (route) => route.abort());
    await open(
      `<tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}"><b slot="header">عنوان</b></tadwina-comments>`,
    );
    await expect(page.locator('tadwina-comments [role="alert"]')).toBeVisible();
    if (shadow === 'open') await expect(page.locator('b')).toBeVisible();
    await page.locator('tadwina-comments').evaluate((element) => element.remove());
    await settled(page);
  });
}

test('a program that did not come is tried again by the next element', async ({ page, open, api }) => {
  await page.route(ASKS.wasm, (route) => route.abort(), { times: 1 });
  await open(`<tadwina-comments id="first" api="${api}" post="${basic.id}">${FALLBACK}</tadwina-comments>`);
  await hears(page, 'tadwina-error');
  await page.evaluate(() => {
    const element = document.querySelector('#first').cloneNode();
    element.id = 'second';
    document.body.append(element);
  });
  await expect(box(page, '#second').text).toBeVisible();
  await expect(fallback(page)).toBeVisible();
});

test('a site that does not answer leaves the fallback; when it does, the part comes', async ({ page, open, api }) => {
  await page.clock.install();
  const { release } = await hold(page, ASKS.anything);
  const asked = collect(page, ASKS.anything);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`);
  await expect.poll(() => asked.length).toBe(1);
  await page.clock.fastForward(30_000);
  await expect(fallback(page)).toBeVisible();
  expect(await heard(page)).toEqual([]);
  release();
  await expect(page.locator('.td-article__title')).toHaveText(basic.title);
});

test('a site that does not answer at all is given up', async ({ page, open, api }) => {
  await page.clock.install();
  await page.route(ASKS.anything, () => {});
  const asked = page.waitForRequest(ASKS.anything);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`, {
    goto: { waitUntil: 'commit' },
  });
  await asked;
  await page.clock.fastForward(36_000);
  expect((await hears(page, 'tadwina-error'))[0].detail.kind).toBe('unreachable');
});

test('why nothing can be read is said in the fallback’s place, with a way to ask again', async ({
  page,
  open,
  api,
}) => {
  await answer(page, ASKS.posts, { status: 503 }, 1);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`);
  expect(await hears(page, 'tadwina-error')).toHaveLength(1);
  await page.locator('tadwina-article [data-error="server"] button').click();
  await expect(page.locator('.td-article__title')).toHaveText(basic.title);
  expect((await heard(page)).map(({ type }) => type)).toEqual(['tadwina-error', 'tadwina-ready']);
});

test('what happens before the part is in its place, the page hears then, all of it and in order', async ({
  page,
  open,
  api,
}) => {
  const { release } = await hold(page, ASKS.wasm);
  const asked = collect(page, ASKS.posts);
  await open(`<tadwina-article api="${api}" post="${basic.id}"><textarea id="theirs"></textarea></tadwina-article>`, {
    goto: { waitUntil: 'commit' },
  });
  await page.locator('#theirs').fill('نص');
  release();
  await expect.poll(() => asked.length).toBe(1);
  await settled(page);
  await set(page, 'tadwina-article', { digits: 'roman' });
  await settled(page);
  expect(await heard(page)).toEqual([]);
  await page.locator('#theirs').fill('');
  await page.locator('#theirs').blur();
  await hears(page, 'tadwina-error');
  expect((await heard(page)).map(({ type }) => type)).toEqual(['tadwina-ready', 'tadwina-error']);
});

test('a change while the fallback stands takes effect', async ({ page, open, api }) => {
  const { release } = await hold(page, ASKS.posts);
  const asked = collect(page, ASKS.posts);
  await open(`<tadwina-article api="${api}" post="${basic.id}">${FALLBACK}</tadwina-article>`);
  await expect.poll(() => asked.length).toBe(1);
  await set(page, 'tadwina-article', { locale: 'en' });
  await expect(fallback(page)).toBeVisible();
  release();
  await expect(page.locator('tadwina-article .tadwina')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.td-article__title')).toHaveText(basic.title);
});

test.describe('nothing moves when the part takes over', () => {
  /** Notes every shift, and what moved. */
  const watch = () => {
    const shifts = [];
    Object.defineProperty(globalThis, 'shifts', { value: shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        shifts.push({
          value,
          moved: sources.map(
            ({ node, previousRect: a, currentRect: b }) =>
              `${node?.nodeName}#${node?.id} ${a.y}→${b.y} ${a.height}→${b.height}`,
          ),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  };

  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ]) {
    for (const [what, from] of [
      ['an article with text', thread],
      ['an article with a picture', bread],
    ]) {
      test(`${what} that the server rendered, ${width} px wide, over a slow network`, async ({ page, open, api }) => {
        await page.setViewportSize({ width, height });
        await page.addInitScript(watch);
        const program = await hold(page, ASKS.wasm);
        const site = await hold(page, ASKS.anything);
        const asked = collect(page, ASKS.posts);
        const pictures = await hold(page, ASKS.picture);
        const coming = page.waitForRequest(ASKS.wasm);
        await open(
          `
          <header id="top"><h2>الموقع</h2></header>
          <tadwina-article api="${api}" post="${from.id}">
            <article id="fallback" style="max-width: 37rem; line-height: 1.9"><h1>${from.title}</h1>${from.html}<h2>تعليقات</h2>${'<p>تعليق'.repeat(8)}</article>
          </tadwina-article>
          <footer id="foot" style="height: 300px">أسفل</footer>`,
          { goto: { waitUntil: 'commit' } },
        );
        await coming;
        program.release();
        await expect.poll(() => asked.length).toBeGreaterThan(0);
        site.release();
        await expect(page.locator('.td-article__title')).toHaveText(from.title);
        pictures.release();
        await expect(box(page, 'tadwina-article').text).toBeAttached();
        await settled(page);
        await expect.poll(() => page.evaluate(() => globalThis.shifts)).toEqual([]);
      });
    }

    test(`the share button in a row of the page’s, ${width} px wide, over a slow network`, async ({
      page,
      open,
      api,
    }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(watch);
      const program = await hold(page, ASKS.wasm);
      const coming = page.waitForRequest(ASKS.wasm);
      await open(
        `<tadwina-share api="${api}"><a style="display: block; height: 48px" href="#">انشر</a></tadwina-share><p id="after">بعد</p>`,
        { goto: { waitUntil: 'commit' } },
      );
      await coming;
      program.release();
      await expect(page.locator('.td-share__button')).toBeVisible();
      await settled(page);
      const moved = (await page.evaluate(() => globalThis.shifts)).filter(({ value }) => value > 0.01);
      expect(moved).toEqual([]);
    });
  }

  test.describe('of a discussion that the server rendered', () => {
    const comment = ({ id, author_name: name, content }) =>
      `<li id="comment-${id}"><h4>${name}</h4><p>${content}</p></li>`;
    const discussion = (comments) => `
      <h2 style="margin-block-start: 80px">تعليقات</h2>
      <ol style="line-height: 3; overflow-wrap: anywhere">${comments.map(comment).join('')}</ol>
      <form>
        <h3>اترك تعليقًا</h3><p>الحقول اللازمة معلَّمة</p>
        <textarea id="theirs" rows="12"></textarea>
        ${['الاسم', 'البريد', 'الموقع'].map((name) => `<p><label>${name}<br><input></label></p>`).join('')}
        <p style="margin-block: 80px"><button>أرسل</button></p>
      </form>`;
    const around = (api, post, comments) => `
      <header style="height: 1500px">مقال</header>
      <tadwina-comments api="${api}" post="${post}" loading="eager">${discussion(comments)}</tadwina-comments>
      <p id="next">بعد</p>
      <footer style="height: 900px">أسفل</footer>`;
    const top = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

    /** Shows the page, brings it where the reader is, and lets the program come: `release`. */
    async function standing(page, open, body, reader) {
      await page.addInitScript(watch);
      const { release } = await hold(page, ASKS.wasm);
      const coming = page.waitForRequest(ASKS.wasm);
      await open(body, { goto: { waitUntil: 'commit' } });
      await coming;
      await page.evaluate(reader);
      return release;
    }
    const toForm = () => scrollTo(0, scrollY + document.querySelector('#theirs').getBoundingClientRect().top - 160);
    const shifts = (page) => page.evaluate(() => globalThis.shifts);
    const taken = async (page) => {
      await hears(page, 'tadwina-ready');
      await settled(page);
    };

    for (const [width, height] of [
      [360, 740],
      [1280, 800],
    ]) {
      for (const [what, from] of [
        ['a few comments', bread],
        ['hundreds, of which a hundred come', thread],
      ]) {
        test(`who is at the form after ${what} stays there, ${width} px wide`, async ({ page, open, api }) => {
          await page.setViewportSize({ width, height });
          const release = await standing(page, open, around(api, from.id, from.comments), toForm);
          const next = await top(page, '#next');
          release();
          await taken(page);
          expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
          // What was in sight below is where it was; what was not may have come up to the lower edge.
          if (next < height) expect(Math.abs((await top(page, '#next')) - next)).toBeLessThan(1);
          else expect(await top(page, '#next')).toBeGreaterThan(height - 1);
          expect(await shifts(page)).toEqual([]);
        });
      }
    }

    test('who reads a comment goes on reading it', async ({ page, open, api }) => {
      const { id } = thread.comments[60];
      const release = await standing(
        page,
        open,
        around(api, thread.id, thread.comments),
        `document.querySelector('#comment-${id}').scrollIntoView()`,
      );
      release();
      await taken(page);
      expect(Math.abs(await top(page, `.tadwina #comment-${id}`))).toBeLessThan(1);
      expect(await shifts(page)).toEqual([]);
    });

    test('who reads a reply goes on reading it, where replies lie in what they answer', async ({ page, open, api }) => {
      const [first, ...others] = thread.comments.slice(0, 60);
      const nested = around(api, thread.id, [
        { ...first, content: `${first.content}<ol>${others.map(comment).join('')}</ol>` },
      ]);
      const { id } = others[40];
      const release = await standing(page, open, nested, `document.querySelector('#comment-${id}').scrollIntoView()`);
      release();
      await taken(page);
      expect(Math.abs(await top(page, `.tadwina #comment-${id}`))).toBeLessThan(1);
    });

    test('what only sounds like a comment is none', async ({ page, open, api }) => {
      const body = around(api, basic.id, []).replace(
        '<ol ',
        '<nav id="comment-nav-above" style="height: 2000px">صفحات</nav><ol ',
      );
      const release = await standing(page, open, body, () => scrollTo(0, 2000));
      const before = await top(page, 'tadwina-comments');
      release();
      await taken(page);
      expect(Math.abs((await top(page, 'tadwina-comments')) - before)).toBeLessThan(1);
    });

    test('texts that DOMPurify puts in are there before the part is', async ({ page, open, api }) => {
      await page.addInitScript(() => delete Element.prototype.setHTML);
      const purifier = await hold(page, /purify\.es-\w+\.js$/);
      const asked = page.waitForRequest(/purify\.es-\w+\.js$/);
      const release = await standing(page, open, around(api, bread.id, bread.comments), toForm);
      release();
      await asked;
      // Nothing else is asked for any more: two frames later all is done that could be.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await heard(page)).toEqual([]);
      await expect(page.locator('#theirs')).toBeVisible();
      purifier.release();
      await taken(page);
      expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
      expect(await shifts(page)).toEqual([]);
    });

    test('what stands beside it is not what follows', async ({ page, open, api }) => {
      const body = around(api, thread.id, thread.comments)
        .replace('<tadwina-comments', '<div style="display: grid; grid-template-columns: 2fr 1fr"><tadwina-comments')
        .replace('</tadwina-comments>', '</tadwina-comments><aside>بجانبه</aside></div>');
      const release = await standing(page, open, body, toForm);
      const next = await top(page, '#next');
      release();
      await taken(page);
      expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
      expect(Math.abs((await top(page, '#next')) - next)).toBeLessThan(1);
    });

    test('who has gone on from the comment that the address names is not taken back', async ({ page, open, api }) => {
      await page.addInitScript(watch);
      const { release } = await hold(page, ASKS.wasm);
      const coming = page.waitForRequest(ASKS.wasm);
      const { id } = thread.comments[5];
      await open(around(api, thread.id, thread.comments), {
        path: `/#comment-${id}`,
        at: '/',
        goto: { waitUntil: 'commit' },
      });
      await coming;
      await expect.poll(() => top(page, `#comment-${id}`)).toBeLessThan(1);
      await page.evaluate(toForm);
      release();
      await taken(page);
      expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
    });

    test('amid comments that the part does not show yet, what the server rendered stays until it is left', async ({
      page,
      open,
      api,
    }) => {
      const old = thread.comments[250].id;
      const release = await standing(
        page,
        open,
        around(api, thread.id, thread.comments),
        `document.querySelector('#comment-${old}').scrollIntoView()`,
      );
      const answered = page.waitForResponse(ASKS.comments);
      release();
      await answered;
      await settled(page);
      expect(await heard(page)).toEqual([]);
      expect(Math.abs(await top(page, `#comment-${old}`))).toBeLessThan(1);
      await page.evaluate(toForm);
      await taken(page);
      expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
    });

    test('who is past it stays where they are', async ({ page, open, api }) => {
      const body = around(api, thread.id, thread.comments).replace('900px', '4000px');
      const release = await standing(page, open, body, () => document.querySelector('#next').scrollIntoView());
      const height = () => page.locator('tadwina-comments').evaluate((element) => element.offsetHeight);
      const before = await height();
      release();
      await taken(page);
      expect(Math.abs(await top(page, '#next'))).toBeLessThan(1);
      expect(await shifts(page)).toEqual([]);
      // Not held by an empty room in place of two hundred comments.
      expect(await height()).toBeLessThan(before / 2);
    });

    test('where it begins in sight, nothing is scrolled', async ({ page, open, api }) => {
      const release = await standing(page, open, around(api, bread.id, bread.comments), () => scrollTo(0, 1400));
      release();
      await taken(page);
      expect(await page.evaluate(() => scrollY)).toBe(1400);
      expect(await shifts(page)).toEqual([]);
    });

    test('in a part of the page that scrolls by itself as well', async ({ page, open, api }) => {
      const body = `<main id="scrolls" style="height: 700px; overflow: auto">${around(api, thread.id, thread.comments)}</main>`;
      const release = await standing(page, open, body, () => {
        const scrolls = document.querySelector('#scrolls');
        scrolls.scrollTop += document.querySelector('#theirs').getBoundingClientRect().top - 160;
      });
      release();
      await taken(page);
      expect(Math.abs((await box(page).text.boundingBox()).y - 160)).toBeLessThan(1);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });

  for (const align of ['center', 'end']) {
    test(`a part that stands at the ${align} of a row brings no room of its own`, async ({ page, open, api }) => {
      await open(
        `<div style="display: flex; align-items: ${align}; height: 100px"><tadwina-share api="${api}"><a href="#">انشر</a></tadwina-share></div>`,
      );
      await hears(page, 'tadwina-ready');
      const heights = await page
        .locator('tadwina-share')
        .evaluate((host) => [host.offsetHeight, host.shadowRoot.querySelector('button').offsetHeight]);
      expect(heights[0]).toBe(heights[1]);
    });
  }

  test('who reads on meanwhile stays where they are', async ({ page, open, api }) => {
    const site = await hold(page, ASKS.anything);
    const asked = collect(page, ASKS.posts);
    await open(
      `<tadwina-article api="${api}" post="${thread.id}" discussion="none"><article id="fallback"><h1>${thread.title}</h1><div style="height: 5000px">${thread.html}</div></article></tadwina-article><footer style="height: 3000px"></footer>`,
    );
    await expect.poll(() => asked.length).toBe(1);
    await page.evaluate(() => scrollTo(0, 600));
    site.release();
    await expect(page.locator('.td-article__title')).toHaveText(thread.title);
    await settled(page);
    expect(Math.abs((await page.evaluate(() => scrollY)) - 600)).toBeLessThan(100);
  });
});

test.describe('loading', () => {
  const FAR = '<div style="height: 6000px"></div>';
  const part = (api, attributes = '') =>
    `<tadwina-comments api="${api}" post="${basic.id}" ${attributes}></tadwina-comments>`;
  const all = (page) => [
    collect(page, ASKS.wasm),
    collect(page, ASKS.anything),
    collect(page, /\/tadwina\/(?:article|comments|share|blog)-/),
  ];

  for (const attribute of ['', 'loading="lazy"', 'loading=" "']) {
    test(`far below nothing is loaded until it comes near (${attribute || 'no attribute'})`, async ({
      page,
      open,
      api,
    }) => {
      const loaded = all(page);
      await open(FAR + part(api, attribute));
      await page.evaluate(() => customElements.whenDefined('tadwina-comments'));
      await settled(page);
      expect(loaded.map(({ length }) => length)).toEqual([0, 0, 0]);
      // Near is one height of the window: not yet to be seen.
      await page.evaluate(() => scrollTo(0, document.querySelector('tadwina-comments').offsetTop - 1.8 * innerHeight));
      await expect(box(page).text).toBeAttached();
      expect(
        await page.locator('tadwina-comments').evaluate((it) => it.getBoundingClientRect().top > innerHeight),
      ).toBe(true);
      expect(loaded[0]).toHaveLength(1);
    });
  }

  for (const attribute of ['loading="eager"', 'loading=" eager "']) {
    test(`${attribute} loads at once`, async ({ page, open, api }) => {
      await open(FAR + part(api, attribute));
      await expect(box(page).text).toBeAttached();
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  }

  test('made eager later, it loads then', async ({ page, open, api }) => {
    await open(FAR + part(api));
    await page.evaluate(() => customElements.whenDefined('tadwina-comments'));
    await settled(page);
    await set(page, 'tadwina-comments', { loading: 'eager' });
    await expect(box(page).text).toBeAttached();
  });

  test('what the page does not show is not loaded until it does', async ({ page, open, api }) => {
    const loaded = all(page);
    await open(`<div id="around" style="display: none">${part(api)}</div>`);
    await page.evaluate(() => customElements.whenDefined('tadwina-comments'));
    await settled(page);
    expect(loaded.map(({ length }) => length)).toEqual([0, 0, 0]);
    await page.evaluate(() => (document.querySelector('#around').style.display = ''));
    await expect(box(page).text).toBeVisible();
  });

  test('until the address names a comment', async ({ page, open, api }) => {
    await open(
      `<a href="#comment-${bread.comments[0].id}">تعليق</a>${FAR}<tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`,
    );
    await page.evaluate(() => customElements.whenDefined('tadwina-comments'));
    await settled(page);
    await expect(page.locator('.tadwina')).toHaveCount(0);
    await page.locator('a[href^="#comment-"]').click();
    await expect(page.locator(`.tadwina #comment-${bread.comments[0].id}`)).toBeInViewport();
  });

  test('in a closed disclosure neither, until it is opened', async ({ page, open, api }) => {
    const loaded = all(page);
    await open(`<details><summary>تعليقات</summary>${part(api)}</details>`);
    await settled(page);
    expect(loaded.map(({ length }) => length)).toEqual([0, 0, 0]);
    await page.locator('summary').click();
    await expect(box(page).text).toBeVisible();
  });

  test('a change before it loads counts', async ({ page, open, api }) => {
    await open(FAR + part(api));
    await page.evaluate(() => customElements.whenDefined('tadwina-comments'));
    await set(page, 'tadwina-comments', { post: bread.id, locale: 'en' });
    await page.locator('tadwina-comments').evaluate((it) => it.scrollIntoView());
    await expect(page.locator('.td-discussion__title')).toHaveText(`Comments (${bread.comments.length})`);
  });
});

test('without scripts the fallback is all there is', async ({ browser, site }) => {
  site.put('/', hostPage(`<tadwina-article>${FALLBACK}</tadwina-article>`));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(fallback(page)).toBeVisible();
  await context.close();
});
