// The same comments in documents without scripts.

import { serve } from '../measure.mjs';

/** Comments as HTML, as a theme would write them. */
export function staticList(comments) {
  const item = ({ id, author_name: name, date, content }) =>
    `<li><article class="comment" id="comment-${id}"><header><bdi>${name}</bdi> <time datetime="${date}Z">${date}</time></header>` +
    `<div dir="auto">${content.rendered}</div></article></li>`;
  return `<ol>${comments.map(item).join('')}</ol>`;
}

/** The article with its first comments as a document without scripts. */
export function staticPage(comments) {
  return (
    '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<link rel="icon" href="data:,"><title>خبز البيت</title><h1>خبز البيت</h1><p>الخبز من دقيق وماء وملح وخميرة.</p>' +
    `${staticList(comments)}<textarea id="td-body" rows="5" cols="60"></textarea></html>`
  );
}

/** Opens a static page that has these comments and a text box. */
export async function openStatic(browser, comments) {
  const html = staticPage(comments);
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  await page.goto(server.url);
  return { page, close: () => server.close() };
}
