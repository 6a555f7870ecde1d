// What `scripts/package.mjs` puts in place: the names of the WASM files, the scripts that wasm-bindgen writes, the styles.

declare const WASM_SHARE: string;
declare const WASM_COMMENTS: string;
declare const WASM_ARTICLE: string;
declare const WASM_BLOG: string;

declare module 'wasm/*' {
  type Bundle = import('./bundle.js').Bundle;

  const start: Bundle['default'];
  export default start;
  export const mount: Bundle['mount'];
  export const update: Bundle['update'];
  export const unmount: Bundle['unmount'];
  export const goToFragment: Bundle['goToFragment'];
  export const textsShown: Bundle['textsShown'];
}

declare module '*.css' {
  const css: string;
  export default css;
}
