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
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html},
};

impl Client {
    /// Posts `draft` in the way that [`Self::commenting`] found. The comment that comes back is held or
    /// approved; one that was taken for spam looks held.
    ///
    /// # Errors
    /// Why it was not taken, or that nobody can say.
    pub async fn post_comment(
        &self,
        article: ArticleId,
        draft: &Draft,
        way: Commenting,
    ) -> Result<Comment, Rejection> {
        let draft = draft.normalised();
        match way {
            Commenting::Rest => self.post_rest(article, &draft).await,
            // The site has said now: it takes no strangers' comments over REST.
            Commenting::Unknown => match self.post_rest(article, &draft).await {
                Err(Rejection::LoginRequired) => Err(Rejection::Elsewhere),
                result => result,
            },
            Commenting::Form => self.post_form(article, &draft).await,
            Commenting::Closed => Err(Rejection::Closed),
            Commenting::LoginRequired => Err(Rejection::LoginRequired),
            Commenting::Elsewhere => Err(Rejection::Elsewhere),
        }
    }

    async fn post_rest(&self, article: ArticleId, draft: &Draft) -> Result<Comment, Rejection> {
        let names = ["post", "author_name", "author_email", "content", "parent"];
        let url = self.url(queries::NEW_COMMENT.route, queries::NEW_COMMENT.query);
        let response =
            self.send(Request::post(url, fields(names, article, draft))).await.map_err(unreachable)?;
        if !response.is_success() {
            return Err(refusal::rejection(&response, draft));
        }
        let comment: wire::Comment = decode(&response).map_err(|_| Rejection::Unconfirmed)?;
        mapping::comment(comment).map_err(|_| Rejection::Unconfirmed)
    }

    async fn post_form(&self, article: ArticleId, draft: &Draft) -> Result<Comment, Rejection> {
        let (newest, url) = join(self.newest_comment(article), self.comment_form()).await;
        let names = ["comment_post_ID", "author", "email", "comment", "comment_parent"];
        let mut form = fields(names, article, draft);
        // The form redirects to a list of JSON, rather than to a page of the theme. Only the path, since WordPress
        // redirects nowhere but to its own host.
        let query = queries::about(&queries::NEWEST_COMMENTS, article);
        form.push(("redirect_to", self.root().path(queries::NEWEST_COMMENTS.route, &query)));
        let response = self.send(Request::post(url, form)).await.map_err(unreachable)?;
        if !response.redirected || response.url.contains("wp-comments-post.php") {
            return Err(self.form_rejection(&response, article, draft).await);
        }
        if let Some(id) = unapproved(&response.url) {
            return Ok(held(Some(id), draft));
        }
        // Where the form led to another page (a plugin's), the list has still to be asked for.
        let is_list = response.url.contains("orderby=id");
        let list = match decode::<wire::List<wire::Comment>>(&response) {
            Ok(wire::List(list)) if is_list => list,
            // An error in its place: a site that shows its comments to nobody.
            Err(Error::Shape { .. }) if is_list => Vec::new(),
            _ => self
                .list(queries::NEWEST_COMMENTS.route, &query)
                .await
                .map_or_else(|_| Vec::new(), |(list, _)| list),
        };
        match find(list, newest, draft) {
            Some(comment) => Ok(comment),
            // Taken, but not shown to everybody.
            None if is_list => Ok(held(None, draft)),
            None => Err(Rejection::Unconfirmed),
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

    /// The number of the newest comment before this reader's, so that an older one by the same name is not
    /// taken for it; 0 where that is not to be had, which keeps no comment from being sent.
    async fn newest_comment(&self, article: ArticleId) -> u64 {
        let query = queries::about(&queries::NEWEST_COMMENT_ID, article);
        let Ok((comments, _)) = self.list::<wire::Comment>(queries::NEWEST_COMMENT_ID.route, &query).await
        else {
            return 0;
        };
        comments.into_iter().next().and_then(|comment| comment.id.value()).unwrap_or(0)
    }

    /// Why the form refused. Its pages carry no code, only words in the site's language.
    async fn form_rejection(&self, response: &Response, article: ArticleId, draft: &Draft) -> Rejection {
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
            (409, _) => Rejection::Duplicate,
            (413, _) => Rejection::TooLong(Field::Body),
            (429, _) => Rejection::Flood,
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

/// The form of a comment, its fields named in this order: article, name, e-mail, text, parent. Nothing
/// else is ever sent: WordPress believes anybody's date, and refuses a status or an author.
///
/// The comment box is one of plain text, but WordPress reads HTML: as typed, `Vec<u8>` and `5 < 6 > 3`
/// would lose their middle, and a second copy of anything with `&` would be no duplicate.
fn fields(names: [&'static str; 5], article: ArticleId, draft: &Draft) -> Vec<(&'static str, String)> {
    let [post, name, email, body, parent] = names;
    let mut form = vec![
        (post, article.0.to_string()),
        (name, escaped(&draft.name)),
        (email, draft.email.clone()),
        (body, escaped(&draft.body)),
    ];
    form.extend(draft.parent.map(|CommentId(id)| (parent, id.to_string())));
    form
}

/// Plain text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unreachable(_: NoResponse) -> Rejection {
    Rejection::Unreachable
}

/// The held comment that a redirection names.
fn unapproved(url: &str) -> Option<CommentId> {
    let query = url.split_once('?')?.1;
    let value = query.split('&').find_map(|pair| pair.strip_prefix("unapproved="))?;
    value.parse().ok().map(CommentId)
}

/// This reader's comment. Two of three signs are enough: newer than `newest`, by the name that was sent, with the
/// text that was sent. Who is logged in has another name, and who sent twice at once has the same comment.
fn find(comments: Vec<wire::Comment>, newest: u64, draft: &Draft) -> Option<Comment> {
    let sent = held(None, draft);
    let mut comments = comments.into_iter().filter_map(|comment| mapping::comment(comment).ok());
    comments.find(|comment| {
        let is_newer = comment.id.is_some_and(|CommentId(id)| id > newest);
        u8::from(is_newer) + sent.likeness(comment) > 1
    })
}

/// A comment that was taken and is not shown yet, as its author wrote it.
fn held(id: Option<CommentId>, draft: &Draft) -> Comment {
    let paragraphs = escaped(&draft.body).replace("\n\n", "</p><p>").replace('\n', "<br>");
    Comment {
        id,
        parent: draft.parent,
        author: draft.name.clone(),
        published: None,
        body: Html::from_site(["<p>", &paragraphs, "</p>"].concat()),
        status: CommentStatus::Held,
    }
}
