// What the tests of the blog share.

import { title } from './support.mjs';

/** The title of the article that a blog shows. */
export const blogTitle = (page) => title(page, 'tadwina-blog');

/** The links to the articles of a list. */
export const teasers = (page) => page.locator('tadwina-blog .td-teaser__title a');
