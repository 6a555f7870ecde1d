// The embedding in three engines: on a page of another origin than the blog, every element shows what it
// is for, an article is shared, a comment counted and sent. Needs the package in pkg/ (`make package`) and
// the sandbox (`cargo build --package tadwina-sandbox`).
//
//   node --test tests/engines/smoke.test.mjs                                all engines
//   TADWINA_ENGINES=webkitgtk node --test tests/engines/smoke.test.mjs      one of them
//
// What the page looked like when a test failed lies in test-results/engines/.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { article } from '../e2e/support/content.mjs';
import { checkSandbox, startSandbox } from '../e2e/support/sandbox.mjs';
import { host } from '../support/host.mjs';
import { eventually, inside } from './element.mjs';
import { chosenEngines, startEngine } from './engines.mjs';
import { hostPages } from './pages.mjs';

const RESULTS = fileURLToPath(new URL('../../test-results/engines', import.meta.url));
/** Longest time of one test, and of starting a browser. Unit: milliseconds. */
const timeout = 60_000;

const basic = article('basic');
const hostile = article('hostile');
const vocalised = article('vocalised');
const longThread = article('long-thread');

/** Three letters with their vowels, a space, a family of four, and a full stop: six as people count. */
const SIX_LETTERS = 'خُبْزٌ 👨‍👩‍👧‍👦.';

describe('embedding', () => {
  let sandbox;
  let site;

  before(async () => {
    checkSandbox();
    sandbox = await startSandbox();
    try {
      site = await host({ pages: hostPages(sandbox.url, { basic, hostile, vocalised, longThread }) });
    } catch (error) {
      // Not every Node.js calls `after` then, and what still runs would keep this process.
      await sandbox.stop();
      throw error;
    }
  });

  after(async () => {
    await site?.close();
    await sandbox?.stop();
  });

  for (const engine of chosenEngines()) {
    describe(engine.name, { timeout: 10 * timeout }, () => {
      let driver;
      let stop;
      /** How many requests the page's server had before this engine. */
      let earlier;

      before(
        async () => {
          earlier = site.hits.length;
          ({ driver, stop } = await startEngine(engine));
        },
        { timeout },
      );

      after(
        async () => {
          await stop?.();
        },
        { timeout },
      );

      const heard = (type) =>
        driver.executeScript('return globalThis.heard.filter(({ type }) => arguments[0] === type)', type);

      /** Waits for an event and gives the first of its kind. */
      const hears = (type) =>
        eventually(async () => {
          const [event] = await heard(type);
          assert.ok(event, `the page heard ${type}`);
          return event;
        });

      /** Opens a host page and gives the element in it, which says that it is ready. */
      async function open(path, name) {
        await driver.get(site.url + path);
        assert.equal((await hears('tadwina-ready')).element, name);
        return inside(driver, name);
      }

      /** A test that keeps what was to be seen, and heard, when it failed. `refused` is what the page's policy refused. */
      function check(name, body, refused = []) {
        it(name, { timeout }, async (test) => {
          try {
            await body();
            assert.deepEqual(await heard('tadwina-error'), []);
            await eventually(async () => {
              const violations = await heard('securitypolicyviolation');
              assert.deepEqual(
                violations.map(({ detail }) => detail.blockedURI),
                refused,
                JSON.stringify(violations),
              );
            });
          } catch (error) {
            const events = await driver.executeScript('return globalThis.heard').catch(() => null);
            test.diagnostic(`the page heard: ${JSON.stringify(events)}`);
            const picture = await driver.takeScreenshot().catch(() => null);
            if (picture) {
              mkdirSync(RESULTS, { recursive: true });
              writeFileSync(`${RESULTS}/${engine.name} ${name}.png`, picture, 'base64');
            }
            throw error;
          }
        });
      }

      check('an article stands in the place of its fallback', async () => {
        const shown = await open('/article/', 'tadwina-article');
        assert.equal(await shown.text('.td-article__title'), basic.title);
        assert.match(await shown.text('.td-byline__time'), /^3 نوفمبر 2023/);
        assert.notEqual(await shown.text('.td-article > .td-prose'), '');
        // Whether it was taken out or is only not rendered is the element's matter.
        const boxes = await driver.executeScript(
          "return document.querySelector('#fallback')?.getClientRects().length ?? 0",
        );
        assert.equal(boxes, 0, 'the fallback is not to be seen');
      });

      check('hostile HTML does nothing and can be read to its end', async () => {
        const shown = await open('/hostile/', 'tadwina-article');
        assert.match(await shown.text('.td-article > .td-prose'), /هذه الفقرة الأخيرة/);
        await shown.shows('.td-comment');
        const left = await shown.evaluate((root) =>
          [...root.querySelectorAll('.td-prose *, .td-article__title *')]
            .filter(
              (element) =>
                element.matches('script, style, iframe, object, embed, form, input, svg, math, base, link, template') ||
                [...element.attributes].some(
                  ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value),
                ),
            )
            .map((element) => element.outerHTML.slice(0, 200)),
        );
        assert.deepEqual(left, []);
        assert.equal(await driver.executeScript('return globalThis.__hostile ?? null'), null);
        assert.equal(await driver.getTitle(), 'صفحة أخرى');
        // The fallback sanitiser is loaded where the platform has none, and only there.
        const purified = site.hits.slice(earlier).some(({ path }) => /purify/.test(path));
        assert.equal(purified, !(await driver.executeScript("return 'setHTML' in Element.prototype")));
      });

      check('the share button opens its menu', async () => {
        const shown = await open('/article/', 'tadwina-article');
        assert.equal(await shown.has('.td-share__menu'), false);
        await shown.press('.td-share__button');
        await shown.shows('.td-share__menu a[href^="https://wa.me/"]');
        const { detail } = await hears('tadwina-share');
        assert.equal(detail.title, basic.title);
        assert.equal(new URL(detail.url).pathname.toLowerCase(), basic.path.toLowerCase());
      });

      check('a comment is counted as people count', async () => {
        const shown = await open('/vocalised/', 'tadwina-article');
        const counts = (number) =>
          eventually(async () => assert.equal(await shown.text('.td-character-count__number'), number));
        await counts('1000 / 1000');
        await shown.type('.td-comment-box__text', SIX_LETTERS);
        assert.equal(await shown.value('.td-comment-box__text'), SIX_LETTERS);
        await counts('994 / 1000');
      });

      check('a comment is sent, appears, and the page hears of it', async () => {
        const shown = await open('/article/', 'tadwina-article');
        const text = `من ${engine.name}: ${SIX_LETTERS}`;
        await shown.type('.td-comment-box__text', text);
        await shown.type('input[name="author"]', 'قارئة');
        await shown.type('input[name="email"]', 'reader@example.org');
        await shown.press('form.td-comment-box button[type="submit"]');

        const { element, detail } = await hears('tadwina-comment-sent');
        assert.equal(element, 'tadwina-article');
        assert.equal(detail.post, basic.id);
        assert.equal(detail.status, 'approved');
        assert.equal(typeof detail.comment, 'number');
        await shown.shows('.td-notice[data-kind="success"]');
        await eventually(async () => {
          const comments = await shown.evaluate((root) =>
            [...root.querySelectorAll('.td-comment__body')].map((body) => body.textContent.trim()),
          );
          assert.equal(comments.filter((comment) => comment === text).length, 1);
        });
        await eventually(async () => assert.equal(await shown.value('.td-comment-box__text'), ''));

        const [submitted] = await heard('tadwina-comment-submit');
        assert.deepEqual(submitted.detail, { post: basic.id, name: 'قارئة', email: 'reader@example.org', text });
      });

      check("digits are the country's, not the engine's", async () => {
        const shown = await open('/egypt/', 'tadwina-article');
        assert.match(await shown.text('.td-byline__time'), /^٣ نوفمبر ٢٠٢٣/);
        await eventually(async () => assert.equal(await shown.text('.td-character-count__number'), '١٠٠٠ / ١٠٠٠'));
      });

      check('a discussion shows its comments and its box', async () => {
        const shown = await open('/comments/', 'tadwina-comments');
        await shown.shows('.td-comment');
        await shown.shows('form.td-comment-box button[type="submit"]');
        assert.equal(await shown.count('.td-article__title'), 0);
      });

      check('a share button alone shares the page', async () => {
        const shown = await open('/share/', 'tadwina-share');
        await shown.press('.td-share__button');
        await shown.shows('.td-share__menu');
        assert.equal((await hears('tadwina-share')).detail.url, `${site.url}/share/`);
      });

      check('a blog shows its list, and an article when its title is pressed', async () => {
        const shown = await open('/blog/', 'tadwina-blog');
        const title = await shown.text('.td-teaser__title a');
        await shown.press('.td-teaser__title a');
        assert.equal(await shown.text('.td-article__title'), title);
        const address = await driver.getCurrentUrl();
        assert.ok(address.startsWith(`${site.url}/blog/#/`), address);
        await driver.navigate().back();
        await shown.shows('.td-teaser__title a');
      });

      check('a strict content security policy changes nothing', async () => {
        const shown = await open('/strict/', 'tadwina-article');
        assert.equal(await shown.text('.td-article__title'), basic.title);
        assert.notEqual(await shown.text('.td-article > .td-prose'), '');
        await shown.shows('form.td-comment-box');
        // Its style sheets are there as well.
        const display = await shown.evaluate(
          (root) => getComputedStyle(root.querySelector('.td-visually-hidden')).position,
        );
        assert.equal(display, 'absolute');
        // The policy is there: what the page may not have is refused, and that alone.
        await driver.executeScript(
          "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
        );
      }, ['inline']);
    });
  }
});
