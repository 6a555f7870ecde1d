// The sanitiser for browsers without Element.setHTML. It is not Rust because DOMPurify is not, and because an import()
// that JavaScript writes loads it when it is needed: browsers with a sanitiser of their own never fetch it. Trunk puts
// this file below snippets/, the sanitiser above it.

const PURIFIER = new URL('../../../../../purify.es.mjs', import.meta.url);

let purifier;
let failures = 0;
let shown = Promise.resolve();

/** Loads DOMPurify. Browsers remember that an address failed, so the next attempt has another one. */
const load = async () => {
  const url = new URL(PURIFIER);
  if (failures > 0) url.search = `retry=${failures}`;
  try {
    const { default: DOMPurify } = await import(/* @vite-ignore */ /* webpackIgnore: true */ url.href);
    return DOMPurify;
  } catch (error) {
    failures += 1;
    purifier = undefined;
    throw error;
  }
};

const show = async (element, html, elements, attributes) => {
  purifier ??= load();
  const fragment = (await purifier).sanitize(html, {
    ALLOWED_TAGS: [...elements.split(' '), '#text'],
    ALLOWED_ATTR: attributes.split(' '),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // Where a policy for Trusted Types keeps it from working, it returns null.
  if (fragment?.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) throw new Error('tadwina: DOMPurify may not run here');
  element.replaceChildren(fragment);
};

/** Puts what DOMPurify keeps of `html` into `element`; `elements` and `attributes` are space separated. */
export function showPurified(element, html, elements, attributes) {
  const showing = show(element, html, elements, attributes);
  shown = Promise.allSettled([shown, showing]);
  return showing;
}

/** Fulfilled when all HTML that was given so far is shown, or cannot be. */
export const textsShown = () => shown;
