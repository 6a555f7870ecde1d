// The switches of the test WordPress: see tests/wordpress/control.php.

/**
 * Sends a request to the switches of a site; gives the JSON of the response.
 *
 * @param {import('@playwright/test').APIRequestContext} client
 * @param {string} site  Address of the WordPress, without a slash at its end.
 * @param {string} query  What follows `?tadwina-test`, such as `=reset&moderation=1`.
 * @param {Record<string, unknown>} [form]  Fields of a form, for a POST request.
 */
export async function controlSite(client, site, query, form) {
  const url = `${site}/?tadwina-test${query}`;
  const response = form ? await client.post(url, { form }) : await client.get(url);
  if (!response.ok()) throw new Error(`${url} is no WordPress that tests/wordpress started`);
  return response.json();
}
