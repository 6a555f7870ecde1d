// Writes zip archives of the files that the builds make.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

/** The first day that a zip can name. A fixed date makes the same archive from the same files. */
const DATE = new Date(1980, 0, 1);
/** A regular file that everybody may read, with the attributes of Unix (3). */
const MODE = { os: 3, attrs: 0o100644 << 16 };

/** The bytes of an archive of `folder`, with its files below `name`. */
export function zip(folder, name) {
  const paths = readdirSync(folder, { recursive: true }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const entries = files.map((path) => [`${name}/${path}`, [readFileSync(join(folder, path)), MODE]]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DATE });
}
