// What an empty element says when its bundle could not be loaded. Not Rust: there is no WASM then.

import { type Messages, NOT_LOADED } from './generated/messages.js';

/** The texts of the nearest language: of the page's own where it has one, of the first where the page names none. */
function nearest(language: string): { tag: string; dir: string; text: string } {
  const [first] = Object.keys(NOT_LOADED);
  const tag = language.toLowerCase().split(/[-_]/)[0] || first;
  const known = Object.entries(NOT_LOADED).find(([each]) => each === tag);
  return known ? { tag: known[0], ...known[1] } : { tag: 'en', ...NOT_LOADED.en };
}

/** The page's own message, where `messages` is the JSON that it has set. */
function ownText(messages: string): string | undefined {
  try {
    return (JSON.parse(messages || '{}') as Messages).part_not_loaded;
  } catch {
    // The console has the reason for the message already, which is not this.
    return undefined;
  }
}

/** The message in `language`, or that of the page's own `messages`. */
export function failureMessage(language: string, messages: string): HTMLElement {
  const { tag, dir, text } = nearest(language);
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.dataset.error = 'not-started';
  message.textContent = ownText(messages) ?? text;
  message.lang = tag;
  message.dir = dir;
  return message;
}
