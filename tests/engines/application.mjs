// The page of the application under the policy that owners send with it (scripts/page-policy.mjs), before its WASM is
// there and after. Only the API, which is on the page's own origin, differs from a release in use.

import assert from 'node:assert/strict';

import { pagePolicy } from '../../scripts/page-policy.mjs';
import { load } from '../../scripts/static.mjs';
import { DIST } from '../e2e/support/blog.mjs';
import { host } from '../support/host.mjs';
import { eventually, inside, refuseStyle } from './element.mjs';

/** The article in the shell, which the application replaces by one with the id `td-main`. */
const SHELL = '.td-main:not([id]) > .td-article';
const PAGE = '#td-main .td-article';

/**
 * Serves the application in front of the API at `api`.
 *
 * @param {string} heard  The script that notes what the page hears. It runs before anything of the page.
 * @returns {Promise<{ url: string, close: () => Promise<void>, hold: () => () => void }>} `hold` keeps the WASM back until
 *   what it returns is called. The address says which policies for Trusted Types are allowed: `?types=none`.
 */
export async function startApplication(api, heard) {
  const files = load(DIST);
  if (!files?.has('/index.html')) throw new Error(`${DIST} has no index.html: run make build`);
  const index = files.get('/index.html').raw.toString();
  let wasm = Promise.resolve();

  const respond = async ({ pathname, searchParams }) => {
    const file = files.get(pathname);
    if (pathname.endsWith('.wasm')) await wasm;
    if (file) return { html: file.raw, headers: { 'content-type': file.type, 'cache-control': 'no-store' } };
    const types = searchParams.get('types') === 'none' ? "'none'" : 'dompurify';
    return {
      html: index.replace(/<meta charset[^>]*>/, '$&<script src="/heard.js"></script>'),
      headers: { 'content-security-policy': pagePolicy(index, types) },
    };
  };
  const pages = {
    '/heard.js': { html: heard, headers: { 'content-type': 'text/javascript; charset=utf-8' } },
    '/favicon.ico': { html: '', status: 204 },
    '/*': respond,
  };
  const server = await host({ pages, pkg: null, api });
  return {
    ...server,
    hold() {
      let release;
      wasm = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

/** Reads an article, its discussion and the list under the policy. Returns what the policy refused at the end. */
export async function readUnderPolicy(driver, application, { path, title }) {
  const page = inside(driver, null);
  const hasText = (article) =>
    eventually(async () => {
      assert.equal(await page.text(`${article} .td-article__title`), title);
      assert.notEqual(await page.text(`${article} > .td-prose`), '');
    });
  await driver.get(`${application.url}/heard.js`);
  const [hasSetHtml, hasTypes] = await driver.executeScript(
    "return ['setHTML' in Element.prototype, 'trustedTypes' in globalThis]",
  );
  const release = application.hold();
  try {
    await driver.get(`${application.url}${path}?types=${hasSetHtml ? 'none' : 'dompurify'}`);
    // Without setHTML the shell has no sanitiser, and keeps its placeholder.
    if (hasSetHtml) await hasText(SHELL);
    else await page.shows('.td-placeholder');
  } finally {
    release();
  }
  await hasText(PAGE);
  await page.shows('form.td-comment-box');
  await page.press('.td-share__button');
  await page.press('.td-site-header a');
  await page.shows('.td-teaser');
  return [...(await refuseStyle(driver)), ...(hasTypes ? await refuseTypes(driver) : [])];
}

/** The policy is in force for Trusted Types too: it refuses HTML of no policy. Returns what is refused. */
async function refuseTypes(driver) {
  const isRefused = await driver.executeScript(
    "try { document.createElement('p').innerHTML = '<b>'; return false } catch { return true }",
  );
  assert.ok(isRefused, 'HTML of no policy is refused');
  return ['trusted-types-sink'];
}
