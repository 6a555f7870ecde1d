// A blog as readers see it: the release build and an API, on one origin.

import { fileURLToPath } from 'node:url';

import { preview } from '../../../scripts/preview.mjs';
import { startSandbox } from './sandbox.mjs';

/** The release build; `TADWINA_DIST` names another. */
export const DIST = process.env.TADWINA_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url));

/**
 * Blogs over sandboxes. Each sandbox and each server starts once and runs until `close`.
 *
 * @returns {{
 *   open: (blog: { sandbox?: string[], settings?: Record<string, string>, api?: string }) =>
 *     Promise<{ url: string, api: string }>,
 *   close: () => Promise<void>,
 * }} `open` takes options of the sandbox, or another API, and attributes of `<html>`.
 */
export function blogs() {
  const running = new Map();
  const once = (key, start) => {
    if (!running.has(key)) running.set(key, start());
    return running.get(key);
  };
  return {
    async open({ sandbox = [], settings = {}, api }) {
      const behind = api ?? (await once(JSON.stringify(sandbox), () => startSandbox(sandbox))).url;
      const key = JSON.stringify([behind, settings]);
      const server = await once(key, () => preview({ dist: DIST, api: behind, settings }));
      return { url: server.url, api: behind };
    },
    async close() {
      for (const server of await Promise.allSettled(running.values())) {
        await (server.value?.close ?? server.value?.stop)?.();
      }
    },
  };
}
