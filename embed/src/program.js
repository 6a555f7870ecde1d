// The programs: each shows what the one before it shows, and more. A page loads one.

/** From the smallest; `code` and `wasm` begin to load together. */
const PROGRAMS = [
  {
    kinds: ['comments', 'share'],
    code: () => import('./programs/comments.js'),
    wasm: () => new URL(WASM_COMMENTS, import.meta.url),
  },
  {
    kinds: ['article'],
    code: () => import('./programs/article.js'),
    wasm: () => new URL(WASM_ARTICLE, import.meta.url),
  },
  {
    kinds: ['blog'],
    code: () => import('./programs/blog.js'),
    wasm: () => new URL(WASM_BLOG, import.meta.url),
  },
];

/** By their place in the list; each the promise of a program that has started. */
const loading = [];

const needed = (kind) => PROGRAMS.findIndex(({ kinds }) => kinds.includes(kind));

/** The smallest program that is enough for `kind` and for all that the page already has. */
function choose(kind) {
  const started = loading.findIndex((program, index) => program && index >= needed(kind));
  if (started >= 0) return started;
  const others = PROGRAMS.flatMap(({ kinds }) => kinds).filter((other) => document.querySelector(`tadwina-${other}`));
  return Math.max(...[kind, ...others].map(needed));
}

async function begin({ code, wasm }) {
  const response = fetch(wasm(), { credentials: 'same-origin' });
  // Whatever fails first is told of; this alone would be nobody's.
  response.catch(() => {});
  const program = await code();
  await program.default({ module_or_path: response });
  return program;
}

/**
 * The program that shows `kind`. One that could not be loaded is tried again the next time.
 *
 * @returns {Promise<{ mount: Function, update: Function, unmount: Function, goToFragment: Function, css: string }>}
 */
export function load(kind) {
  const index = choose(kind);
  loading[index] ??= begin(PROGRAMS[index]).catch((error) => {
    loading[index] = undefined;
    throw error;
  });
  return loading[index];
}
