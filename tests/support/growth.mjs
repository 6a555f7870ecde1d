// What stays in memory of discussions that are mounted in a page and removed again. Chromium counts it.

/** Longest wait for one discussion. */
const READY_TIMEOUT_MS = 30_000;

/** The page in which discussions are mounted. Its API is on its own origin. */
export const PAGE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>صفحة</title><h1>صفحة</h1><div id="place"></div><script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** Runs in the page: keeps the memory of every WASM module that starts. */
function keepMemories() {
  globalThis.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      // The build shortens names, so the memory is found by its class.
      const found = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
      if (found) globalThis.memories.push(found);
      return made;
    };
  }
}

/** Runs in the page: mounts and removes one discussion after another. */
async function cycle([times, post, { hasFallback, hasResponse }, timeout]) {
  const readiness = (comments, time) =>
    new Promise((ready, failed) => {
      const late = () =>
        failed(new Error(`discussion ${time + 1} is not ready but “${comments.shadowRoot?.textContent}”`));
      const timer = setTimeout(late, timeout);
      comments.addEventListener('tadwina-ready', () => {
        clearTimeout(timer);
        ready();
      });
      comments.addEventListener('tadwina-error', ({ detail }) => failed(new Error(detail.message)));
    });
  for (let time = 0; time < times; time += 1) {
    const comments = document.createElement('tadwina-comments');
    const api = hasResponse ? '/wp-json/' : '/never/wp-json/';
    for (const [name, value] of Object.entries({ api, post, loading: 'eager' })) comments.setAttribute(name, value);
    if (hasFallback) {
      const form = document.createElement('form');
      form.append(document.createElement('textarea'));
      comments.append(form);
    }
    const isReady = hasResponse && readiness(comments, time);
    document.querySelector('#place').append(comments);
    await isReady;
    while (!comments.shadowRoot?.querySelector('.td-page')) await new Promise(requestAnimationFrame);
    comments.remove();
    // The element frees what it holds within one task.
    await new Promise((next) => setTimeout(next));
  }
}

/**
 * Mounts and removes so many discussions of a post. `hasFallback`: each has a fallback in it. `hasResponse`: the API
 * responds, and each discussion is removed only when it is ready.
 */
export const mountAndRemove = (page, times, post, { hasFallback, hasResponse }) =>
  page.evaluate(cycle, [times, post, { hasFallback, hasResponse }, READY_TIMEOUT_MS]);

/**
 * Opens the page and waits until `isReady` in it. Returns a function that counts what is in memory after the garbage
 * collector ran.
 */
export async function startCounting(page, url, isReady = () => customElements.get('tadwina-comments')) {
  await page.addInitScript(keepMemories);
  await page.goto(url);
  await page.waitForFunction(isReady);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return async () => {
    // The first collection may free what holds other objects, so there is a second.
    for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name) => metrics.find((each) => each.name === name).value;
    return {
      wasm: await page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)),
      heap: (await session.send('Runtime.getHeapUsage')).usedSize,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
  };
}
