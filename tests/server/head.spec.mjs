// What networks and search engines read of every page: one title and heading, an address, Open Graph, a card, and JSON-LD
// with what schema.org and Google require.

import { article, category } from '../e2e/support/content.mjs';
import { ARTICLES, COMMENT_PAGES, LISTS, MISSING, PAGES, PUBLIC } from './pages.mjs';
import { expect, test } from './support.mjs';

/** A time as ISO 8601 with its offset. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
/** Open Graph's name of each language. */
const LOCALES = { ar: 'ar_AR', fr: 'fr_FR', en: 'en_US' };

/** Runs in a page: what the head of another document says. */
function read(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector, name) => [...parsed.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  const metas = [...parsed.querySelectorAll('meta[property], meta[name]')];
  return {
    titles: [...parsed.querySelectorAll('head > title')].map(({ textContent }) => textContent),
    headings: [...parsed.querySelectorAll('h1')].map(({ textContent }) => textContent),
    canonical: all('link[rel=canonical]', 'href'),
    lang: parsed.documentElement.lang,
    feeds: all('link[rel=alternate][type="application/rss+xml"]', 'href'),
    metas: metas.map((meta) => [meta.getAttribute('property') ?? meta.name, meta.content]),
    jsonLd: [...parsed.querySelectorAll('script[type="application/ld+json"]')].map(({ text }) => text),
    pictures: all('.td-figure__image', 'src'),
    comments: parsed.querySelectorAll('.td-comment').length,
  };
}

/** The one value of a `<meta>`; undefined for none. */
function meta({ metas }, name) {
  const values = metas.filter(([each]) => each === name).map(([, content]) => content);
  expect(values.length, `${name} stands once`).toBeLessThanOrEqual(1);
  return values[0];
}

const isPublic = (url) => url.startsWith(`${PUBLIC}/`);
const withoutPage = (address) => address.replace(/comment-page-\d+\/$/, '');

function expectPerson(person) {
  expect(person).toMatchObject({ '@type': 'Person', name: expect.stringMatching(/\S/) });
}

function expectPosting(posting, head, address) {
  const { headline, datePublished, dateModified, author, image, url, mainEntityOfPage, commentCount } = posting;
  expect(headline).toBe(head.headings[0]);
  expect(datePublished).toMatch(TIME);
  expect(dateModified).toMatch(TIME);
  expect(Date.parse(dateModified)).toBeGreaterThanOrEqual(Date.parse(datePublished));
  expectPerson(author);
  expect([url, mainEntityOfPage]).toEqual([PUBLIC + withoutPage(address), PUBLIC + withoutPage(address)]);
  expect(image?.length ?? 0).toBe(head.pictures.length);
  expect((image ?? []).every(isPublic)).toBe(true);
  expect(commentCount).toBeGreaterThanOrEqual(head.comments);
  for (const { '@type': type, text, author: commenter, datePublished: written, url: place } of posting.comment ?? []) {
    expect(type).toBe('Comment');
    expect(typeof text).toBe('string');
    expectPerson(commenter);
    expect(written).toMatch(TIME);
    expect(place).toMatch(/#comment-\d+$/);
    expect(place.split('#')[0]).toBe(PUBLIC + address);
  }
}

function expectBreadcrumbs({ itemListElement }, address) {
  const positions = itemListElement.map(({ position }) => position);
  expect(positions).toEqual(positions.map((_, index) => index + 1));
  for (const { '@type': type, name, item } of itemListElement) {
    expect([type, isPublic(item)]).toEqual(['ListItem', true]);
    expect(name).toMatch(/\S/);
  }
  expect(itemListElement[0].item).toBe(`${PUBLIC}/`);
  expect(itemListElement.at(-1).item).toBe(PUBLIC + withoutPage(address).replace(/page\/\d+\/$/, ''));
}

/** What the JSON-LD of a page describes, by its types. */
function described({ jsonLd }) {
  expect(jsonLd).toHaveLength(1);
  const { '@context': context, '@graph': graph } = JSON.parse(jsonLd[0]);
  expect(context).toBe('https://schema.org');
  return Object.fromEntries(graph.map((part) => [part['@type'], part]));
}

for (const locale of ['ar', 'fr', 'en']) {
  test.describe(`in ${locale}:`, () => {
    test.use({ locale, options: ['--public', PUBLIC] });

    /** What the heads of these pages say, by their addresses. */
    const heads = async (page, request, addresses) => {
      const found = [];
      for (const address of addresses) {
        const response = await request.get(address);
        found.push([address, await page.evaluate(read, await response.text())]);
      }
      return found;
    };

    test('every page has one title, one heading, an address, and what networks show', async ({ page, request }) => {
      for (const [address, head] of await heads(page, request, PAGES)) {
        await test.step(decodeURI(address), async () => {
          expect(head.titles).toEqual([expect.stringMatching(/\S/)]);
          expect(head.headings).toEqual([expect.stringMatching(/\S/)]);
          expect(head.lang).toBe(locale);
          expect(head.canonical).toEqual([PUBLIC + withoutPage(address)]);
          expect(head.feeds).toEqual(['/feed/']);
          expect(meta(head, 'og:url')).toBe(head.canonical[0]);
          expect(meta(head, 'og:locale')).toBe(LOCALES[locale]);
          expect(meta(head, 'og:type')).toBe(LISTS.includes(address) ? 'website' : 'article');
          for (const name of ['og:title', 'og:site_name']) expect(meta(head, name)).toMatch(/\S/);
          expect(meta(head, 'twitter:card')).toBe(meta(head, 'og:image') ? 'summary_large_image' : 'summary');
          expect(meta(head, 'robots')).toBe('max-image-preview:large');
          expect(meta(head, 'og:description')).toBe(meta(head, 'description'));
          expect(meta(head, 'description') ?? 'none').toMatch(/\S/);
        });
      }
    });

    test('every article has its times and its picture, and is described with its comments', async ({
      page,
      request,
    }) => {
      for (const [address, head] of await heads(page, request, [...ARTICLES, ...COMMENT_PAGES])) {
        await test.step(decodeURI(address), async () => {
          expect(meta(head, 'article:published_time')).toMatch(TIME);
          expect(meta(head, 'article:modified_time')).toMatch(TIME);
          const picture = meta(head, 'og:image');
          expect(picture !== undefined).toBe(head.pictures.length > 0);
          if (picture) {
            expect(isPublic(picture)).toBe(true);
            for (const name of ['og:image:width', 'og:image:height']) expect(meta(head, name)).toMatch(/^\d+$/);
          }
          const { BlogPosting, BreadcrumbList } = described(head);
          expectPosting(BlogPosting, head, address);
          expectBreadcrumbs(BreadcrumbList, address);
        });
      }
    });

    test('the front page is described as a site, and categories by their way from it', async ({ page, request }) => {
      for (const [address, head] of await heads(page, request, LISTS)) {
        await test.step(decodeURI(address), async () => {
          const { WebSite, BreadcrumbList } = described(head);
          if (/^\/(?:page\/\d+\/)?$/.test(address)) {
            expect(WebSite).toMatchObject({ name: expect.stringMatching(/\S/), url: `${PUBLIC}/`, inLanguage: locale });
          } else {
            expectBreadcrumbs(BreadcrumbList, address);
          }
        });
      }
    });

    test('search engines list neither what is missing nor what one reader gets', async ({ page, request }) => {
      const bread = article('bread');
      const addresses = [MISSING, `${bread.path}?replytocom=${bread.comments[0].id}`, `${bread.path}?unapproved=7`];
      for (const [address, head] of await heads(page, request, addresses)) {
        expect(meta(head, 'robots'), address).toBe('noindex');
        expect([head.titles.length, head.headings.length]).toEqual([1, 1]);
      }
    });
  });
}

test('a category is described with all above it', async ({ page, request }) => {
  const deep = category(4);
  const response = await request.get(deep.path);
  const { BreadcrumbList } = described(await page.evaluate(read, await response.text()));
  expect(BreadcrumbList.itemListElement).toHaveLength(1 + deep.trail.length);
});
