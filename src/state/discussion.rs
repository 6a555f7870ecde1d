//! The discussion below one article: what was said, and what this reader is about to say.

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
    root: Root,
    /// None once the discussion has gone.
    tools: Var<Option<Tools>>,
    /// What the site asks of comments.
    pub rules: Rules,
    /// Most letters of a comment, in extended grapheme clusters.
    pub limit: Var<usize>,
    /// The first comments, in the site's order.
    pub first: Question<Page<Comment>>,
    /// Those of later pages, as far as they were asked for.
    pub more: Var<Vec<Comment>>,
    /// The anchor of the first of those that came last; empty for none.
    pub next: Var<String>,
    /// How many pages have come.
    pages: Var<u32>,
    /// How many there are, as the latest of them said; a site that keeps its totals to itself promises no
    /// more than the next.
    last_page: Var<u32>,
    /// Why the last question for more failed.
    pub more_error: Var<Option<Error>>,
    /// This reader's comments that are not among those: what the site published since the page was opened, and
    /// what waits for a moderator.
    pub own: Var<Vec<Comment>>,
    /// How many of this reader's the site's own total does not count.
    uncounted: Var<u32>,
    /// Whether and how one may comment here.
    pub commenting: Question<Commenting>,
    /// What is typed.
    pub draft: DraftFields,
    /// The text that this box kept or put back last: what another box keeps in its place is not its own.
    kept: Var<String>,
    /// Whether a comment is on its way.
    pub sending: Var<bool>,
    /// What became of the last attempt.
    pub outcome: Var<Outcome>,
    /// Whether a draft of an earlier visit was put back.
    pub restored: Var<bool>,
    /// Whether the browser refuses to keep the draft.
    pub unkept: Var<bool>,
}

/// Whom a discussion asks, and where it keeps what is typed.
#[derive(Clone)]
struct Tools {
    client: Client,
    drafts: Drafts,
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
        tools: Var::new(Some(Tools { drafts: Drafts::new(&client.root().to_string(), article), client })),
        rules,
        limit,
        first,
        more: Var::default(),
        next: Var::default(),
        pages: Var::new(1),
        last_page: Var::default(),
        more_error: Var::default(),
        own: Var::default(),
        uncounted: Var::default(),
        commenting,
        draft: DraftFields { name: Var::default(), email: Var::default(), body: Var::default() },
        kept: Var::default(),
        sending: Var::default(),
        outcome: Var::default(),
        restored: Var::default(),
        unkept: Var::default(),
    };
    // Effects run in the browser only, once the page stands: what the browser kept is no part of what
    // the site rendered.
    effect(move || discussion.restore());
    effect(move || discussion.forget_listed());
    // A comment that the address names was not here yet when the browser looked for it.
    effect(move || {
        if first.value().is_some() {
            browser::go_to_fragment(discussion.root);
        }
    });
    discussion
}

impl Discussion {
    /// How many comments there are, this reader's new ones among them; `None` until it is known.
    pub fn total(&self) -> Option<u32> {
        Some(self.first.value()?.total.saturating_add(self.uncounted.get()))
    }

    /// Whether the site has more comments than are shown.
    pub fn has_more(&self) -> bool {
        let pages = self.first.value().map_or(1, |first| first.pages);
        self.pages.get() < pages.max(self.last_page.get())
    }

    /// Asks for the next page of comments. Where others have come before it, it repeats some of the last.
    pub fn show_more(self) {
        let Some(Tools { client, .. }) = self.tools.get_untracked() else { return };
        let next = self.pages.get_untracked() + 1;
        let (article, rules) = (self.article, self.rules);
        leptos::task::spawn_local(async move {
            match client.comments(article, rules, next).await {
                // Who asks twice is answered twice.
                Ok(_) if self.pages.get_untracked() >= next => {}
                Ok(Page { items, pages, .. }) => {
                    self.more_error.set(None);
                    let mut more = self.more.get_untracked();
                    let first = self.first.value_untracked().map(|first| first.items).unwrap_or_default();
                    let items = missing_from([&first, &more], items);
                    self.next.set(items.first().and_then(Comment::anchor).unwrap_or_default());
                    more.extend(items);
                    // They stand there before it is said that there are no others.
                    self.more.set(more);
                    self.pages.set(next);
                    self.last_page.set(pages);
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
        let Some(Tools { drafts, .. }) = self.tools.get_untracked() else { return };
        let (draft, before) = (self.typed(), self.kept.get_untracked());
        // What is written anew is no draft of an earlier visit. An emptied box may still be undone.
        if draft.body != before && !draft.is_blank() {
            self.restored.set(false);
        }
        self.unkept.set(drafts.keep(&draft, &before).is_err());
        self.kept.set(draft.body);
    }

    /// Throws the draft away, as its author asked.
    pub fn discard(self) {
        let Some(Tools { drafts, .. }) = self.tools.get_untracked() else { return };
        drafts.forget(&self.kept.get_untracked());
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
        // Now, since who hears of it may take the discussion out of the page.
        let Some(Tools { client, drafts }) = self.tools.get_untracked() else { return };
        let Self { article, comments_open, rules, .. } = self;
        let mut way = self.commenting.value_untracked().ok_or(Rejection::Unreachable);
        if !self.announce_submit(&draft) {
            return;
        }
        self.sending.set(true);
        self.restored.set(false);
        leptos::task::spawn_local(async move {
            // Twice: the first answer does not come where the reader has left the article meanwhile.
            for _ in 0..2 {
                if matches!(way, Err(Rejection::Unreachable)) {
                    let asked = client.commenting(article, comments_open, rules, &browser::origin()).await;
                    way = asked.map_err(|error| match error {
                        Error::Server { status } => Rejection::Server { status },
                        _ => Rejection::Unreachable,
                    });
                }
            }
            let answer = match way {
                Ok(way) => client.post_comment(article, &draft, way).await,
                Err(rejection) => Err(rejection),
            };
            match answer {
                Ok(comment) => {
                    drafts.forget(&draft.body);
                    // Another text is another comment.
                    if self.draft.body.get_untracked() == draft.body {
                        self.draft.body.set(String::new());
                    }
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
            // A list that comes later counts it.
            CommentStatus::Approved if self.first.value_untracked().is_none() => {}
            CommentStatus::Approved => self.uncounted.set(self.uncounted.get_untracked() + 1),
            CommentStatus::Held => {
                let mut held = drafts.held();
                held.push(comment.clone());
                self.unkept.set(drafts.keep_held(&held).is_err());
            }
        }
        self.own.update(|own| own.push(comment));
        self.outcome.set(Outcome::Posted(status));
    }

    /// Puts back what the browser kept.
    fn restore(self) {
        let Some(Tools { drafts, .. }) = self.tools.get_untracked() else { return };
        if let Some(draft) = drafts.draft() {
            self.draft.name.set(draft.name);
            self.draft.email.set(draft.email);
            self.kept.set(draft.body.clone());
            self.draft.body.set(draft.body);
            self.restored.set(true);
        }
        self.own.set(drafts.held());
    }

    /// What stands in the list waits no more, and does not stand beside it.
    fn forget_listed(self) {
        let (Some(first), Some(Tools { drafts, .. })) = (self.first.value(), self.tools.get_untracked())
        else {
            return;
        };
        let lists = [&*first.items, &self.more.get()];
        let own = self.own.get_untracked();
        let left = missing_from(lists, own.clone());
        if left.len() < own.len() {
            self.unkept.set(drafts.keep_held(&missing_from(lists, drafts.held())).is_err());
            self.own.set(left);
        }
    }
}

/// Those of `comments` that stand in none of `lists`.
fn missing_from(lists: [&[Comment]; 2], mut comments: Vec<Comment>) -> Vec<Comment> {
    comments.retain(|comment| !lists.iter().any(|list| comment.is_among(list)));
    comments
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use any_spawner::Executor;
    use leptos::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::{
        api::tests::fixtures::{Answer, Patient},
        http::{Method, NoResponse, Request, Response},
    };

    /// Answers the question that has waited longest.
    fn answer(site: &Patient, answer: Answer) -> Request {
        let asked = site.answer(answer);
        Executor::poll_local();
        asked
    }

    /// Answers with comments of these numbers.
    fn list(site: &Patient, ids: &[u64], total: u32, pages: u32) {
        let comments: Vec<_> = ids.iter().map(|id| comment(*id)).collect();
        let totals = Response { total: Some(total), total_pages: Some(pages), ..Response::default() };
        answer(site, Ok(Response { status: 200, body: json!(comments).to_string(), ..totals }));
    }

    fn comment(id: u64) -> serde_json::Value {
        json!({
            "id": id, "parent": 0, "author_name": "أ", "content": {"rendered": "<p>x</p>"}, "status": "approved",
            "date": "2024-01-13T00:14:42", "date_gmt": "2024-01-12T23:14:42",
        })
    }

    fn posted(id: u64) -> Answer {
        Ok(Response { status: 201, body: comment(id).to_string(), ..Response::default() })
    }

    fn failed(status: u16) -> Answer {
        Ok(Response { status, ..Response::default() })
    }

    /// A site that says of itself that it takes comments, and shows two at once.
    const OPEN: Rules = Rules {
        needs_identity: true,
        needs_account: false,
        takes_comments: true,
        newest_first: false,
        at_once: 2,
    };

    /// A discussion with something typed, the site that was asked for it, and the page around it.
    fn discussion(rules: Rules) -> (Discussion, Arc<Patient>, Owner) {
        // Another test may have been the first.
        let _ = Executor::init_futures_executor();
        let owner = Owner::new();
        owner.set();
        let site = Arc::new(Patient::default());
        let client = Client::new("https://example.org/wp-json/".parse().unwrap(), site.clone());
        let discussion = use_discussion(client, ArticleId(7), true, rules, Var::new(1000));
        discussion.draft.name.set("أ".to_owned());
        discussion.draft.email.set("a@example.org".to_owned());
        discussion.draft.body.set("خبز".to_owned());
        (discussion, site, owner)
    }

    fn ids(comments: &[Comment]) -> Vec<u64> {
        comments.iter().filter_map(|comment| comment.id).map(|CommentId(id)| id).collect()
    }

    #[test]
    fn who_asks_twice_for_more_gets_it_once() {
        let (discussion, site, _owner) = discussion(OPEN);
        list(&site, &[1, 2], 5, 3);
        discussion.show_more();
        discussion.show_more();
        Executor::poll_local();
        list(&site, &[3, 4], 5, 3);
        list(&site, &[3, 4], 5, 3);
        assert_eq!((ids(&discussion.more.get()), &*discussion.next.get()), (vec![3, 4], "comment-3"));
        assert!(discussion.has_more());
    }

    #[test]
    fn where_the_site_tells_no_totals_every_full_page_promises_another() {
        let (discussion, site, _owner) = discussion(OPEN);
        let page = |ids: &[u64]| {
            let comments: Vec<_> = ids.iter().map(|id| comment(*id)).collect();
            answer(
                &site,
                Ok(Response { status: 200, body: json!(comments).to_string(), ..Response::default() }),
            );
        };
        page(&[1, 2]);
        for (ids, has_more) in [([3, 4].as_slice(), true), (&[5, 6], true), (&[7], false)] {
            discussion.show_more();
            Executor::poll_local();
            page(ids);
            assert_eq!(discussion.has_more(), has_more, "{ids:?}");
        }
        assert_eq!(ids(&discussion.more.get()), [3, 4, 5, 6, 7]);
    }

    #[test]
    fn no_comment_is_shown_twice_and_each_counts_once() {
        let (discussion, site, _owner) = discussion(OPEN);
        list(&site, &[1, 2], 3, 2);
        discussion.post();
        Executor::poll_local();
        answer(&site, posted(9));
        assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![9], Some(4)));
        // One that moved on to the next page, a new one, and this reader's own.
        discussion.show_more();
        Executor::poll_local();
        list(&site, &[2, 3, 9], 4, 2);
        discussion.forget_listed();
        assert_eq!(ids(&discussion.more.get()), [3, 9]);
        assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(4)));
    }

    #[test]
    fn a_list_that_comes_late_has_this_readers_comment_already() {
        let (discussion, site, _owner) = discussion(OPEN);
        answer(&site, failed(503));
        discussion.post();
        Executor::poll_local();
        answer(&site, posted(9));
        discussion.first.retry();
        Executor::poll_local();
        list(&site, &[1, 9], 2, 1);
        discussion.forget_listed();
        assert_eq!((ids(&discussion.own.get()), discussion.total()), (vec![], Some(2)));
    }

    #[test]
    fn a_site_that_cannot_say_whether_it_takes_comments_got_none() {
        let (discussion, site, _owner) = discussion(Rules { takes_comments: false, ..OPEN });
        list(&site, &[], 0, 1);
        answer(&site, failed(503));
        discussion.post();
        Executor::poll_local();
        assert_eq!(answer(&site, failed(503)).method, Method::Options);
        assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Server { status: 503 }]));
        assert!(site.is_asked_nothing() && !discussion.sending.get());
    }

    #[test]
    fn without_a_connection_it_is_said_and_the_text_stays() {
        let (discussion, site, _owner) = discussion(Rules { takes_comments: false, ..OPEN });
        answer(&site, Err(NoResponse));
        answer(&site, Err(NoResponse));
        discussion.post();
        Executor::poll_local();
        answer(&site, Err(NoResponse));
        answer(&site, Err(NoResponse));
        assert_eq!(discussion.outcome.get(), Outcome::Rejected(vec![Rejection::Unreachable]));
        assert_eq!(discussion.draft.body.get(), "خبز");
        assert!(site.is_asked_nothing());
    }

    #[test]
    fn what_is_posted_is_sent_also_where_the_discussion_goes_before_it_is_known_how() {
        let (discussion, site, owner) = discussion(Rules { takes_comments: false, ..OPEN });
        list(&site, &[], 0, 1);
        discussion.post();
        Executor::poll_local();
        owner.cleanup();
        // As the browser ends the questions of a part that has gone.
        for _ in 0..2 {
            assert_eq!(answer(&site, Err(NoResponse)).method, Method::Options);
        }
        let allow = Some("GET, POST".to_owned());
        answer(&site, Ok(Response { status: 200, allow, ..Response::default() }));
        assert_eq!(answer(&site, posted(9)).method, Method::Post);
    }

    #[test]
    fn a_text_that_was_changed_meanwhile_is_another_comment() {
        let (discussion, site, _owner) = discussion(OPEN);
        list(&site, &[], 0, 1);
        discussion.post();
        Executor::poll_local();
        discussion.draft.body.set("ملح".to_owned());
        answer(&site, posted(9));
        assert_eq!(discussion.draft.body.get(), "ملح");
        discussion.post();
        Executor::poll_local();
        answer(&site, posted(10));
        assert_eq!(discussion.draft.body.get(), "");
        assert_eq!(discussion.outcome.get(), Outcome::Posted(CommentStatus::Approved));
    }

    #[test]
    fn what_is_written_anew_is_no_draft_of_an_earlier_visit() {
        let (discussion, _site, _owner) = discussion(OPEN);
        discussion.keep();
        discussion.restored.set(true);
        for (text, is_restored) in [("خبز", true), (" ", true), ("خبز وملح", false)] {
            discussion.draft.body.set(text.to_owned());
            discussion.keep();
            assert_eq!(discussion.restored.get(), is_restored, "{text:?}");
        }
    }
}
