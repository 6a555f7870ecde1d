// A widget: what an element or `mount` shows in its host, from the fallback to the view of a bundle and back. Not Rust: it
// is there before its bundle, and outlives a bundle that does not come.

import { followAddress } from './address.js';
import { type Bundle, loadBundle, View } from './bundle.js';
import { followColours } from './colours.js';
import { EventRelay } from './events.js';
import { failureMessage } from './failure.js';
import { hasFallback, holdFallback, restoreFallback, whenUnused } from './fallback.js';
import { rememberFocus } from './focus.js';
import { keepKeys } from './keys.js';
import { followLanguage } from './language.js';
import { near } from './near.js';
import { isRecreating, type Kind, type Name, Settings } from './settings.js';
import { showInShadow, slot, windowOf } from './shadow.js';
import { followComposing } from './takeover.js';
import { takePlace } from './upgrade.js';

export class Widget {
  readonly #host: Element;
  readonly #kind: Kind;
  readonly #settings: Settings;
  #bundle: Bundle | undefined;
  #view: View | undefined;
  /** What the view, or a message, stands in. */
  #content: HTMLElement | undefined;
  #relay: EventRelay | undefined;
  /** Whether the content has taken the fallback's place. */
  #isShown = false;
  /** With `shadow="none"`: holds the page's own content, while it is not shown. */
  #fallback: HTMLTemplateElement | undefined;
  /** Ends everything that waits and listens. */
  #lifetime = new AbortController();
  #changed = new Set<Name>();
  #startNow: (() => void) | undefined;
  /** Looks again whether the view may take the fallback's place. */
  #checkUpgrade: (() => void) | undefined;
  #hasShadow: boolean | undefined;

  /** `read` gives a setting as it is written; null or undefined where it is not. */
  constructor(host: Element, kind: Kind, read: (name: Name) => unknown) {
    this.#host = host;
    this.#kind = kind;
    this.#settings = new Settings(host, read);
  }

  /** Loads the bundle and shows its view: at once where `isEager`, or when the host comes near the window. */
  async start(isEager: boolean): Promise<void> {
    const { signal } = this.#lifetime;
    restoreFallback(this.#host);
    followComposing(this.#host, signal);
    try {
      if (!isEager) {
        const { waited, skip } = near(this.#host, signal);
        this.#startNow = skip;
        await waited;
      }
      const bundle = await loadBundle(this.#kind);
      if (!signal.aborted) this.#show(bundle);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Takes over the settings with these names. Several changes at once are one. */
  change(names: readonly Name[]): void {
    if (names.includes('loading') && this.#settings.get('loading') === 'eager') this.#startNow?.();
    if (this.#changed.size === 0) queueMicrotask(() => this.#update());
    for (const name of names) this.#changed.add(name);
  }

  /** The host has come into another document, whose window and style sheets are others. */
  adopt(): void {
    this.change(['slug']);
  }

  /** Removes the view and frees what it holds; the fallback is shown again. */
  stop(): void {
    const tree = this.#content?.parentNode;
    this.#lifetime.abort();
    this.#unmount();
    this.#fallback?.replaceWith(this.#fallback.content);
    this.#fallback = undefined;
    // Another widget may show its view there by now.
    if (tree && tree === this.#host.shadowRoot) tree.replaceChildren(slot());
  }

  #show(bundle: Bundle): void {
    const { signal } = this.#lifetime;
    const container = document.createElement('div');
    container.className = 'tadwina';
    container.dataset.kind = this.#kind;
    this.#bundle = bundle;
    this.#content = container;
    this.#isShown = false;
    this.#setTheme(container);
    keepKeys(container);
    this.#relay = new EventRelay(this.#host, container, () => this.#upgradeWhenUnused(container));
    // A fallback stays until there is something to show in its place.
    if (!hasFallback(this.#host)) this.#attachAndRelay(container);
    this.#view = new View(bundle, this.#kind, container, {
      credentials: this.#settings.get('credentials'),
      signal,
      sharesTree: !this.#usesShadow,
      settings: this.#settings.pairs,
    });
    const view = windowOf(this.#host);
    view.addEventListener('hashchange', () => this.#view?.goToFragment(), { signal });
    followAddress(view, signal, () => {
      if (this.#isOfPage) this.change(['slug']);
    });
    followLanguage(this.#host, signal, () => {
      if (!this.#settings.get('locale')) this.change(['locale']);
    });
  }

  #upgradeWhenUnused(container: HTMLElement): void {
    this.#checkUpgrade = whenUnused(this.#host, container, {
      signal: this.#lifetime.signal,
      ready: async () => this.#view?.htmlShown(),
      upgrade: () => {
        // Where the fallback has what the address names, the browser was there, and the reader may have gone on.
        const isVisited = this.#host.querySelector(':target') !== null;
        takePlace(this.#host, container, () => this.#attach(container));
        this.#relay?.open();
        if (!isVisited) requestAnimationFrame(() => this.#view?.goToFragment());
      },
    });
  }

  /** Whether the page's address says which article is shown. */
  get #isOfPage(): boolean {
    return this.#kind !== 'blog' && !this.#settings.get('post') && !this.#settings.get('slug');
  }

  /** Whether the host has a shadow root: read once, since an element cannot lose it again. */
  get #usesShadow(): boolean {
    this.#hasShadow ??= this.#settings.get('shadow') !== 'none';
    return this.#hasShadow;
  }

  #attach(content: HTMLElement): void {
    this.#isShown = true;
    if (this.#usesShadow) {
      showInShadow(this.#host, content, this.#bundle?.css ?? '');
    } else {
      this.#fallback ??= holdFallback(this.#host);
      this.#host.append(content);
    }
    followColours(this.#host, content, this.#lifetime.signal);
  }

  #attachAndRelay(content: HTMLElement): void {
    this.#attach(content);
    this.#relay?.open();
  }

  #unmount(): void {
    this.#view?.unmount();
    this.#view = undefined;
    this.#content?.remove();
  }

  #update(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    const [bundle, container] = [this.#bundle, this.#content];
    if (!this.#view || !bundle || !container) return;
    const restoreFocus = rememberFocus(container);
    this.#setTheme(container);
    if (!isRecreating(changed) && this.#view.update(this.#settings.pairs)) {
      restoreFocus();
      this.#checkUpgrade?.();
      return;
    }
    const wasShown = this.#isShown;
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#unmount();
    this.#show(bundle);
    // The first view was in the fallback's place, so this one does not wait.
    if (wasShown && !this.#isShown && this.#content) this.#attachAndRelay(this.#content);
  }

  #setTheme(container: HTMLElement): void {
    container.dataset.theme = this.#settings.get('theme') || 'auto';
  }

  /** The page's own content stays; where there is none, the reader is told. */
  #fail(error: unknown): void {
    console.error('tadwina could not start', error);
    if (!hasFallback(this.#host)) {
      this.#content = failureMessage(this.#settings.language, this.#settings.get('messages'));
      this.#attach(this.#content);
    }
    const detail = { kind: 'not-started', message: String(error) };
    this.#host.dispatchEvent(new CustomEvent('tadwina-error', { detail, bubbles: true, composed: true }));
  }
}
