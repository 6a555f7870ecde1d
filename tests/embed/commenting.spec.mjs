// Comments in a page on another origin, where the site takes no anonymous comments over REST. That is WordPress's
// default.

import { article } from '../e2e/support/content.mjs';
import { comments, expect, test } from './support.mjs';

const bread = article('bread');

test.use({ sandbox: ['--no-anonymous-rest'] });

for (const kind of ['article', 'comments']) {
  test(`${kind} shows a link to the form of the site in place of the comment box`, async ({
    page,
    open,
    blog,
    api,
  }) => {
    await open(`<tadwina-${kind} api="${api}" post="${bread.id}" locale="en"></tadwina-${kind}>`);
    const link = page.locator(`tadwina-${kind} .td-notice a`);
    await expect(link).toHaveText('Comment on this article at the blog’s own site');
    const { origin, pathname } = new URL(await link.evaluate(({ href }) => href));
    expect([origin, pathname.toLowerCase()]).toEqual([blog, bread.path.toLowerCase()]);
    await expect(comments(page, `tadwina-${kind}`)).toHaveCount(bread.comments.length);
    await expect(page.locator(`tadwina-${kind} form`)).toHaveCount(0);
  });
}
