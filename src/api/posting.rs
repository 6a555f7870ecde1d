//! Sending a comment, in one of the two ways of [`Commenting`].

use futures::future::join;

use super::{
    Client, Commenting,
    decode::decode,
    mapping, queries, refusal,
    wire::{self, ErrorBody},
};
use crate::{
    browser,
    error::{Error, Field, Rejection},
    http::{NoResponse, Request, Response},
    model::{ArticleId, CaptchaToken, Comment, CommentId, CommentStatus, Draft, Html, Origin},
    text::{escaped, formatted, formatted_paragraphs},
};

impl Client {
    /// Posts `draft` in the way that [`Self::commenting`] found, with the answer to a captcha if there is one. The
    /// comment that comes back is held or approved; one that was taken for spam looks held.
    ///
    /// # Errors
    /// Why it was not taken, or that nobody can say.
    pub async fn post_comment(
        &self,
        article: ArticleId,
        draft: &Draft,
        way: Commenting,
        captcha: Option<&CaptchaToken>,
    ) -> Result<Comment, Rejection> {
        let draft = draft.normalised();
        match way {
            Commenting::Rest => self.post_rest(article, &draft, captcha).await,
            // The site has said now: it takes no strangers' comments over REST.
            Commenting::Unknown => match self.post_rest(article, &draft, captcha).await {
                Err(Rejection::LoginRequired) => Err(Rejection::Elsewhere),
                result => result,
            },
            Commenting::Form => self.post_form(article, &draft, captcha).await,
            Commenting::Closed => Err(Rejection::Closed),
            Commenting::LoginRequired => Err(Rejection::LoginRequired),
            Commenting::Elsewhere => Err(Rejection::Elsewhere),
        }
    }

    async fn post_rest(
        &self,
        article: ArticleId,
        draft: &Draft,
        captcha: Option<&CaptchaToken>,
    ) -> Result<Comment, Rejection> {
        let names = ["post", "author_name", "author_email", "author_url", "content", "parent"];
        let url = self.url(queries::NEW_COMMENT.route, &self.with_avatars(queries::NEW_COMMENT.query));
        let fields = fields(names, article, draft, captcha);
        let response = self.send(Request::post(url, fields)).await.map_err(unreachable)?;
        if !response.is_success() {
            return Err(refusal::rejection(&response, draft));
        }
        let comment: wire::Comment = decode(&response).map_err(|_| Rejection::Unconfirmed)?;
        mapping::comment(comment).map_err(|_| Rejection::Unconfirmed)
    }

    async fn post_form(
        &self,
        article: ArticleId,
        draft: &Draft,
        captcha: Option<&CaptchaToken>,
    ) -> Result<Comment, Rejection> {
        let (newest, url) = join(self.newest_comment(article), self.comment_form()).await;
        let names = ["comment_post_ID", "author", "email", "url", "comment", "comment_parent"];
        let mut form = fields(names, article, draft, captcha);
        // The form redirects to a list of JSON, rather than to a page of the theme. Only the path, since WordPress
        // redirects nowhere but to its own host.
        let query = queries::about(&queries::NEWEST_COMMENTS, article);
        form.push(("redirect_to", self.root().path(queries::NEWEST_COMMENTS.route, &query)));
        let response = self.send(Request::post(url, form)).await.map_err(unreachable)?;
        if !response.redirected || response.url.contains("wp-comments-post.php") {
            return Err(self.form_rejection(&response, article, draft).await);
        }
        if let Some(id) = unapproved(&response.url, newest) {
            return Ok(held(id, draft));
        }
        // A redirection alone proves nothing: the comment has to be in the list. It may have been dropped as spam, or the
        // list may come from a cache.
        let wire::List(list) = decode(&response).map_err(|_| Rejection::Unconfirmed)?;
        find(list, newest, draft).ok_or(Rejection::Unconfirmed)
    }

    /// The published comment that `draft` became, if it is among the newest hundred of `article`; `None` too where the
    /// site shows its comments to nobody.
    ///
    /// # Errors
    /// When the site cannot be asked.
    pub async fn find_comment(
        &self,
        article: ArticleId,
        draft: &Draft,
    ) -> Result<Option<Comment>, Rejection> {
        let query = queries::about(&queries::RECENT_COMMENTS, article);
        match self.list(queries::RECENT_COMMENTS.route, &query).await {
            Ok((list, _)) => Ok(find(list, None, &draft.normalised())),
            // WordPress's own refusal; a proxy's has no code.
            Err(Error::Forbidden { code, .. } | Error::Refused { code, .. }) if !code.is_empty() => Ok(None),
            Err(Error::NotFound) => Ok(None),
            Err(Error::Server { status }) => Err(Rejection::Server { status }),
            Err(Error::Blocked { status }) => Err(Rejection::Blocked { status }),
            Err(Error::Unreachable { .. }) => Err(Rejection::Unreachable),
            Err(_) => Err(Rejection::Unconfirmed),
        }
    }

    /// The address of WordPress's comment form. Where WordPress has a folder of its own, or the API a language before
    /// it, only the site can tell. A site behind a proxy tells addresses of another host, which are not used. Without an
    /// answer, the form is in the folder of the API.
    async fn comment_form(&self) -> String {
        let index: Result<wire::Index, Error> = self.index().await;
        let url = index.map(|index| index.url.text()).unwrap_or_default();
        self.root().comment_form(&url, &browser::origin())
    }

    /// The newest comment before this reader's, so that an older one is not taken for it; `None` where that is not to
    /// be had, which keeps no comment from being sent.
    async fn newest_comment(&self, article: ArticleId) -> Option<CommentId> {
        let query = queries::about(&queries::NEWEST_COMMENT_ID, article);
        let Ok((comments, _)) = self.list::<wire::Comment>(queries::NEWEST_COMMENT_ID.route, &query).await
        else {
            return None;
        };
        let newest = comments.into_iter().next().and_then(|comment| comment.id.value());
        Some(CommentId(newest.unwrap_or(0)))
    }

    /// Why the form refused `draft`. Its pages carry no code, only words in the site's language.
    pub async fn form_rejection(&self, response: &Response, article: ArticleId, draft: &Draft) -> Rejection {
        let body = decode::<ErrorBody>(response);
        match (response.status, body) {
            // Missing, private or protected: the form says nothing at all.
            (200, _) if response.body.trim().is_empty() => Rejection::Closed,
            // Something about the fields, whose settings are known here as well.
            (200, Ok(body)) => {
                let problem = draft.problems(0, true).into_iter().next();
                problem.unwrap_or_else(|| refusal::refused(200, body))
            }
            (200..=399, _) => Rejection::Unconfirmed,
            // Closed, or an account is needed, or a plugin's refusal.
            (403, _) if self.is_closed(article).await => Rejection::Closed,
            (401, _) => Rejection::LoginRequired,
            (409, Ok(body)) if body.code.as_str() == "wp_die" => Rejection::Duplicate,
            (413, _) => Rejection::TooLong(Field::Body),
            (429, _) => refusal::flood(response),
            (status @ 500.., _) => Rejection::Server { status },
            // No form there, or a redirection that made another request of this one.
            (404 | 405, Err(_)) => Rejection::Unconfirmed,
            (status, Err(_)) => Rejection::Blocked { status },
            (status, body) => refusal::refused(status, body.unwrap_or_default()),
        }
    }

    async fn is_closed(&self, article: ArticleId) -> bool {
        let query = queries::about(&queries::COMMENT_STATUS, article);
        let Ok((posts, _)) = self.list::<wire::CommentStatus>(queries::COMMENT_STATUS.route, &query).await
        else {
            return false;
        };
        let post = posts.into_iter().next();
        post.and_then(|post| post.comment_status.value()).is_some_and(|status| status == "closed")
    }
}

/// The form of a comment, its fields named in this order: article, name, e-mail, website, text, parent. Besides the answer
/// to a captcha and the wish for mails, nothing else is ever sent: WordPress believes anybody's date, and refuses a status or
/// an author. A reader's consent to being remembered is not sent either: the redirection of WordPress's form would not name a held comment any more.
///
/// WordPress reads HTML: as typed, `Vec<u8>` and `5 < 6 > 3` would lose their middle. What a reader marked becomes HTML that
/// WordPress lets strangers use, and everything else is escaped.
fn fields(
    names: [&'static str; 6],
    article: ArticleId,
    draft: &Draft,
    captcha: Option<&CaptchaToken>,
) -> Vec<(&'static str, String)> {
    let [post, name, email, website, body, parent] = names;
    let mut form = vec![
        (post, article.0.to_string()),
        (name, escaped(&draft.name)),
        (email, draft.email.clone()),
        (body, formatted(&draft.body)),
    ];
    form.extend((!draft.website.is_empty()).then(|| (website, draft.website.clone())));
    form.extend(draft.parent.map(|CommentId(id)| (parent, id.to_string())));
    form.extend(captcha.map(|captcha| (captcha.provider.field(), captcha.token.clone())));
    let wants_mails = draft.wants_reply_mails && !draft.email.is_empty();
    form.extend(wants_mails.then(|| ("tadwina_replies", "1".to_owned())));
    form
}

pub(super) fn unreachable(_: NoResponse) -> Rejection {
    Rejection::Unreachable
}

/// The held comment that a redirection names. One that is not newer than `newest` is somebody else's, out of a cache.
fn unapproved(url: &str, newest: Option<CommentId>) -> Option<CommentId> {
    let query = url.split_once('?')?.1;
    let value = query.split('&').find_map(|pair| pair.strip_prefix("unapproved="))?;
    let id = value.parse().ok().map(CommentId)?;
    newest.is_none_or(|newest| id > newest).then_some(id)
}

/// This reader's comment: it has the text of `draft`, and is newer than `newest`. Where that is not known, it has the
/// name as well. Who is logged in has another name.
fn find(comments: Vec<wire::Comment>, newest: Option<CommentId>, draft: &Draft) -> Option<Comment> {
    let sent = held(CommentId(0), draft);
    let mut comments = comments.into_iter().filter_map(|comment| mapping::comment(comment).ok());
    comments.find(|comment| {
        let is_new = newest.map_or_else(|| comment.has_author_of(&sent), |newest| comment.id > Some(newest));
        is_new && comment.has_text_of(&sent)
    })
}

/// A comment that was taken and is not shown yet, as its author wrote it.
fn held(id: CommentId, draft: &Draft) -> Comment {
    Comment {
        id: Some(id),
        parent: draft.parent,
        author: draft.name.clone(),
        published: None,
        body: Html::from_site(formatted_paragraphs(&draft.body)),
        status: CommentStatus::Held,
        origin: Origin::default(),
    }
}
