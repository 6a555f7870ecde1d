// Reads tests/e2e/sites. Each file is one kind of site and the checks on it:
//
//   name      begins the titles of its tests
//   site      what differs from `site` in defaults.json; "{none}" removes a field, "{site}" is the site's own origin
//   checks    rows: a title, what is done and seen, and in `site` what differs for this row alone
//   uses      lists of rows in defaults.json that hold here as well
//   places    values for the names in braces of rows; a row `for` one of them is repeated for each of its values
//   variants  sites with their own name, site and places; every row is repeated for each of them
//
// A row with `both` is also tried without the browser's own sanitiser, `then` has what is done next. The fields of a site:
//
//   origin       "other" for a release on another origin than its WordPress
//   api, form    addresses of the REST API and of the comment form
//   base         folder of the release
//   host         the origin that WordPress's links name, if it is not its own
//   permalinks   templates of links; posts, pages, categories, comments are records as the API has them, by any name
//   filler       how many older posts stand behind these
//   totals       whether the headers with totals can be read
//   redirects    addresses that WordPress moves; files are texts by their address
//   answers      replace WordPress's for "GET posts", "* comments", "GET posts?page=2": status, headers, body, or a text
//                `before` and `behind` its own, the first `times` only; "like" and a text name one of `named`

import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../sites/', import.meta.url);
const DEFAULTS = 'defaults.json';

/** What removes a field that the defaults have. */
const NONE = '{none}';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `change` over `base`: objects field by field, everything else in place of what was there. */
export function merge(base, change) {
  if (!isObject(base) || !isObject(change)) return change;
  const merged = { ...base };
  for (const [name, value] of Object.entries(change)) {
    if (value === NONE) delete merged[name];
    else merged[name] = name in base ? merge(base[name], value) : merge({}, value);
  }
  return merged;
}

/** A function that replaces `{name}` in every string within a value. */
export function withOrigins(values) {
  const resolve = (value) => {
    if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    if (Array.isArray(value)) return value.map(resolve);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [resolve(name), resolve(inner)]));
  };
  return resolve;
}

const read = (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

/** The rows of one check: one for each place that it is for, with and without the browser's own sanitiser. */
function rowsOf(check, places) {
  const { for: kind, both, ...row } = check;
  const first = Object.fromEntries(Object.entries(places).map(([name, [place]]) => [name, place]));
  const all = kind ? (places[kind] ?? []) : [undefined];
  const rows = all.map((place) => withOrigins(kind ? { ...first, [kind]: place } : first)(row));
  if (!both) return rows;
  return rows.flatMap((one) => [one, { ...one, title: `${one.title}, without setHTML`, without: 'setHTML' }]);
}

function fileRows(file, defaults) {
  const { name, site, uses = [], places = {}, variants = [{}], checks = [] } = read(file);
  const all = [...uses.flatMap((shared) => defaults.checks[shared]), ...checks];
  return variants.flatMap((variant) => {
    const own = merge(merge(defaults.site, site ?? {}), variant.site ?? {});
    const title = (row) => [name, variant.name, row.title].filter(Boolean).join(': ');
    return all
      .flatMap((check) => rowsOf(check, { ...places, ...variant.places }))
      .map(({ site: change = {}, ...row }) => ({ ...row, title: title(row), site: merge(own, change) }));
  });
}

/** Every row of every file: `title`, `site`, and what is done and seen, in this order. */
export function siteRows() {
  const defaults = read(DEFAULTS);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== DEFAULTS);
  return files.sort().flatMap((file) => fileRows(file, defaults));
}
