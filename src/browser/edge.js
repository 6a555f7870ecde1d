// What the browser does and Rust cannot say, or says only at many times the size.
// Called by the Rust beside it and by nothing else.

// --- Roots -----------------------------------------------------------------------------------

/** The elements that hold the application, or one element of it each, by number. */
const roots = new Map();
let lastRoot = 0;

/** Gives `element` a number, under which the application knows it until `forgetRoot`. */
export function keepRoot(element) {
  lastRoot += 1;
  roots.set(lastRoot, element);
  return lastRoot;
}

export function forgetRoot(root) {
  roots.delete(root);
}

const within = (root, id) => roots.get(root)?.querySelector(`[id="${CSS.escape(id)}"]`);

/** The place in the application that a fragment names, encoded or not. */
function placeOf(root, fragment) {
  try {
    return within(root, decodeURIComponent(fragment.slice(1)));
  } catch {
    return undefined;
  }
}

/** Moves the focus to an element of the application, where it is there. */
export function focus(root, id) {
  within(root, id)?.focus();
}

/** Moves the focus to an element of the application where it was on something that has gone. */
export function focusNext(root, id) {
  const element = within(root, id);
  if (!element || document.activeElement !== document.body) return;
  element.tabIndex = -1;
  element.focus();
}

/** Sets the language and the direction of a root. */
export function setLanguage(root, lang, dir) {
  Object.assign(roots.get(root) ?? {}, { lang, dir });
}

/**
 * Tells the page what happens in a root; `said` are names and values in turn. False where the page asks to
 * leave the matter to it.
 */
export function announce(root, name, said) {
  const detail = {};
  for (let index = 0; index < said.length; index += 2) {
    const [key, value] = said.slice(index, index + 2);
    detail[key] = key === 'post' || key === 'comment' ? Number(value) || null : value;
  }
  const event = new CustomEvent(`tadwina-${name}`, { detail, bubbles: true, composed: true, cancelable: true });
  return roots.get(root)?.dispatchEvent(event) ?? true;
}

/** Brings what the page's address names, such as `#comment-7`, into sight; a shadow root hides it from the browser. */
export function goToFragment(root) {
  if (location.hash) placeOf(root, location.hash)?.scrollIntoView();
}

// --- Addresses -------------------------------------------------------------------------------

/** Where the reader is below `base`: a path of this origin, or `#` for addresses in the fragment. */
export function address(base) {
  if (base === '#') return location.hash.startsWith('#/') ? location.hash.slice(1) : '/';
  const { pathname, search } = location;
  return (pathname.startsWith(base) ? pathname.slice(base.length) : pathname) + search;
}

/** An address of the page as others can use it. */
export function absolute(href) {
  return new URL(href, document.baseURI).href;
}

/** The address by which the page wants to be known. */
export function canonical() {
  return document.querySelector('link[rel="canonical"]')?.href ?? location.href.split('#')[0];
}

/** The link below `base` that a plain press is meant to follow, if it is one. */
function pressed(event, base) {
  if (event.defaultPrevented || event.button || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return undefined;
  const link = event.composedPath().find(({ localName }) => localName === 'a');
  if (!link?.href || link.target || link.hasAttribute('download') || link.relList.contains('external')) return undefined;
  const to = new URL(link.href);
  const samePage = to.origin === location.origin && to.pathname === location.pathname && to.search === location.search;
  if (base === '#') return samePage && to.hash ? to : undefined;
  const isBelow = to.origin === location.origin && `${to.pathname}/`.startsWith(`${base}/`);
  // A place on this page is the browser's.
  return isBelow && !(samePage && to.hash) ? to : undefined;
}

/**
 * Calls `changed` with the address below `base` whenever the reader goes to another: by a link within `root`,
 * which then loads no page, or through the history. Answers the function that ends it.
 */
export function followAddress(root, base, changed) {
  const element = roots.get(root);
  const follow = (event) => {
    const to = pressed(event, base);
    if (!to) return;
    if (base === '#' && !to.hash.startsWith('#/')) {
      // A place on this page. In the address it would stand where the reader's own does.
      const place = placeOf(root, to.hash);
      if (place) event.preventDefault();
      place?.scrollIntoView();
      return;
    }
    event.preventDefault();
    if (!announce(root, 'navigate', ['url', to.href])) return;
    if (to.href !== location.href) history.pushState(null, '', to);
    changed(address(base));
    const place = base !== '#' && to.hash && placeOf(root, to.hash);
    if (place) place.scrollIntoView();
    else if (element.getBoundingClientRect().top < 0) element.scrollIntoView();
  };
  const look = () => {
    // A fragment that is no address is a place on the page, or the page's own matter.
    if (base !== '#' || !location.hash || location.hash.startsWith('#/')) changed(address(base));
  };
  element.addEventListener('click', follow);
  addEventListener('popstate', look);
  return () => {
    element.removeEventListener('click', follow);
    removeEventListener('popstate', look);
  };
}

/** Calls `left` when something outside `element` is pressed or takes the focus. Answers the function that ends it. */
export function watchOutside(element, left) {
  const look = (event) => {
    if (!event.composedPath().includes(element)) left('');
  };
  addEventListener('pointerdown', look);
  addEventListener('focusin', look);
  return () => {
    removeEventListener('pointerdown', look);
    removeEventListener('focusin', look);
  };
}

// --- HTML ------------------------------------------------------------------------------------

let purifier;

/**
 * Puts untrusted HTML into `element`, keeping only the named elements and attributes.
 * The platform's sanitiser where there is one; DOMPurify, loaded only then, where there is none.
 */
export async function showHtml(element, html, elements, attributes, unwrapped) {
  if (!sanitiseByPlatform(element, html, elements, attributes, unwrapped)) {
    purifier ??= import('/purify.es.mjs');
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

/** Fulfilled when the texts that were to be shown so far are there, or cannot be. */
export const textsShown = async () => purifier?.catch(() => {});

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
  // Its width may be another later, or none yet.
  const wide = new ResizeObserver((tables) => {
    for (const { target } of tables) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const table of element.querySelectorAll('table')) wide.observe(table);
}

// --- Letters ---------------------------------------------------------------------------------

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

/** Selects what stands behind `start` (UTF-16 code units) in a text field of the application and shows it. */
export function selectFrom(root, id, start) {
  const field = within(root, id);
  field?.focus();
  field?.setSelectionRange(start, field.value.length);
}

/**
 * Calls `changed(value)` whenever the value of a text field differs from what it was, whoever changed
 * it: typing, dictation, a script, the browser restoring the page. The last two fire no `input` event,
 * hence the look every half second. Answers the function that ends it.
 */
export function watchField(root, id, changed) {
  const field = within(root, id);
  if (!field) return () => {};
  let last = field.value;
  const look = () => {
    // Half a letter, its other half on the way from the keyboard, would come back as none.
    if (field.value === last || field.value.isWellFormed?.() === false) return;
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

// --- Storage ---------------------------------------------------------------------------------

/** What storage refused to keep, for as long as the page is there. */
const unkept = new Map();

/** The texts kept under `key`; undefined where there are none, or something that is no list of texts. */
export function load(key) {
  try {
    const texts = unkept.get(key) ?? JSON.parse(localStorage.getItem(key));
    return texts?.every((text) => typeof text === 'string') ? texts : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps texts under `key`. False where storage is missing, full or forbidden, so that they go with the page. */
export function save(key, texts) {
  try {
    localStorage.setItem(key, JSON.stringify(texts));
    unkept.delete(key);
    return true;
  } catch {
    unkept.set(key, texts);
    return false;
  }
}

/** Forgets what is kept under `key`. Where storage is missing or forbidden, nothing is. */
export function remove(key) {
  unkept.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {}
}

// --- The device ------------------------------------------------------------------------------

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
