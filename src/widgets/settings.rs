//! How a widget is shown: language, digits, limits. The settings may change while the widget is in the page.

use leptos::prelude::*;

use super::{
    Target,
    attributes::{ATTRIBUTES, Attribute},
};
use crate::{
    browser::use_host,
    components::{ErasedView, IntoErased, PartError, provide_reader},
    config::{Config, Settings},
    error::Error,
    i18n::{I18n, Locale},
    model::DiscussionOptions,
};

/// The settings of a widget as signals, or the first error in them. Copy: hand them down freely.
#[derive(Clone, Copy)]
pub struct WidgetSettings {
    i18n: RwSignal<I18n>,
    /// The setting that is wrong.
    error: RwSignal<Option<Error>>,
    /// The most graphemes of a comment.
    pub limit: RwSignal<usize>,
    /// What the page wants of the discussion.
    pub discussion: RwSignal<DiscussionOptions>,
    /// Whether an article shows its discussion.
    pub has_discussion: RwSignal<bool>,
    /// The base path of links.
    base: RwSignal<String>,
}

impl WidgetSettings {
    /// Reads `settings`.
    pub fn new(settings: Settings<'_>) -> Self {
        let widget_settings = Self {
            i18n: RwSignal::default(),
            error: RwSignal::default(),
            limit: RwSignal::new(1),
            discussion: RwSignal::default(),
            has_discussion: RwSignal::new(true),
            base: RwSignal::default(),
        };
        widget_settings.update(settings);
        let Self { i18n, error, .. } = widget_settings;
        let host = use_host();
        Effect::new(move |_| {
            let i18n = i18n.get();
            host.set_language(i18n.lang(), i18n.dir());
        });
        Effect::new(move |_| {
            if let Some(error) = error.get() {
                super::report_error(host, &error, None);
            }
        });
        widget_settings
    }

    /// Whether the settings were valid, so that the widget is there and can change.
    pub fn are_valid(self) -> bool {
        self.error.read_untracked().is_none()
    }

    /// Reads changed settings.
    pub fn update(self, settings: Settings<'_>) {
        match read(settings) {
            Ok(Read { config, has_discussion, .. }) => {
                set_if_changed(self.base, config.api.home());
                set_if_changed(self.limit, config.comment_limit);
                set_if_changed(self.discussion, config.discussion);
                set_if_changed(self.has_discussion, has_discussion);
                set_if_changed(self.i18n, config.i18n);
                set_if_changed(self.error, None);
            }
            Err(error) => {
                // The error is told in the reader's language, where that setting is right.
                if settings.parsed::<Locale>("locale").is_ok() {
                    set_if_changed(self.i18n, settings.language());
                }
                set_if_changed(self.error, Some(error));
            }
        }
    }

    /// Shows what `view` returns, or the error in the settings. Calls `view` again when the language changes;
    /// what is typed and what was fetched is in signals outside it, so it stays.
    pub fn show(self, view: impl Fn() -> ErasedView + Send + 'static) -> ErasedView {
        let content = move || match self.error.get() {
            None => {
                provide_reader(self.i18n.get(), &self.base.read_untracked());
                view()
            }
            Some(error) => {
                provide_reader(self.i18n.get(), "");
                view! { <PartError error/> }.into_erased()
            }
        };
        view! { <div class="td-page">{content}</div> }.into_erased()
    }
}

/// All settings of a widget.
pub(super) struct Read {
    pub config: Config,
    pub target: Target,
    /// Whether an article shows its discussion.
    pub has_discussion: bool,
}

/// Reads `settings`. Checks those that only the custom element uses as well, so that an error in them is named.
pub(super) fn read(settings: Settings<'_>) -> Result<Read, Error> {
    let config = Config::read(settings.prefix, settings.attribute)?;
    let target = Target::read(settings)?;
    check(settings)?;
    Ok(Read { config, target, has_discussion: settings.get("discussion").is_none() })
}

/// Checks the settings that only the custom element uses.
pub(super) fn check(settings: Settings<'_>) -> Result<(), Error> {
    for Attribute { name, values, .. } in ATTRIBUTES.iter().filter(|attribute| !attribute.values.is_empty()) {
        if let Some(value) = settings.get(name)
            && !values.contains(&value.as_str())
        {
            return Err(settings.wrong(name, &value));
        }
    }
    Ok(())
}

/// Sets a signal only to another value, so that nothing is rendered again without need.
fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
