// The sanitiser for browsers without Element.setHTML. It is not Rust because DOMPurify is not, and because only
// an import() that JavaScript writes is one that Trunk's page and the package's bundler can load when it is needed:
// browsers with a sanitiser of their own never fetch it. Trunk puts this file below snippets/, the sanitiser above it.

let purifier;
let shown = Promise.resolve();

/** Puts what DOMPurify keeps of `html` into `element`; `elements` and `attributes` are space separated. */
export function showPurified(element, html, elements, attributes) {
  purifier ??= import('../../../../../purify.es.mjs');
  const showing = purifier.then(({ default: DOMPurify }) => {
    const fragment = DOMPurify.sanitize(html, {
      ALLOWED_TAGS: [...elements.split(' '), '#text'],
      ALLOWED_ATTR: attributes.split(' '),
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    });
    element.replaceChildren(fragment);
  });
  shown = Promise.allSettled([shown, showing]);
  return showing;
}

/** Fulfilled when all HTML that was given so far is shown, or cannot be. */
export const textsShown = () => shown;
