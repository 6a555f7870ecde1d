// tadwina-server as owners run it: `cargo build --profile server --package tadwina-server`.

import { fileURLToPath } from 'node:url';

import { startServer } from '../../tests/server/server.mjs';

const RELEASE =
  process.env.TADWINA_SERVER_RELEASE ?? fileURLToPath(new URL('../../target/server/tadwina-server', import.meta.url));

/**
 * Starts it before `site`, with the elements.
 *
 * @returns {Promise<{ url: string, pid: number, close: () => Promise<void> }>}
 */
export async function startRelease(site, options = []) {
  const { url, pid, stop } = await startServer(site, options, { program: RELEASE });
  return { url, pid, close: stop };
}
