// The comment box in what the keyboard of a phone leaves of the window.

import { article } from './support/content.mjs';
import { commentBox, discussed, visit } from './support/page.mjs';
import { expect, test } from './support/test.mjs';

const basic = article('basic');

test.use({ viewport: { width: 390, height: 420 } });

for (const [where, keys] of [
  ['start', ['Control+Home', 'x']],
  ['middle', ['Control+Home', ...Array(12).fill('ArrowDown'), 'x']],
  ['end', ['Control+End', 'x']],
]) {
  test(`the count and the caret are in sight with the caret at the ${where} of a long text`, async ({ page }) => {
    await visit(page, basic.path);
    await discussed(page);
    const box = commentBox(page);
    await box.text.fill('سطر من نص طويل\n'.repeat(30).trimEnd());
    // Wherever the page was scrolled: here the box is just coming into sight.
    await box.text.evaluate((text) => scrollBy(0, text.getBoundingClientRect().top - innerHeight + 60));
    for (const key of keys) await box.text.press(key);
    // But for a fraction of a pixel.
    await expect(box.count).toBeInViewport({ ratio: 0.97 });
    // The whole box is, so its caret is.
    await expect(box.text).toBeInViewport({ ratio: 0.97 });
  });
}
