// A page that crashes fails its test.

import { expect } from '@playwright/test';

/** Fixture: a list of what crashed. A test that expects a crash empties the list. */
export const crashes = async ({}, use) => {
  const found = [];
  await use(found);
  expect(found, 'nothing crashed').toEqual([]);
};

/** Adds to the list what crashes in a page from now on. */
export function noteCrashes(page, list) {
  page.on('pageerror', (error) => list.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /panicked|RuntimeError/.test(message.text())) list.push(message.text());
  });
}
