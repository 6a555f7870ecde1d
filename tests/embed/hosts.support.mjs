// Ten host pages in other people's colours. None of them says `color-scheme` where its real owners would not.

const plain = (background, color, more = '') =>
  `html { background: ${background} } body { background: ${background}; color: ${color}; ${more} }`;

/** The styles of each host, by its name. `colorScheme` is what the reader prefers; light unless said. */
export const HOSTS = {
  white: { css: '' },
  bootstrap: { css: 'body { background: #212529; color: #dee2e6; font-family: system-ui, sans-serif }' },
  sepia: { css: plain('#f4ecd8', '#5b4636', 'font-family: Georgia, serif') },
  'solarized-light': { css: plain('#fdf6e3', '#657b83') },
  'solarized-dark': { css: plain('#002b36', '#839496') },
  dracula: { css: plain('oklch(28.8% 0.022 277.5)', 'oklch(97.7% 0.008 106.5)') },
  'high-contrast': { css: plain('#000', '#ff0', 'font-weight: 700') },
  pastel: { css: 'body { background: #fff0f6 } main { background: rgb(222 226 255 / 60%); color: #343a40 }' },
  grey: { css: plain('#808080', '#fff') },
  'dark-scheme': { css: ':root { color-scheme: dark }', colorScheme: 'light' },
  'light-page': { css: ':root { color-scheme: light } body { color: #222 }', colorScheme: 'dark' },
};

/** A page of that host around `element`. */
export const around = (name, element, heading = 'صفحة المضيف') => [
  `<main>${heading && `<h1>${heading}</h1>`}${element}</main>`,
  { head: `<style>body { margin: 0 } main { padding: 20px } h1 { color: inherit } ${HOSTS[name].css}</style>` },
];
