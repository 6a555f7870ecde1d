//! The captcha above the button of the comment form. Nothing is asked of its company before a reader begins to write, and a
//! comment waits for the answer.

use leptos::{prelude::*, task::spawn_local};

use super::{IntoErased, use_i18n};
use crate::{
    browser::{self, CaptchaWidget, Host},
    i18n::I18n,
    model::{Captcha, CaptchaFailure, CaptchaState},
};

const PLACE: &str = "captcha";

/// The captcha of one form, or that there is none. Copy: hand it down freely.
#[derive(Clone, Copy)]
pub(super) struct FormCaptcha {
    captcha: StoredValue<Option<Captcha>>,
    state: RwSignal<CaptchaState>,
    /// Whether a comment waits for the answer.
    is_awaited: RwSignal<bool>,
    widget: StoredValue<Option<CaptchaWidget>, LocalStorage>,
    host: Host,
    i18n: I18n,
}

impl FormCaptcha {
    /// The captcha of a form that has none yet. `send` runs when the answer comes for which a comment waits.
    pub fn new(
        captcha: StoredValue<Option<Captcha>>,
        state: RwSignal<CaptchaState>,
        is_busy: Memo<bool>,
        send: Callback<()>,
    ) -> Self {
        let is_awaited = RwSignal::new(false);
        let widget = StoredValue::new_local(None::<CaptchaWidget>);
        let form = Self { captcha, state, is_awaited, widget, host: browser::use_host(), i18n: use_i18n() };
        // The widget of another form went with it.
        state.set(CaptchaState::Idle);
        Effect::new(move |_| {
            if is_awaited.get() {
                match &*state.read() {
                    CaptchaState::Solved(_) => {
                        is_awaited.set(false);
                        queue_microtask(move || {
                            send.try_run(());
                        });
                    }
                    CaptchaState::Failed(CaptchaFailure::NotLoaded | CaptchaFailure::Refused) => {
                        is_awaited.set(false);
                    }
                    _ => {}
                }
            }
        });
        // An answer counts once.
        Effect::new(move |_| {
            if *state.read() == CaptchaState::Used && !is_busy.get() {
                form.ask_again();
            }
        });
        form
    }

    /// The reader begins to write: shows the captcha, unless that was tried.
    pub fn begin(self) {
        if *self.state.read_untracked() == CaptchaState::Idle {
            self.load();
        }
    }

    fn load(self) {
        let Some(captcha) = self.captcha.get_value() else { return };
        let Self { state, widget, host, i18n, .. } = self;
        state.set(CaptchaState::Loading);
        spawn_local(async move {
            // What it says after the form has gone concerns nobody.
            let changed = move |now| drop(state.try_set(now));
            let shown = host.show_captcha(PLACE, &captcha, i18n.lang(), changed).await;
            let is_loading = state.try_with_untracked(|state| *state == CaptchaState::Loading) == Some(true);
            match shown {
                Ok(shown) => {
                    if is_loading {
                        changed(CaptchaState::Unsolved);
                    }
                    drop(widget.try_set_value(Some(shown)));
                }
                Err(failure) => changed(CaptchaState::Failed(failure)),
            }
        });
    }

    /// Whether a comment that is ready has to wait for the answer. Then it is sent when that comes.
    pub fn holds(self) -> bool {
        if self.captcha.with_value(Option::is_none) || self.state.read_untracked().token().is_some() {
            return false;
        }
        let state = self.state.get_untracked();
        match state {
            CaptchaState::Idle | CaptchaState::Failed(CaptchaFailure::NotLoaded) => self.load(),
            CaptchaState::Failed(CaptchaFailure::Refused) => self.ask_again(),
            _ => {}
        }
        self.is_awaited.set(true);
        true
    }

    /// Asks the company for an answer again.
    fn ask_again(self) {
        let has_widget =
            self.widget.try_with_value(|widget| widget.as_ref().map(CaptchaWidget::reset).is_some());
        let state = if has_widget == Some(true) { CaptchaState::Unsolved } else { CaptchaState::Idle };
        self.state.set(state);
    }
}

/// The place of the captcha, and what a reader has to know of it; nothing where there is none.
#[component]
pub(super) fn CommentCaptcha(captcha: FormCaptcha) -> impl IntoView {
    let FormCaptcha { captcha, state, is_awaited, host, i18n, .. } = captcha;
    captcha
        .get_value()
        .map(|Captcha { provider, .. }| {
            let is_failed = move || matches!(*state.read(), CaptchaState::Failed(_));
            let sentence = move || i18n.captcha(provider, &state.read(), is_awaited.get());
            view! {
                <div class="td-comment-captcha" data-provider=provider.key() data-failed=move || is_failed().to_string()>
                    <div class="td-comment-captcha__place" id=host.id(PLACE)></div>
                    <p class="td-comment-captcha__sentence" role="status">{sentence}</p>
                </div>
            }
        })
        .into_erased()
}
