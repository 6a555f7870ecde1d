// Style sheets without cascade layers, for pages whose own rules are in none.

/** Where the block ends that begins behind `start`. Our style sheets have no braces in strings or comments. */
function endOfBlock(css, start) {
  let depth = 1;
  let at = start;
  while (depth > 0) {
    const next = css.slice(at).search(/[{}]/);
    if (next < 0) throw new Error('a block has no end');
    at += next + 1;
    depth += css[at - 1] === '{' ? 1 : -1;
  }
  return at;
}

/** The rules of `css`, those of each layer in the order of its first `@layer` statement, then those in no layer. */
export function unlayered(css) {
  const [statement, names] = /@layer ([^;{]+);/.exec(css) ?? [];
  if (!statement) throw new Error('no order of the layers');
  const layers = new Map(names.split(',').map((name) => [name.trim(), '']));
  let rest = css.replace(/@layer [^;{]+;/g, '');
  for (let found = /@layer ([\w.]+)\s*\{/.exec(rest); found; found = /@layer ([\w.]+)\s*\{/.exec(rest)) {
    const [opening, name] = found;
    if (!layers.has(name)) throw new Error(`no order of the layer ${name}`);
    const start = found.index + opening.length;
    const end = endOfBlock(rest, start);
    layers.set(name, layers.get(name) + rest.slice(start, end - 1));
    rest = rest.slice(0, found.index) + rest.slice(end);
  }
  return [...layers.values(), rest].join('').replace(/\n\s*\n/g, '\n');
}
