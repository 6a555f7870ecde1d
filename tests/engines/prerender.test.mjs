// Chromium prerenders the article that a reader is about to open, in the pages of tadwina-server. Needs the server, its
// assets (`make assets`) and the sandbox. WebDriver, because prerendering does not work under Playwright.
//
//   node --test tests/engines/prerender.test.mjs

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { By } from 'selenium-webdriver';

import { relay } from '../../scripts/relay.mjs';
import { listen } from '../../scripts/static.mjs';
import { checkSandbox, startSandbox } from '../e2e/support/sandbox.mjs';
import { startServer } from '../server/server.mjs';
import { eventually } from './element.mjs';
import { ENGINES, startEngine } from './engines.mjs';

/** Longest time of the test, and of the start of the browser. */
const TIMEOUT_MS = 60_000;

describe('prerendering', () => {
  const stops = [];
  /** The paths of all requests. */
  const requests = [];
  let driver;
  let url;

  before(
    async () => {
      checkSandbox();
      const site = await startSandbox();
      stops.push(site.stop);
      const server = await startServer(site.url);
      stops.push(server.stop);
      const pass = relay(server.url);
      const front = createServer((request, response) => {
        requests.push(request.url);
        pass(request, response);
      });
      const { url: listening, close } = await listen(front, 0);
      stops.push(close);
      url = listening;
      const engine = await startEngine(ENGINES.find(({ name }) => name === 'Chromium'));
      stops.push(engine.stop);
      driver = engine.driver;
    },
    { timeout: TIMEOUT_MS },
  );

  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  it('an article is ready before its link is pressed, and asked for once', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await driver.get(`${url}/`);
    const link = await driver.findElement(By.css('.td-article-list h2 a'));
    const path = new URL(await link.getAttribute('href')).pathname;
    const title = await link.getText();
    await driver.actions().move({ origin: link }).perform();
    // Chromium fetches what it is about to prerender.
    await eventually(() => assert.ok(requests.includes(path)));
    await link.click();
    await eventually(async () => {
      assert.equal(decodeURI(new URL(await driver.getCurrentUrl()).pathname), decodeURI(path));
      assert.equal(await driver.findElement(By.css('h1')).getText(), title);
    });
    const activated = await driver.executeScript(() => performance.getEntriesByType('navigation')[0].activationStart);
    assert.ok(activated > 0, 'the page was prerendered');
    assert.equal(requests.filter((request) => request === path).length, 1);
  });
});
