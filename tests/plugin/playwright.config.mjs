// Tests of the WordPress plugin, over a WordPress that has it activated:
//
//   node scripts/plugin.mjs
//   node tests/wordpress/wordpress.mjs run -- npx playwright test --config tests/plugin/playwright.config.mjs

import { defineConfig } from '@playwright/test';

import { headlessPath, QUIET } from '../e2e/support/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results/plugin',
  reporter: 'list',
  // The tests change the settings of one site.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    baseURL: process.env.TADWINA_WORDPRESS_PLUGIN_URL,
    launchOptions: { executablePath: headlessPath(), args: QUIET },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
});
