// What the tests of posting comments share.

import { article } from './content.mjs';
import { changePosts, commentBox, discussed, fault, REQUESTS, visit } from './page.mjs';

/** The article on which the tests comment. */
export const basic = article('basic');

/** Requests that may post a comment. */
export const POSTING = /\/wp\/v2\/comments\b|\/wp-comments-post\.php$/;

export const comment = (page, text) => page.locator('.td-comment', { hasText: text });

/** Visits an article, waits for its comments and fills in the comment box. */
export async function filledBox(page, text, path = basic.path) {
  await visit(page, path);
  await discussed(page);
  const box = commentBox(page);
  await box.fill(text);
  return box;
}

/** From now on the responses of the site say that no article takes comments. */
export async function closeArticles(page) {
  await fault(page, REQUESTS.comments, 'comments=closed', { method: 'OPTIONS' });
  // tadwina tries the form where REST refuses, so the articles must be closed as well.
  await changePosts(page, (post) => {
    post.comment_status = 'closed';
  });
}
