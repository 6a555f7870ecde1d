// What stays in memory of the pages that a reader has left.

import { startVisits, visitArticles } from '../support/visits.mjs';
import { expect, test } from './support/test.mjs';

/** The unit in which the memory of a WASM grows. */
const WASM_PAGE_BYTES = 65_536;

test('seven hundred visits leave the WASM memory, nodes and listeners of a hundred', async ({ page, blog }) => {
  test.setTimeout(5 * 60_000);
  const count = await startVisits(page, `${blog.url}/`);
  await visitArticles(page, 100);
  const hundred = await count();
  await visitArticles(page, 600);
  const { wasm, nodes, listeners } = await count();
  expect(nodes).toBeLessThanOrEqual(hundred.nodes);
  expect(listeners).toBeLessThanOrEqual(hundred.listeners);
  // What is in use varies by a few kilobytes from visit to visit, which may take one more page and never two.
  expect(hundred.wasm).toBeGreaterThan(0);
  expect(wasm - hundred.wasm).toBeLessThanOrEqual(WASM_PAGE_BYTES);
});

test('a hundred visits that end before anything has come leave nothing', async ({ page, blog }) => {
  test.setTimeout(5 * 60_000);
  const count = await startVisits(page, `${blog.url}/`);
  const after = async (times) => {
    await visitArticles(page, times, { isHasty: true });
    await visitArticles(page, 1);
    return count();
  };
  const before = await after(30);
  const { wasm, nodes, listeners } = await after(100);
  expect(wasm).toBe(before.wasm);
  expect(nodes).toBeLessThanOrEqual(before.nodes);
  expect(listeners).toBeLessThanOrEqual(before.listeners);
});
