//! The settings of the page, read from attributes of `<html>`.
//!
//! | attribute | meaning | default |
//! | --- | --- | --- |
//! | `data-api` | root of the REST API, absolute or from the page's origin; a host alone means its `/wp-json/` | `/wp-json/` |
//! | `data-locale` | the reader's language, a BCP 47 tag: `ar`, `ar-MA`, `fr`, `en` … | `ar` |
//! | `data-messages` | messages of the page's own: a JSON object, docs/embedding.md | none |
//! | `data-digits` | `auto` (the locale's custom), `latn` or `arab` | `auto` |
//! | `data-comment-limit` | the most characters (graphemes) of a comment | `1000` |
//! | `data-avatars` | `site` shows the pictures of commenters that the site names, wherever they are | `none` |
//! | `data-depth` | how many levels a thread of comments has, 1 to 10; with 1 nobody can reply | the site's, or `5` |
//! | `data-order` | `asc` shows the oldest comments first, `desc` the newest | the site's, or `asc` |
//! | `data-captcha` | `turnstile:` or `hcaptcha:` and a site key: the check of the comment form | none |
//! | `data-updates` | `none` looks for no new comments while the page is open | once a minute |
//! | `data-base` | the path below which the application lives, such as `/blog` | none |

mod messages;

use crate::{
    api::ApiRoot,
    error::Error,
    i18n::{Digits, I18n, Locale},
    model::{Avatars, DiscussionOptions, DiscussionSettings, Updates, limits::DEFAULT_COMMENT_LIMIT},
};

/// The settings of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The root of the REST API.
    pub api: ApiRoot,
    /// The language, the digits and the dates of the reader.
    pub i18n: I18n,
    /// The most characters of a comment, counted as extended grapheme clusters; at least 1.
    pub comment_limit: usize,
    /// Whether commenters have their pictures.
    pub avatars: Avatars,
    /// What the page wants of its discussions.
    pub discussion: DiscussionOptions,
    /// The path below which the application lives: empty, or with a slash before it and none behind.
    pub base: String,
}

impl Config {
    /// Reads the settings through `attribute`: a page's element, or a map in a test. `prefix` stands before
    /// their names. An absent or blank setting means its default.
    ///
    /// # Errors
    /// [`Error::Setting`] names the first wrong one.
    pub fn read(prefix: &str, attribute: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        let settings = Settings { prefix, attribute: &attribute };
        let locale: Locale = settings.parsed("locale")?.unwrap_or_default();
        let digits: Option<Digits> = match settings.get("digits").as_deref() {
            None | Some("auto") => None,
            Some(_) => settings.parsed("digits")?,
        };
        Ok(Self {
            api: settings.parsed("api")?.unwrap_or_default(),
            i18n: settings.with_messages(I18n::new(locale, digits))?,
            comment_limit: match settings.parsed("comment-limit")? {
                Some(0) => return Err(settings.wrong("comment-limit", "0")),
                limit => limit.unwrap_or(DEFAULT_COMMENT_LIMIT),
            },
            avatars: settings.parsed("avatars")?.unwrap_or_default(),
            discussion: settings.discussion()?,
            base: settings.get("base").map_or(Ok(String::new()), |base| {
                path(&base).ok_or_else(|| settings.wrong("base", base.trim_end_matches('/')))
            })?,
        })
    }
}

/// Settings by name, each as somebody wrote it.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// What stands before the names where they are written.
    pub prefix: &'a str,
    /// Looks an attribute up.
    pub attribute: &'a dyn Fn(&str) -> Option<String>,
}

impl Settings<'_> {
    /// A setting without the space around it; `None` for an absent or blank one.
    pub fn get(&self, name: &str) -> Option<String> {
        let written = (self.attribute)(&[self.prefix, name].concat())?;
        Some(written.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// A setting that has a type.
    ///
    /// # Errors
    /// [`Error::Setting`] for one that cannot be read.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Error> {
        let Some(value) = self.get(name) else { return Ok(None) };
        value.parse().map(Some).map_err(|_| self.wrong(name, &value))
    }

    /// What the page wants of its discussions.
    fn discussion(&self) -> Result<DiscussionOptions, Error> {
        let depth = self.parsed("depth")?;
        if let Some(depth) = depth.filter(|depth| !(1..=DiscussionSettings::MAX_DEPTH).contains(depth)) {
            return Err(self.wrong("depth", &depth.to_string()));
        }
        let newest_first = match self.get("order").as_deref() {
            None => None,
            Some("asc") => Some(false),
            Some("desc") => Some(true),
            Some(other) => return Err(self.wrong("order", other)),
        };
        let updates = match self.get("updates").as_deref() {
            None => Updates::Minute,
            Some("none") => Updates::None,
            Some(other) => return Err(self.wrong("updates", other)),
        };
        Ok(DiscussionOptions { depth, newest_first, captcha: self.parsed("captcha")?, updates })
    }

    /// The reader's language as far as the settings tell it, for what is wrong with them.
    pub fn language(&self) -> I18n {
        let i18n = I18n::new(self.parsed("locale").ok().flatten().unwrap_or_default(), None);
        self.with_messages(i18n).unwrap_or(i18n)
    }

    /// `i18n` with the messages of the page's own.
    fn with_messages(&self, i18n: I18n) -> Result<I18n, Error> {
        let Some(json) = self.get("messages") else { return Ok(i18n) };
        messages::with_own_messages(i18n, &json).map_err(|_| self.wrong("messages", &json))
    }

    /// That a setting cannot be read.
    pub fn wrong(&self, name: &str, value: &str) -> Error {
        Error::Setting { name: [self.prefix, name].concat(), value: value.to_owned() }
    }
}

fn path(written: &str) -> Option<String> {
    let path = written.trim_end_matches('/');
    let is_path = path.is_empty()
        || path.starts_with('/') && !path.starts_with("//") && !path.contains(['?', '#', ':']);
    is_path.then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of a page with these attributes.
    fn read(attributes: &[(&str, &str)]) -> Result<Config, Error> {
        Config::read("data-", |sought| {
            let found = attributes.iter().find(|(name, _)| *name == sought);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_page_without_settings_has_the_defaults() {
        let config = read(&[]).unwrap();
        assert_eq!(config.api.url("wp/v2/posts", ""), "/wp-json/wp/v2/posts");
        assert_eq!((config.i18n.lang(), config.i18n.dir()), ("ar", "rtl"));
        assert_eq!(config.i18n.number(1000), "1000");
        assert_eq!(config.comment_limit, 1000);
        assert_eq!(config.avatars, Avatars::None);
        assert_eq!(config.discussion, DiscussionOptions::default());
        assert_eq!(config.base, "");
    }

    #[test]
    fn blank_settings_have_their_defaults() {
        let names = [
            "data-messages",
            "data-api",
            "data-locale",
            "data-digits",
            "data-comment-limit",
            "data-avatars",
            "data-depth",
            "data-order",
            "data-captcha",
            "data-updates",
            "data-base",
        ];
        for blank in ["", " ", "\n\t"] {
            assert_eq!(read(&names.map(|name| (name, blank))), read(&[]), "{blank:?}");
        }
    }

    #[test]
    fn every_setting_is_read_without_the_space_around_it() {
        let config = read(&[
            ("data-api", " https://example.org/blog/wp-json/ "),
            ("data-locale", " fr-FR\n"),
            ("data-digits", " arab "),
            ("data-comment-limit", " 250 "),
            ("data-avatars", "site "),
            ("data-depth", " 3"),
            ("data-order", "desc "),
            ("data-captcha", " turnstile:0x4A\n"),
            ("data-updates", "none "),
            ("data-base", " /journal/ "),
        ])
        .unwrap();
        assert_eq!(config.api.to_string(), "https://example.org/blog/wp-json/");
        assert_eq!((config.i18n.lang(), config.i18n.dir()), ("fr", "ltr"));
        assert_eq!(config.i18n.number(250), "٢٥٠");
        assert_eq!(config.comment_limit, 250);
        assert_eq!(config.avatars, Avatars::Site);
        let DiscussionOptions { depth, newest_first, captcha, updates } = config.discussion;
        assert_eq!((depth, newest_first, updates), (Some(3), Some(true), Updates::None));
        assert_eq!(captcha, "turnstile:0x4A".parse().ok());
        assert_eq!(config.base, "/journal");
    }

    #[test]
    fn digits_follow_the_country_unless_the_setting_says_otherwise() {
        for (locale, digits, written) in [
            ("ar-EG", "", "٧"),
            ("ar-EG", "auto", "٧"),
            ("ar-EG", "latn", "7"),
            ("ar-MA", "auto", "7"),
            ("ar-MA", "arab", "٧"),
        ] {
            let config = read(&[("data-locale", locale), ("data-digits", digits)]).unwrap();
            assert_eq!(config.i18n.number(7), written, "{locale} {digits}");
        }
    }

    #[test]
    fn a_base_is_a_path_without_a_slash_at_its_end() {
        for (written, base) in [("/", ""), ("/blog", "/blog"), ("/blog/", "/blog"), ("/a/b/", "/a/b")] {
            assert_eq!(read(&[("data-base", written)]).unwrap().base, base, "{written}");
        }
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_value() {
        for (name, value) in [
            ("data-api", "example.org/wp-json/"),
            ("data-locale", "ar MA"),
            ("data-messages", "{share: no}"),
            ("data-messages", "[]"),
            ("data-digits", "roman"),
            ("data-digits", "Auto"),
            ("data-comment-limit", "0"),
            ("data-comment-limit", "-1"),
            ("data-comment-limit", "1.5"),
            ("data-comment-limit", "1 000"),
            ("data-comment-limit", "99999999999999999999999"),
            ("data-avatars", "gravatar"),
            ("data-depth", "0"),
            ("data-depth", "11"),
            ("data-depth", "-1"),
            ("data-depth", "two"),
            ("data-order", "newest"),
            ("data-captcha", "turnstile"),
            ("data-updates", "off"),
            ("data-captcha", "recaptcha:6Lc"),
            ("data-base", "blog"),
            ("data-base", "/blog?x"),
            ("data-base", "/blog#x"),
            ("data-base", "https://example.org/blog"),
        ] {
            let wrong = Error::Setting { name: name.into(), value: value.into() };
            assert_eq!(read(&[(name, value)]), Err(wrong), "{name}={value}");
        }
    }

    #[test]
    fn the_first_of_several_wrong_settings_is_named() {
        let error = read(&[("data-base", "blog"), ("data-locale", "ar MA")]).unwrap_err();
        assert_eq!(error, Error::Setting { name: "data-locale".into(), value: "ar MA".into() });
    }

    #[test]
    fn a_base_with_a_host_is_a_wrong_setting() {
        for base in ["//example.org", "//example.org/blog/"] {
            assert!(read(&[("data-base", base)]).is_err(), "{base}");
        }
    }
}
