// Requests at a steady rate, whether or not earlier ones were answered: an answer that comes late delays no request, so
// that the slow ones count in full.

import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for an answer. */
const TIMEOUT_MS = 60_000;

/** Sends one request. Returns its status, or why there is none, and the time to its last byte in milliseconds. */
function ask(url, agent, planned) {
  return new Promise((done) => {
    const end = (status) => done({ status, duration: performance.now() - planned });
    const request = get(url, { agent, headers: { 'accept-encoding': 'br' }, timeout: TIMEOUT_MS }, (response) => {
      response.once('end', () => end(response.statusCode)).once('error', ({ code }) => end(code));
      response.resume();
    });
    request.once('timeout', () => request.destroy()).once('error', ({ code }) => end(code));
  });
}

/**
 * Asks for `address(index)`, `rate` times a second for so many seconds.
 *
 * @returns {Promise<{ url: string, status: number | string, duration: number }[]>} in the order of the requests
 */
export async function askAtRate({ rate, seconds, address }) {
  const agent = new Agent({ keepAlive: true });
  const asked = [];
  const began = performance.now();
  while (asked.length < rate * seconds) {
    const planned = began + (asked.length * 1000) / rate;
    const early = planned - performance.now();
    if (early > 0) await sleep(early);
    const url = address(asked.length);
    asked.push(ask(url, agent, Math.max(planned, performance.now())).then((answer) => ({ url, ...answer })));
  }
  const answers = await Promise.all(asked);
  agent.destroy();
  return answers;
}
