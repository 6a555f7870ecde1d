//! Changing and withdrawing one's own comment, where tadwina's plugin for WordPress lets its author do so.

use super::{
    Client,
    decode::decode,
    mapping,
    posting::unreachable,
    queries::{self, Template},
    refusal, wire,
};
use crate::{
    error::Rejection,
    http::{Request, Response},
    model::{Comment, CommentId, Draft},
    text::formatted,
};

impl Client {
    /// Changes the text of the comment `id` to that of `draft`. A change that arrived already changes nothing.
    ///
    /// # Errors
    /// Why it was not changed, or that nobody can say.
    pub async fn change_comment(
        &self,
        id: CommentId,
        token: &str,
        draft: &Draft,
    ) -> Result<Comment, Rejection> {
        let content = formatted(&draft.normalised().body);
        let form = vec![("token", token.to_owned()), ("content", content)];
        let response = self.send_change(&queries::CHANGED_COMMENT, id, form, draft).await?;
        let comment: wire::Comment = decode(&response).map_err(|_| Rejection::Unconfirmed)?;
        mapping::comment(comment).map_err(|_| Rejection::Unconfirmed)
    }

    /// Withdraws the comment `id`. One that is gone is withdrawn: a lost answer may have said so.
    ///
    /// # Errors
    /// As [`Self::change_comment`].
    pub async fn withdraw_comment(&self, id: CommentId, token: &str) -> Result<(), Rejection> {
        let form = vec![("token", token.to_owned())];
        let sent = self.send_change(&queries::WITHDRAWN_COMMENT, id, form, &Draft::default()).await;
        let response = match sent {
            Err(Rejection::Gone) => return Ok(()),
            sent => sent?,
        };
        let comment: wire::Comment = decode(&response).map_err(|_| Rejection::Unconfirmed)?;
        let is_withdrawn = comment.status.text() == "trash";
        if is_withdrawn { Ok(()) } else { Err(Rejection::Unconfirmed) }
    }

    async fn send_change(
        &self,
        template: &Template,
        CommentId(id): CommentId,
        form: Vec<(&'static str, String)>,
        draft: &Draft,
    ) -> Result<Response, Rejection> {
        let route = [template.route, "/", &id.to_string()].concat();
        let url = self.url(&route, &self.with_avatars(template.query));
        let response = self.send(Request::post(url, form)).await.map_err(unreachable)?;
        if response.is_success() { Ok(response) } else { Err(refusal::rejection(&response, draft)) }
    }
}
