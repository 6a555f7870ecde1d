// The README of the package shows every tested example and names every element and event. Run by `node --test`.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { root } from './installed.mjs';
import { all, elementsOf, manifestNow } from './manifest.mjs';
import { blocks, readme } from './readme.mjs';

test('every code block equals the file that it names', () => {
  for (const { file, shown, source } of blocks(readme())) {
    assert.equal(shown, source, `${file}: run node tests/package/readme.mjs`);
  }
});

test('the README shows every example', () => {
  const shown = new Set(blocks(readme()).map(({ file }) => file.split('/')[0]));
  assert.deepEqual([...shown].sort(), readdirSync(root('tests/package/examples')).sort());
});

test('the README names every element and event', async () => {
  const manifest = await manifestNow('readme');
  for (const { tagName } of elementsOf(manifest)) assert.ok(readme().includes(`\`<${tagName}>\``), tagName);
  for (const { name } of all(manifest, 'events')) assert.ok(readme().includes(`\`${name}\``), name);
});
