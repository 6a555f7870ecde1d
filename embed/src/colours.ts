// The colours of an element whose page sets none: those of the text and the background around it, as far as they can be
// read together. Not Rust: they are set before the first paint, and change with the page.

import { around } from './shadow.js';

/** Red, green and blue of sRGB, from 0 to 1. */
type Colour = readonly [number, number, number];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [1, 1, 1];

const hex = (code: string): Colour => {
  const part = (at: number) => Number.parseInt(code.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
};

/**
 * The colours that have a meaning of their own, on light ground and on dark: those of style/tokens.css, with which
 * tests/conventions.rs compares them.
 */
const ACCENTS = [hex('#0b5d59'), hex('#74c9bf')] as const;
const DANGERS = [hex('#a4201c'), hex('#ff9f96')] as const;

/** What WCAG asks of text, and of edges that one must see; a little more, for colours are rounded. */
const TEXT_RATIO = 4.6;
const EDGE_RATIO = 3.1;

/** `share` of `to`, the rest of `from`. */
const mix = (from: Colour, to: Colour, share: number): Colour => {
  const one = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [one(0), one(1), one(2)];
};

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

/** `colour`, as far towards `end` as it must be to be seen on each of the grounds. */
function seen(colour: Colour, end: Colour, ratio: number, grounds: readonly Colour[]): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, end, share);
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return mixed;
  }
  return end;
}

/** The colours of an element, by their names in style/tokens.css. `paper` is behind it, `text` is the page's text. */
export function palette(paper: Colour, text: Colour): Record<string, Colour> {
  const [near, far] = luminance(text) < luminance(paper) ? [BLACK, WHITE] : [WHITE, BLACK];
  // On a middle ground text may have to change sides.
  const [end, opposite] = contrast(near, paper) >= TEXT_RATIO ? [near, far] : [far, near];
  const tint = mix(paper, end, 0.06);
  const shade = contrast(end, tint) > 1.2 * TEXT_RATIO ? tint : mix(paper, opposite, 0.1);
  const on = [paper, shade];
  const dark = end === WHITE ? 1 : 0;
  const ink = seen(text, end, TEXT_RATIO, on);
  return {
    paper,
    shade,
    ink,
    faint: seen(mix(paper, ink, 0.65), ink, TEXT_RATIO, on),
    line: mix(paper, ink, 0.2),
    edge: seen(mix(paper, ink, 0.45), ink, EDGE_RATIO, on),
    accent: seen(ACCENTS[dark], end, TEXT_RATIO, on),
    'on-accent': paper,
    danger: seen(DANGERS[dark], end, TEXT_RATIO, on),
  };
}

/** Reads colours in whatever notation: CSS turns them into sRGB. */
class Reader {
  readonly #probe: HTMLElement;

  constructor(container: Element) {
    this.#probe = container.ownerDocument.createElement('span');
    container.append(this.#probe);
  }

  /** The colour and how opaque it is; undefined in browsers that cannot mix colours. */
  read(colour: string): { colour: Colour; alpha: number } | undefined {
    this.#probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
    const [red, green, blue, alpha = 1] = (getComputedStyle(this.#probe).color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(
      (value) => Math.min(Math.max(Number(value), 0), 1),
    );
    return red === undefined || green === undefined || blue === undefined
      ? undefined
      : { colour: [red, green, blue], alpha };
  }

  /** What a page has behind everything: the browser's own ground. */
  canvas(document: Document): Colour | undefined {
    this.#probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
    return this.read('Canvas')?.colour;
  }

  end(): void {
    this.#probe.remove();
  }
}

/** The colour behind `host`; undefined where that is a picture. */
function groundOf(host: Element, reader: Reader): Colour | undefined {
  const layers = [];
  for (let each: Element | null | undefined = host; each; each = around(each)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(each);
    const layer = reader.read(backgroundColor);
    if (layer) layers.push(layer);
    if (layer?.alpha === 1) break;
    if (backgroundImage !== 'none') return undefined;
  }
  const canvas = reader.canvas(host.ownerDocument);
  return canvas && layers.reduceRight((below, { colour, alpha }) => mix(below, colour, alpha), canvas);
}

/** Gives `container` the colours of what is around `host`: see embed.css. */
function takeColours(host: Element, container: HTMLElement): void {
  const reader = new Reader(container);
  const ground = groundOf(host, reader);
  const text = reader.read(getComputedStyle(host).color);
  reader.end();
  if (!text) return;
  const paper = ground ?? (luminance(text.colour) < 0.18 ? WHITE : BLACK);
  const colours = palette(paper, mix(paper, text.colour, text.alpha));
  for (const [name, colour] of Object.entries(colours)) {
    container.style.setProperty(
      `--td-around-${name}`,
      `rgb(${colour.map((value) => Math.round(255 * value)).join(' ')})`,
    );
  }
  const isDark = luminance(colours.ink ?? BLACK) > luminance(paper);
  container.style.setProperty('--td-around-scheme', isDark ? 'dark' : 'light');
}

/** Keeps the colours of `container`, which stands in `host`, those of what is around, until `signal` aborts. */
export function followColours(host: Element, container: HTMLElement, signal: AbortSignal): void {
  takeColours(host, container);
  // Text that changes its colour, for whatever reason, ends the transition of the first slot or of the host: see embed.css
  // and starter.css. What the page moves by transitions of its own has its last colour only then.
  const check = ({ target }: Event) => {
    // Not `instanceof`: in a frame the elements are of other classes.
    const changed = target as Element;
    if (changed.contains(host) || changed === host.shadowRoot?.firstElementChild) takeColours(host, container);
  };
  for (const tree of [host.ownerDocument, host.shadowRoot]) tree?.addEventListener('transitionend', check, { signal });
}
