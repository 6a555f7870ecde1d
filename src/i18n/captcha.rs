//! What the comment form says of its captcha.

use super::{I18n, template::fill};
use crate::model::{CaptchaFailure, CaptchaProvider, CaptchaState};

impl I18n {
    /// What a reader has to know of the captcha of `provider`; `is_awaited` where a comment waits for its answer. The
    /// company's name stands between U+2068 and U+2069, as the reason of a site does.
    pub fn captcha(self, provider: CaptchaProvider, state: &CaptchaState, is_awaited: bool) -> String {
        let messages = &self.messages().captcha;
        let message = match state {
            CaptchaState::Failed(CaptchaFailure::NotLoaded) => messages.not_loaded,
            CaptchaState::Failed(CaptchaFailure::Refused) => messages.refused,
            CaptchaState::Failed(CaptchaFailure::Expired) => messages.expired,
            _ if is_awaited => messages.waiting,
            _ => messages.notice,
        };
        fill(message, &[("provider", &["\u{2068}", provider.name(), "\u{2069}"].concat())])
    }
}
