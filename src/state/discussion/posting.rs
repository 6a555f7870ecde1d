//! Posting a comment.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    api::Commenting,
    browser::{self, Detail},
    error::{Error, Rejection},
    model::{Comment, CommentId, CommentStatus, Draft, Outcome},
    state::Drafts,
};

impl Discussion {
    /// Posts what is typed, unless something is wrong with it or a comment is already being sent. The draft
    /// is forgotten only when the site confirms that it has the comment, even when the reader has left the
    /// article meanwhile.
    pub fn post(self) {
        if self.sending.get_untracked() {
            return;
        }
        let draft = self.typed();
        let excess = browser::graphemes(&draft.body).saturating_sub(self.limit.get_untracked());
        let problems = draft.problems(excess, self.settings.needs_identity);
        if !problems.is_empty() {
            self.outcome.set(Outcome::Rejected(problems));
            return;
        }
        // Read before the event: a listener may remove the element, and the signals with it.
        let (client, drafts) = (self.client.get_value(), self.drafts.get_value());
        let commenting = self.commenting.value_untracked();
        if !self.dispatch_submit(&draft) {
            return;
        }
        self.sending.set(true);
        self.restored.set(false);
        let Self { article, comments_open, settings, .. } = self;
        spawn_local(async move {
            let commenting = match commenting {
                Some(commenting) => Ok(commenting),
                None => client.commenting(article, comments_open, settings, &browser::origin()).await,
            };
            let response = match commenting {
                Ok(commenting) => client.post_comment(article, &draft, commenting).await,
                Err(Error::Server { status }) => Err(Rejection::Server { status }),
                Err(_) => Err(Rejection::Unreachable),
            };
            match response {
                Ok(comment) => self.confirm(&draft, &drafts, comment),
                Err(rejection) => {
                    if rejection == Rejection::Elsewhere {
                        self.commenting.set(Commenting::Elsewhere);
                    }
                    self.outcome.set(Outcome::Rejected(vec![rejection]));
                }
            }
            self.sending.set(false);
        });
    }

    /// The site has the comment.
    fn confirm(self, draft: &Draft, drafts: &Drafts, comment: Comment) {
        drafts.forget(&draft.body);
        // A text that was changed meanwhile is another comment. `None` when the reader has left the article.
        if self.draft.body.try_get_untracked().is_some_and(|body| body == draft.body) {
            self.draft.body.set(String::new());
        }
        self.dispatch_sent(&comment);
        let status = comment.status;
        // While the list is not here yet, it will count the comment.
        if status == CommentStatus::Approved && self.first.value_untracked().is_some() {
            self.uncounted.update(|uncounted| *uncounted += 1);
        }
        let mut own = drafts.own();
        own.push(comment.clone());
        self.unsaved.set(drafts.save_own(&own).is_err());
        self.own.update(|own| own.push(comment));
        self.outcome.set(Outcome::Posted(status));
    }

    /// Tells the page what is about to be sent; false where the page prevents it.
    fn dispatch_submit(&self, draft: &Draft) -> bool {
        let Draft { name, email, body, .. } = draft;
        let details = [
            ("post", Detail::Id(Some(self.article.0))),
            ("name", Detail::Text(name)),
            ("email", Detail::Text(email)),
            ("text", Detail::Text(body)),
        ];
        self.host.dispatch("comment-submit", &details)
    }

    /// Tells the page that the site has the comment.
    fn dispatch_sent(&self, comment: &Comment) {
        let status = match comment.status {
            CommentStatus::Approved => "approved",
            CommentStatus::Held => "held",
        };
        let details = [
            ("post", Detail::Id(Some(self.article.0))),
            ("comment", Detail::Id(comment.id.map(|CommentId(id)| id))),
            ("status", Detail::Text(status)),
        ];
        self.host.dispatch("comment-sent", &details);
    }
}
