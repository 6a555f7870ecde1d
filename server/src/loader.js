// Loads the elements of the page when its reader comes near the discussion, or reaches for one of them. Not Rust: it is
// there so that no WASM is loaded before.
(() => {
  const reach = ['pointerover', 'pointerdown', 'focusin'];
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) load();
    },
    { rootMargin: '100%' },
  );
  const load = () => {
    observer.disconnect();
    for (const name of reach) removeEventListener(name, loadForElement);
    // Where nothing comes, what the page has goes on working.
    import(ENTRY).catch(() => {});
  };
  const loadForElement = ({ target }) => {
    if (target instanceof Element && target.closest('tadwina-comments, tadwina-share')) load();
  };
  const start = () => {
    for (const element of document.querySelectorAll('tadwina-comments')) observer.observe(element);
    for (const name of reach) addEventListener(name, loadForElement, { passive: true });
  };
  // Who has only been offered the page is not near anything.
  if (document.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
})();
