// The package. Importing it does nothing.

export { TadwinaArticle, TadwinaBlog, TadwinaComments, TadwinaShare, define } from './elements.js';
export { mount } from './mount.js';
