//! Saves what a reader typed and has not posted, and the comments that the list may not have yet: in the browser, by
//! site and article, so that nothing is lost and nothing turns up under another article.

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html, Moment},
};

/// The drafts of one article in the browser's storage. Of several comment forms, the last to change saves its
/// text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    draft_key: String,
    held_key: String,
    posted_key: String,
}

impl Drafts {
    /// For the article `article` of the site at `api`.
    pub fn new(api: &str, ArticleId(article): ArticleId) -> Self {
        let place = [api, ":", &article.to_string()].concat();
        Self {
            // `:0` is the id of the comment that is replied to: none.
            draft_key: ["tadwina:draft:", &place, ":0"].concat(),
            held_key: ["tadwina:held:", &place].concat(),
            posted_key: ["tadwina:posted:", &place].concat(),
        }
    }

    /// The saved draft, unless it is blank.
    pub fn draft(&self) -> Option<Draft> {
        read_draft(browser::load(&self.draft_key)?).filter(|draft| !draft.is_blank())
    }

    /// Saves `draft`. When it is blank, forgets the text that was saved `before`.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save(&self, draft: &Draft, before: &str) -> Result<(), StorageRefused> {
        if draft.is_blank() {
            self.forget(before);
            return Ok(());
        }
        browser::save(&self.draft_key, write_draft(draft))
    }

    /// Forgets the draft with this text, and no other: only after the site confirmed it, or when its author
    /// says so.
    pub fn forget(&self, body: &str) {
        if self.draft().is_some_and(|draft| draft.body == body) {
            browser::remove(&self.draft_key);
        }
    }

    /// This reader's comments that the list may not have, oldest first: those that are published, which a cache may
    /// still lack, then those that wait for a moderator.
    pub fn own(&self) -> Vec<Comment> {
        let read = |key, status| {
            let stored = browser::load(key).unwrap_or_default();
            stored
                .chunks(COMMENT_FIELDS)
                .filter_map(|stored| read_comment(stored, status))
                .collect::<Vec<_>>()
        };
        let mut own = read(&self.posted_key, CommentStatus::Approved);
        own.extend(read(&self.held_key, CommentStatus::Held));
        own
    }

    /// Saves them.
    ///
    /// # Errors
    /// When the browser refuses to save.
    pub fn save_own(&self, own: &[Comment]) -> Result<(), StorageRefused> {
        for (key, status) in
            [(&self.posted_key, CommentStatus::Approved), (&self.held_key, CommentStatus::Held)]
        {
            let comments = own.iter().filter(|comment| comment.status == status);
            let stored: Vec<_> = comments.flat_map(write_comment).collect();
            if stored.is_empty() {
                browser::remove(key);
            } else {
                browser::save(key, stored)?;
            }
        }
        Ok(())
    }
}

/// The number of texts that a comment is stored as.
const COMMENT_FIELDS: usize = 5;

fn write_draft(draft: &Draft) -> Vec<String> {
    let Draft { name, email, body, parent } = draft.clone();
    vec![name, email, body, write_id(parent)]
}

/// `None` for what another release stored in another form.
fn read_draft(stored: Vec<String>) -> Option<Draft> {
    let [name, email, body, parent] = stored.try_into().ok()?;
    Some(Draft { name, email, body, parent: read_id(&parent) })
}

fn write_comment(comment: &Comment) -> [String; COMMENT_FIELDS] {
    let Comment { id, parent, author, published, body, .. } = comment;
    let published = published.map(|moment| moment.to_numbers().map(|number| number.to_string()).join(" "));
    [
        write_id(*id),
        write_id(*parent),
        author.clone(),
        published.unwrap_or_default(),
        body.untrusted().to_owned(),
    ]
}

fn read_comment(stored: &[String], status: CommentStatus) -> Option<Comment> {
    let [id, parent, author, published, body] = stored else { return None };
    let published: Vec<_> = published.split(' ').filter_map(|number| number.parse().ok()).collect();
    Some(Comment {
        id: read_id(id),
        parent: read_id(parent),
        author: author.clone(),
        published: Moment::from_numbers(&published),
        body: Html::from_site(body.clone()),
        status,
    })
}

/// Empty without an id.
fn write_id(id: Option<CommentId>) -> String {
    id.map(|CommentId(id)| id.to_string()).unwrap_or_default()
}

fn read_id(stored: &str) -> Option<CommentId> {
    stored.parse().ok().map(CommentId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_was_written() {
        for parent in [None, Some(CommentId(7))] {
            let draft =
                Draft {
                    name: "سلمى \"س\"".into(), email: String::new(), body: "سطر\nثانٍ 👨‍👩‍👧".into(), parent
                };
            assert_eq!(read_draft(write_draft(&draft)), Some(draft));
        }
    }

    #[test]
    fn held_comments_are_read_as_they_were_written() {
        let published = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00");
        let held = [(Some(CommentId(9)), published), (None, None)].map(|(id, published)| Comment {
            id,
            parent: None,
            author: "قارئة".into(),
            published,
            body: Html::from_site("<p>ينتظر</p>".into()),
            status: CommentStatus::Held,
        });
        let stored: Vec<_> = held.iter().flat_map(write_comment).collect();
        assert_eq!(
            stored
                .chunks(COMMENT_FIELDS)
                .filter_map(|stored| read_comment(stored, CommentStatus::Held))
                .collect::<Vec<_>>(),
            held
        );
    }

    #[test]
    fn data_of_another_release_is_ignored() {
        for stored in [vec![], vec!["a".to_owned()], vec![String::new(); 6]] {
            assert_eq!(read_draft(stored), None);
        }
        assert_eq!(read_comment(&[String::new(), String::new()], CommentStatus::Held), None);
    }
}
