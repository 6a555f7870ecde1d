// The owner of the test WordPress, who comes through tadwina-server.

import { expect } from '@playwright/test';

import { site } from '../e2e/support/content.mjs';
import { controlSite } from '../support/control.mjs';

const PASSWORD = 'a password of the tests';

/** Logs a browser in by WordPress's own form. `wordpress` is where the site is, `page` shows what tadwina-server gives. */
export async function logIn(page, wordpress) {
  await controlSite(page.request, wordpress, `=password&password=${encodeURIComponent(PASSWORD)}`);
  await page.goto('/wp-admin/');
  await page.locator('#user_login').fill(site.users[0].login);
  await page.locator('#user_pass').fill(PASSWORD);
  await page.locator('#wp-submit').click();
  await expect(page.locator('#wpadminbar')).toBeVisible();
}

/** Sends requests to the API as the owner whom `request` knows; gives what comes back. */
export async function apiOf(request) {
  const nonce = await (await request.get('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
  return async (path, options = {}) => {
    const headers = { 'X-WP-Nonce': nonce, ...options.headers };
    const response = await request.fetch(`/wp-json/wp/v2/${path}`, { ...options, headers });
    expect(response.ok(), path).toBe(true);
    return response.json();
  };
}
