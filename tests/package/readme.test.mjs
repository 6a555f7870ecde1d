// The README of the package shows the tested examples, all of them, and names what there is. Run by
// `node --test`.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

import { all, elementsOf, manifestNow } from './described.mjs';
import { root } from './installed.mjs';
import { blocks, readme } from './readme.mjs';

test('every block is the file that it names', () => {
  for (const { file, shown, source } of blocks(readme())) {
    assert.equal(shown, source, `${file}: run node tests/package/readme.mjs`);
  }
});

test('every example is shown', () => {
  const shown = new Set(blocks(readme()).map(({ file }) => file.split('/')[0]));
  assert.deepEqual([...shown].sort(), readdirSync(root('tests/package/examples')).sort());
});

test('every element and event is named', async () => {
  const manifest = await manifestNow('readme');
  for (const { tagName } of elementsOf(manifest)) assert.ok(readme().includes(`\`<${tagName}>\``), tagName);
  for (const { name } of all(manifest, 'events')) assert.ok(readme().includes(`\`${name}\``), name);
});
