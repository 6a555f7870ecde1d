// From the page and back: what moves goes on, what goes leaves nothing behind.

import { article } from '../e2e/support/content.mjs';
import { ASKS, collect, hold, unique } from '../e2e/support/page.mjs';
import { comeAndGo, PAGE, start } from '../support/growth.mjs';
import { host } from '../support/host.mjs';
import { box, expect, heard, hears, set, settled, test } from './support.mjs';

const basic = article('basic');
const bread = article('bread');
const thread = article('long-thread');

/** Counts what tadwina listens to in the page and on its own elements, what it times and observes, from now on. */
function count() {
  // Whoever drives the browser listens as well.
  const isTadwinas = () => new Error('where from').stack.includes('/tadwina/');
  const listening = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const options = (given) => (typeof given === 'object' && given ? given : { capture: Boolean(given) });
  const same =
    (target, type, listener, { capture = false }) =>
    (each) =>
      each.target === target && each.type === type && each.listener === listener && each.capture === capture;
  const forget = (is) => {
    const at = listening.findIndex(is);
    if (at >= 0) listening.splice(at, 1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, given) {
    const target = this ?? globalThis;
    const is = same(target, type, listener, options(given));
    // What lies within a part goes with it; its element may come back.
    const isPages = [globalThis, document, document.documentElement, document.body].includes(target);
    const isPlace =
      target instanceof ShadowRoot ||
      (target instanceof Element &&
        target.matches('[id="here"], tadwina-article, tadwina-comments, tadwina-share, tadwina-blog'));
    if ((isPages || isPlace) && isTadwinas() && listener && !listening.some(is)) {
      listening.push({ target, type, listener, capture: options(given).capture ?? false });
      if (options(given).signal) add.call(options(given).signal, 'abort', () => forget(is));
      if (options(given).once) add.call(target, type, () => forget(is), { once: true });
    }
    return add.call(target, type, listener, given);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, given) {
    forget(same(this ?? globalThis, type, listener, options(given)));
    return remove.call(this ?? globalThis, type, listener, given);
  };

  const timed = new Set();
  const { setInterval: every, clearInterval: stop, setTimeout: after, clearTimeout: cancel } = globalThis;
  globalThis.setInterval = (...given) => {
    const timer = every(...given);
    if (isTadwinas()) timed.add(timer);
    return timer;
  };
  globalThis.setTimeout = (call, ...given) => {
    if (!isTadwinas()) return after(call, ...given);
    const timer = after(
      (...passed) => {
        timed.delete(timer);
        call(...passed);
      },
      ...given,
    );
    timed.add(timer);
    return timer;
  };
  globalThis.clearInterval = (timer) => {
    timed.delete(timer);
    stop(timer);
  };
  globalThis.clearTimeout = (timer) => {
    timed.delete(timer);
    cancel(timer);
  };

  const observing = new Set();
  for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver']) {
    globalThis[name] = class extends globalThis[name] {
      observe(...given) {
        if (isTadwinas()) observing.add(this);
        super.observe(...given);
      }
      disconnect() {
        observing.delete(this);
        super.disconnect();
      }
    };
  }
  Object.defineProperty(globalThis, 'left', {
    value: () => ({ listening: listening.map(({ type }) => type), timed: timed.size, observing: observing.size }),
  });
}

const left = (page) => page.evaluate(() => globalThis.left());
const NOTHING = { listening: [], timed: 0, observing: 0 };
const remove = (page, selector) => page.locator(selector).evaluate((element) => element.remove());

test.describe('moved', () => {
  const MOVES = {
    'by insertBefore': (element) =>
      document.querySelector('#there').insertBefore(element, document.querySelector('#there').firstChild),
    'by append': (element) => document.querySelector('#there').append(element),
    'within its parent': (element) => element.parentNode.append(element),
    'into a shadow root': (element) => document.querySelector('#there').attachShadow({ mode: 'open' }).append(element),
    'with what is around it': (element) => document.querySelector('#there').append(element.parentNode),
    'out and in at once': (element) => {
      element.remove();
      document.querySelector('#there').append(element);
    },
  };
  for (const shadow of ['open', 'none']) {
    for (const [how, move] of Object.entries(MOVES)) {
      test(`${how}, shadow="${shadow}", it keeps what was typed and asks nothing`, async ({ page, open, api }) => {
        await open(
          `<div id="here"><tadwina-comments api="${api}" post="${thread.id}" shadow="${shadow}"></tadwina-comments><p>بعد</p></div><div id="there"><p>x</p></div>`,
        );
        await expect(page.locator('tadwina-comments .td-comment').first()).toBeVisible();
        await box(page).fill('لا يضيع');
        await page.locator('tadwina-comments .tadwina').evaluate((root) => (root.dataset.same = 'yes'));
        await settled(page);
        const asked = collect(page, /./);
        await page.locator('tadwina-comments').evaluate(move);
        await settled(page);
        await expect(box(page).text).toHaveValue('لا يضيع');
        await expect(page.locator('tadwina-comments .tadwina')).toHaveAttribute('data-same', 'yes');
        expect(asked.map((request) => request.url())).toEqual([]);
        expect((await heard(page)).map(({ type }) => type)).toEqual(['tadwina-ready']);
        // It still lives.
        await set(page, 'tadwina-comments', { locale: 'en' });
        await expect(box(page).send).toHaveText('Post comment');
      });
    }
  }

  test('by moveBefore, it keeps the focus as well', async ({ page, open, api }) => {
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments><div id="there"></div>`);
    test.skip(!(await page.evaluate(() => 'moveBefore' in Element.prototype)), 'this browser has no moveBefore');
    await box(page).text.fill('لا يضيع');
    const asked = collect(page, /./);
    await page
      .locator('tadwina-comments')
      .evaluate((element) => document.querySelector('#there').moveBefore(element, null));
    await settled(page);
    await expect(box(page).text).toHaveValue('لا يضيع');
    await expect(box(page).text).toBeFocused();
    expect(asked).toEqual([]);
  });

  test('before the answer came, it shows it', async ({ page, open, api }) => {
    const { release } = await hold(page, ASKS.posts);
    const asked = collect(page, ASKS.posts);
    await open(`<tadwina-article api="${api}" post="${basic.id}">مهلا</tadwina-article><div id="there"></div>`);
    await expect.poll(() => asked.length).toBe(1);
    await page.locator('tadwina-article').evaluate(MOVES['by append']);
    release();
    await expect(page.locator('#there .td-article__title')).toHaveText(basic.title);
    expect(asked).toHaveLength(1);
  });

  test('before the program came, it starts once', async ({ page, open, api }) => {
    const { release } = await hold(page, ASKS.wasm);
    const asked = collect(page, ASKS.wasm);
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article><div id="there"></div>`);
    await expect.poll(() => asked.length).toBe(1);
    await page.locator('tadwina-article').evaluate(MOVES['by append']);
    release();
    await expect(page.locator('#there .td-article__title')).toHaveText(basic.title);
    await settled(page);
    await expect(page.locator('.tadwina')).toHaveCount(1);
    expect((await heard(page)).map(({ type }) => type)).toEqual(['tadwina-ready']);
  });
});

test.describe('removed', () => {
  for (const [kind, attributes, stir] of [
    ['article', `post="${thread.id}"`, (page) => box(page, 'tadwina-article').text.fill('نصّ')],
    ['comments', `post="${thread.id}"`, (page) => box(page).text.fill('نصّ')],
    ['share', '', (page) => page.locator('.td-share__button').click()],
    ['blog', '', (page) => page.locator('.td-teaser__title a').first().click()],
  ]) {
    for (const shadow of ['open', 'none']) {
      test(`${kind}, shadow="${shadow}", leaves no listener, timer or observer`, async ({ page, open, api }) => {
        await page.addInitScript(count);
        await open(`<tadwina-${kind} api="${api}" ${attributes} shadow="${shadow}"></tadwina-${kind}>`);
        await hears(page, 'tadwina-ready');
        await stir(page);
        await settled(page);
        expect((await left(page)).listening).not.toEqual([]); // otherwise this proves nothing
        await remove(page, `tadwina-${kind}`);
        await expect.poll(() => left(page)).toEqual(NOTHING);
      });
    }
  }

  for (const shadow of ['open', 'none']) {
    test(`while somebody writes in its fallback, shadow="${shadow}", it leaves no listener, timer or observer`, async ({
      page,
      open,
      api,
    }) => {
      await page.addInitScript(count);
      const { release } = await hold(page, ASKS.wasm);
      await open(
        `<tadwina-comments loading="eager" api="${api}" post="${basic.id}" shadow="${shadow}"><form><textarea id="theirs"></textarea></form></tadwina-comments>`,
        { goto: { waitUntil: 'commit' } },
      );
      await page.locator('#theirs').fill('نصّ');
      release();
      await expect.poll(async () => (await left(page)).listening).toContain('focusout');
      await settled(page);
      await expect(page.locator('#theirs')).toBeVisible();
      await remove(page, 'tadwina-comments');
      await expect.poll(() => left(page)).toEqual(NOTHING);
    });
  }

  test('fifty times, nothing is left', async ({ page, open, api }) => {
    await page.addInitScript(count);
    await open('<div id="here"></div>');
    await page.evaluate(() => customElements.whenDefined('tadwina-article'));
    const cycle = () =>
      page.evaluate(
        async ([root, post]) => {
          const elements = ['article', 'comments', 'share'].map((kind) => document.createElement(`tadwina-${kind}`));
          const ready = elements.map(
            (element) => new Promise((done) => element.addEventListener('tadwina-ready', done)),
          );
          for (const element of elements) {
            Object.assign(element, { api: root, post, loading: 'eager' });
            document.querySelector('#here').append(element);
          }
          await Promise.all(ready);
          document.querySelector('#here').replaceChildren();
          await null;
        },
        [api, basic.id],
      );
    for (let times = 0; times < 50; times += 1) await cycle();
    await expect.poll(() => left(page)).toEqual(NOTHING);
  });

  for (const hasFallback of [false, true]) {
    test(`a thousand times, ${hasFallback ? 'in the place of a fallback, ' : ''}it is as after a hundred: memory of the program, nodes, listeners`, async ({
      page,
      blog,
    }) => {
      test.setTimeout(5 * 60_000);
      const { url, close } = await host({ pages: { '/': PAGE }, api: blog });
      try {
        const counted = await start(page, url);
        const after = async (times) => {
          await comeAndGo(page, times, bread.id, { hasFallback, isAnswered: true });
          const { wasm, nodes, listeners } = await counted();
          return { wasm, nodes, listeners };
        };
        const hundred = await after(100);
        expect(hundred.wasm).toBeGreaterThan(0);
        expect(await after(900)).toEqual(hundred);
      } finally {
        await close();
      }
    });
  }

  test('what is still asked for is asked for no more', async ({ page, open, api }) => {
    await page.addInitScript(count);
    const { release } = await hold(page, ASKS.anything);
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.failure().errorText));
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await expect(page.locator('tadwina-comments .td-placeholder')).toBeVisible();
    await remove(page, 'tadwina-comments');
    await expect.poll(() => failed).toEqual(['net::ERR_ABORTED']);
    await expect.poll(() => left(page)).toEqual(NOTHING);
    release();
    await settled(page);
    expect(await heard(page)).toEqual([]);
  });

  test('what others wait for as well is not ended', async ({ page, open, api }) => {
    const { release } = await hold(page, ASKS.anything);
    await open(
      `<tadwina-comments id="goes" api="${api}" post="${basic.id}"></tadwina-comments><tadwina-comments id="stays" api="${api}" post="${basic.id}"></tadwina-comments>`,
    );
    await expect(page.locator('#stays .td-placeholder')).toBeVisible();
    await remove(page, '#goes');
    release();
    await expect(box(page, '#stays').text).toBeVisible();
    await hears(page, 'tadwina-ready');
  });

  test('a comment that is on its way arrives', async ({ page, open, api }) => {
    const text = unique('يصل');
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`);
    await box(page).fill(text);
    await settled(page);
    const { release } = await hold(page, ASKS.comments);
    const [posted] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      box(page).send.click(),
    ]);
    await remove(page, 'tadwina-comments');
    release();
    expect((await posted.response()).status()).toBe(201);
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, { path: '/again/' });
    await expect(page.locator('.td-comment', { hasText: text })).toBeVisible();
    await expect(box(page).text).toHaveValue('');
  });

  for (const shadow of ['open', 'none']) {
    test(`and put back, shadow="${shadow}", it shows its fallback between and the part again`, async ({
      page,
      open,
      api,
    }) => {
      await open(
        `<div id="here"><tadwina-comments api="${api}" post="${basic.id}" shadow="${shadow}">تعليقات<b id="fallback">غليظ</b><!-- --></tadwina-comments></div>`,
      );
      await box(page).text.fill('لا يضيع');
      await expect(page.locator('#fallback')).toBeHidden();
      await page.locator('tadwina-comments').evaluate(async (element) => {
        Object.defineProperty(globalThis, 'taken', { value: element });
        element.remove();
        await null;
      });
      const inside = await page.evaluate(() => [
        globalThis.taken.innerHTML,
        globalThis.taken.shadowRoot?.innerHTML ?? '<slot></slot>',
      ]);
      expect(inside).toEqual(['تعليقات<b id="fallback">غليظ</b><!-- -->', '<slot></slot>']);
      await page.evaluate(() => document.querySelector('#here').append(globalThis.taken));
      await expect(box(page).text).toHaveValue('لا يضيع');
      await expect(page.locator('#fallback')).toBeHidden();
      await expect(page.locator('tadwina-comments .tadwina')).toHaveCount(1);
      expect(await heard(page, 'tadwina-ready')).toHaveLength(2);
    });
  }

  test('before the program came, nothing happens; put back, it shows', async ({ page, open, api }) => {
    await page.addInitScript(count);
    const { release } = await hold(page, ASKS.wasm);
    const wasm = page.waitForRequest(ASKS.wasm);
    await open(`<tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`, {
      goto: { waitUntil: 'commit' },
    });
    await wasm;
    await page.locator('tadwina-article').evaluate((element) => {
      Object.defineProperty(globalThis, 'taken', { value: element });
      element.remove();
    });
    const asked = collect(page, ASKS.anything);
    release();
    await settled(page);
    expect(asked).toEqual([]);
    expect(await heard(page)).toEqual([]);
    expect(await left(page)).toEqual(NOTHING);
    await page.evaluate(() => document.body.append(globalThis.taken));
    await expect(page.locator('.td-article__title')).toHaveText(basic.title);
  });

  test('while it waits to come near, nothing is left', async ({ page, open, api }) => {
    await page.addInitScript(count);
    await open(`<div style="height: 9000px"></div><tadwina-article api="${api}" post="${basic.id}"></tadwina-article>`);
    await expect.poll(async () => (await left(page)).observing).toBe(1);
    await remove(page, 'tadwina-article');
    await expect.poll(() => left(page)).toEqual(NOTHING);
  });
});

test.describe('mount', () => {
  const script = (body) =>
    `<script type="module">import * as tadwina from '/tadwina/index.js'; Object.defineProperty(globalThis, 'tadwinaForTest', { value: tadwina }); ${body}</script>`;
  const bare = (body) => [body, { script: script('') }];
  const mount = (page, kind, options) =>
    page.evaluate(
      async ([what, set]) => {
        await new Promise((there) => {
          const look = () => (globalThis.tadwinaForTest ? there() : requestAnimationFrame(look));
          look();
        });
        globalThis.part = await globalThis.tadwinaForTest.mount(document.querySelector('#here'), what, set);
      },
      [kind, options],
    );

  test('importing the package registers nothing', async ({ page, open }) => {
    await open(...bare('<tadwina-share></tadwina-share>'));
    await page.waitForFunction(() => globalThis.tadwinaForTest);
    expect(
      await page.evaluate(() =>
        ['article', 'comments', 'share', 'blog'].filter((kind) => customElements.get(`tadwina-${kind}`)),
      ),
    ).toEqual([]);
    expect(await page.evaluate(() => Object.keys(globalThis.tadwinaForTest).sort())).toEqual([
      'TadwinaArticle',
      'TadwinaBlog',
      'TadwinaComments',
      'TadwinaShare',
      'define',
      'mount',
    ]);
  });

  for (const [kind, shown] of [
    ['article', '.td-article__title'],
    ['comments', '.td-discussion__title'],
    ['share', '.td-share__button'],
    ['blog', '.td-site-header'],
  ]) {
    test(`${kind} shows in any element and tells it of events; unmount puts back what was there`, async ({
      page,
      open,
      api,
    }) => {
      await page.addInitScript(count);
      await open(...bare('<section id="here"><p id="fallback">مهلا</p></section>'));
      await mount(page, kind, { api, ...(kind !== 'blog' && { post: basic.id }) });
      await expect(page.locator(`#here ${shown}`)).toBeVisible();
      expect((await hears(page, 'tadwina-ready'))[0]).toMatchObject({ element: 'section', id: 'here' });
      await expect(page.locator('#fallback')).toBeHidden();
      await settled(page);
      await page.evaluate(() => globalThis.part.unmount());
      await expect(page.locator('#fallback')).toBeVisible();
      await expect(page.locator('#here .tadwina')).toHaveCount(0);
      await expect.poll(() => left(page)).toEqual(NOTHING);
      await page.evaluate(() => globalThis.part.unmount()); // again, and nothing happens
      await page.evaluate(() => globalThis.part.update({ locale: 'fr' }));
      await settled(page);
      await expect(page.locator('#here .tadwina')).toHaveCount(0);
      await mount(page, kind, { api, ...(kind !== 'blog' && { post: basic.id }) });
      await expect(page.locator(`#here ${shown}`)).toBeVisible();
    });
  }

  test('update changes what is named, null is the default again, the rest and the text stay', async ({
    page,
    open,
    api,
  }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id, locale: 'fr', commentLimit: 40 });
    const { text, number, send } = box(page, '#here');
    await text.fill('abc');
    await page.evaluate(() => globalThis.part.update({ locale: 'en' }));
    await expect(send).toHaveText('Post comment');
    await expect(number).toHaveText('37 / 40');
    await page.evaluate(() => globalThis.part.update({ commentLimit: null, locale: undefined, digits: 'arab' }));
    await expect(number).toHaveText('٩٩٧ / ١٠٠٠');
    await expect(send).toHaveText('نشر التعليق');
    await expect(text).toHaveValue('abc');
    await page.evaluate((post) => globalThis.part.update({ post }), thread.id);
    await expect(page.locator('#here .td-comment').first()).toBeVisible();
  });

  test('in the page’s own tree where asked', async ({ page, open, api }) => {
    await open(...bare('<div id="here"><p id="fallback">مهلا</p></div>'));
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
    expect(await page.locator('#here').evaluate((element) => element.shadowRoot)).toBeNull();
    await page.evaluate(() => globalThis.part.unmount());
    expect(await page.locator('#here').innerHTML()).toBe('<p id="fallback">مهلا</p>');
  });

  test('loads at once, wherever it stands', async ({ page, open, api }) => {
    await open(...bare('<div style="height: 9000px"></div><div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('a kind or an option that nobody knows is named', async ({ page, open, api }) => {
    await open(...bare('<div id="here">مهلا</div>'));
    await expect(mount(page, 'newsletter', {})).rejects.toThrow(
      /TypeError: tadwina has no newsletter: article, comments, share, blog/,
    );
    await expect(mount(page, 'comments', { 'comment-limit': 5 })).rejects.toThrow(
      /TypeError: tadwina has no option comment-limit/,
    );
    expect(await page.locator('#here').innerHTML()).toBe('مهلا');
    await mount(page, 'comments', { api, post: basic.id });
    const wrong = await page.evaluate(() => {
      try {
        globalThis.part.update({ colour: 'red' });
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(wrong).toBe('TypeError: tadwina has no option colour');
  });

  test('an element that can have no shadow root is refused, unless it needs none', async ({ page, open, api }) => {
    await open(...bare('<ul><li id="here"></li></ul>'));
    await expect(mount(page, 'comments', { api, post: basic.id })).rejects.toThrow(/NotSupportedError/);
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
  });

  test('a shadow root that is the page’s own stays as it is where none is used', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    const inside = () => page.locator('#here').evaluate((element) => element.shadowRoot.innerHTML);
    await page.locator('#here').evaluate((element) => {
      element.attachShadow({ mode: 'open' }).innerHTML = '<h2>لهم</h2><slot></slot>';
    });
    await mount(page, 'comments', { api, post: basic.id, shadow: 'none' });
    await expect(box(page, '#here').text).toBeVisible();
    await page.evaluate(() => globalThis.part.unmount());
    expect(await inside()).toBe('<h2>لهم</h2><slot></slot>');
  });

  test('whoever hears of a comment may take the part out at once', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await page.evaluate(() =>
      addEventListener('tadwina-comment-submit', () => globalThis.part.unmount(), { once: true }),
    );
    await box(page, '#here').fill(unique('سُمع'));
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await box(page, '#here').send.click();
    expect((await posted).ok()).toBe(true);
    // The program goes on for others.
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeVisible();
  });

  test('of two in one place, the end of the first leaves the second', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await page.evaluate(() => (globalThis.first = globalThis.part));
    await mount(page, 'comments', { api, post: basic.id, locale: 'en' });
    await page.evaluate(() => globalThis.first.unmount());
    await expect(box(page, '#here').send).toHaveText('Post comment');
  });

  test('a wrong value is named in the page', async ({ page, open, api }) => {
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id, digits: 'roman' });
    await expect(page.locator('#here [data-error="setting"]')).toContainText('digits');
    expect((await hears(page, 'tadwina-error'))[0]).toMatchObject({ id: 'here', detail: { kind: 'setting' } });
  });

  test('a program that cannot be loaded is told of, and tried again the next time', async ({ page, open, api }) => {
    await page.route(ASKS.wasm, (route) => route.abort(), { times: 1 });
    await open(...bare('<div id="here"></div>'));
    await mount(page, 'comments', { api, post: basic.id });
    await expect(page.locator('#here [data-error="not-started"]')).toBeVisible();
    await page.evaluate(() => globalThis.part.unmount());
    await mount(page, 'comments', { api, post: basic.id });
    await expect(box(page, '#here').text).toBeVisible();
    await expect(page.locator('#here [data-error]')).toHaveCount(0);
  });
});

test.describe('define', () => {
  test('twice, and by both scripts, is once', async ({ page, open, api }) => {
    const script = `<script type="module">
      import { define } from '/tadwina/index.js';
      define();
      define();
      await import('/tadwina/define.js');
      await import('/tadwina/tadwina.js');
      await import('/tadwina/tadwina.js?again');
    </script>`;
    await open(`<tadwina-comments api="${api}" post="${basic.id}"></tadwina-comments>`, { script });
    await expect(box(page).text).toBeVisible();
    await settled(page);
    await expect(page.locator('tadwina-comments .tadwina')).toHaveCount(1);
  });

  test('a name that the page has taken stays the page’s', async ({ page, open, api }) => {
    await open(`<tadwina-share></tadwina-share><tadwina-comments api="${api}" post="${bread.id}"></tadwina-comments>`, {
      head: "<script>customElements.define('tadwina-share', class extends HTMLElement { connectedCallback() { this.textContent = 'mine'; } });</script>",
    });
    await expect(box(page).text).toBeVisible();
    await expect(page.locator('tadwina-share')).toHaveText('mine');
  });
});

test('an element that a script makes, without a page, does nothing', async ({ page, open, api }) => {
  await page.addInitScript(count);
  await open('');
  const asked = collect(page, /./);
  await page.evaluate(async (root) => {
    await customElements.whenDefined('tadwina-article');
    const element = document.createElement('tadwina-article');
    Object.assign(element, { api: root, post: 201, loading: 'eager' });
    document.createElement('div').append(element);
  }, api);
  await settled(page);
  expect(asked).toEqual([]);
  expect(await left(page)).toEqual(NOTHING);
});
