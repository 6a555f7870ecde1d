// The content of the sample blog, as the sandbox and the test WordPress have it.

import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../../../sandbox/content/${path}`, import.meta.url), 'utf8');

export const site = JSON.parse(read('site.json'));
const articles = JSON.parse(read('articles.json'));
const isPublic = ({ status }) => status === undefined;

/** Longest slug that WordPress stores. Unit: bytes of its percent-encoded form. */
const SLUG_BYTES = 200;

/** A slug as WordPress stores it: percent-encoded in lower case, cut between characters. */
export function encodedSlug(slug) {
  let encoded = '';
  for (const character of slug) {
    const next = encodeURIComponent(character).toLowerCase();
    if (encoded.length + next.length > SLUG_BYTES) break;
    encoded += next;
  }
  return encoded;
}

/** An article by its key, with `path` (its permalink, encoded), `html` and its approved `comments`. */
export function article(key) {
  const found = articles.find((each) => each.key === key);
  if (!found) throw new Error(`no article ${key} in sandbox/content`);
  const [year, month, day] = found.date.slice(0, 10).split('-');
  const comments = found.comments ? JSON.parse(read(`comments/${found.comments}`)) : [];
  return {
    ...found,
    path: `/${year}/${month}/${day}/${encodedSlug(found.slug)}/`,
    html: read(`articles/${found.body}`),
    comments: comments
      .filter(({ status }) => status === 'approve')
      .sort((a, b) => a.date_gmt.localeCompare(b.date_gmt) || a.id - b.id),
    author: site.users.find(({ id }) => id === found.author),
  };
}

/** A category with `path` and `trail`, the categories from the outermost to itself. */
export function category(id) {
  const trail = [];
  for (let each = site.categories.find((one) => one.id === id); each; ) {
    trail.unshift(each);
    each = site.categories.find((one) => one.id === each.parent);
  }
  const slugs = trail.map(({ slug }) => encodedSlug(slug));
  return { ...trail.at(-1), trail, path: `/category/${slugs.join('/')}/` };
}

/** The titles of the articles that are in any of these categories. */
export const titlesIn = (categories) =>
  articles
    .filter(isPublic)
    .filter((each) => each.categories.some((id) => categories.includes(id)))
    .map(({ title }) => title);

/** How many public articles there are. */
export const articleCount = articles.filter(isPublic).length;

/** The keys of all articles that everybody can read. */
export const readableArticles = articles
  .filter(isPublic)
  .filter(({ password }) => !password)
  .map(({ key }) => key);

/** The numbers of all categories. */
export const allCategories = site.categories.map(({ id }) => id);
