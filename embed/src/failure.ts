// What an empty element says when its bundle could not be loaded. Not Rust: there is no WASM then.

const MESSAGES: Record<string, string> = {
  ar: 'تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.',
  fr: 'Le chargement a échoué. Vérifiez la connexion, puis rechargez la page.',
  en: 'This could not be loaded. Please check the connection and reload the page.',
};

/** The message in `language`, or in Arabic. */
export function failureMessage(language: string): HTMLElement {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.dataset.error = 'not-started';
  message.textContent = MESSAGES[language.slice(0, 2).toLowerCase()] ?? MESSAGES.ar ?? '';
  message.dir = 'auto';
  return message;
}
