// Zip archives of what the builds make.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

/** The same archive for the same files, whenever it is made: the first day that a zip can name. */
const DATE = new Date(1980, 0, 1);
/** A regular file that all may read, in the form of Unix (3). */
const MODE = { os: 3, attrs: 0o100644 << 16 };

/** The bytes of an archive of `folder`, in which its files lie below `name`. */
export function zip(folder, name) {
  const paths = readdirSync(folder, { recursive: true }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const entries = files.map((path) => [`${name}/${path}`, [readFileSync(join(folder, path)), MODE]]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DATE });
}
