//! The settings of the page, read from attributes of `<html>`.
//!
//! | attribute | meaning | default |
//! | --- | --- | --- |
//! | `data-api` | root of the REST API, absolute or from the page's origin | `/wp-json/` |
//! | `data-locale` | the reader's language, a BCP 47 tag: `ar`, `ar-MA`, `fr`, `en` … | `ar` |
//! | `data-digits` | `auto` (the locale's custom), `latn` or `arab` | `auto` |
//! | `data-comment-limit` | most letters of a comment | `1000` |
//! | `data-base` | the path below which the application lives, such as `/blog` | none |

use crate::{
    api::ApiRoot,
    error::Error,
    i18n::{Digits, I18n, Locale},
    model::limits::DEFAULT_COMMENT_LIMIT,
};

/// The settings of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Whom to ask.
    pub api: ApiRoot,
    /// How to speak to the reader.
    pub i18n: I18n,
    /// Most letters of a comment, in extended grapheme clusters; at least 1.
    pub comment_limit: usize,
    /// The path below which the application lives: empty, or with a slash before it and none behind.
    pub base: String,
}

impl Config {
    /// Reads the settings through `attribute`: a page's element, or a map in a test. An absent or blank
    /// setting means its default.
    ///
    /// # Errors
    /// [`Error::Setting`] names the first wrong one.
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        let setting = |name: &str| {
            attribute(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let locale: Locale = parsed(&setting, "data-locale")?.unwrap_or_default();
        let digits: Option<Digits> = match setting("data-digits").as_deref() {
            None | Some("auto") => None,
            Some(_) => parsed(&setting, "data-digits")?,
        };
        Ok(Self {
            api: parsed(&setting, "data-api")?.unwrap_or_default(),
            i18n: I18n::new(locale, digits),
            comment_limit: match parsed(&setting, "data-comment-limit")? {
                Some(0) => return Err(wrong("data-comment-limit", "0")),
                limit => limit.unwrap_or(DEFAULT_COMMENT_LIMIT),
            },
            base: base(&setting.clone()("data-base").unwrap_or_default())?,
        })
    }
}

fn parsed<T: std::str::FromStr>(
    setting: &impl Fn(&str) -> Option<String>,
    name: &str,
) -> Result<Option<T>, Error> {
    let Some(value) = setting(name) else { return Ok(None) };
    value.parse().map(Some).map_err(|_| wrong(name, &value))
}

fn base(path: &str) -> Result<String, Error> {
    let path = path.trim_end_matches('/');
    let is_path = path.is_empty() || path.starts_with('/') && !path.contains(['?', '#', ':']);
    if is_path { Ok(path.to_owned()) } else { Err(wrong("data-base", path)) }
}

fn wrong(name: &str, value: &str) -> Error {
    Error::Setting { name: name.to_owned(), value: value.to_owned() }
}
