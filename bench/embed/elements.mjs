// All four elements in somebody else's page: what the page's Content-Security-Policy refuses them, and whether
// anything of the page looks different when they are there.

import { host } from '../../tests/support/host.mjs';
import { policy } from '../../tests/support/policy.mjs';
import { print } from '../measure.mjs';

/** Longest wait for the elements. Unit: milliseconds. */
const PATIENCE = 30_000;
const KINDS = ['article', 'comments', 'share', 'blog'];

/** In the page: counts what is ready and what is refused. */
function note() {
  globalThis.noted = { ready: new Set(), failed: '', refused: [] };
  addEventListener('tadwina-ready', ({ target }) => {
    // Without a shadow root the event comes from within the element.
    for (let each = target; each; each = each.parentElement)
      if (each.localName.startsWith('tadwina-')) globalThis.noted.ready.add(each.localName);
  });
  addEventListener('tadwina-error', ({ detail }) => {
    globalThis.noted.failed = detail.message;
  });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    globalThis.noted.refused.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
  });
}

/** Browsers before 2025 have no sanitiser. Runs in the page. */
function withoutSanitiser() {
  delete Element.prototype.setHTML;
}

/** Waits in the page until all elements are ready. */
async function ready(page) {
  await page.waitForFunction((count) => {
    if (globalThis.noted.failed) throw new Error(globalThis.noted.failed);
    return globalThis.noted.ready.size === count;
  }, KINDS.length);
}

async function open(browser, url, scripts) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  for (const script of scripts) await page.addInitScript(script);
  await page.goto(url);
  return page;
}

/** What a page that is strict refuses, in a browser with or without the platform's sanitiser. */
async function refused(browser, url, scripts) {
  const page = await open(browser, url, [note, ...scripts]);
  try {
    await ready(page);
    // What a reader does, as far as it makes the elements show more.
    await page.locator('tadwina-share .td-share__button').click();
    await page.locator('tadwina-comments #td-body').fill('مرحبا '.repeat(300));
    await page.locator('tadwina-comments .td-character-count[data-state="over"]').waitFor();
    await page.locator('tadwina-comments #td-body').fill('مرحبا');
    await page.locator('tadwina-comments form.td-comment-box button[type="submit"]').click();
    await page.locator('tadwina-comments [aria-invalid="true"]').first().waitFor();
    // The text of an article comes a moment later where a sanitiser is loaded first.
    await page.locator('tadwina-article .td-prose :first-child').first().waitFor();
    const count = await page.evaluate(() => globalThis.noted.refused);
    // A policy that refuses nothing would say nothing either.
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
    );
    await page.waitForFunction((before) => globalThis.noted.refused.length > before, count.length);
    return count;
  } finally {
    await page.close();
  }
}

export async function contentPolicy(browser, { api, article }) {
  const elements = KINDS.map((kind) => {
    const post = ['article', 'comments'].includes(kind) ? ` post="${article.id}"` : '';
    return `<tadwina-${kind} api="${api}/wp-json/"${post} loading="eager"></tadwina-${kind}>`;
  });
  const html = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="/favicon.ico">
<title>صفحة</title><script type="module" src="/tadwina/tadwina.js"></script>${elements.join('\n')}</html>`;
  const server = await host({
    pages: {
      '/': { html, headers: { 'content-security-policy': policy(api) } },
      '/favicon.ico': { html: '', status: 204 },
    },
  });
  try {
    console.log('Content-Security-Policy of docs/embedding.md, all four elements, the blog on another origin');
    const rows = [];
    for (const [name, scripts] of [
      ['with the platform’s sanitiser', []],
      ['without it', [withoutSanitiser]],
    ]) {
      const found = await refused(browser, server.url, scripts);
      rows.push({ browser: name, violations: found.length, first: found[0] ?? '' });
    }
    print(rows);
  } finally {
    await server.close();
  }
}

// --- the page's own looks --------------------------------------------------------------------

/** Elements of the page that are looked at. */
const HOSTED = 500;

/** One of each kind that styles of others commonly touch. */
const SAMPLE = `
<h1>عنوان</h1><h2>عنوان</h2><h3>عنوان</h3><p>نص <a href="/else/">رابط</a> <em>و</em><strong>ق</strong><code>x</code><mark>م</mark><small>ص</small></p>
<ul><li>بند</li><li>بند</li></ul><ol><li>بند</li></ol><dl><dt>كلمة</dt><dd>شرح</dd></dl><blockquote><p>اقتباس</p></blockquote>
<pre><code>a</code></pre><hr><table><caption>جدول</caption><thead><tr><th>ع</th></tr></thead><tbody><tr><td>خ</td></tr></tbody></table>
<figure><img alt="" width="10" height="10"><figcaption>صورة</figcaption></figure><details><summary>المزيد</summary><p>نص</p></details>
<form><fieldset><legend>حقول</legend><label>اسم <input></label><input type="checkbox"><select><option>١</option></select><textarea></textarea>
<button type="button" class="td-button" id="td-share-button">زر</button></fieldset></form>
<section class="td-discussion"><div class="td-comment tadwina"><time datetime="2024-01-01">اليوم</time></div></section><nav><a href="#x">إلى</a></nav>
<header class="td-site-header"><p class="td-notice">خبر</p></header><footer>نهاية</footer><div hidden>مخفي</div><svg width="9" height="9"><path d="M0 0h9"/></svg>`;

const STYLES = `:root { --td-accent: red; color-scheme: light dark; scrollbar-gutter: stable; } body { font: 16px/1.5 serif; margin: 8px; overflow-y: scroll; }
#hosted { inline-size: 600px; } h1 { color: teal; } a { color: purple; } .td-button { padding: 3px; }`;

/** In the page: keeps under `name` how its own elements look, what they generate, and what else it has. Answers how many they are. */
function keepLooks([name, most]) {
  // The page grows with what is put into it: how long it is, is not how it looks.
  const LENGTH = /^(?:height|block-size|perspective-origin|transform-origin)$/;
  const own = [document.documentElement, document.body, ...document.querySelectorAll('#hosted, #hosted *')].slice(
    0,
    most,
  );
  const text = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const isAround = element === document.documentElement || element === document.body;
    const looked = [...style].filter((property) => !(isAround && LENGTH.test(property)));
    return looked.map((property) => `${property}:${style.getPropertyValue(property)}`).join(';');
  };
  globalThis.looks ??= {};
  globalThis.looks[name] = {
    styles: own.map((element) =>
      [null, '::before', '::after', '::marker', '::placeholder'].map((pseudo) => text(element, pseudo)).join('|'),
    ),
    // Such as a language that an element would set on the page.
    attributes: own.map((element) => [...element.attributes].map((each) => `${each.name}=${each.value}`).join(' ')),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    names: Object.getOwnPropertyNames(globalThis).length,
  };
  return own.length;
}

/** In the page: how many of its elements differ between two looks, and what it has more. */
function compareLooks([before, after]) {
  const [one, other] = [globalThis.looks[before], globalThis.looks[after]];
  const differ = (what) => one[what].filter((value, index) => value !== other[what][index]).length;
  return {
    styles: differ('styles'),
    attributes: differ('attributes'),
    sheets: other.sheets - one.sheets,
    names: other.names - one.names,
  };
}

export async function hostStyles(browser, { api, article }) {
  const html = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>صفحة</title><style>${STYLES}</style>
<div id="hosted">${SAMPLE.repeat(20)}</div><div id="place"></div></html>`;
  const server = await host({ pages: { '/': html }, api });
  try {
    console.log(`the page’s own ${HOSTED} elements before and after all four elements, every computed property`);
    const rows = [];
    for (const shadow of ['open', 'none']) {
      const page = await open(browser, server.url, [note]);
      // A first look for nothing makes the page's names for the looks themselves.
      const look = (name) => page.evaluate(keepLooks, [name, HOSTED]);
      await look('before');
      if ((await look('before')) !== HOSTED) throw new Error('the page has too few elements of its own');
      await page.evaluate(
        ([kinds, post, mode]) => {
          for (const kind of kinds) {
            const element = document.createElement(`tadwina-${kind}`);
            for (const [name, value] of Object.entries({ loading: 'eager', shadow: mode }))
              element.setAttribute(name, value);
            if (kind === 'article' || kind === 'comments') element.setAttribute('post', post);
            document.querySelector('#place').append(element);
          }
          document.head.append(
            Object.assign(document.createElement('script'), { type: 'module', src: '/tadwina/tadwina.js' }),
          );
        },
        [KINDS, article.id, shadow],
      );
      await ready(page);
      await look('after');
      const { styles, attributes, sheets, names } = await page.evaluate(compareLooks, ['before', 'after']);
      // So that a comparison that sees nothing is noticed.
      await page.evaluate(() => document.querySelector('#hosted h1').style.setProperty('color', 'red'));
      await look('touched');
      if ((await page.evaluate(compareLooks, ['after', 'touched'])).styles === 0)
        throw new Error('a changed colour was not seen');
      rows.push({
        shadow,
        'styles differ': styles,
        'attributes differ': attributes,
        'new style sheets': sheets,
        'new global names': names,
      });
      await page.close();
    }
    print(rows);
  } finally {
    await server.close();
  }
}
