// Converts translations of the WordPress plugin from gettext's text files to the two formats that WordPress reads.

import gettext from 'gettext-parser';

/** The entries of a .po file without its header: `[context + U+0004 + text, translation]`, as in both formats. */
export function entries(po) {
  const { translations } = gettext.po.parse(po);
  return Object.entries(translations).flatMap(([context, messages]) =>
    Object.values(messages)
      .filter(({ msgid }) => msgid !== '')
      .map(({ msgid, msgstr: [translation] }) => [context ? `${context}\u0004${msgid}` : msgid, translation]),
  );
}

/** The binary format, for PHP. */
export function mo(po) {
  return gettext.mo.compile(gettext.po.parse(po));
}

/** The JSON format, for scripts. */
export function json(po, locale) {
  const messages = Object.fromEntries(entries(po).map(([text, translation]) => [text, [translation]]));
  return JSON.stringify({
    domain: 'messages',
    locale_data: { messages: { '': { domain: 'messages', lang: locale }, ...messages } },
  });
}
