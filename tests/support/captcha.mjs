// Stand-ins for the scripts of the companies whose captchas the comment form can show. They answer at the companies' own
// addresses, so that no test asks the internet, and do what the test says.

/** The companies: their addresses, the field of the token, and what the script calls itself. */
export const PROVIDERS = {
  turnstile: {
    setting: 'turnstile:0x4AAAAAAA_test',
    siteKey: '0x4AAAAAAA_test',
    requests: /^https:\/\/challenges\.cloudflare\.com\//,
    field: 'cf-turnstile-response',
    name: 'Cloudflare Turnstile',
  },
  hcaptcha: {
    setting: 'hcaptcha:10000000-ffff-ffff-ffff-000000000001',
    siteKey: '10000000-ffff-ffff-ffff-000000000001',
    requests: /^https:\/\/js\.hcaptcha\.com\//,
    field: 'h-captcha-response',
    name: 'hCaptcha',
  },
};

/** Runs in the page as the company's script: notes what the form asks of it, and draws a box of the widget's size. */
function standIn(name) {
  const all = [];
  globalThis.captchas = all;
  globalThis[name] = {
    render(container, options) {
      if (!(container instanceof HTMLElement) || !container.isConnected) throw new TypeError('no container');
      const compact = options.size === 'compact';
      const drawn = document.createElement('div');
      drawn.id = 'captcha-widget';
      Object.assign(drawn.style, { width: compact ? '150px' : '300px', height: compact ? '140px' : '65px' });
      container.append(drawn);
      all.push({ options, resets: 0, isRemoved: false, drawn });
      return `widget-${all.length}`;
    },
    reset(id) {
      all[Number(id.split('-')[1]) - 1].resets += 1;
    },
    remove(id) {
      const widget = all[Number(id.split('-')[1]) - 1];
      widget.isRemoved = true;
      widget.drawn.remove();
    },
  };
}

/** Answers the company's script in a page. Returns its requests. `times` says how often it fails before. */
export async function serveCaptcha(page, key, { failures = 0 } = {}) {
  const requests = [];
  let left = failures;
  await page.route(PROVIDERS[key].requests, async (route, request) => {
    requests.push(request.url());
    if (left > 0) {
      left -= 1;
      await route.abort();
      return;
    }
    await route.fulfill({ contentType: 'text/javascript', body: `(${standIn})(${JSON.stringify(key)});` });
  });
  return requests;
}

/** What the form has asked of the company's script: the newest widget. */
export const widget = (page) =>
  page.evaluate(() => {
    const { options, resets, isRemoved } = globalThis.captchas.at(-1);
    const { sitekey, theme, size, language, hl } = options;
    return { sitekey, theme, size, language: language ?? hl, resets, isRemoved };
  });

/** The company calls the form: `callback` with a token, or another of its functions. */
export const call = (page, name, value) =>
  page.evaluate(([listener, argument]) => globalThis.captchas.at(-1).options[listener](argument), [name, value]);

/** The company gives a token. */
export const solve = (page, token) => call(page, 'callback', token);

/** Waits until the widget is drawn. */
export const drawn = (page) => page.waitForFunction(() => globalThis.captchas?.at(-1)?.drawn.isConnected);
