// What the browser does and Rust cannot say, or says only at many times the size.
// Called by the Rust beside it and by nothing else; keeps no state of its own.

/** The request that the page began before the WASM was here, once: see src/shell.js. */
export function takeEarly(url) {
  const early = globalThis.tadwinaEarly;
  if (early?.url !== url) return undefined;
  globalThis.tadwinaEarly = undefined;
  return early;
}

let purifier;

/**
 * Puts untrusted HTML into `element`, keeping only the named elements and attributes.
 * The platform's sanitiser where there is one; DOMPurify, loaded only then, where there is none.
 */
export async function showHtml(element, html, elements, attributes, unwrapped) {
  if (!sanitiseByPlatform(element, html, elements, attributes, unwrapped)) {
    purifier ??= import(new URL('/purify.es.mjs', document.baseURI));
    const { default: DOMPurify } = await purifier;
    const sanitised = DOMPurify.sanitize(html, {
      ALLOWED_TAGS: [...elements, '#text'],
      ALLOWED_ATTR: attributes,
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    });
    element.replaceChildren(sanitised);
  }
  makeReachable(element);
}

/** False where the platform has no sanitiser, or one that does not know these settings. */
function sanitiseByPlatform(element, html, elements, attributes, unwrapped) {
  try {
    element.setHTML(html, {
      sanitizer: { elements, attributes, replaceWithChildrenElements: unwrapped, comments: false, dataAttributes: false },
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * What an author forgot: a picture without a description is decoration, a wide table scrolls by keyboard
 * too. And what no author may take: the ids of the page's own elements.
 */
function makeReachable(element) {
  for (const namesake of element.querySelectorAll('[id^="td-"]')) namesake.removeAttribute('id');
  for (const image of element.querySelectorAll('img:not([alt])')) image.alt = '';
  for (const table of element.querySelectorAll('table')) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
}

let segmenter;

/**
 * The extended grapheme clusters of a text (UAX #29), as matches or segments with their `index`.
 * Browsers before 2024 may lack the segmenter: there a letter is what no mark or joiner continues.
 */
function clusters(text) {
  if (!Intl.Segmenter) return text.matchAll(/\P{M}(?:\u200d\P{M}|[\p{M}\p{Emoji_Modifier}])*|\p{M}+/gu);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** How many extended grapheme clusters a text has. */
export function graphemes(text) {
  let count = 0;
  for (const _ of clusters(text)) count += 1;
  return count;
}

/** Where the clusters above `limit` begin, in UTF-16 code units; −1 where there are none. */
export function excessStart(text, limit) {
  let count = 0;
  for (const { index } of clusters(text)) {
    if (count === limit) return index;
    count += 1;
  }
  return -1;
}

/**
 * Calls `changed(value)` whenever the value of a text field differs from what it was, whoever changed
 * it: typing, dictation, a script, the browser restoring the page. The last two fire no `input` event,
 * hence the look every half second. Answers the function that ends it.
 */
export function watchField(field, changed) {
  let last = field.value;
  const look = () => {
    if (field.value === last) return;
    last = field.value;
    changed(last);
  };
  const events = ['input', 'change', 'focus', 'blur'];
  for (const name of events) field.addEventListener(name, look);
  addEventListener('pageshow', look);
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    removeEventListener('pageshow', look);
    for (const name of events) field.removeEventListener(name, look);
  };
}

/** The texts kept under `key`; undefined where there are none, or something that is no list of texts. */
export function load(key) {
  try {
    const texts = JSON.parse(localStorage.getItem(key));
    return texts?.every((text) => typeof text === 'string') ? texts : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps texts under `key`. False where storage is missing, full or forbidden. */
export function save(key, texts) {
  try {
    localStorage.setItem(key, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what is kept under `key`. False where it is still there. */
export function remove(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return load(key) === undefined;
  }
}

/** Whether the platform has a share sheet for this link. */
export function canShare(title, url) {
  return navigator.canShare?.({ title, url }) ?? false;
}

/** Opens the share sheet. False where it refused; closing it without sharing is no refusal. */
export async function share(title, url) {
  try {
    await navigator.share({ title, url });
    return true;
  } catch (error) {
    return error.name === 'AbortError';
  }
}

/** Copies text. False where the clipboard is missing or refuses. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Sets the document's title and description. */
export function setHead(title, description) {
  document.title = title;
  document.querySelector('meta[name="description"]')?.setAttribute('content', description);
}
