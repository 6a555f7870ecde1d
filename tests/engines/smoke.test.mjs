// The elements in three browser engines, in pages on another origin than the blog: every element shows its content,
// a reader shares an article and posts a comment. And the page of the application under its policy. Needs the package in
// pkg/ (`make package`), the release in dist/ (`make build`) and the sandbox (`cargo build --package tadwina-sandbox`).
//
//   node --test tests/engines/smoke.test.mjs                                all engines
//   TADWINA_ENGINES=webkitgtk node --test tests/engines/smoke.test.mjs      one of them
//
// test-results/engines/ has a picture of the page of each failed test.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { article } from '../e2e/support/content.mjs';
import { left } from '../e2e/support/page.mjs';
import { checkSandbox, startSandbox } from '../e2e/support/sandbox.mjs';
import { host } from '../support/host.mjs';
import { readUnderPolicy, startApplication } from './application.mjs';
import { DISCUSSION } from './discussion.mjs';
import { eventually, inside, keepPage, refuseStyle } from './element.mjs';
import { chosenEngines, startEngine } from './engines.mjs';
import { HEARD, hostPages } from './pages.mjs';

/** Longest time of one test, and of the start of a browser. */
const TIMEOUT_MS = 60_000;

const basic = article('basic');
const hostile = article('hostile');
const vocalised = article('vocalised');
const longThread = article('long-thread');
const letters = article('calligraphy');

/** Six graphemes: three letters with vowel marks, a space, a family emoji, and a full stop. */
const SIX_GRAPHEMES = 'خُبْزٌ 👨‍👩‍👧‍👦.';

describe('embedding', () => {
  let sandbox;
  let site;
  let application;

  before(async () => {
    checkSandbox();
    sandbox = await startSandbox();
    try {
      site = await host({ pages: hostPages(sandbox.url, { basic, hostile, vocalised, longThread, letters }) });
      application = await startApplication(sandbox.url, HEARD);
    } catch (error) {
      // Some versions of Node.js do not call `after` then, and the sandbox would keep this process alive.
      await site?.close();
      await sandbox.stop();
      throw error;
    }
  });

  after(async () => {
    await application?.close();
    await site?.close();
    await sandbox?.stop();
  });

  for (const engine of chosenEngines()) {
    describe(engine.name, { timeout: 10 * TIMEOUT_MS }, () => {
      let driver;
      let stop;
      /** The number of requests to the host before this engine started. */
      let hitsBefore;

      before(
        async () => {
          hitsBefore = site.hits.length;
          ({ driver, stop } = await startEngine(engine));
        },
        { timeout: TIMEOUT_MS },
      );

      after(
        async () => {
          await stop?.();
        },
        { timeout: TIMEOUT_MS },
      );

      const heard = (type) =>
        driver.executeScript('return globalThis.heard.filter(({ type }) => arguments[0] === type)', type);

      /** Waits for an event and returns the first of its type. */
      const hears = (type) =>
        eventually(async () => {
          const [event] = await heard(type);
          assert.ok(event, `the page heard ${type}`);
          return event;
        });

      /** Opens a host page and waits until its element is ready. Returns functions for the element. */
      async function open(path, name) {
        await driver.get(site.url + path);
        assert.equal((await hears('tadwina-ready')).element, name);
        return inside(driver, name);
      }

      /** A test that keeps a picture and the events when it fails. Its body returns what the policy of the page refuses. */
      function check(name, body) {
        it(name, { timeout: TIMEOUT_MS }, async (test) => {
          try {
            const refused = (await body()) ?? [];
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
            test.diagnostic(await keepPage(driver, `${engine.name} ${name}`));
            throw error;
          }
        });
      }

      check('an article takes the place of its fallback', async () => {
        const widget = await open('/article/', 'tadwina-article');
        assert.equal(await widget.text('.td-article__title'), basic.title);
        assert.match(await widget.text('.td-byline__time'), /^3 نوفمبر 2023/);
        assert.notEqual(await widget.text('.td-article > .td-prose'), '');
        // The element may remove the fallback or hide it.
        const boxes = await driver.executeScript(
          "return document.querySelector('#fallback')?.getClientRects().length ?? 0",
        );
        assert.equal(boxes, 0, 'the fallback is hidden');
      });

      check('hostile HTML does nothing and can be read to its end', async () => {
        const widget = await open('/hostile/', 'tadwina-article');
        assert.match(await widget.text('.td-article > .td-prose'), /هذه الفقرة الأخيرة/);
        await widget.shows('.td-comment');
        const harmful = await widget.evaluate((root) =>
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
        assert.deepEqual(harmful, []);
        assert.equal(await driver.executeScript('return globalThis.__hostile ?? null'), null);
        assert.equal(await driver.getTitle(), 'صفحة أخرى');
        // Only a browser without setHTML loads DOMPurify.
        const isLoaded = site.hits.slice(hitsBefore).some(({ path }) => /purify/.test(path));
        assert.equal(isLoaded, !(await driver.executeScript("return 'setHTML' in Element.prototype")));
      });

      check('the share button opens its menu', async () => {
        const widget = await open('/article/', 'tadwina-article');
        assert.equal(await widget.has('.td-share__menu'), false);
        await widget.press('.td-share__button');
        await widget.shows('.td-share__menu a[href^="https://wa.me/"]');
        const { detail } = await hears('tadwina-share');
        assert.equal(detail.title, basic.title);
        assert.equal(new URL(detail.url).pathname.toLowerCase(), basic.path.toLowerCase());
      });

      check('the character count counts graphemes', async () => {
        const widget = await open('/vocalised/', 'tadwina-article');
        const counts = (number) =>
          eventually(async () => assert.equal(await widget.text('.td-character-count'), left(number)));
        await counts(1000);
        await widget.type('.td-comment-box__text', SIX_GRAPHEMES);
        assert.equal(await widget.value('.td-comment-box__text'), SIX_GRAPHEMES);
        await counts(994);
      });

      check('a comment is sent and shown, and the page receives its events', async () => {
        const widget = await open('/article/', 'tadwina-article');
        const text = `من ${engine.name}: ${SIX_GRAPHEMES}`;
        await widget.type('.td-comment-box__text', text);
        await widget.type('input[name="author"]', 'قارئة');
        await widget.type('input[name="email"]', 'reader@example.org');
        await widget.press('form.td-comment-box button[type="submit"]');

        const { element, detail } = await hears('tadwina-comment-sent');
        assert.equal(element, 'tadwina-article');
        assert.equal(detail.post, basic.id);
        assert.equal(detail.status, 'approved');
        assert.equal(typeof detail.comment, 'number');
        await widget.shows('.td-notice[data-kind="success"]');
        await eventually(async () => {
          const comments = await widget.evaluate((root) =>
            [...root.querySelectorAll('.td-comment__body')].map((body) => body.textContent.trim()),
          );
          assert.equal(comments.filter((comment) => comment === text).length, 1);
        });
        await eventually(async () => assert.equal(await widget.value('.td-comment-box__text'), ''));

        const [submitted] = await heard('tadwina-comment-submit');
        assert.deepEqual(submitted.detail, { post: basic.id, name: 'قارئة', email: 'reader@example.org', text });
      });

      check('digits depend on the country and not on the engine', async () => {
        const widget = await open('/egypt/', 'tadwina-article');
        assert.match(await widget.text('.td-byline__time'), /^٣ نوفمبر ٢٠٢٣/);
        await eventually(async () => assert.equal(await widget.text('.td-character-count'), left(1000, 'arab')));
      });

      check('a discussion shows its comments and its box', async () => {
        const widget = await open('/comments/', 'tadwina-comments');
        await widget.shows('.td-comment');
        await widget.shows('form.td-comment-box button[type="submit"]');
        assert.equal(await widget.count('.td-article__title'), 0);
      });

      for (const [does, path, use] of DISCUSSION) {
        check(does, async () => {
          await open(path, 'tadwina-comments');
          const last = longThread.comments.at(-1).id;
          await use(driver, engine.name, { api: sandbox.url, post: letters.id, last });
        });
      }

      check('a share button alone shares the page', async () => {
        const widget = await open('/share/', 'tadwina-share');
        await widget.press('.td-share__button');
        await widget.shows('.td-share__menu');
        assert.equal((await hears('tadwina-share')).detail.url, `${site.url}/share/`);
      });

      check('an article follows the address that the page gives itself', async () => {
        const widget = await open(`/posts/${basic.slug}/`, 'tadwina-article');
        const shows = (title) => eventually(async () => assert.equal(await widget.text('.td-article__title'), title));
        await shows(basic.title);
        await driver.executeScript(
          "history.pushState({}, '', arguments[0]); document.title = arguments[0]",
          `/posts/${longThread.slug}/`,
        );
        await shows(longThread.title);
        await driver.executeScript('history.back()');
        await shows(basic.title);
      });

      check('an element that is moved into a frame has its comments and its styles', async () => {
        await open('/framed/', 'tadwina-comments');
        await driver.executeScript(`
          const { contentDocument } = document.querySelector('iframe');
          contentDocument.addEventListener('tadwina-ready', (event) => {
            globalThis.heard.push({ type: 'frame-ready', detail: {} });
          });
          contentDocument.body.append(document.querySelector('tadwina-comments'));`);
        await hears('frame-ready');
        const [comments, sheets] = await driver.executeScript(`
          const { shadowRoot } = document.querySelector('iframe').contentDocument.querySelector('tadwina-comments');
          return [shadowRoot.querySelectorAll('.td-comment').length, shadowRoot.adoptedStyleSheets.length];`);
        assert.ok(comments > 0);
        assert.equal(sheets, 1);
      });

      check('a blog shows its list, and an article when its title is pressed', async () => {
        const widget = await open('/blog/', 'tadwina-blog');
        const title = await widget.text('.td-teaser__title a');
        await widget.press('.td-teaser__title a');
        assert.equal(await widget.text('.td-article__title'), title);
        const address = await driver.getCurrentUrl();
        assert.ok(address.startsWith(`${site.url}/blog/#/`), address);
        await driver.navigate().back();
        await widget.shows('.td-teaser__title a');
      });

      check('an article is complete under a strict Content-Security-Policy', async () => {
        const widget = await open('/strict/', 'tadwina-article');
        assert.equal(await widget.text('.td-article__title'), basic.title);
        assert.notEqual(await widget.text('.td-article > .td-prose'), '');
        await widget.shows('form.td-comment-box');
        // The style sheets are applied as well.
        const display = await widget.evaluate(
          (root) => getComputedStyle(root.querySelector('.td-visually-hidden')).position,
        );
        assert.equal(display, 'absolute');
        return refuseStyle(driver);
      });

      check('the page of the application is complete under its policy, before and after its WASM is there', () =>
        readUnderPolicy(driver, application, basic),
      );

      check(
        'an article is complete with no policy for Trusted Types but that of DOMPurify, where it is needed',
        async () => {
          await driver.get(`${site.url}/share/`);
          const hasSetHtml = await driver.executeScript("return 'setHTML' in Element.prototype");
          const widget = await open(`/types/${hasSetHtml ? 'none' : 'dompurify'}/`, 'tadwina-article');
          await eventually(async () => assert.notEqual(await widget.text('.td-article > .td-prose'), ''));
          await widget.shows('form.td-comment-box');
        },
      );
    });
  }
});
