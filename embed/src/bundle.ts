// Loads bundles and calls what they export; nothing else does. Not Rust: this is what loads the WASM.

import type { Kind } from './settings.js';

/** What the script of a bundle exports. */
export interface Bundle {
  default(source: { module_or_path: Promise<Response> }): Promise<unknown>;
  mount(kind: string, container: HTMLElement, scope: FetchScope, sharesTree: boolean, settings: string[]): number;
  update(view: number, settings: string[]): boolean;
  unmount(view: number): void;
  goToFragment(view: number): void;
  textsShown(): Promise<unknown>;
  readonly css: string;
}

/** Who waits for responses and with which credentials. `keepMs`: how long one serves again. */
interface FetchScope {
  keepMs: number;
  credentials: string;
  signal: AbortSignal;
}

/** How long a response serves again, so that several widgets make one request. */
const RESPONSE_KEPT_MS = 60_000;

/** `shows`: the kinds that a bundle has. Its script and its WASM begin to load together. */
interface Source {
  shows: readonly Kind[];
  script: () => Promise<Bundle>;
  wasm: () => URL;
}

/** Every bundle by the largest kind that it shows, the smallest first. */
const SOURCES: Record<Kind, Source> = {
  share: {
    shows: ['share'],
    script: () => import('./bundles/share.js'),
    wasm: () => new URL(WASM_SHARE, import.meta.url),
  },
  comments: {
    shows: ['comments'],
    script: () => import('./bundles/comments.js'),
    wasm: () => new URL(WASM_COMMENTS, import.meta.url),
  },
  article: {
    shows: ['share', 'comments', 'article'],
    script: () => import('./bundles/article.js'),
    wasm: () => new URL(WASM_ARTICLE, import.meta.url),
  },
  blog: {
    shows: ['share', 'comments', 'article', 'blog'],
    script: () => import('./bundles/blog.js'),
    wasm: () => new URL(WASM_BLOG, import.meta.url),
  },
};

/** What is loaded or being loaded. */
const bundles = new Map<Source, Promise<Bundle>>();

/** A bundle that is loaded already, or the smallest that shows `kind` and every other element in the page. */
function choose(kind: Kind): Source {
  const sources = Object.values(SOURCES);
  const isNeeded = (other: Kind) => other === kind || document.querySelector(`tadwina-${other}`) !== null;
  const needed = SOURCES.blog.shows.filter(isNeeded);
  return (
    sources.find((source) => bundles.has(source) && source.shows.includes(kind)) ??
    sources.find(({ shows }) => needed.every((each) => shows.includes(each))) ??
    SOURCES.blog
  );
}

/** A WASM of nothing: the header of the format. */
const EMPTY_WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Throws an error that says why there can be no WASM here, before anything is loaded. */
function requireWasm(): void {
  if (!globalThis.WebAssembly) throw new Error('this browser has no WebAssembly, or it is switched off');
  try {
    new WebAssembly.Module(EMPTY_WASM);
  } catch (cause) {
    const policy = "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src";
    throw new Error(policy, { cause });
  }
}

async function start({ script, wasm }: Source): Promise<Bundle> {
  requireWasm();
  const response = fetch(wasm(), { credentials: 'same-origin' });
  // Where the script fails first, nobody waits for this any more.
  response.catch(() => {});
  const bundle = await script();
  await bundle.default({ module_or_path: response });
  return bundle;
}

/** The bundle that shows `kind`. One that could not be loaded is loaded again the next time. */
export function loadBundle(kind: Kind): Promise<Bundle> {
  const source = choose(kind);
  const bundle = bundles.get(source) ?? start(source);
  bundles.set(source, bundle);
  bundle.catch(() => bundles.delete(source));
  return bundle;
}

/** What a bundle shows in one container. */
export class View {
  readonly #bundle: Bundle;
  readonly #id: number;

  /** `sharesTree`: the container stands in the page's own tree. Requests end with `signal`. */
  constructor(
    bundle: Bundle,
    kind: Kind,
    container: HTMLElement,
    options: { credentials: string; signal: AbortSignal; sharesTree: boolean; settings: string[] },
  ) {
    const { credentials, signal, sharesTree, settings } = options;
    const scope = { keepMs: RESPONSE_KEPT_MS, credentials: credentials || 'same-origin', signal };
    this.#bundle = bundle;
    this.#id = bundle.mount(kind, container, scope, sharesTree, settings);
  }

  /** Takes over changed settings; false where that needs another view. */
  update(settings: string[]): boolean {
    return this.#bundle.update(this.#id, settings);
  }

  /** Scrolls to what the page's address names, such as `#comment-7`. */
  goToFragment(): void {
    this.#bundle.goToFragment(this.#id);
  }

  /** Fulfilled when the HTML that people wrote stands in the view. */
  async htmlShown(): Promise<void> {
    await this.#bundle.textsShown();
  }

  /** Removes the view and frees what it holds. */
  unmount(): void {
    this.#bundle.unmount(this.#id);
  }
}
