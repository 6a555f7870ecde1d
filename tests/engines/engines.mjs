// The three browser engines, each with its WebDriver: Chromium, Firefox, WebKitGTK. Drivers and browsers are those of
// this machine; `make setup` installs them on Debian.

import { setTimeout as pause } from 'node:timers/promises';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import http from 'selenium-webdriver/http/index.js';
import { Command } from 'selenium-webdriver/lib/command.js';
import remote from 'selenium-webdriver/remote/index.js';

import { chromiumPath, QUIET } from '../e2e/support/chromium.mjs';
import { programPath } from '../support/programs.mjs';
import { startScreen } from './screen.mjs';

/**
 * Longest waits of the driver, so that a page that hangs fails its test. The page load strategy stays `normal`: with
 * `eager`, WebKitGTK sometimes misses a load and waits for ever.
 */
const TIMEOUTS_MS = { pageLoad: 20_000, script: 20_000, implicit: 0 };

/** Longest wait until a browser ends. */
const STOP_TIMEOUT_MS = 5_000;

/** The window of every engine, so that all have the same layout. Unit: CSS pixels. */
const WINDOW = { x: 0, y: 0, width: 1200, height: 860 };

/**
 * Each engine has a name, and `prepare`, which finds its programs and tells how to start it. `screen`: the engine has
 * no headless mode.
 *
 * @type {{ name: string, screen?: boolean, prepare: () => {
 *   driver: string, capabilities: object, environment?: Record<string, string> } }[]}
 */
export const ENGINES = [
  {
    name: 'Chromium',
    prepare: () => ({
      driver: programPath({
        names: ['chromedriver', 'chromium.chromedriver'],
        variable: 'CHROMEDRIVER_PATH',
        folders: ['/usr/lib/chromium', '/usr/lib/chromium-browser'],
        install: 'apt-get install chromium-driver',
      }),
      capabilities: {
        browserName: 'chrome',
        'goog:chromeOptions': { binary: chromiumPath(), args: ['--headless', ...QUIET] },
      },
    }),
  },
  {
    name: 'Firefox',
    prepare: () => ({
      driver: programPath({
        names: ['geckodriver'],
        variable: 'GECKODRIVER_PATH',
        install: 'cargo install --locked geckodriver',
      }),
      capabilities: {
        browserName: 'firefox',
        'moz:firefoxOptions': {
          binary: programPath({
            names: ['firefox-esr', 'firefox'],
            variable: 'FIREFOX_PATH',
            install: 'apt-get install firefox-esr',
          }),
          args: ['-headless'],
        },
      },
    }),
  },
  {
    name: 'WebKitGTK',
    screen: true,
    prepare: () => ({
      driver: programPath({
        names: ['WebKitWebDriver'],
        variable: 'WEBKIT_DRIVER_PATH',
        install: 'apt-get install webkit2gtk-driver',
      }),
      // The driver starts its MiniBrowser. A browserName would have to match the installed version.
      capabilities: {},
      environment: {
        // Without this the browser opens in the Wayland session of the developer, and not on the virtual screen.
        GDK_BACKEND: 'x11',
        // The sandbox of WebKit does not start as root or in most containers. The tests write all pages themselves.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    }),
  },
];

/** The engines to test: all, or the ones in `TADWINA_ENGINES`, such as `firefox,webkitgtk`. */
export function chosenEngines() {
  const names = (process.env.TADWINA_ENGINES ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const unknown = names.find((name) => !ENGINES.some((engine) => engine.name.toLowerCase() === name));
  if (unknown)
    throw new Error(`TADWINA_ENGINES: no engine ${unknown}; there are ${ENGINES.map((it) => it.name).join(', ')}`);
  return ENGINES.filter(({ name }) => names.length === 0 || names.includes(name.toLowerCase()));
}

/** Functions that stop the running browsers, which do not end with an interrupted test. */
const running = new Set();
for (const [signal, status] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
  // The signal may arrive twice: from the terminal and from the test runner.
  process.on(signal, async () => {
    // The runner has closed the streams. An error there must not end this process before the browsers.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    await Promise.allSettled([...running].map((stop) => stop()));
    process.exit(status);
  });
}

/** Waits for `promise`, or for a time: a browser that hangs does not end. */
function within(milliseconds, promise) {
  return Promise.race([promise, pause(milliseconds, undefined, { ref: false })]);
}

/**
 * Starts an engine with one window.
 *
 * @returns {Promise<{ driver: WebDriver, version: string, stop: () => Promise<void> }>}
 */
export async function startEngine({ name, screen: needsScreen, prepare }) {
  const { driver: program, capabilities, environment = {} } = prepare();
  const undo = [];
  const stop = async () => {
    running.delete(stop);
    for (const step of undo.splice(0).reverse()) await within(STOP_TIMEOUT_MS, step()).catch(() => {}); // already ended
  };
  running.add(stop);
  try {
    const env = { ...process.env, ...environment };
    if (needsScreen) {
      const screen = await startScreen();
      undo.push(screen.stop);
      env.DISPLAY = screen.display;
      delete env.WAYLAND_DISPLAY;
    }
    const service = new remote.DriverService.Builder(program).setLoopback(true).setEnvironment(env).build();
    undo.push(() => service.kill());
    const address = await service.start();
    // Selenium's Builder requires a browserName and downloads programs.
    const driver = WebDriver.createSession(
      new http.Executor(new http.HttpClient(address)),
      new Capabilities({ ...capabilities, timeouts: TIMEOUTS_MS }),
    );
    undo.push(() => driver.quit());
    const session = await driver.getSession();
    await driver.manage().window().setRect(WINDOW);
    return { driver, version: session.getCapability('browserVersion'), stop };
  } catch (error) {
    await stop();
    throw new Error(`${name} does not start: ${error.message}`, { cause: error });
  }
}

/** What sends commands of the DevTools protocol to a Chromium. */
export function devToolsOf(driver) {
  driver.getExecutor().defineCommand('devTools', 'POST', '/session/:sessionId/goog/cdp/execute');
  return (cmd, params = {}) => driver.execute(new Command('devTools').setParameters({ cmd, params }));
}
