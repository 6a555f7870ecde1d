// The native sanitiser leaves of every payload of tests/payloads what the browser's own leaves of it: each is a comment of
// the same blog, as the server renders it and as the application shows it.

import { ARTICLE, FIRST, startBlog } from '../payloads/blog.mjs';
import { PAYLOADS, parts } from '../payloads/payloads.mjs';
import { startServer } from './server.mjs';
import { expect, test } from './support.mjs';

/** The payloads of one page. */
const AT_ONCE = 400;
/** Tests that may run at the same time. */
const SHARES = 4;

test.setTimeout(180_000);

/**
 * Payloads that parsers read differently, harmless in both: a `<noscript>`, which ends within an attribute for a browser that
 * runs scripts and not for `setHTML`; more elements within each other than Chromium builds; and what is lost or becomes another
 * character when HTML is written and read again: an empty line at the beginning of `<pre>`, a carriage return, U+0000, a byte
 * order mark, a table in a link.
 */
const READ_DIFFERENTLY = /^\uFEFF|<noscript>|(?:<[a-z]+>){150}|^<pre>\n|&#xD;|<a><table><(?:a|img)\b/;
const isReadDifferently = (payload) => payload.includes('\0') || READ_DIFFERENTLY.test(payload);

/** Runs in a page: what stands in each of these elements, attributes in one order. */
function contents(elements) {
  const tree = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    // An empty comment is Leptos's, which marks places by it. What `<?x>` becomes, nobody sees.
    if (node.nodeType !== Node.ELEMENT_NODE)
      return node.nodeType === Node.COMMENT_NODE && node.data ? `<!--${node.data}-->` : '';
    const attributes = [...node.attributes]
      // A wide table scrolls by keyboard, which only a script can know.
      .filter(({ name }) => name !== 'tabindex')
      .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
      .sort();
    return `<${node.localName}${attributes.join('')}>${[...node.childNodes].map(tree).join('')}</${node.localName}>`;
  };
  return elements.map((element) => {
    element.normalize();
    return [getComputedStyle(element).direction, ' ', ...[...element.childNodes].map(tree)].join('');
  });
}

/** What a page shows of each payload. */
async function shown(context, url, count) {
  const page = await context.newPage();
  await page.goto(url);
  const bodies = page.locator('.td-comment__body');
  await expect(bodies).toHaveCount(count);
  await expect(page.locator('.td-article > .td-prose')).toContainText(FIRST);
  const found = await bodies.evaluateAll(contents);
  await page.close();
  return found;
}

for (const [share, payloads] of parts(PAYLOADS, Math.ceil(PAYLOADS.length / SHARES)).entries()) {
  test(`${payloads.length} payloads are the same, ${share + 1} of ${SHARES}`, async ({ context }) => {
    const different = [];
    for (const some of parts(payloads, AT_ONCE)) {
      const blog = await startBlog(some);
      const server = await startServer(blog.site, [], { hasElements: false });
      const natively = await shown(context, server.url + ARTICLE.path, some.length);
      const inBrowser = await shown(context, blog.app + ARTICLE.path, some.length);
      const read = some.map((payload, index) => ({ payload, natively: natively[index], inBrowser: inBrowser[index] }));
      different.push(
        ...read.filter(({ payload, natively, inBrowser }) => natively !== inBrowser && !isReadDifferently(payload)),
      );
      await server.stop();
      await blog.close();
    }
    expect(different).toEqual([]);
  });
}
