// A discussion in an engine: replies with their drafts, marks with their preview, what others write meanwhile, and a
// comment that waits for a connection.

import assert from 'node:assert/strict';

import { eventually, inside } from './element.mjs';

const BOX = 'form.td-comment-box';
const TEXT = '.td-comment-box__text';
const SEND = `${BOX} button[type="submit"]`;
const REPLY = '.td-comment-list__reply';
const CANCEL = '.td-comment-box__cancel';

const discussion = (driver) => inside(driver, 'tadwina-comments');

/** Fills in the form, and sends it where it is. */
async function send(widget, text) {
  await widget.type(TEXT, text);
  for (const [name, value] of [
    ['author', 'قارئة'],
    ['email', 'reader@example.org'],
  ]) {
    const field = `input[name="${name}"]`;
    if ((await widget.value(field)) === '') await widget.type(field, value);
  }
  await widget.press(SEND);
}

/** The numbers of levels of the items with this text. */
const depths = (widget, text) =>
  widget.evaluate(
    (root, sought) =>
      [...root.querySelectorAll('.td-comment-list__item')]
        .filter((item) => item.textContent.includes(sought))
        .map((item) => Number(item.dataset.depth)),
    text,
  );

/** A reply is a draft of its own, is sent from below its comment, and stands there. */
async function reply(driver, name) {
  const widget = discussion(driver);
  const text = `رد من ${name}`;
  await widget.press(REPLY);
  await widget.type(TEXT, text);
  await widget.press(CANCEL);
  await eventually(async () => assert.equal(await widget.value(TEXT), ''));
  const focused = await widget.evaluate((root) => root.activeElement?.className);
  assert.match(focused, /td-comment-list__reply/, 'the focus is back');
  await widget.press(REPLY);
  await eventually(async () => assert.equal(await widget.value(TEXT), text));
  await send(widget, '.');
  await eventually(async () => assert.deepEqual(await depths(widget, `${text}.`), [1]));
  await widget.shows(`.td-discussion__box ${BOX}`);
}

/** The button of emphasis marks the selection, and the preview shows it. */
async function marks(driver) {
  const widget = discussion(driver);
  await widget.type(TEXT, 'كلمة');
  await widget.evaluate((root, text) => root.querySelector(text).select(), TEXT);
  await widget.press('.td-format-toolbar button');
  await eventually(async () => assert.equal(await widget.value(TEXT), '*كلمة*'));
  await widget.press('.td-format-toolbar__preview');
  assert.equal(await widget.text('.td-comment-preview em'), 'كلمة');
  // No draft for the next test.
  await widget.evaluate((root, text) => {
    const field = root.querySelector(text);
    field.value = '';
    field.dispatchEvent(new Event('input'));
  }, TEXT);
}

/** What others write is counted once a minute, and shown when the reader wants it. */
async function arrivals(driver, name, { api, post }) {
  const widget = discussion(driver);
  await widget.shows('.td-comment');
  const text = `من قارئ آخر، في ${name}`;
  const body = new URLSearchParams({ post, author_name: 'آخر', author_email: 'other@example.org', content: text });
  assert.equal((await fetch(`${api}/wp-json/wp/v2/comments`, { method: 'POST', body })).status, 201);
  // A minute later the reader comes back to the page. By a script of the page: Firefox gives that of a driver a clock of
  // its own.
  await driver.executeScript(`
    const script = document.createElement('script');
    script.textContent = 'const { now } = Date; Date.now = () => now() + 60_000;';
    document.head.append(script);
    document.dispatchEvent(new Event('visibilitychange'));`);
  assert.equal(await widget.text('.td-discussion__new'), 'تعليق جديد');
  await widget.press('.td-discussion__new');
  await eventually(async () => assert.deepEqual(await depths(widget, text), [0]));
  const focused = await widget.evaluate((root) => root.activeElement?.textContent);
  assert.ok(focused.includes(text), 'the focus is on it');
}

/** What is sent offline waits, and is sent by one press. */
async function offline(driver, name) {
  const widget = discussion(driver);
  const say = (isOnline) =>
    driver.executeScript(
      `Object.defineProperty(navigator, 'onLine', { value: arguments[0], configurable: true });
       dispatchEvent(new Event(arguments[0] ? 'online' : 'offline'));`,
      isOnline,
    );
  await widget.shows(SEND);
  await say(false);
  const text = `من الطريق، في ${name}`;
  await send(widget, text);
  assert.match(await widget.text('[data-waiting]'), /لا يوجد اتصال/);
  assert.equal(await widget.value(TEXT), text);
  await say(true);
  await eventually(async () => assert.match(await widget.text('[data-waiting]'), /عاد الاتصال/));
  assert.deepEqual(await depths(widget, text), []);
  await widget.press(SEND);
  await eventually(async () => assert.deepEqual(await depths(widget, text), [0]));
}

/** An address that changes leads to a comment that was not loaded. */
async function address(driver, _, { last }) {
  const widget = discussion(driver);
  await widget.shows('.td-comment');
  assert.equal(await widget.count(`#comment-${last}`), 0);
  await driver.executeScript('location.hash = arguments[0]', `comment-${last}`);
  await eventually(async () =>
    assert.equal(await widget.evaluate((root) => root.activeElement?.id), `comment-${last}`),
  );
}

/** What is done, on which page of the smoke test, by what. */
export const DISCUSSION = [
  ['a reply is a draft of its own, and stands below its comment', '/replies/', reply],
  ['a text is marked and previewed', '/replies/', marks],
  ['comments that others write are offered', '/replies/', arrivals],
  ['a comment that is sent offline waits', '/replies/', offline],
  ['an address leads to a comment that was not loaded', '/comments/', address],
];
