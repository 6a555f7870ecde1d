// A site that takes no comment of a stranger over REST, as WordPress does unless told to, in a page elsewhere.

import { article } from '../e2e/support/content.mjs';
import { expect, test } from './support.mjs';

const bread = article('bread');

test.use({ sandbox: ['--no-anonymous-rest'] });

for (const kind of ['article', 'comments']) {
  test(`${kind}: instead of a box there is a link to where the site’s own form is`, async ({
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
    await expect(page.locator(`tadwina-${kind} .td-comment`)).toHaveCount(bread.comments.length);
    await expect(page.locator(`tadwina-${kind} form`)).toHaveCount(0);
  });
}
