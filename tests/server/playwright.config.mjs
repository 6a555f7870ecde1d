// Tests of tadwina-server as readers see it, before the sandbox:
//
//   npx playwright test --config tests/server/playwright.config.mjs
//
// They use the files in target/assets (`make assets`); `TADWINA_ASSETS` names others.

import { defineConfig } from '@playwright/test';

import { headlessPath, QUIET } from '../e2e/support/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results/server',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: headlessPath(), args: QUIET },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
});
