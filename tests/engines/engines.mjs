// The three engines that readers have, each driven by its own WebDriver: Chromium, Firefox, WebKitGTK.
// Drivers and browsers are this machine's; nothing is downloaded. `make setup` installs them on Debian.

import { setTimeout as pause } from 'node:timers/promises';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import http from 'selenium-webdriver/http/index.js';
import remote from 'selenium-webdriver/remote/index.js';

import { chromiumPath, QUIET } from '../e2e/support/chromium.mjs';
import { programPath, startScreen } from './programs.mjs';

/**
 * Longest waits of the driver itself, so that a hanging page fails its test. The page load strategy stays
 * `normal`: with `eager`, WebKitGTK misses a load now and then and waits for ever. Unit: milliseconds.
 */
const TIMEOUTS = { pageLoad: 20_000, script: 20_000, implicit: 0 };

/** Longest wait for a browser to end by itself. Unit: milliseconds. */
const FAREWELL = 5_000;

/** The window of every engine, so that none shows another layout. Unit: CSS pixels. */
const WINDOW = { x: 0, y: 0, width: 1200, height: 860 };

/**
 * Every engine: its name; `prepare`, which finds its programs and says how it is started. `screen` is set
 * where it has no headless mode.
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
      // It starts its own MiniBrowser. A browserName would have to be that of the version installed.
      capabilities: {},
      environment: {
        // Otherwise it takes the developer's own Wayland rather than the screen that nobody sees.
        GDK_BACKEND: 'x11',
        // Its sandbox does not start as root nor in most containers; the pages are the tests' own.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    }),
  },
];

/** The engines to test: all, or those that `TADWINA_ENGINES` names, such as `firefox,webkitgtk`. */
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

/** How to end what runs: a browser does not end with the test that was interrupted. */
const running = new Set();
for (const [signal, status] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
  // The test runner passes on what the terminal has sent already, hence more than once.
  process.on(signal, async () => {
    // The runner no longer reads; that must not end this process before the browsers.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    await Promise.allSettled([...running].map((stop) => stop()));
    process.exit(status);
  });
}

/** Waits for `promise`, but not for ever: a browser that hangs does not say good-bye. */
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
    for (const step of undo.splice(0).reverse()) await within(FAREWELL, step()).catch(() => {}); // it has ended already
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
    // Not by selenium's Builder: it insists on a browserName and looks for programs to download.
    const driver = WebDriver.createSession(
      new http.Executor(new http.HttpClient(address)),
      new Capabilities({ ...capabilities, timeouts: TIMEOUTS }),
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
