//! A captcha of another company in the comment form, where the owner of a page wants one. The company gives a token to
//! whom it takes for a person; the site asks the company whether the token is good.

use std::str::FromStr;

/// Whose captcha it is, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captcha {
    /// The company.
    pub provider: CaptchaProvider,
    /// The public key by which the company knows the site.
    pub site_key: String,
}

/// A company whose captcha tadwina can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptchaProvider {
    /// Cloudflare Turnstile.
    Turnstile,
    /// hCaptcha.
    HCaptcha,
}

impl CaptchaProvider {
    const ALL: [Self; 2] = [Self::Turnstile, Self::HCaptcha];

    /// As the setting names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Turnstile => "turnstile",
            Self::HCaptcha => "hcaptcha",
        }
    }

    /// As readers know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Turnstile => "Cloudflare Turnstile",
            Self::HCaptcha => "hCaptcha",
        }
    }

    /// The field in which the company's own forms send the token, and in which plugins look for it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Turnstile => "cf-turnstile-response",
            Self::HCaptcha => "h-captcha-response",
        }
    }
}

/// A value of the setting that names no company, or no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a captcha is a company and a site key, such as turnstile:0x4AAA")]
pub struct UnknownCaptcha;

impl FromStr for Captcha {
    type Err = UnknownCaptcha;

    fn from_str(written: &str) -> Result<Self, UnknownCaptcha> {
        let (name, site_key) = written.split_once(':').ok_or(UnknownCaptcha)?;
        let provider = CaptchaProvider::ALL.into_iter().find(|provider| provider.key() == name);
        let is_key = !site_key.is_empty()
            && site_key.chars().all(|each| each.is_ascii_alphanumeric() || matches!(each, '-' | '_'));
        let provider = provider.filter(|_| is_key).ok_or(UnknownCaptcha)?;
        Ok(Self { provider, site_key: site_key.to_owned() })
    }
}

/// The answer to a captcha. It counts once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptchaToken {
    /// Who gave it.
    pub provider: CaptchaProvider,
    /// What the company said.
    pub token: String,
}

/// How far a captcha is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CaptchaState {
    /// Nothing was asked of the company yet.
    #[default]
    Idle,
    /// Its script is on its way.
    Loading,
    /// It is shown and has no answer.
    Unsolved,
    /// It has an answer, which was not sent yet.
    Solved(CaptchaToken),
    /// Its answer was sent.
    Used,
    /// There is no answer, for this reason.
    Failed(CaptchaFailure),
}

impl CaptchaState {
    /// The answer that can be sent.
    pub const fn token(&self) -> Option<&CaptchaToken> {
        match self {
            Self::Solved(token) => Some(token),
            _ => None,
        }
    }
}

/// Why a captcha has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptchaFailure {
    /// Its script did not come: no connection, a blocker, or the page's Content-Security-Policy.
    NotLoaded,
    /// The answer is too old, or none was given in time.
    Expired,
    /// The company gave none.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_captcha_is_a_company_and_a_site_key() {
        for (written, provider, site_key) in [
            ("turnstile:0x4AAAAAAA_b-c", CaptchaProvider::Turnstile, "0x4AAAAAAA_b-c"),
            (
                "hcaptcha:10000000-ffff-ffff-ffff-000000000001",
                CaptchaProvider::HCaptcha,
                "10000000-ffff-ffff-ffff-000000000001",
            ),
        ] {
            assert_eq!(written.parse(), Ok(Captcha { provider, site_key: site_key.to_owned() }));
        }
    }

    #[test]
    fn anything_else_is_no_captcha() {
        for written in [
            "",
            "turnstile",
            "turnstile:",
            "recaptcha:6Lc",
            "Turnstile:0x4",
            "turnstile:a b",
            "turnstile:\"><b>",
        ] {
            assert_eq!(written.parse::<Captcha>(), Err(UnknownCaptcha), "{written}");
        }
    }
}
