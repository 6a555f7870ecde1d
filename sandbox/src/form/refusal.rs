//! Why the form refuses a comment, and the error page for it.

use axum::{
    body::Body,
    http::{Response, StatusCode, header::InvalidHeaderValue},
};
use thiserror::Error;

use crate::{
    store::{StoreError, comments::NotStored},
    wp_die::{html, wp_die},
};

/// Why the form refuses a comment.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The post is missing, not public or protected. WordPress sends an empty page.
    #[error("")]
    Silent,
    #[error("Comments are closed.")]
    Closed,
    #[error("Log in to comment.")]
    Login,
    #[error("<strong>Error:</strong> Please fill in the required fields: name and email.")]
    AuthorData,
    #[error("<strong>Error:</strong> Please enter a valid email address.")]
    Email,
    #[error("<strong>Error:</strong> Please type your comment text.")]
    Content,
    #[error("<strong>Error:</strong> Your {0} is too long.")]
    TooLong(&'static str),
    #[error("Duplicate comment: you&#8217;ve said that already.")]
    Duplicate,
    #[error("You are commenting too quickly.")]
    Flood,
    #[error("A plugin refused.")]
    Plugin,
    #[error("<strong>Error:</strong> The comment could not be saved. Please try again later.")]
    Unsaved,
    #[error("<strong>Error:</strong> The comment could not be saved: {0}")]
    Store(#[from] StoreError),
    #[error("<strong>Error:</strong> The comment was saved, but the redirect failed: {0}")]
    Redirect(#[from] InvalidHeaderValue),
}

impl From<NotStored> for Refusal {
    fn from(error: NotStored) -> Self {
        match error {
            NotStored::Duplicate => Self::Duplicate,
            NotStored::Flood => Self::Flood,
            NotStored::Plugin => Self::Plugin,
            NotStored::Unsaved => Self::Unsaved,
            NotStored::Store(error) => Self::Store(error),
        }
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            // WordPress sends status 200 when it refuses a field.
            Self::Silent | Self::AuthorData | Self::Email | Self::Content | Self::TooLong(_) => {
                StatusCode::OK
            }
            Self::Closed | Self::Login | Self::Plugin => StatusCode::FORBIDDEN,
            Self::Duplicate => StatusCode::CONFLICT,
            Self::Flood => StatusCode::TOO_MANY_REQUESTS,
            Self::Unsaved | Self::Store(_) | Self::Redirect(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error page, or the error as JSON.
    pub fn response(&self, as_json: bool) -> Response<Body> {
        if matches!(self, Self::Silent) {
            return html(StatusCode::OK, String::new());
        }
        wp_die(self.status(), &format!("<p>{self}</p>"), as_json)
    }
}
