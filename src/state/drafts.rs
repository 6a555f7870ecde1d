//! What a reader typed and has not yet posted, and what waits for a moderator: kept in the browser, per
//! site, article and parent comment, so that nothing is lost and nothing turns up elsewhere.

use crate::{
    browser::{self, StorageRefused},
    json::{self, Value, at, text_or_empty},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html, Moment},
};

/// The place in the browser's storage for one text box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    draft: String,
    held: String,
}

impl Drafts {
    /// For the article `article` of the site at `api`, answering `parent`.
    pub fn new(api: &str, article: ArticleId, parent: Option<CommentId>) -> Self {
        let (article, parent) = (article.0, parent.map_or(0, |parent| parent.0));
        Self {
            draft: format!("tadwina:draft:{api}:{article}:{parent}"),
            held: format!("tadwina:held:{api}:{article}"),
        }
    }

    /// The draft that was kept, unless there is nothing in it.
    pub fn draft(&self) -> Option<Draft> {
        Some(read_draft(&load(&self.draft)?)).filter(|draft| !draft.is_blank())
    }

    /// Keeps `draft`; a blank one is forgotten.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn keep(&self, draft: &Draft) -> Result<(), StorageRefused> {
        if draft.is_blank() {
            self.forget();
            return Ok(());
        }
        browser::save(&self.draft, &write_draft(draft).to_string())
    }

    /// Forgets the draft: only after an answer confirmed it, or when its author says so.
    pub fn forget(&self) {
        browser::remove(&self.draft);
    }

    /// The comments of this reader's that wait for a moderator, oldest first.
    pub fn held(&self) -> Vec<Comment> {
        let held = load(&self.held);
        held.as_ref().and_then(Value::as_array).into_iter().flatten().filter_map(read_held).collect()
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
        browser::save(&self.held, &Value::Array(comments.iter().map(write_held).collect()).to_string())
    }
}

/// What is stored may be of an older release; what does not fit any more is as good as not there.
fn load(key: &str) -> Option<Value> {
    json::parse(&browser::load(key)?)
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect())
}

fn comment_id(value: &Value, name: &str) -> Option<CommentId> {
    at(value, name).as_u64().map(CommentId)
}

fn write_draft(draft: &Draft) -> Value {
    let Draft { name, email, body, parent } = draft;
    object([
        ("name", name.as_str().into()),
        ("email", email.as_str().into()),
        ("body", body.as_str().into()),
        ("parent", parent.map(|CommentId(id)| id).into()),
    ])
}

fn read_draft(stored: &Value) -> Draft {
    let text = |name| text_or_empty(stored, name).to_owned();
    Draft {
        name: text("name"),
        email: text("email"),
        body: text("body"),
        parent: comment_id(stored, "parent"),
    }
}

fn write_held(comment: &Comment) -> Value {
    let Comment { id, parent, author, published, body, .. } = comment;
    object([
        ("id", id.map(|CommentId(id)| id).into()),
        ("parent", parent.map(|CommentId(id)| id).into()),
        ("author", author.as_str().into()),
        ("published", published.map(|moment| moment.to_numbers().to_vec()).into()),
        ("body", body.untrusted().into()),
    ])
}

/// Nothing where no text was kept.
fn read_held(stored: &Value) -> Option<Comment> {
    let numbers = at(stored, "published").as_array().into_iter().flatten();
    let numbers: Vec<_> = numbers.filter_map(|number| i32::try_from(number.as_i64()?).ok()).collect();
    Some(Comment {
        id: comment_id(stored, "id"),
        parent: comment_id(stored, "parent"),
        author: text_or_empty(stored, "author").to_owned(),
        published: Moment::from_numbers(&numbers),
        body: Html::from_site(at(stored, "body").as_str()?.to_owned()),
        status: CommentStatus::Held,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_as_it_was_kept() {
        let draft = Draft {
            name: "سلمى \"س\"".into(),
            email: "salma@example.org".into(),
            body: "سطر\nثانٍ 👨‍👩‍👧".into(),
            parent: Some(CommentId(7)),
        };
        let stored = json::parse(&write_draft(&draft).to_string()).unwrap();
        assert_eq!(read_draft(&stored), draft);
    }

    #[test]
    fn a_held_comment_comes_back_as_it_was_kept() {
        let published = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00");
        for (id, published) in [(Some(CommentId(9)), published), (None, None)] {
            let held = Comment {
                id,
                parent: None,
                author: "قارئة".into(),
                published,
                body: Html::from_site("<p>ينتظر</p>".into()),
                status: CommentStatus::Held,
            };
            let stored = json::parse(&write_held(&held).to_string()).unwrap();
            assert_eq!(read_held(&stored), Some(held));
        }
    }

    #[test]
    fn what_does_not_fit_is_as_good_as_not_there() {
        for stored in ["{}", "[]", "{\"body\":7}", "{\"id\":1,\"published\":[2023,13]}"] {
            let stored = json::parse(stored).unwrap();
            assert_eq!(read_held(&stored), None);
            assert!(read_draft(&stored).is_blank());
        }
    }
}
