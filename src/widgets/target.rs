//! The article that a widget is for.

use crate::{
    browser::{self, Host},
    config::Settings,
    error::Error,
    model::{Address, ArticleId, ArticleKey, Slug},
};

/// The article that a widget is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The article that the settings name: by `post`, its id, or by `slug`.
    Named(ArticleKey),
    /// The page that the widget stands in.
    Page,
}

impl Target {
    /// Reads `post` and `slug`; `post` wins.
    ///
    /// # Errors
    /// [`Error::Setting`] for a `post` that is no id, or a slug of nothing.
    pub fn read(settings: Settings<'_>) -> Result<Self, Error> {
        if let Some(id) = settings.parsed("post")? {
            return if id == 0 {
                Err(settings.wrong("post", "0"))
            } else {
                Ok(Self::Named(ArticleKey::Id(ArticleId(id))))
            };
        }
        match settings.get("slug") {
            None => Ok(Self::Page),
            Some(written) => Slug::parse(&written)
                .map(|slug| Self::Named(ArticleKey::Slug(slug)))
                .ok_or_else(|| settings.wrong("slug", &written)),
        }
    }

    /// The article; without a named one, that of the address of the page around `host`.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a page whose address names no article.
    pub fn article(self, host: Host) -> Result<ArticleKey, Error> {
        match self {
            Self::Named(key) => Ok(key),
            Self::Page => {
                let address = browser::page_address(host);
                let (path, query) = address.split_once('?').unwrap_or((&address, ""));
                match Address::parse(path, query) {
                    Address::Article(key) => Ok(key),
                    _ => Err(Error::NotFound),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::tests::fixtures::by_slug;

    fn read(attributes: &[(&str, &str)]) -> Result<Target, Error> {
        let attribute = |sought: &str| {
            let found = attributes.iter().find(|(name, _)| *name == sought);
            found.map(|(_, value)| (*value).to_owned())
        };
        Target::read(Settings { prefix: "", attribute: &attribute })
    }

    #[test]
    fn an_article_is_named_by_id_or_by_slug_and_the_id_comes_first() {
        assert_eq!(read(&[("post", " 7 ")]), Ok(Target::Named(ArticleKey::Id(ArticleId(7)))));
        assert_eq!(read(&[("slug", "\n%D8%AE%D8%A8%D8%B2 ")]), Ok(Target::Named(by_slug("خبز"))));
        let both = read(&[("slug", "x"), ("post", "7")]);
        assert_eq!(both, Ok(Target::Named(ArticleKey::Id(ArticleId(7)))));
        assert_eq!(read(&[("slug", " "), ("post", "")]), Ok(Target::Page));
    }

    #[test]
    fn an_invalid_id_or_slug_is_a_wrong_setting() {
        for (name, value) in
            [("post", "0"), ("post", "seven"), ("post", "-1"), ("slug", "%ff"), ("slug", "/")]
        {
            let wrong = Error::Setting { name: name.into(), value: value.into() };
            assert_eq!(read(&[(name, value)]), Err(wrong), "{name}={value}");
        }
    }
}
