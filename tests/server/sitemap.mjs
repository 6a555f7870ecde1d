// Sitemaps as sitemaps.org has them.

/** W3C's date and time. */
const LASTMOD = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;
/** Limits of the protocol. */
const [MAX_ENTRIES, MAX_BYTES, MAX_LOC] = [50_000, 50 << 20, 2048];

/** Runs in a page: the root, its entries, and the names and namespaces of all elements. */
function parse(xml) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  if (parsed.querySelector('parsererror')) throw new Error('no XML');
  const { documentElement: root } = parsed;
  return {
    root: root.localName,
    namespaces: [...new Set([root, ...root.querySelectorAll('*')].map(({ namespaceURI }) => namespaceURI))],
    entries: [...root.children].map((entry) => ({
      name: entry.localName,
      fields: [...entry.children].map(({ localName, textContent }) => [localName, textContent]),
    })),
  };
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** What an entry of each kind of file is called, and which fields it may have. */
const SCHEMA = {
  urlset: ['url', ['loc', 'lastmod', 'changefreq', 'priority']],
  sitemapindex: ['sitemap', ['loc', 'lastmod']],
};

/**
 * Reads a sitemap, or an index of sitemaps, in a page of a browser. Throws where the protocol does not allow it.
 *
 * @returns {Promise<{ kind: 'urlset' | 'sitemapindex', entries: { loc: string, lastmod?: string }[] }>}
 */
export async function readSitemap(page, xml) {
  const { root, namespaces, entries } = await page.evaluate(parse, xml);
  const expectTrue = (isTrue, why) => {
    if (!isTrue) throw new Error(`no sitemap: ${why}`);
  };
  expectTrue(root in SCHEMA, root);
  expectTrue(namespaces.join() === NAMESPACE, `namespaces ${namespaces}`);
  expectTrue(entries.length > 0 && entries.length <= MAX_ENTRIES, `${entries.length} entries`);
  expectTrue(Buffer.byteLength(xml) <= MAX_BYTES, 'too large');
  const [item, known] = SCHEMA[root];
  const read = entries.map(({ name, fields }) => {
    const { loc, lastmod } = Object.fromEntries(fields);
    const names = fields.map(([field]) => field);
    expectTrue(name === item && names.every((each) => known.includes(each)), `${name}: ${names}`);
    expectTrue(new Set(names).size === names.length, `${names} twice`);
    expectTrue(URL.canParse(loc ?? '') && loc.length < MAX_LOC, `address ${loc}`);
    expectTrue(lastmod === undefined || LASTMOD.test(lastmod), `time ${lastmod}`);
    return { loc, lastmod };
  });
  return { kind: root, entries: read };
}
