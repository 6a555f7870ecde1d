//! What every component may expect in the context: the reader's language, and the base path of links.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::I18n;

#[derive(Clone)]
struct Base(Arc<str>);

/// Puts the reader's language and the application's base path (`""`, or `/blog`) into the context.
pub fn provide_reader(i18n: I18n, base: &str) {
    provide_context(i18n);
    provide_context(Base(base.into()));
}

/// The reader's language; the default one where none was provided.
pub fn use_i18n() -> I18n {
    use_context().unwrap_or_default()
}

/// The path below which links begin.
pub fn use_base() -> Arc<str> {
    use_context::<Base>().map_or_else(|| "".into(), |base| base.0)
}
