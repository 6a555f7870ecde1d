// Watches what payloads do in a page: code that runs, errors, dialogs, frames, windows, navigations, requests that are not for
// pictures or media; and reads the document for what the policy of the sanitiser does not allow.

import { readFileSync } from 'node:fs';

const POLICY = readFileSync(new URL('../../src/browser/sanitizer/policy.rs', import.meta.url), 'utf8');

/** A list of the policy, by the name of its constant. */
function list(name) {
  const [, words] = new RegExp(`const ${name}: &str =\\s*"([^"]+)"`).exec(POLICY) ?? [];
  if (!words) throw new Error(`the policy has no ${name}`);
  return words.replaceAll('\\', '').trim().split(/\s+/);
}

/** What may be in the text of an article or a comment. The application adds the last attribute: wide tables scroll. */
const ALLOWED = {
  elements: list('ELEMENTS'),
  attributes: [...list('ATTRIBUTES'), 'tabindex'],
  schemes: list('SCHEMES'),
};

/** Functions that published payloads call. */
const CALLED = ['alert', 'confirm', 'prompt', 'print'];

/** What articles may load from other servers. */
const MEDIA = ['image', 'media', 'texttrack'];

/** Notes what happens in `page`, from now on and in every document that it shows. */
export async function watch(page, origin) {
  const seen = { executed: new Set(), errors: [], dialogs: [], requests: [], windows: [], navigations: 0 };
  await page.exposeBinding('xss', (_, what) => seen.executed.add(what));
  await page.addInitScript((names) => {
    for (const name of names) globalThis[name] = () => globalThis.xss(name);
  }, CALLED);
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('popup', (popup) => seen.windows.push(popup.url()));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.navigations += 1;
  });
  page.on('request', (request) => {
    const { protocol, origin: its } = new URL(request.url());
    const isOwn = its === origin || ['blob:', 'data:'].includes(protocol);
    if (!isOwn && !MEDIA.includes(request.resourceType())) seen.requests.push(request.url());
  });
  return seen;
}

/** Runs in the page: what the document has and should not. */
function breaches({ elements, attributes, schemes: SCHEMES }) {
  const TEXTS =
    '.td-article__title, .td-teaser, .td-comment__author, .td-byline, .td-site-header__name, .td-breadcrumbs, .td-figure figcaption';
  const OF_TEXTS = 'a abbr bdi h2 h3 li meta ol p path span svg time use'.split(' ');
  const BANNED = 'iframe object embed frame frameset applet base math marquee portal';
  const roots = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const runs = ({ name, value, ownerElement }) =>
    /^(?:href|action|formaction|xlink:href)$/.test(name) &&
    // `<image href>` is read as `<img href>`, where it means nothing.
    ownerElement.localName !== 'img' &&
    !SCHEMES.includes(URL.parse(value, document.baseURI)?.protocol.slice(0, -1) ?? 'https');
  const wrong = (element) => {
    const all = [...element.attributes];
    if (all.some(({ name }) => name.startsWith('on'))) return 'handler';
    if (all.some(runs)) return 'address';
    if (element.target && !element.rel.includes('noopener')) return 'opener';
    if (element.closest('.td-prose') && !element.matches('.td-prose')) {
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return 'namespace';
      if (!elements.includes(element.localName)) return 'element';
      if (all.some(({ name }) => !attributes.includes(name))) return 'attribute';
      if (/^(?:fixed|sticky)$/.test(getComputedStyle(element).position)) return 'position';
    } else {
      if (BANNED.split(' ').includes(element.localName)) return 'element outside';
      if (element.closest(TEXTS) && !element.matches(TEXTS) && !OF_TEXTS.includes(element.localName))
        return 'markup in text';
    }
    return undefined;
  };
  return roots
    .flatMap((root) => [...(root.body ?? root).querySelectorAll('*')])
    .filter(wrong)
    .map((element) => `${wrong(element)}: ${element.outerHTML.slice(0, 200)}`);
}

/** Runs in the page: fulfilled when what is there has loaded or failed, and what this started has run. */
async function atRest() {
  const roots = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  for (const element of all) {
    if (element.localName === 'img') element.loading = 'eager';
    for (const type of ['mouseover', 'focus', 'toggle', 'animationstart']) element.dispatchEvent(new Event(type));
  }
  const waiting = all.filter((element) => element.localName === 'img' && !element.complete);
  await Promise.all(
    waiting.map((image) => new Promise((done) => Object.assign(image, { onload: done, onerror: done }))),
  );
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** What payloads have done in a page that has shown them. Every list is empty where they did nothing. */
export async function report(page, seen, navigations = 1) {
  await page.evaluate(atRest);
  const found = await page.evaluate(breaches, ALLOWED);
  return {
    executed: [...seen.executed],
    errors: seen.errors,
    dialogs: seen.dialogs,
    requests: seen.requests,
    windows: seen.windows,
    navigations: seen.navigations - navigations,
    frames: page.frames().length - 1,
    breaches: found,
  };
}

/** A report of a page in which payloads did nothing. */
export const NOTHING = {
  executed: [],
  errors: [],
  dialogs: [],
  requests: [],
  windows: [],
  navigations: 0,
  frames: 0,
  breaches: [],
};

/** Arguments of a browser that reaches this machine alone: published payloads name servers that exist. */
export const ISOLATED = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

const withoutSetHtml = (page) => page.addInitScript(() => delete Element.prototype.setHTML);

/** What makes a page use a sanitiser, and what lets everything through that one, by its name. */
export const SANITISERS = {
  setHTML: {
    choose: async () => {},
    weaken: (page) =>
      page.addInitScript(() => {
        Element.prototype.setHTML = function (html) {
          this.innerHTML = html;
        };
      }),
  },
  DOMPurify: {
    choose: withoutSetHtml,
    weaken: async (page) => {
      await withoutSetHtml(page);
      const body = 'export default { sanitize: (html) => document.createRange().createContextualFragment(html) };';
      await page.route(/purify/, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    },
  },
};
