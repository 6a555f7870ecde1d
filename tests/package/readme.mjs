// The code blocks in the README of the package are the tested examples. A comment before a block names its file:
//
//   node tests/package/readme.mjs   # copies the files into the README

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const README = fileURLToPath(new URL('../../embed/package/README.md', import.meta.url));

export const readme = () => readFileSync(README, 'utf8');

const BLOCK = /^<!-- (\S+) -->\n```([a-z]+)\n([\s\S]*?)^```$/gm;

/** The code blocks of a text, each with the name and the source of its file. */
export function blocks(text) {
  return [...text.matchAll(BLOCK)].map(([, file, , shown]) => ({ file, shown, source: source(file) }));
}

function source(file) {
  return readFileSync(new URL(`examples/${file}`, import.meta.url), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    README,
    readme().replace(BLOCK, (_, file, language) => `<!-- ${file} -->\n\`\`\`${language}\n${source(file)}\`\`\``),
  );
}
