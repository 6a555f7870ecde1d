// A reader who goes from article to article of one blog, without a reload. For counting what stays in memory.

import { startCounting } from './growth.mjs';

/** Longest wait for one page. */
const READY_TIMEOUT_MS = 30_000;

/** Runs in the page: requests each address of the API once. Otherwise a thousand visits would measure the site. */
function keepResponses() {
  const original = globalThis.fetch;
  const kept = new Map();
  const load = async (request) => {
    const response = await original(request);
    return { body: await response.text(), status: response.status, headers: [...response.headers] };
  };
  globalThis.fetch = async (...given) => {
    const request = new Request(...given);
    if (!request.url.includes('/wp-json/')) return original(request);
    const key = `${request.method} ${request.url}`;
    if (!kept.has(key)) kept.set(key, load(request));
    const { body, status, headers } = await kept.get(key);
    return Object.defineProperty(new Response(body, { status, headers }), 'url', { value: request.url });
  };
}

/** Runs in the page: follows a teaser of the list, then the link home, again and again. */
async function cycle([times, isHasty, timeout]) {
  const until = async (what, found) => {
    const end = performance.now() + timeout;
    while (!found()) {
      if (performance.now() > end) throw new Error(`no ${what} but “${document.querySelector('#tadwina').innerText}”`);
      await new Promise((next) => setTimeout(next));
    }
  };
  const has = (selector) => document.querySelector(selector) !== null;
  for (let time = 0; time < times; time += 1) {
    const teasers = document.querySelectorAll('.td-teaser__title a');
    teasers[time % teasers.length].click();
    // Who is hasty leaves before anything has come.
    if (!isHasty) {
      await until('article', () => has('.td-article'));
      await until('comments', () => has('.td-comment-list, .td-discussion__empty, .td-password-form'));
    }
    document.querySelector('.td-site-header a').click();
    await until('list', () => has('.td-teaser__title a') && !has('.td-article'));
    if (!isHasty) await until('counts', () => has('.td-teaser__count'));
  }
}

/** Whether the front page is there, from which `visitArticles` begins. */
const isReady = () => document.querySelector('.td-teaser__count') && document.querySelector('.td-site-header a');

/** Opens the front page. Returns a function that counts what is in memory, as `startCounting` does. */
export async function startVisits(page, url) {
  await page.addInitScript(keepResponses);
  return startCounting(page, url, isReady);
}

/** From the front page, visits so many articles, each followed by the front page. */
export const visitArticles = (page, times, { isHasty = false } = {}) =>
  page.evaluate(cycle, [times, isHasty, READY_TIMEOUT_MS]);
