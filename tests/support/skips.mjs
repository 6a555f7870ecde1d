// A reporter for Playwright. A skipped test counts as failed, unless its reason says what the browser lacks.
//
//   npx playwright test --reporter=list,tests/support/skips.mjs

const EXPECTED = /^this browser has no /;

export default class {
  #unexpected = [];

  // The reporter `list` prints as well.
  printsToStdio() {
    return false;
  }

  onTestEnd(test, { status, annotations }) {
    if (status !== 'skipped' || test.expectedStatus !== 'skipped') return;
    const [why = ''] = annotations
      .filter(({ type }) => type === 'skip' || type === 'fixme')
      .map(({ description }) => description ?? '');
    if (!EXPECTED.test(why))
      this.#unexpected.push(`${test.titlePath().filter(Boolean).join(' › ')}: ${why || 'no reason'}`);
  }

  onEnd() {
    if (this.#unexpected.length === 0) return undefined;
    for (const each of this.#unexpected) console.log(`  skipped: ${each}`);
    console.log(`  ${this.#unexpected.length} skipped without need`);
    return { status: 'failed' };
  }
}
