//! The discussion below one article: what was said, and what this reader is about to say.

use leptos::prelude::*;

use super::{Drafts, Question};
use crate::{
    api::{Client, Commenting},
    browser::{self, Root, use_root},
    error::{Error, Rejection},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Outcome, Page, Rules},
    reactive::{Var, effect},
};

/// A discussion. Copy: hand it down freely.
#[derive(Clone, Copy)]
pub struct Discussion {
    article: ArticleId,
    comments_open: bool,
    client: StoredValue<Client>,
    root: Root,
    drafts: StoredValue<Drafts>,
    /// What the site asks of comments.
    pub rules: Rules,
    /// Most letters of a comment, in extended grapheme clusters.
    pub limit: Var<usize>,
    /// The first comments, in the site's order.
    pub first: Question<Page<Comment>>,
    /// Those of later pages, as far as they were asked for.
    pub more: Var<Vec<Comment>>,
    /// How often more were asked for and came.
    pages: Var<u32>,
    /// Why the last question for more failed.
    pub more_error: Var<Option<Error>>,
    /// This reader's comments that the site published since the page was opened.
    pub published: Var<Vec<Comment>>,
    /// This reader's comments that wait for a moderator.
    pub held: Var<Vec<Comment>>,
    /// Whether and how one may comment here.
    pub commenting: Question<Commenting>,
    /// What is typed.
    pub draft: DraftFields,
    /// Whether a comment is on its way.
    pub sending: Var<bool>,
    /// What became of the last attempt.
    pub outcome: Var<Outcome>,
    /// Whether a draft of an earlier visit was put back.
    pub restored: Var<bool>,
    /// Whether the browser refuses to keep the draft.
    pub unkept: Var<bool>,
}

/// The fields of the comment box.
#[derive(Clone, Copy)]
pub struct DraftFields {
    /// The commenter's name.
    pub name: Var<String>,
    /// The commenter's e-mail address.
    pub email: Var<String>,
    /// The text.
    pub body: Var<String>,
}

/// The discussion below `article` of the site that `client` asks. `comments_open` is what the article says,
/// `limit` the most letters of a comment.
pub fn use_discussion(
    client: Client,
    article: ArticleId,
    comments_open: bool,
    rules: Rules,
    limit: Var<usize>,
) -> Discussion {
    let ask = client.clone();
    let first = Question::new(move || {
        let client = ask.clone();
        async move { client.comments(article, rules, 1).await }
    });
    let ask = client.clone();
    let commenting = Question::new(move || {
        let client = ask.clone();
        async move { client.commenting(article, comments_open, rules, &browser::origin()).await }
    });
    let discussion = Discussion {
        article,
        comments_open,
        root: use_root(),
        drafts: StoredValue::new(Drafts::new(&client.root().to_string(), article, None)),
        client: StoredValue::new(client),
        rules,
        limit,
        first,
        more: Var::default(),
        pages: Var::new(1),
        more_error: Var::default(),
        published: Var::default(),
        held: Var::default(),
        commenting,
        draft: DraftFields { name: Var::default(), email: Var::default(), body: Var::default() },
        sending: Var::default(),
        outcome: Var::default(),
        restored: Var::default(),
        unkept: Var::default(),
    };
    // Effects run in the browser only, once the page stands: what the browser kept is no part of what
    // the site rendered.
    effect(move || discussion.restore());
    effect(move || discussion.forget_approved());
    discussion
}

impl Discussion {
    /// How many comments there are, this reader's new ones among them; `None` until it is known.
    pub fn total(&self) -> Option<u32> {
        let total = self.first.value()?.total;
        Some(total + u32::try_from(self.published.get().len()).unwrap_or(u32::MAX))
    }

    /// Whether the site has more comments than are shown.
    pub fn has_more(&self) -> bool {
        let pages = self.first.value().map_or(1, |first| first.pages);
        self.pages.get() < pages
    }

    /// Asks for the next page of comments.
    pub fn show_more(self) {
        let next = self.pages.get_untracked() + 1;
        let client = self.client.get_value();
        let (article, rules) = (self.article, self.rules);
        leptos::task::spawn_local(async move {
            match client.comments(article, rules, next).await {
                Ok(page) => {
                    self.more_error.set(None);
                    self.pages.set(next);
                    self.more.update(|more| more.extend(page.items));
                }
                Err(error) => self.more_error.set(Some(error)),
            }
        });
    }

    /// What is typed now.
    pub fn typed(&self) -> Draft {
        let DraftFields { name, email, body } = self.draft;
        Draft {
            name: name.get_untracked(),
            email: email.get_untracked(),
            body: body.get_untracked(),
            parent: None,
        }
    }

    /// Keeps what is typed, for the next visit. To be called after every change.
    pub fn keep(self) {
        let kept = self.drafts.with_value(|drafts| drafts.keep(&self.typed()));
        self.unkept.set(kept.is_err());
    }

    /// Throws the draft away, as its author asked.
    pub fn discard(self) {
        self.drafts.with_value(Drafts::forget);
        self.draft.body.set(String::new());
        self.restored.set(false);
    }

    /// Posts what is typed, unless something is wrong with it or a comment is already on its way.
    /// The draft is forgotten only when the site confirms that it has the comment, even when the reader
    /// has meanwhile left the article.
    pub fn post(self) {
        if self.sending.get_untracked() {
            return;
        }
        let draft = self.typed();
        let excess = browser::graphemes(&draft.body).saturating_sub(self.limit.get_untracked());
        let problems = draft.problems(excess, self.rules.needs_identity);
        if !problems.is_empty() {
            self.outcome.set(Outcome::Rejected(problems));
            return;
        }
        if !self.announce_submit(&draft) {
            return;
        }
        self.sending.set(true);
        self.restored.set(false);
        let Self { article, comments_open, rules, .. } = self;
        let client = self.client.get_value();
        let drafts = self.drafts.get_value();
        let known = self.commenting.value_untracked();
        leptos::task::spawn_local(async move {
            let draft = draft.normalised();
            let way = match known {
                Some(way) => Ok(way),
                None => client.commenting(article, comments_open, rules, &browser::origin()).await,
            };
            let answer = match way {
                Ok(way) => client.post_comment(article, &draft, way).await,
                Err(_) => Err(Rejection::Unreachable),
            };
            match answer {
                Ok(comment) => {
                    drafts.forget();
                    self.posted(&drafts, comment);
                }
                Err(rejection) => self.outcome.set(Outcome::Rejected(vec![rejection])),
            }
            self.sending.set(false);
        });
    }

    /// Tells the page what is about to be sent; false where the page keeps it.
    fn announce_submit(&self, draft: &Draft) -> bool {
        let Draft { name, email, body, .. } = draft;
        let post = self.article.0.to_string();
        self.root
            .announce("comment-submit", &[("post", &post), ("name", name), ("email", email), ("text", body)])
    }

    fn announce_sent(&self, comment: &Comment) {
        let (post, id) = (self.article.0, comment.id.map_or(0, |CommentId(id)| id));
        let status = match comment.status {
            CommentStatus::Approved => "approved",
            CommentStatus::Held => "held",
        };
        let details = [("post", &*post.to_string()), ("comment", &*id.to_string()), ("status", status)];
        self.root.announce("comment-sent", &details);
    }

    fn posted(self, drafts: &Drafts, comment: Comment) {
        self.announce_sent(&comment);
        let status = comment.status;
        match status {
            CommentStatus::Approved => self.published.update(|published| published.push(comment)),
            CommentStatus::Held => {
                let mut held = drafts.held();
                held.push(comment);
                self.unkept.set(drafts.keep_held(&held).is_err());
                self.held.set(held);
            }
        }
        self.draft.body.set(String::new());
        self.outcome.set(Outcome::Posted(status));
    }

    /// Puts back what the browser kept.
    fn restore(self) {
        let (draft, held) = self.drafts.with_value(|drafts| (drafts.draft(), drafts.held()));
        if let Some(draft) = draft {
            self.draft.name.set(draft.name);
            self.draft.email.set(draft.email);
            self.draft.body.set(draft.body);
            self.restored.set(true);
        }
        self.held.set(held);
    }

    /// A comment that waited and now stands in the list waits no more.
    fn forget_approved(self) {
        let Some(first) = self.first.value() else { return };
        let listed = |comment: &Comment| {
            comment.id.is_some()
                && first.items.iter().chain(&self.more.get()).any(|listed| listed.id == comment.id)
        };
        let (mut held, before) = self.drafts.with_value(|drafts| (drafts.held(), drafts.held().len()));
        held.retain(|comment| !listed(comment));
        if held.len() < before {
            self.unkept.set(self.drafts.with_value(|drafts| drafts.keep_held(&held)).is_err());
            self.held.set(held);
        }
    }
}
