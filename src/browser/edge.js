// What the browser does and Rust cannot say, or says only at many times the size.
// Called by the Rust beside it and by nothing else.

// --- Questions -------------------------------------------------------------------------------

/** How long an answer may take: longer than WordPress's own limit on most hosts (30 seconds). */
const PATIENCE = 35_000;

/** Questions on their way and answers not yet too old to serve again, by method and absolute address. */
const asked = new Map();

/** What is being posted, by credentials, address and text: the same again shares its answer. */
const posting = new Map();

/** Answers that came with the page, by absolute address; each serves once. */
const embedded = new Map();
const read = new WeakSet();

/** Takes an answer that the page holds: in `<script type="application/json" data-tadwina-answers>`. */
function takeEmbedded(url) {
  for (const script of document.querySelectorAll('script[data-tadwina-answers]')) {
    if (read.has(script)) continue;
    read.add(script);
    try {
      for (const [key, answer] of Object.entries(JSON.parse(script.textContent))) {
        embedded.set(new URL(key, document.baseURI).href, answer);
      }
    } catch (error) {
      console.error('tadwina: the answers in the page are no JSON', error);
    }
  }
  const found = embedded.get(url);
  if (!found) return undefined;
  embedded.delete(url);
  const header = (name) => found.headers?.[name]?.toString();
  return {
    url,
    status: found.status ?? 200,
    redirected: false,
    total: header('X-WP-Total'),
    pages: header('X-WP-TotalPages'),
    allow: header('Allow'),
    body: JSON.stringify(found.body),
  };
}

/** The request that the page began before the WASM was here, once: see src/shell.js. */
function takeEarly(url) {
  const early = globalThis.tadwinaEarly;
  if (!early || new URL(early.url, document.baseURI).href !== url) return undefined;
  globalThis.tadwinaEarly = undefined;
  return early;
}

/** The answer to a request; undefined where none came in time. */
async function send(url, method, body, credentials, signal) {
  try {
    const response = await fetch(url, { method, body, credentials, signal, headers: { Accept: 'application/json' } });
    return {
      url: response.url,
      status: response.status,
      redirected: response.redirected,
      total: response.headers.get('X-WP-Total'),
      pages: response.headers.get('X-WP-TotalPages'),
      allow: response.headers.get('Allow'),
      body: await response.text(),
    };
  } catch {
    return undefined;
  }
}

/** Puts a question, which ends when nobody waits for it any more or when it takes too long. */
function begin(url, method, body, credentials) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  const coming = send(url, method, body, credentials, controller.signal).finally(() => clearTimeout(timer));
  return { coming, controller };
}

/** A question that the page has answered already, or begun; otherwise a new one. */
function open(url, method, credentials) {
  const answer = method === 'GET' ? takeEmbedded(url) : undefined;
  if (answer) return { answer, coming: Promise.resolve(answer) };
  const early = method === 'GET' ? takeEarly(url) : undefined;
  if (!early) return begin(url, method, undefined, credentials);
  // One that failed is asked again.
  const coming = early.coming.catch(() => begin(url, method, undefined, credentials).coming);
  return { answer: early.answer, coming };
}

/** A line for a whole page: every answer is as new as its question. */
export function newLine() {
  return { keep: 0, credentials: 'same-origin' };
}

/**
 * Asks a site: `{ answer }` where the answer is here already, otherwise `{ coming }`, the promise of an answer
 * or of undefined. Who asks the same at the same time, or within `line.keep` milliseconds after the answer,
 * shares it. `line.signal` ends the waiting, but for what is posted: that is to arrive. `form` are names and
 * values in turn.
 */
export function ask(line, method, address, form) {
  const url = new URL(address, document.baseURI).href;
  if (method === 'POST') {
    // What was known may be so no more.
    asked.clear();
    const body = new URLSearchParams();
    for (let index = 0; index < form.length; index += 2) body.append(form[index], form[index + 1]);
    const key = `${line.credentials} ${url} ${body}`;
    if (!posting.has(key)) {
      const question = begin(url, method, body, line.credentials);
      posting.set(key, question);
      question.coming.finally(() => posting.delete(key));
    }
    return posting.get(key);
  }
  for (const [key, { answer, at }] of asked) {
    if (answer && performance.now() - at > line.keep) asked.delete(key);
  }
  const key = `${line.credentials} ${method} ${url}`;
  if (!asked.has(key)) {
    const question = { ...open(url, method, line.credentials), key, at: performance.now(), waiting: 0 };
    asked.set(key, question);
    question.coming.then((answer) => {
      question.answer = answer;
      question.at = performance.now();
      // A failure is no answer to keep, nor is a page in the place of JSON: who asks again asks the site.
      const isGood = answer?.status < 300 && /^\s*[[{]/.test(answer.body);
      if (!isGood && asked.get(key) === question) asked.delete(key);
    });
  }
  const question = asked.get(key);
  return question.answer ? question : { coming: wait(question, line.signal) };
}

/** Waits for a question until `signal` ends the waiting; the last to go ends the question. */
function wait(question, signal) {
  question.waiting += 1;
  return new Promise((resolve) => {
    const leave = () => {
      question.waiting -= 1;
      if (question.waiting === 0 && question.controller) {
        question.controller.abort();
        // Who asks the same next must not wait for what was given up.
        if (asked.get(question.key) === question) asked.delete(question.key);
      }
      resolve(undefined);
    };
    signal?.addEventListener('abort', leave, { once: true });
    question.coming.then((answer) => {
      signal?.removeEventListener('abort', leave);
      resolve(answer);
    });
  });
}
