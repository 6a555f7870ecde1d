// What the declarations accept and refuse, without a framework. The tests compile this file and never run it.

import {
  type define,
  type Kind,
  type Mounted,
  mount,
  type Options,
  TadwinaArticle,
  type TadwinaBlog,
  type TadwinaComments,
  type TadwinaErrorKind,
  type TadwinaEventMap,
  type TadwinaShare,
} from 'tadwina';
import 'tadwina/define';
import 'tadwina/tadwina.js';
import manifest from 'tadwina/package.json' with { type: 'json' };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

const name: string = manifest.name;
same<Kind, 'article' | 'comments' | 'share' | 'blog'>(true);
same<ReturnType<typeof define>, void>(true);

// --- Elements ---------------------------------------------------------------------------------

same<HTMLElementTagNameMap['tadwina-article'], TadwinaArticle>(true);
same<HTMLElementTagNameMap['tadwina-comments'], TadwinaComments>(true);
same<HTMLElementTagNameMap['tadwina-share'], TadwinaShare>(true);
same<HTMLElementTagNameMap['tadwina-blog'], TadwinaBlog>(true);

const article: HTMLElement = new TadwinaArticle();
const comments = document.createElement('tadwina-comments');
comments.api = 'https://blog.example/wp-json/';
comments.post = 7;
comments.post = '7';
comments.post = null;
comments.commentLimit = 500;
comments.theme = 'dark';
comments.theme = undefined;
const post: string | null = comments.post;
// @ts-expect-error a property returns text or null, whatever was set
const number: number = comments.post;
// @ts-expect-error there is no such theme
comments.theme = 'sepia';
// @ts-expect-error only an article can leave out its discussion
comments.discussion = 'none';
// @ts-expect-error only a blog has a base
comments.base = '/blog';
// @ts-expect-error a blog is no single article
document.createElement('tadwina-blog').slug = 'bread';
// @ts-expect-error a share button has no comment box
document.createElement('tadwina-share').commentLimit = 5;

// --- Events -----------------------------------------------------------------------------------

comments.addEventListener('tadwina-comment-sent', (event) => {
  same<typeof event.detail, { post: number; comment: number | null; status: 'approved' | 'held' }>(true);
  // @ts-expect-error the number may be missing
  const id: number = event.detail.comment;
  // @ts-expect-error no such status
  return event.detail.status === 'spam' || id;
});
comments.addEventListener('tadwina-comment-submit', ({ detail: { post, name, email, text } }) => {
  same<typeof post, number>(true);
  return [name, email, text].map((each: string) => each);
});
comments.addEventListener('tadwina-error', ({ detail }) => {
  same<typeof detail.kind, TadwinaErrorKind>(true);
  // @ts-expect-error no such kind
  return detail.kind === 'unknown' || detail.message;
});
document.addEventListener('tadwina-navigate', (event) => event.detail.url.startsWith('/') && event.preventDefault());
window.addEventListener('tadwina-share', ({ detail: { title, url } }) => navigator.share({ title, url }));
document.querySelector('#discussion')?.addEventListener('tadwina-ready', (event) => {
  same<typeof event, TadwinaEventMap['tadwina-ready']>(true);
  // @ts-expect-error the detail is empty
  const nothing: string = event.detail.post;
  return nothing;
});

// --- mount ------------------------------------------------------------------------------------

const target = document.body;
const mounted: Promise<Mounted<'comments'>> = mount(target, 'comments', { post: 7, commentLimit: 500 });
const discussion = await mounted;
discussion.update({ locale: 'fr', theme: null });
same<ReturnType<typeof discussion.unmount>, void>(true);
await mount(target, 'blog');
await mount(target, 'article', { slug: 'bread', discussion: 'none', loading: 'eager' });
// @ts-expect-error no such kind
await mount(target, 'page');
// @ts-expect-error options are in camel case
await mount(target, 'comments', { 'comment-limit': 500 });
// @ts-expect-error a blog is no single article
await mount(target, 'blog', { slug: 'bread' });
// @ts-expect-error a discussion has no such option
discussion.update({ base: '/blog' });
// @ts-expect-error the element must exist
await mount(document.querySelector('#discussion'), 'comments');

const generic = async <K extends Kind>(kind: K, options: Options[K]): Promise<Mounted<K>> =>
  mount(target, kind, options);

export { article, generic, name, number, post };
