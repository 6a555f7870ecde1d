//! Keeps in the browser which of this reader's comments can still be changed, by site and article, so that a reload takes
//! nothing away. It has a key of its own: what releases before this one stored of comments stays as it is.

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, Changeable, CommentId},
};

/// The number of texts that one is stored as.
const FIELDS: usize = 6;

/// The key of the comments on `article` of the site at `api`.
pub fn key(api: &str, ArticleId(article): ArticleId) -> String {
    ["tadwina:changeable:", api, ":", &article.to_string()].concat()
}

/// Those that were stored, also those whose time is over.
pub fn load(key: &str) -> Vec<Changeable> {
    read(&browser::load(key).unwrap_or_default())
}

/// Stores them.
///
/// # Errors
/// When the browser refuses to save.
pub fn save(key: &str, changeables: &[Changeable]) -> Result<(), StorageRefused> {
    if changeables.is_empty() {
        browser::remove(key);
        return Ok(());
    }
    browser::save(key, changeables.iter().flat_map(write).collect())
}

fn write(changeable: &Changeable) -> [String; FIELDS] {
    let Changeable { id: CommentId(id), parent, token, until_ms, text, unsent } = changeable;
    let parent = parent.map(|CommentId(id)| id.to_string()).unwrap_or_default();
    [id.to_string(), parent, token.clone(), until_ms.to_string(), text.clone(), unsent.clone()]
}

fn read(stored: &[String]) -> Vec<Changeable> {
    let read = |stored: &[String]| {
        let [id, parent, token, until_ms, text, unsent] = stored else { return None };
        Some(Changeable {
            id: id.parse().ok().map(CommentId)?,
            parent: parent.parse().ok().map(CommentId),
            token: token.clone(),
            until_ms: until_ms.parse().ok()?,
            text: text.clone(),
            unsent: unsent.clone(),
        })
    };
    stored.chunks(FIELDS).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_read_as_they_were_written_and_other_forms_are_ignored() {
        let comments = [None, Some(CommentId(3))].map(|parent| Changeable {
            id: CommentId(7),
            parent,
            token: "1.a.b".into(),
            until_ms: 1_700_000_000_000,
            text: "سطر\nثانٍ".into(),
            unsent: String::new(),
        });
        let stored: Vec<_> = comments.iter().flat_map(write).collect();
        assert_eq!(read(&stored), comments);
        for stored in [vec![], vec!["7".to_owned()], vec![String::new(); FIELDS]] {
            assert_eq!(read(&stored), []);
        }
    }

    #[test]
    fn each_article_has_a_key_of_its_own() {
        let [first, second] = [7, 8].map(|id| key("https://example.org/wp-json/", ArticleId(id)));
        assert_ne!(first, second);
    }
}
