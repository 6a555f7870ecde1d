//! Whether one may comment, and by which of the two ways that WordPress has.
//!
//! Over REST an anonymous comment needs a setting that few sites have. The form of every theme,
//! `wp-comments-post.php`, needs none, and moderators and spam filters hear of what comes through it; but a page can
//! read its response only on the site's own origin.

use super::{
    Client,
    decode::decode,
    queries::{self, ALLOWED_METHODS},
    refusal,
    wire::{Envelope, ErrorBody},
};
use crate::{
    error::Error,
    http::{NoResponse, Request, Response},
    model::{ArticleId, DiscussionSettings},
};

/// Whether, and how, an article takes a reader's comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commenting {
    /// Over REST.
    Rest,
    /// Over REST, where the site did not say whether it takes any: a web server answers `OPTIONS` in its place.
    Unknown,
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
        matches!(self, Self::Rest | Self::Unknown | Self::Form)
    }
}

impl Client {
    /// How to comment on `article`, asked before anybody writes. `comments_open` is what the article says,
    /// `settings` what the site does; `page_origin` (`https://example.org`) is where the reader is.
    ///
    /// WordPress does not tell why it takes no comment over REST. On the site's own origin its form will
    /// say; on another origin only the site's own page can.
    ///
    /// # Errors
    /// [`Error::Server`] when the site cannot serve now.
    pub async fn commenting(
        &self,
        article: ArticleId,
        comments_open: bool,
        settings: DiscussionSettings,
        page_origin: &str,
    ) -> Result<Commenting, Error> {
        if !comments_open {
            return Ok(Commenting::Closed);
        }
        if settings.needs_account {
            return Ok(Commenting::LoginRequired);
        }
        if settings.takes_comments {
            return Ok(Commenting::Rest);
        }
        let url = self.url(ALLOWED_METHODS.route, &queries::about(&ALLOWED_METHODS, article));
        let allows_post = match self.send(Request::options(url)).await {
            // No connection, or a server that refuses `OPTIONS`, which a browser cannot tell apart.
            Err(NoResponse) => None,
            Ok(Response { status: status @ (429 | 500..), .. }) => return Err(Error::Server { status }),
            Ok(response) if has_no_route(&response) => return Ok(Commenting::Closed),
            Ok(response) => allows_post(&response),
        };
        Ok(match (allows_post, self.root().is_same_origin(page_origin)) {
            (Some(true), _) => Commenting::Rest,
            // The form wants a cookie that the site's own page sets.
            (_, true) if self.password().is_some() => Commenting::Elsewhere,
            (_, true) => Commenting::Form,
            (Some(false), false) => Commenting::Elsewhere,
            (None, false) => Commenting::Unknown,
        })
    }
}

/// Whether the site has no comments: a plugin took their route away, though articles still say that they are open.
fn has_no_route(response: &Response) -> bool {
    let bare = decode::<ErrorBody>(response).unwrap_or_default();
    let enveloped = decode::<Envelope>(response).unwrap_or_default().body;
    [bare, enveloped].into_iter().any(|body| body.code.text() == refusal::NO_ROUTE)
}

/// Whether the response to `OPTIONS` says that REST would take a comment; `None` if WordPress did not answer it.
fn allows_post(response: &Response) -> Option<bool> {
    let envelope: Envelope = decode(response).unwrap_or_default();
    let is_wordpress = response.allow.is_some() || envelope.status.value().is_some();
    let allow = response.allow.clone().unwrap_or_else(|| envelope.headers.allow.text());
    is_wordpress.then(|| allow.split(',').any(|method| method.trim() == "POST"))
}
