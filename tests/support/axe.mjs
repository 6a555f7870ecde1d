// Accessibility problems that axe finds, at several widths of the window.

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Expects that axe finds nothing at any of the widths, and that the page does not scroll sideways.
 *
 * `disabledRules` are rules of axe that cannot hold here. Without tadwina's styles (`isStyled: false`) the page may
 * scroll sideways.
 */
export async function expectAccessible(page, widths, { disabledRules = [], isStyled = true } = {}) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).disableRules(disabledRules).analyze();
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
    );
    expect(found, `${width} px`).toEqual([]);
    if (!isStyled) continue;
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess, `${width} px: how far the page scrolls sideways`).toBeLessThanOrEqual(0);
  }
}
