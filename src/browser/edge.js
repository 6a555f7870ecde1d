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
