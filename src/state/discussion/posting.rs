//! Posting a comment: does what the states of [`Posting`] ask for.

use leptos::{prelude::*, task::spawn_local};

use super::Discussion;
use crate::{
    api::{Client, Commenting},
    browser::{self, Detail},
    error::{Error, Rejection},
    model::{
        CaptchaState, CaptchaToken, Comment, CommentId, CommentStatus, Draft, Posting, PostingAction,
        PostingEvent,
    },
    state::drafts::{Drafts, SavedDraft},
};

impl Discussion {
    /// Posts what is typed, unless something is wrong with it or a comment is already being sent. The draft
    /// is forgotten only when the site confirms that it has the comment, even when the reader has left the
    /// article meanwhile.
    pub fn post(self) {
        let posting = self.posting.get_untracked();
        if posting.is_busy() {
            return;
        }
        let Some(draft) = self.draft.typed() else { return };
        let is_blank = draft.is_blank();
        let excess = browser::graphemes(&draft.normalised().body).saturating_sub(self.limit.get_untracked());
        let problems = draft.problems(excess, self.settings.needs_identity);
        let is_complete = problems.is_empty();
        // Read before the event: a listener may remove the element, and the signals with it.
        let attempt = self.attempt(draft);
        if is_complete && !self.dispatch_submit(&attempt.draft) {
            return;
        }
        self.restored_body.set(None);
        let (posting, action) = posting.after(PostingEvent::Pressed { problems, is_blank });
        attempt.run(posting, action);
    }

    /// Looks for a comment of an earlier visit that was sent, and whose answer nobody has seen.
    pub(super) fn look_up_sent(self) {
        if let (Some(_), Some(draft)) = (self.sent.get_value(), self.draft.typed()) {
            let posting = Posting::LookingUp(Rejection::Unconfirmed);
            self.attempt(draft).run(posting, Some(PostingAction::LookUp));
        }
    }

    fn attempt(self, draft: Draft) -> Attempt {
        Attempt {
            discussion: self,
            client: self.client.get_value(),
            drafts: self.drafts.get_value(),
            commenting: self.commenting.value_untracked(),
            sent: self.sent.get_value(),
            confirmed: None,
            remembers: self.draft.remember.get_untracked(),
            captcha: self.captcha_state.read_untracked().token().cloned(),
            draft,
        }
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

/// An attempt to post. It has what it needs after the reader has left the article, and the discussion for the time
/// until then.
struct Attempt {
    discussion: Discussion,
    client: Client,
    drafts: Drafts,
    commenting: Option<Commenting>,
    /// What is to be sent.
    draft: Draft,
    /// What was sent, while nobody knows whether it arrived.
    sent: Option<Draft>,
    /// The comment, once the site has it.
    confirmed: Option<Comment>,
    /// Whether its author wants to be remembered.
    remembers: bool,
    /// The answer to the captcha.
    captcha: Option<CaptchaToken>,
}

impl Attempt {
    /// Shows `posting`, and does what it asks for until it asks for nothing.
    fn run(mut self, mut posting: Posting, mut action: Option<PostingAction>) {
        self.discussion.posting.set(posting.clone());
        if action.is_none() {
            return;
        }
        spawn_local(async move {
            while let Some(asked) = action {
                let event = match asked {
                    PostingAction::Send => self.send().await,
                    PostingAction::LookUp => self.look_up().await,
                };
                (posting, action) = posting.after(event);
                self.discussion.posting.set(posting.clone());
            }
            if posting == Posting::Waiting {
                // From now on it waits in the browser too.
                self.discussion.save_draft();
            }
            if let Some(comment) = self.confirmed {
                self.discussion.end_reply(&comment);
            }
        });
    }

    async fn send(&mut self) -> PostingEvent {
        if !browser::is_online() {
            // What may have arrived is still looked for first.
            let is_new = self.sent.is_none();
            return if is_new { PostingEvent::Offline } else { PostingEvent::NoWord(Rejection::Unreachable) };
        }
        let Discussion { article, comments_open, settings, .. } = self.discussion;
        let commenting = match self.commenting {
            Some(commenting) => commenting,
            None => {
                match self.client.commenting(article, comments_open, settings, &browser::origin()).await {
                    Ok(commenting) => commenting,
                    Err(Error::Server { status }) => {
                        return PostingEvent::Refused(Rejection::Server { status });
                    }
                    Err(_) => return PostingEvent::Refused(Rejection::Unreachable),
                }
            }
        };
        // Where the page ends before the answer comes, the next visit looks for the comment.
        self.set_sent(Some(self.draft.clone()));
        // The answer counts once, whatever becomes of the comment.
        let captcha = self.captcha.take();
        if captcha.is_some() {
            self.discussion.captcha_state.try_set(CaptchaState::Used);
        }
        match self.client.post_comment(article, &self.draft, commenting, captcha.as_ref()).await {
            Ok(comment) => self.confirm(comment),
            Err(rejection) if rejection.leaves_unknown() => PostingEvent::NoWord(rejection),
            Err(rejection) => {
                self.set_sent(None);
                if rejection == Rejection::Elsewhere {
                    self.discussion.commenting.set(Commenting::Elsewhere);
                }
                PostingEvent::Refused(rejection)
            }
        }
    }

    async fn look_up(&mut self) -> PostingEvent {
        let sent = self.sent.clone().unwrap_or_else(|| self.draft.clone());
        match self.client.find_comment(self.discussion.article, &sent).await {
            Ok(Some(comment)) => self.confirm(comment),
            Ok(None) => PostingEvent::NotFound,
            Err(rejection) => PostingEvent::NotReadable(rejection),
        }
    }

    /// The site has the comment.
    fn confirm(&mut self, comment: Comment) -> PostingEvent {
        let Some(sent) = self.sent.take() else { return PostingEvent::Confirmed(comment.status) };
        let this = self.discussion;
        // `None` when the reader has left the article.
        let ended = this.drafts.try_update_value(|drafts| drafts.end(&sent));
        let ended = ended.unwrap_or_else(|| self.drafts.end(&sent));
        this.sent.try_set_value(None);
        // A text that was changed meanwhile is another comment.
        if this.draft.body.try_get_untracked().is_some_and(|body| body == sent.body) {
            this.draft.body.set(String::new());
            this.restored_body.set(None);
        }
        this.remember(&self.client, &sent, self.remembers);
        this.dispatch_sent(&comment);
        let status = comment.status;
        let mut own = self.drafts.own();
        if !comment.is_among(&own) {
            own.push(comment.clone());
        }
        this.unsaved.set(ended.and(self.drafts.save_own(&own)).is_err());
        this.keep_token(&comment, &sent.body);
        this.show_own(comment.clone());
        self.confirmed = Some(comment);
        PostingEvent::Confirmed(status)
    }

    /// Keeps in mind what was sent, here and in the browser.
    fn set_sent(&mut self, sent: Option<Draft>) {
        self.sent.clone_from(&sent);
        let this = self.discussion;
        this.sent.try_set_value(sent.clone());
        // What was typed meanwhile, if the reader is still here.
        let typed = this.draft.typed().unwrap_or_else(|| self.draft.clone());
        let draft = SavedDraft { typed, sent, waits_at: None };
        let saved = this.drafts.try_update_value(|drafts| drafts.save(&draft));
        this.unsaved.set(saved.unwrap_or_else(|| self.drafts.save(&draft)).is_err());
        self.drafts = this.drafts.try_get_value().unwrap_or_else(|| self.drafts.clone());
    }
}
