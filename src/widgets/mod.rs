//! Widgets: what the custom elements mount in somebody else's page. One article, its discussion, the share
//! button. The page decides where they stand and when they go.
//!
//! A widget is made for one [`Target`], whose data it fetches once. Its [`WidgetSettings`] may change at any
//! time: then its views are built again over the same state, so that nothing is fetched again and nothing
//! that was typed is lost.

mod advice;
mod article;
pub mod attributes;
mod comments;
mod settings;
mod share;
mod target;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    api::Client,
    browser::{self, Detail, Host},
    components::{ErasedView, IntoErased},
    config::{Config, Settings},
    error::Error,
    http::Transport,
    state::Query,
};

use advice::{Source, advised};
pub use article::view as article;
pub use comments::view as comments;
use settings::Read;
pub use settings::WidgetSettings;
pub use share::view as share;
pub use target::Target;

/// A function that makes the view of a widget. A bundle names those it needs, so that it has no others.
pub type WidgetView = fn(Client, Target, WidgetSettings) -> ErasedView;

/// The view of a widget, or what is wrong with its settings. `settings` are those at the start;
/// `widget_settings` follows later changes.
pub fn widget(
    view: WidgetView,
    settings: Settings<'_>,
    widget_settings: WidgetSettings,
    transport: Arc<dyn Transport>,
) -> ErasedView {
    match settings::read(settings) {
        // `widget_settings` shows the error, in the same place as an error in later changes.
        Err(_) => widget_settings.show(|| ().into_erased()),
        Ok(Read { config, target, .. }) => {
            view(Client::new(config.api, transport).showing(config.avatars), target, widget_settings)
        }
    }
}

/// The settings of a whole blog within a page. Without a base path its addresses stand behind `#`.
///
/// # Errors
/// [`Error::Setting`] names the first wrong one, which is reported to the page and the console as well.
pub fn blog(host: Host, settings: Settings<'_>) -> Result<Config, Error> {
    let read = Config::read(settings.prefix, settings.attribute);
    let config = read.and_then(|config| settings::check(settings).map(|()| config)).map(|config| {
        let base = if settings.get("base").is_some() { config.base } else { "#".to_owned() };
        Config { base, ..config }
    });
    match &config {
        Ok(config) => host.set_language(config.i18n.lang(), config.i18n.dir()),
        Err(error) => report_error(host, error, None),
    }
    config
}

/// Reports to the page that `query` has failed or, once `is_complete` holds, that the widget is ready. Effects run when
/// what is shown is in the page.
fn report<T>(
    host: Host,
    query: Query<T>,
    is_complete: impl Fn() -> bool + 'static,
    client: &Client,
    target: &Target,
) where
    T: Clone + Send + Sync + 'static,
{
    let (client, target) = (client.clone(), target.clone());
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = match query.result() {
            // It stays ready while it loads more.
            Some(Ok(_)) => was_ready == Some(true) || is_complete(),
            Some(Err(error)) => {
                report_error(host, &error, Some((&client, &target)));
                false
            }
            None => false,
        };
        if is_ready && was_ready != Some(true) {
            host.dispatch("ready", &[]);
        }
        is_ready
    });
}

/// Reports to the page and the console what its reader sees as well.
fn report_error(host: Host, error: &Error, source: Option<Source<'_>>) {
    let message = advised(error, source);
    browser::log_error(&message);
    host.dispatch("error", &[("kind", Detail::Text(error.key())), ("message", Detail::Text(&message))]);
}
