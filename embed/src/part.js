// A part of a blog in a page: from its fallback to its program and back. Elements and `mount` are made of it.

import { hasFallback, isInUse, scrollerOf, takePlace } from './fallback.js';
import { load } from './program.js';
import { sheet } from './sheet.js';

/** How long an answer serves again, so that several parts ask once. Unit: milliseconds. */
const KEEP = 60_000;

/** Everything that can be set, as attributes are called. */
export const SETTINGS = [
  'api', 'slug', 'post', 'locale', 'digits', 'comment-limit', 'discussion', 'base', 'theme', 'loading', 'shadow',
  'credentials',
];

/** What a part tells the page. */
const EVENTS = ['ready', 'navigate', 'share', 'comment-submit', 'comment-sent', 'error'].map((name) => `tadwina-${name}`);

/** A change of these is another part; of all others, the same in another look. */
const IDENTITY = ['api', 'slug', 'post', 'base', 'credentials'];

/** A comment that the page's address names. */
const isCommentNamed = () => /^#comment-\d+$/.test(location.hash);

/** The program could not be loaded, and there is nothing else to show. */
const NOT_STARTED = {
  ar: 'تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.',
  fr: 'Le chargement a échoué. Vérifiez la connexion, puis rechargez la page.',
  en: 'This could not be loaded. Please check the connection and reload the page.',
};

/** The language that the page says it is in around `element`, shadow roots around it included. */
function languageAround(element) {
  for (let each = element; each; each = each.getRootNode().host) {
    const named = each.closest?.('[lang]');
    if (named) return named.lang;
  }
  return '';
}

export class Part {
  #host;
  #kind;
  #setting;
  /** The program, once it is here and shows the part. */
  #program;
  #number = 0;
  /** The element that holds what is shown. */
  #root;
  /** Whether that has taken its place; what another part does there later is not asked. */
  #isShown = false;
  /** With `shadow="none"`: the page's own content, while it is not shown. */
  #fallback;
  /** Ends all waiting and listening at once. */
  #life = new AbortController();
  /** What the page is not told yet. */
  #news = [];
  #changed = new Set();
  #isChanging = false;
  /** Ends the waiting of a lazy part. */
  #come;
  #open;

  /** `setting` answers how a setting is written, or nothing. */
  constructor(host, kind, setting) {
    this.#host = host;
    this.#kind = kind;
    this.#setting = setting;
  }

  /** Loads the program and shows the part; at once, or when the element comes near the window. */
  async start(eager) {
    const { signal } = this.#life;
    try {
      // A comment that the address names lies in no part that is not there.
      if (!eager && !isCommentNamed()) await this.#near(signal);
      const program = await load(this.#kind);
      if (!signal.aborted) this.#show(program);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Settings called so have changed. Several changes at once are one. */
  change(names) {
    for (const name of names) this.#changed.add(name);
    if (names.includes('loading') && this.#value('loading').trim() === 'eager') this.#come?.();
    if (this.#isChanging) return;
    this.#isChanging = true;
    queueMicrotask(() => {
      this.#isChanging = false;
      const changed = this.#changed;
      this.#changed = new Set();
      if (this.#program && !this.#life.signal.aborted) this.#update(changed);
    });
  }

  /** Takes the part out of the page and frees all that is its; the fallback is shown again. */
  stop() {
    const tree = this.#root?.parentNode;
    this.#life.abort();
    this.#unmount();
    if (this.#fallback) this.#host.append(this.#fallback);
    this.#fallback = undefined;
    // Another part may be shown there by now.
    if (tree && tree === this.#host.shadowRoot) tree.replaceChildren(document.createElement('slot'));
  }

  #near(signal) {
    return new Promise((near, gone) => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          near();
        },
        { rootMargin: '100%' },
      );
      observer.observe(this.#host);
      addEventListener('hashchange', () => isCommentNamed() && near(), { signal });
      this.#come = near;
      signal.addEventListener('abort', () => {
        observer.disconnect();
        gone(signal.reason);
      });
    });
  }

  #value(name) {
    const written = this.#setting(name)?.toString() ?? '';
    if (name !== 'locale' || written.trim()) return written;
    const language = languageAround(this.#host);
    return /^(?:ar|fr|en)\b/i.test(language) ? language : '';
  }

  get #settings() {
    return SETTINGS.flatMap((name) => [name, this.#value(name)]);
  }

  /** Whether it has a shadow root: read once, since that cannot be taken off again. */
  get #isOpen() {
    this.#open ??= this.#value('shadow').trim() !== 'none';
    return this.#open;
  }

  #show(program) {
    this.#program = program;
    const root = document.createElement('div');
    root.className = 'tadwina';
    root.dataset.kind = this.#kind;
    this.#root = root;
    this.#isShown = false;
    this.#news = [];
    this.#setTheme();
    // What the page showed so far stays until there is something to show in its place.
    if (!hasFallback(this.#host)) this.#attach();
    for (const name of EVENTS) root.addEventListener(name, this.#tell);
    const { signal } = this.#life;
    const line = { keep: KEEP, credentials: this.#value('credentials').trim() || 'same-origin', signal };
    this.#number = program.mount(this.#kind, root, line, !this.#isOpen, this.#settings);
    addEventListener('hashchange', () => program.goToFragment(this.#number), { signal });
    this.#followLanguage(signal);
  }

  /** The page hears of everything from its own element; of nothing before the part is in its place. */
  #tell = (event) => {
    const { type, detail, bubbles, composed, cancelable } = event;
    const told = () => this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles, composed, cancelable }));
    event.stopImmediatePropagation();
    if (this.#isShown) {
      if (!told()) event.preventDefault();
    } else if (this.#news.push(told) === 1) {
      this.#takeOver();
    }
  };

  /** Takes the place of the fallback; not while somebody writes or reads there. */
  #takeOver() {
    const { signal } = this.#life;
    const root = this.#root;
    const waiting = new AbortController();
    const look = () => {
      if (waiting.signal.aborted || isInUse(this.#host, root)) return;
      waiting.abort();
      // The browser has been there, and the reader gone on.
      const isBehind = this.#host.querySelector(':target');
      takePlace(this.#host, root, () => this.#attach());
      for (const told of this.#news) told();
      if (!isBehind) requestAnimationFrame(() => this.#program?.goToFragment(this.#number));
    };
    // The texts of other people are put in only after the news.
    const later = () => setTimeout(() => this.#program?.textsShown().then(look));
    const options = { capture: true, passive: true, signal: waiting.signal };
    this.#host.addEventListener('focusout', later, options);
    this.#host.addEventListener('reset', later, options);
    document.addEventListener('scroll', later, options);
    // In a shadow tree nobody outside hears of it.
    scrollerOf(this.#host).addEventListener('scroll', later, options);
    signal.addEventListener('abort', () => waiting.abort(), options);
    later();
  }

  #attach() {
    this.#isShown = true;
    if (!this.#isOpen) {
      this.#fallback ??= document.createDocumentFragment();
      this.#fallback.append(...this.#host.childNodes);
      this.#host.append(this.#root);
      return;
    }
    const tree = this.#host.shadowRoot ?? this.#host.attachShadow({ mode: 'open' });
    tree.adoptedStyleSheets = [sheet(this.#program?.css ?? '')];
    tree.replaceChildren(slot('header'), this.#root, slot('footer'));
  }

  #unmount() {
    this.#program?.unmount(this.#number);
    this.#program = undefined;
    this.#root?.remove();
  }

  #update(changed) {
    const program = this.#program;
    const back = focusWithin(this.#root);
    this.#setTheme();
    if (!IDENTITY.some((name) => changed.has(name)) && program.update(this.#number, this.#settings)) {
      back();
      return;
    }
    const stood = this.#isShown;
    this.#life.abort();
    this.#life = new AbortController();
    this.#unmount();
    this.#show(program);
    // Unless the fallback still stands, there is no other view to wait with.
    if (stood && !this.#isShown) this.#attach();
  }

  #setTheme() {
    this.#root.dataset.theme = this.#value('theme').trim() || 'auto';
  }

  /** Follows the language around the part, unless it has one of its own. */
  #followLanguage(signal) {
    let language = languageAround(this.#host);
    const observer = new MutationObserver(() => {
      const before = language;
      language = languageAround(this.#host);
      if (language !== before && !this.#setting('locale')?.toString().trim()) this.change(['locale']);
    });
    for (let tree = this.#host.getRootNode(); tree; tree = tree.host?.getRootNode()) {
      observer.observe(tree, { subtree: true, attributeFilter: ['lang'] });
    }
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** The page's own content stays; where there is none, the reader is told. */
  #fail(error) {
    console.error('tadwina could not start', error);
    if (!hasFallback(this.#host)) {
      const language = (this.#value('locale').trim() || languageAround(this.#host)).slice(0, 2).toLowerCase();
      const message = document.createElement('p');
      message.setAttribute('role', 'alert');
      message.dataset.error = 'not-started';
      message.textContent = NOT_STARTED[language] ?? NOT_STARTED.ar;
      message.dir = 'auto';
      this.#root = message;
      this.#attach();
    }
    const detail = { kind: 'not-started', message: String(error) };
    this.#host.dispatchEvent(new CustomEvent('tadwina-error', { detail, bubbles: true, composed: true }));
  }
}

function slot(name) {
  const element = document.createElement('slot');
  element.name = name;
  return element;
}

/** Remembers where the focus is within `root`. Answers what puts it back, once the view was made anew. */
function focusWithin(root) {
  const all = () => [...root.querySelectorAll('a[href], button, input, textarea')];
  const focused = root.getRootNode().activeElement;
  const place = all().indexOf(focused);
  if (place < 0) return () => {};
  const { id, selectionStart, selectionEnd, selectionDirection } = focused;
  return () =>
    setTimeout(() => {
      const same = id ? root.querySelector(`[id="${id}"]`) : all()[place];
      if (!same || same === focused) return;
      same.focus({ preventScroll: true });
      if (selectionStart != null) same.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection);
    });
}
