// What can be set, all of it from the generated table. Not Rust: some settings decide whether and when a bundle is loaded.

import { ATTRIBUTES, type KINDS } from './generated/attributes.js';
import type { Messages } from './generated/messages.js';
import { languageAround } from './language.js';

/** The kind of an element: its tag without `tadwina-`. */
export type Kind = (typeof KINDS)[number];

type Table = typeof ATTRIBUTES;

/** The name of an attribute. */
export type Name = Table[keyof Table]['name'];

/** What a page may write, by property. */
type Values = {
  -readonly [P in keyof Table]: Table[P] extends { values: readonly (infer Value)[] }
    ? Value
    : Table[P] extends { isNumber: true }
      ? number | string
      : Table[P] extends { isMessages: true }
        ? Messages | string
        : string;
};

type PropertyOf<K extends Kind> = {
  [P in keyof Table]: K extends Table[P]['elements'][number] ? P : never;
}[keyof Table];

type OptionsOf<K extends Kind> = Optional<Pick<Values, PropertyOf<K>>>;

/** Null and undefined mean the default. */
type Optional<T> = { [P in keyof T]?: T[P] | null | undefined };

/** The attributes of the elements of kind `K`, by their names in HTML. */
export type AttributesOf<K extends Kind> = { [P in PropertyOf<K> as Table[P]['name']]?: Values[P] };

export interface ArticleOptions extends OptionsOf<'article'> {}
export interface CommentsOptions extends OptionsOf<'comments'> {}
export interface ShareOptions extends OptionsOf<'share'> {}
export interface BlogOptions extends OptionsOf<'blog'> {}

/** The options of each kind. */
export interface Options {
  article: ArticleOptions;
  comments: CommentsOptions;
  share: ShareOptions;
  blog: BlogOptions;
}

/** The attributes by the properties that reflect them. */
export const NAMES: ReadonlyMap<string, Name> = new Map(
  Object.entries(ATTRIBUTES).map(([property, { name }]) => [property, name]),
);

const RECREATING: ReadonlySet<string> = new Set(
  Object.values(ATTRIBUTES).flatMap((attribute) => ('recreates' in attribute ? [attribute.name] : [])),
);

/** Whether one of these changes needs another widget. */
export const isRecreating = (changed: ReadonlySet<Name>): boolean => [...changed].some((name) => RECREATING.has(name));

/** A setting as HTML writes it. */
export const written = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** A language tag, or none. */
const TAG = /^(?:[a-z0-9]{1,8}(?:[-_][a-z0-9]{1,8})*)?$/i;

/** The tag of a language that nobody knows. */
const UNDETERMINED = 'und';

/** The settings of one widget. */
export class Settings {
  readonly #host: Element;
  readonly #read: (name: Name) => unknown;

  /** `read` gives a setting as it is written; null or undefined where it is not. */
  constructor(host: Element, read: (name: Name) => unknown) {
    this.#host = host;
    this.#read = read;
  }

  #written(name: Name): string {
    return written(this.#read(name) ?? '');
  }

  /** A setting without the space around it; empty for the default. */
  get(name: Name): string {
    return this.#written(name).trim();
  }

  /** The language that is set, or else that of the page. */
  get language(): string {
    return this.get('locale') || languageAround(this.#host);
  }

  /** Names and values in turn, as the WASM takes them. */
  get pairs(): string[] {
    return [...NAMES.values()].flatMap((name) => [name, name === 'locale' ? this.#locale : this.#written(name)]);
  }

  /** What the page writes into `lang` may be no tag at all; only a setting of that kind is wrong. */
  get #locale(): string {
    return this.get('locale') || (TAG.test(this.language) ? this.language : UNDETERMINED);
  }
}
