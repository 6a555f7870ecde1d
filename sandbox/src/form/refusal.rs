//! Why the form refuses a comment, and the page that says so.

use axum::{
    body::Body,
    http::{Response, StatusCode, header::InvalidHeaderValue},
};
use thiserror::Error;

use crate::{
    error::Column,
    page,
    store::{StoreError, comments::NotKept},
};

/// Why the form was refused.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The post is missing, not public or protected: WordPress says nothing at all.
    #[error("")]
    Silence,
    #[error("Comments are closed here.")]
    Closed,
    #[error("Log in to comment.")]
    Login,
    #[error("<strong>Error:</strong> Please fill in the required fields: name and email.")]
    AuthorData,
    #[error("<strong>Error:</strong> Please enter a valid email address.")]
    Email,
    #[error("<strong>Error:</strong> Please type your comment text.")]
    Content,
    #[error("<strong>Error:</strong> Your {} is too long.", column(*.0))]
    TooLong(Column),
    #[error("Duplicate comment: you&#8217;ve said that already.")]
    Duplicate,
    #[error("You are commenting too quickly.")]
    Flood,
    #[error("<strong>Error:</strong> The comment could not be saved: {0}")]
    Store(#[from] StoreError),
    #[error("<strong>Error:</strong> The comment was saved, but there is no way to it: {0}")]
    Redirection(#[from] InvalidHeaderValue),
}

impl From<NotKept> for Refusal {
    fn from(error: NotKept) -> Self {
        match error {
            NotKept::Duplicate => Self::Duplicate,
            NotKept::Flood => Self::Flood,
            NotKept::Store(error) => Self::Store(error),
        }
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Email => "email address",
        Column::Url => "URL",
        Column::Content => "comment",
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            // WordPress calls a form that was filled in wrongly a success.
            Self::Silence | Self::AuthorData | Self::Email | Self::Content | Self::TooLong(_) => {
                StatusCode::OK
            }
            Self::Closed | Self::Login => StatusCode::FORBIDDEN,
            Self::Duplicate => StatusCode::CONFLICT,
            Self::Flood => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) | Self::Redirection(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page, or its JSON.
    pub fn response(&self, json: bool) -> Response<Body> {
        if let Self::Silence = self {
            return page::html(StatusCode::OK, String::new());
        }
        page::death(self.status(), &format!("<p>{self}</p>"), json)
    }
}
