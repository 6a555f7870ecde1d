// From one article to another by a link: in pages of tadwina-server, where Chromium has prerendered the second and where it
// has not, with and without the transition between pages, and between two static files of the same text. Measured from the press to the largest paint of the second
// page, with nothing cached by the browser. Call: node bench/server/links.mjs
//
// WebDriver, because prerendering does not work under Playwright.

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { By } from 'selenium-webdriver';

import { listen } from '../../scripts/static.mjs';
import { article } from '../../tests/e2e/support/content.mjs';
import { startSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { devToolsOf, ENGINES, startEngine } from '../../tests/engines/engines.mjs';
import { CPU_SLOWDOWN, median, NETWORK, print } from '../measure.mjs';
import { bare } from '../page-load.mjs';
import { startRelease } from './process.mjs';

const RUNS = 7;
const TIMEOUT_MS = 20_000;
const [FROM, TO] = [article('basic'), article('bread')];

/** Serves both articles as static files. */
function startFiles() {
  const files = new Map([FROM, TO].map((each) => [each.path, brotliCompressSync(bare(each))]));
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
    if (file) response.writeHead(200, headers).end(file);
    else response.writeHead(404).end();
  });
  return listen(server, 0);
}

/** Starts Chromium, with a function that sends commands of the DevTools protocol. */
async function startChromium() {
  const { driver, version, stop } = await startEngine(ENGINES.find(({ name }) => name === 'Chromium'));
  return { driver, devTools: devToolsOf(driver), version, stop };
}

/** Runs in the first page: adds a link to the second one at its top, and keeps the time of the press on it. */
function addLink(path) {
  const link = Object.assign(document.createElement('a'), { id: 'next', href: path, textContent: '→' });
  link.style.cssText = 'position: fixed; inset: 0 auto auto 0; padding: 2em; z-index: 9';
  link.addEventListener('click', ({ timeStamp }) => {
    sessionStorage.setItem('pressed', String(performance.timeOrigin + timeStamp));
  });
  document.body.append(link);
}

/** Runs in the second page: the time from the press to its largest paint. Null if it is not there yet. */
function sincePress(path, done) {
  if (location.pathname !== path || document.readyState !== 'complete' || document.prerendering) {
    done(null);
    return;
  }
  new PerformanceObserver((list) => {
    const [{ activationStart }] = performance.getEntriesByType('navigation');
    const painted = performance.timeOrigin + list.getEntries().at(-1).startTime;
    done({ time: painted - Number(sessionStorage.getItem('pressed')), isPrerendered: activationStart > 0 });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** How long the reader rests on the link before pressing it: until the second page is complete. */
const REST_MS = 2_000;

/** Goes from the first article to the second one. Returns the time in milliseconds. */
async function follow({ driver, devTools }, { url, isPrerendered = false, hasTransition = true }) {
  const motion = hasTransition ? 'no-preference' : 'reduce';
  await devTools('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: motion }] });
  await devTools('Emulation.setCPUThrottlingRate', { rate: 1 });
  await devTools('Network.clearBrowserCache');
  await driver.get(url + FROM.path);
  await driver.executeScript(addLink, TO.path);
  const link = await driver.findElement(By.id('next'));
  if (isPrerendered) {
    await driver.actions().move({ origin: link }).perform();
    await sleep(REST_MS);
  }
  await devTools('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
  await devTools('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  // A pointer that presses would begin prerendering; a key does not.
  if (isPrerendered) await link.click();
  else await driver.executeScript('arguments[0].click()', link);
  const measured = await driver.wait(() => driver.executeAsyncScript(sincePress, TO.path), TIMEOUT_MS);
  await devTools('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  if (measured.isPrerendered !== isPrerendered) throw new Error(`prerendered: ${measured.isPrerendered}`);
  return measured.time;
}

export async function links() {
  const site = await startSandbox();
  const server = await startRelease(site.url);
  const files = await startFiles();
  const chromium = await startChromium();
  await chromium.devTools('Network.enable');
  const { url } = server;
  const ways = {
    prerendered: { url, isPrerendered: true },
    'prerendered, motion reduced': { url, isPrerendered: true, hasTransition: false },
    'not prerendered': { url },
    'not prerendered, motion reduced': { url, hasTransition: false },
    'static file': { url: files.url },
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  try {
    // The first round does not count: it fills the cache of the server.
    for (let run = 0; run <= RUNS; run += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const time = await follow(chromium, way);
        if (run > 0) times[name].push(time);
      }
    }
    console.log(
      `from article to article by a link; ${RUNS} runs in turn, medians; ${NETWORK.latency} ms, ` +
        `${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s down, CPU ${CPU_SLOWDOWN}x; Chromium ${chromium.version}`,
    );
    print(
      Object.entries(times).map(([name, each]) => ({
        link: name,
        'press to largest paint': `${median(each).toFixed(0)} ms`,
        'against static': (median(each) / median(times['static file'])).toFixed(2),
      })),
    );
  } finally {
    await chromium.stop();
    await files.close();
    await server.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await links();
