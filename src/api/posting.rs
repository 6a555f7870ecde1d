//! Saying something: whether one may, and by which of the two ways that WordPress has.
//!
//! Over REST an anonymous comment needs a setting that few sites have. The form of every theme,
//! `wp-comments-post.php`, needs none, and moderators and spam filters hear of what comes through it; but
//! it answers only to pages of its own origin.

use super::{
    Client, NoAnswer, Reply, Request,
    client::comments_query,
    mapping::{self, COMMENT_FIELDS},
    refusal,
};
use crate::{
    error::{Error, Field, Rejection},
    json::{Json, at, number, text_or_empty},
    model::{ArticleId, Comment, CommentId, CommentStatus, Draft, Html, Rules},
};

/// Whether, and how, an article takes a reader's comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commenting {
    /// Over REST.
    Rest,
    /// Through the site's comment form.
    Form,
    /// Not any more.
    Closed,
    /// Only with an account, which this application has no use for.
    LoginRequired,
    /// At the site's own page of the article only.
    Elsewhere,
}

impl Commenting {
    /// Whether one may comment in this application.
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Rest | Self::Form)
    }
}

impl Client {
    /// How to comment on `article`, asked before anybody writes. `comments_open` is what the article says,
    /// `rules` what the site does; `page_origin` (`https://example.org`) is where the reader is.
    ///
    /// WordPress does not tell why it takes no comment over REST. On the site's own origin its form will
    /// say; on another origin only the site's own page can.
    ///
    /// # Errors
    /// [`Error::Unreachable`] without an answer, [`Error::Server`] when the site cannot answer now.
    pub async fn commenting(
        &self,
        article: ArticleId,
        comments_open: bool,
        rules: Rules,
        page_origin: &str,
    ) -> Result<Commenting, Error> {
        if !comments_open {
            return Ok(Commenting::Closed);
        }
        if rules.needs_account {
            return Ok(Commenting::LoginRequired);
        }
        if rules.takes_comments {
            return Ok(Commenting::Rest);
        }
        // Across origins the header `Allow` is kept from a page; `_envelope` repeats it in the body.
        let url = self.root().url("wp/v2/comments", &comments_query(&[article], "_envelope&_fields=methods"));
        let probe = self.send(Request::options(url.clone())).await;
        let reply = probe.map_err(|NoAnswer| Error::Unreachable { url })?;
        Ok(if self.allows_post(&reply)? {
            Commenting::Rest
        } else if self.root().is_same_origin(page_origin) {
            Commenting::Form
        } else {
            Commenting::Elsewhere
        })
    }

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
            Commenting::Form => self.post_form(article, &draft).await,
            Commenting::Closed => Err(Rejection::Closed),
            Commenting::LoginRequired | Commenting::Elsewhere => Err(Rejection::LoginRequired),
        }
    }

    async fn post_rest(&self, article: ArticleId, draft: &Draft) -> Result<Comment, Rejection> {
        let names = ["post", "author_name", "author_email", "content", "parent"];
        let url = self.root().url("wp/v2/comments", &["_fields=", COMMENT_FIELDS].concat());
        let reply =
            self.send(Request::post(url, fields(names, article, draft))).await.map_err(unreachable)?;
        let body = self.parse(&reply).unwrap_or(Json::Null);
        if !refusal::is_success(&reply) {
            return Err(refusal::rejection(&reply, &body, draft));
        }
        mapping::comment(&body).map_err(|_| Rejection::Unconfirmed)
    }

    async fn post_form(&self, article: ArticleId, draft: &Draft) -> Result<Comment, Rejection> {
        let newest = self.newest_comment(article).await;
        let names = ["comment_post_ID", "author", "email", "comment", "comment_parent"];
        let mut form = fields(names, article, draft);
        // The form redirects to what was said: to a list of JSON, rather than to a page of the theme. Only
        // the path, since WordPress redirects nowhere but to its own host.
        let query = comments_query(
            &[article],
            &["orderby=id&order=desc&per_page=10&_fields=", COMMENT_FIELDS].concat(),
        );
        form.push(("redirect_to", self.root().path("wp/v2/comments", &query)));
        let url = self.root().comment_form();
        let reply = self.send(Request::post(url, form)).await.map_err(unreachable)?;
        if !reply.redirected || reply.url.contains("wp-comments-post.php") {
            return Err(self.form_rejection(&reply, article, draft).await);
        }
        if let Some(id) = unapproved(&reply.url) {
            return Ok(held(Some(id), draft));
        }
        // Where the form led to another page (a plugin's), the list has still to be asked.
        let is_list = reply.url.contains("orderby=id");
        let list = match self.parse(&reply).filter(|_| is_list) {
            Some(list) => Some(list),
            None => self.get(self.root().url("wp/v2/comments", &query)).await.ok().map(|(list, _)| list),
        };
        match list.as_ref().and_then(|list| find(list, newest, draft)) {
            Some(comment) => Ok(comment),
            // Taken, but not shown to everybody.
            None if is_list => Ok(held(None, draft)),
            None => Err(Rejection::Unconfirmed),
        }
    }

    /// The number of the newest comment before this reader's, so that an older one by the same name is not
    /// taken for it; 0 where that is not to be had, which keeps no comment from being sent.
    async fn newest_comment(&self, article: ArticleId) -> u64 {
        let asked = self.comments_of(&[article], "orderby=id&order=desc&per_page=1&_fields=id").await;
        asked.ok().and_then(|(comments, _)| number(comments.first(), "id").ok()).unwrap_or(0)
    }

    /// Why the form refused. Its pages carry no code, only words in the site's language.
    async fn form_rejection(&self, reply: &Reply, article: ArticleId, draft: &Draft) -> Rejection {
        let body = self.parse(reply).unwrap_or(Json::Null);
        match reply.status {
            // Missing, private or protected: the form says nothing at all.
            200 if reply.body.trim().is_empty() => Rejection::Closed,
            // Something about the fields, whose rules are known here as well.
            200 if matches!(body, Json::Object(_)) => {
                let problem = draft.problems(0, true).into_iter().next();
                problem.unwrap_or_else(|| refusal::refused(200, &body))
            }
            200..=399 => Rejection::Unconfirmed,
            // Closed, or an account is needed, or a plugin's refusal.
            403 if self.is_closed(article).await => Rejection::Closed,
            403 => refusal::refused(403, &body),
            401 => Rejection::LoginRequired,
            409 => Rejection::Duplicate,
            413 => Rejection::TooLong(Field::Body),
            429 => Rejection::Flood,
            status @ 500.. => Rejection::Server { status },
            status => refusal::refused(status, &body),
        }
    }

    async fn is_closed(&self, article: ArticleId) -> bool {
        let query = ["_fields=comment_status&include=", &article.0.to_string()].concat();
        let post = self.get(self.root().url("wp/v2/posts", &query)).await;
        post.is_ok_and(|(posts, _)| text_or_empty(posts.first(), "comment_status") == "closed")
    }

    /// Whether a probe says that a comment would be taken over REST. A refusal of the probe itself says no.
    fn allows_post(&self, reply: &Reply) -> Result<bool, Error> {
        if let Reply { status: status @ (429 | 500..), .. } = *reply {
            return Err(Error::Server { status });
        }
        let envelope = self.parse(reply).unwrap_or(Json::Null);
        let allow = reply.allow.as_deref().unwrap_or(text_or_empty(at(&envelope, "headers"), "Allow"));
        Ok(allow.split(',').any(|method| method.trim() == "POST"))
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

fn unreachable(_: NoAnswer) -> Rejection {
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
fn find(list: &Json, newest: u64, draft: &Draft) -> Option<Comment> {
    let sent = held(None, draft);
    let mut comments = list.items().iter().filter_map(|comment| mapping::comment(comment).ok());
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
