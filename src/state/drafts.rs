//! What a reader typed and has not yet posted, and what waits for a moderator: kept in the browser, per
//! site and article, so that nothing is lost and nothing turns up elsewhere.

use crate::{
    browser::{self, StorageRefused},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html, Moment},
};

/// The place in the browser's storage for the text boxes of one article; of several, the last to change keeps
/// its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    draft: String,
    held: String,
}

impl Drafts {
    /// For the article `article` of the site at `api`.
    pub fn new(api: &str, ArticleId(article): ArticleId) -> Self {
        let place = [api, ":", &article.to_string()].concat();
        Self {
            // The number is that of the comment that is answered: none.
            draft: ["tadwina:draft:", &place, ":0"].concat(),
            held: ["tadwina:held:", &place].concat(),
        }
    }

    /// The draft that was kept, unless there is nothing in it.
    pub fn draft(&self) -> Option<Draft> {
        read_draft(browser::load(&self.draft)?).filter(|draft| !draft.is_blank())
    }

    /// Keeps `draft`; in place of a blank one the text that was kept `before` is forgotten.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn keep(&self, draft: &Draft, before: &str) -> Result<(), StorageRefused> {
        if draft.is_blank() {
            self.forget(before);
            return Ok(());
        }
        browser::save(&self.draft, write_draft(draft))
    }

    /// Forgets the draft of this text, and no other: only after an answer confirmed it, or when its author says
    /// so.
    pub fn forget(&self, body: &str) {
        if self.draft().is_some_and(|draft| draft.body == body) {
            browser::remove(&self.draft);
        }
    }

    /// The comments of this reader's that wait for a moderator, oldest first.
    pub fn held(&self) -> Vec<Comment> {
        browser::load(&self.held).unwrap_or_default().chunks(HELD_PARTS).filter_map(read_held).collect()
    }

    /// Remembers the comments that wait.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn keep_held(&self, comments: &[Comment]) -> Result<(), StorageRefused> {
        if comments.is_empty() {
            browser::remove(&self.held);
            return Ok(());
        }
        browser::save(&self.held, comments.iter().flat_map(write_held).collect())
    }
}

/// Texts that a held comment is kept as.
const HELD_PARTS: usize = 5;

fn write_draft(draft: &Draft) -> Vec<String> {
    let Draft { name, email, body, parent } = draft.clone();
    vec![name, email, body, write_id(parent)]
}

/// What is stored may be of another release; what does not fit any more is as good as not there.
fn read_draft(stored: Vec<String>) -> Option<Draft> {
    let [name, email, body, parent] = stored.try_into().ok()?;
    Some(Draft { name, email, body, parent: read_id(&parent) })
}

fn write_held(comment: &Comment) -> [String; HELD_PARTS] {
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

fn read_held(stored: &[String]) -> Option<Comment> {
    let [id, parent, author, published, body] = stored else { return None };
    let published: Vec<_> = published.split(' ').filter_map(|number| number.parse().ok()).collect();
    Some(Comment {
        id: read_id(id),
        parent: read_id(parent),
        author: author.clone(),
        published: Moment::from_numbers(&published),
        body: Html::from_site(body.clone()),
        status: CommentStatus::Held,
    })
}

/// Empty for none.
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
    fn a_draft_comes_back_as_it_was_kept() {
        for parent in [None, Some(CommentId(7))] {
            let draft =
                Draft {
                    name: "سلمى \"س\"".into(), email: String::new(), body: "سطر\nثانٍ 👨‍👩‍👧".into(), parent
                };
            assert_eq!(read_draft(write_draft(&draft)), Some(draft));
        }
    }

    #[test]
    fn held_comments_come_back_as_they_were_kept() {
        let published = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00");
        let held = [(Some(CommentId(9)), published), (None, None)].map(|(id, published)| Comment {
            id,
            parent: None,
            author: "قارئة".into(),
            published,
            body: Html::from_site("<p>ينتظر</p>".into()),
            status: CommentStatus::Held,
        });
        let stored: Vec<_> = held.iter().flat_map(write_held).collect();
        assert_eq!(stored.chunks(HELD_PARTS).filter_map(read_held).collect::<Vec<_>>(), held);
    }

    #[test]
    fn what_does_not_fit_is_as_good_as_not_there() {
        for stored in [vec![], vec!["a".to_owned()], vec![String::new(); 6]] {
            assert_eq!(read_draft(stored), None);
        }
        assert_eq!(read_held(&[String::new(), String::new()]), None);
    }
}
