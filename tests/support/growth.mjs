// Discussions that come into a page and go, and what of them stays behind. By counters of Chromium's.

/** Longest wait for one discussion. Unit: milliseconds. */
const PATIENCE = 30_000;

/** The page in which they come and go. Its own API is asked. */
export const PAGE = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>صفحة</title><h1>صفحة</h1><div id="place"></div><script type="module" src="/tadwina/tadwina.js"></script></html>`;

/** In the page: keeps the memory of every program that starts. */
function keepMemories() {
  globalThis.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      // By what it is: the build shortens names.
      const found = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
      if (found) globalThis.memories.push(found);
      return made;
    };
  }
}

/** In the page: lets a discussion come and go, one after another. */
async function cycle([times, post, { hasFallback, isAnswered }, patience]) {
  const shown = (comments, time) =>
    new Promise((ready, failed) => {
      const late = () =>
        failed(new Error(`discussion ${time + 1} is not ready but “${comments.shadowRoot?.textContent}”`));
      const timer = setTimeout(late, patience);
      comments.addEventListener('tadwina-ready', () => {
        clearTimeout(timer);
        ready();
      });
      comments.addEventListener('tadwina-error', ({ detail }) => failed(new Error(detail.message)));
    });
  for (let time = 0; time < times; time += 1) {
    const comments = document.createElement('tadwina-comments');
    const api = isAnswered ? '/wp-json/' : '/never/wp-json/';
    for (const [name, value] of Object.entries({ api, post, loading: 'eager' })) comments.setAttribute(name, value);
    if (hasFallback) {
      const form = document.createElement('form');
      form.append(document.createElement('textarea'));
      comments.append(form);
    }
    const isShown = isAnswered && shown(comments, time);
    document.querySelector('#place').append(comments);
    await isShown;
    while (!comments.shadowRoot?.querySelector('.td-page')) await new Promise(requestAnimationFrame);
    comments.remove();
    // Whatever ends with it has ended one task later.
    await new Promise((next) => setTimeout(next));
  }
}

/** Lets so many come and go; `way` says whether each stands in the place of a fallback, and whether its site answers. */
export const comeAndGo = (page, times, post, way) => page.evaluate(cycle, [times, post, way, PATIENCE]);

/** Opens the page. Answers what counts, after the garbage collector ran, what is there. */
export async function start(page, url) {
  await page.addInitScript(keepMemories);
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('tadwina-comments'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return async () => {
    // Twice: what the first frees may hold others.
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
