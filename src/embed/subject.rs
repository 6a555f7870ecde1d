//! What a part is about.

use crate::{
    browser,
    config::Settings,
    error::Error,
    model::{Address, ArticleId, ArticleKey, Slug},
};

/// What a part is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The article that is named: by `post`, its number, or by `slug`.
    Named(ArticleKey),
    /// The page in which the part stands.
    Page,
}

impl Subject {
    /// Reads `post` and `slug`; the number wins.
    ///
    /// # Errors
    /// [`Error::Setting`] for a number that is none, or a slug of nothing.
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

    /// The article; that of the page's own address where none is named.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a page whose address names no article.
    pub fn article(self) -> Result<ArticleKey, Error> {
        match self {
            Self::Named(key) => Ok(key),
            Self::Page => {
                let address = browser::page_address();
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

    fn read(attributes: &[(&str, &str)]) -> Result<Subject, Error> {
        let attribute = |asked: &str| {
            let found = attributes.iter().find(|(name, _)| *name == asked);
            found.map(|(_, value)| (*value).to_owned())
        };
        Subject::read(Settings { prefix: "", attribute: &attribute })
    }

    fn slug(written: &str) -> ArticleKey {
        ArticleKey::Slug(Slug::parse(written).unwrap())
    }

    #[test]
    fn an_article_is_named_by_number_or_by_slug_and_the_number_wins() {
        assert_eq!(read(&[("post", " 7 ")]), Ok(Subject::Named(ArticleKey::Id(ArticleId(7)))));
        assert_eq!(read(&[("slug", "\n%D8%AE%D8%A8%D8%B2 ")]), Ok(Subject::Named(slug("خبز"))));
        let both = read(&[("slug", "x"), ("post", "7")]);
        assert_eq!(both, Ok(Subject::Named(ArticleKey::Id(ArticleId(7)))));
        assert_eq!(read(&[("slug", " "), ("post", "")]), Ok(Subject::Page));
    }

    #[test]
    fn what_names_nothing_is_a_wrong_setting() {
        for (name, value) in
            [("post", "0"), ("post", "seven"), ("post", "-1"), ("slug", "%ff"), ("slug", "/")]
        {
            let wrong = Error::Setting { name: name.into(), value: value.into() };
            assert_eq!(read(&[(name, value)]), Err(wrong), "{name}={value}");
        }
    }
}
