// The page's own navigation without loading. Not Rust: another address needs another view, which is made here.

/** Path and query: a fragment is a place in the same page. */
const pageOf = ({ location }: Window) => location.pathname + location.search;

/**
 * Calls `changed` when the page of `view` has got another address by its own script or by the history, until `signal` aborts.
 * Browsers without the Navigation API tell only of the history: there the page is looked at when its title changes too, which
 * comes with another article.
 */
export function followAddress(view: Window, signal: AbortSignal, changed: () => void): void {
  let page = pageOf(view);
  const check = () => {
    const before = page;
    page = pageOf(view);
    if (page !== before) changed();
  };
  const { navigation } = view as { navigation?: EventTarget };
  view.addEventListener('popstate', check, { signal });
  if (navigation) {
    navigation.addEventListener('currententrychange', check, { signal });
    return;
  }
  const observer = new MutationObserver(check);
  observer.observe(view.document.head, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
