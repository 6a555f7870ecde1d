// All four elements in a host page: the violations of its Content-Security-Policy, and the changes in the styles of the
// page.

import { host } from '../../tests/support/host.mjs';
import { policy } from '../../tests/support/policy.mjs';
import { print, removeSanitiser } from '../measure.mjs';

/** Longest wait for the elements. */
const READY_TIMEOUT_MS = 30_000;
const KINDS = ['article', 'comments', 'share', 'blog'];

/** Runs in the page: notes the elements that are ready, and the violations. */
function note() {
  globalThis.noted = { ready: new Set(), failed: '', refused: [] };
  addEventListener('tadwina-ready', ({ target }) => {
    // The target is the element or a node in it.
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

/** Waits until all elements are ready. */
async function ready(page) {
  await page.waitForFunction((count) => {
    if (globalThis.noted.failed) throw new Error(globalThis.noted.failed);
    return globalThis.noted.ready.size === count;
  }, KINDS.length);
}

async function open(browser, url, scripts) {
  const page = await browser.newPage();
  page.setDefaultTimeout(READY_TIMEOUT_MS);
  for (const script of scripts) await page.addInitScript(script);
  await page.goto(url);
  return page;
}

/** The violations in a page with a strict policy. */
async function violations(browser, url, scripts) {
  const page = await open(browser, url, [note, ...scripts]);
  try {
    await ready(page);
    // A reader uses the elements, so that they show more of their content.
    await page.locator('tadwina-share .td-share__button').click();
    await page.locator('tadwina-comments #td-body').fill('مرحبا '.repeat(300));
    await page.locator('tadwina-comments .td-character-count[data-state="over"]').waitFor();
    await page.locator('tadwina-comments #td-body').fill('مرحبا');
    await page.locator('tadwina-comments form.td-comment-box button[type="submit"]').click();
    await page.locator('tadwina-comments [aria-invalid="true"]').first().waitFor();
    // The text of the article is shown later where DOMPurify loads first.
    await page.locator('tadwina-article .td-prose :first-child').first().waitFor();
    const found = await page.evaluate(() => globalThis.noted.refused);
    // An inline style causes a violation, so the policy is in force.
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
    );
    await page.waitForFunction((before) => globalThis.noted.refused.length > before, found.length);
    return found;
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
      ['without it', [removeSanitiser]],
    ]) {
      const found = await violations(browser, server.url, scripts);
      rows.push({ browser: name, violations: found.length, first: found[0] ?? '' });
    }
    print(rows);
  } finally {
    await server.close();
  }
}

// --- the styles of the page ------------------------------------------------------------------

/** The number of elements of the page that are compared. */
const HOSTED = 500;

/** Elements of every kind that style sheets commonly match. */
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

/**
 * Runs in the page: keeps under `name` the styles and attributes of its elements and pseudo-elements, and the number of
 * style sheets and globals. Returns the number of elements.
 */
function keepState([name, most]) {
  // Properties that change with the length of the page.
  const LENGTH = /^(?:height|block-size|perspective-origin|transform-origin)$/;
  const own = [document.documentElement, document.body, ...document.querySelectorAll('#hosted, #hosted *')].slice(
    0,
    most,
  );
  const text = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const isAround = element === document.documentElement || element === document.body;
    const compared = [...style].filter((property) => !(isAround && LENGTH.test(property)));
    return compared.map((property) => `${property}:${style.getPropertyValue(property)}`).join(';');
  };
  globalThis.states ??= {};
  globalThis.states[name] = {
    styles: own.map((element) =>
      [null, '::before', '::after', '::marker', '::placeholder'].map((pseudo) => text(element, pseudo)).join('|'),
    ),
    // An element might set the language of the page, for example.
    attributes: own.map((element) => [...element.attributes].map((each) => `${each.name}=${each.value}`).join(' ')),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    names: Object.getOwnPropertyNames(globalThis).length,
  };
  return own.length;
}

/** Runs in the page: how many elements differ between two states, and how many style sheets and globals are new. */
function compareStates([before, after]) {
  const [one, other] = [globalThis.states[before], globalThis.states[after]];
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
    console.log(
      `${HOSTED} elements of the page before and after all four elements were added, every computed property`,
    );
    const rows = [];
    for (const shadow of ['open', 'none']) {
      const page = await open(browser, server.url, [note]);
      // The first call adds the global `states`, so its result does not count.
      const keep = (name) => page.evaluate(keepState, [name, HOSTED]);
      await keep('before');
      if ((await keep('before')) !== HOSTED) throw new Error('the page has too few elements');
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
      await keep('after');
      const { styles, attributes, sheets, names } = await page.evaluate(compareStates, ['before', 'after']);
      // The comparison does see a change.
      await page.evaluate(() => document.querySelector('#hosted h1').style.setProperty('color', 'red'));
      await keep('touched');
      if ((await page.evaluate(compareStates, ['after', 'touched'])).styles === 0)
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
