// The programs: a page loads the smallest that shows all it has.

/** From the smallest. `code` and `wasm` begin to load together. */
const PROGRAMS = [
  {
    kinds: ['share'],
    code: () => import('./programs/share.js'),
    wasm: () => new URL(WASM_SHARE, import.meta.url),
  },
  {
    kinds: ['comments'],
    code: () => import('./programs/comments.js'),
    wasm: () => new URL(WASM_COMMENTS, import.meta.url),
  },
  {
    kinds: ['share', 'comments', 'article'],
    code: () => import('./programs/article.js'),
    wasm: () => new URL(WASM_ARTICLE, import.meta.url),
  },
  {
    kinds: ['share', 'comments', 'article', 'blog'],
    code: () => import('./programs/blog.js'),
    wasm: () => new URL(WASM_BLOG, import.meta.url),
  },
];

/** By their place in the list; each the promise of a program that has started. */
const loading = [];

/** One that is here already, or the smallest that is enough for `kind` and for all that the page has. */
function choose(kind) {
  const started = PROGRAMS.findIndex(({ kinds }, index) => loading[index] && kinds.includes(kind));
  if (started >= 0) return started;
  const present = PROGRAMS.at(-1).kinds.filter((other) => other === kind || document.querySelector(`tadwina-${other}`));
  return PROGRAMS.findIndex(({ kinds }) => present.every((each) => kinds.includes(each)));
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
 * @returns {Promise<{ mount: Function, update: Function, unmount: Function, goToFragment: Function, textsShown: Function, css: string }>}
 */
export function load(kind) {
  const index = choose(kind);
  loading[index] ??= begin(PROGRAMS[index]).catch((error) => {
    loading[index] = undefined;
    throw error;
  });
  return loading[index];
}
