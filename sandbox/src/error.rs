//! Every refusal of the REST API: WordPress's code, its HTTP status, and a message of our own.
//!
//! Clients go by status and code; WordPress translates its messages, so their words mean nothing.

use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::{reply::Reply, store::StoreError};

/// A refusal.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "the code and the message of each say all there is")]
pub enum RestError {
    #[error("No route was found for this address and method.")]
    NoRoute,
    #[error("The body is not valid JSON.")]
    InvalidJson,
    #[error("These parameters are not valid: {}", names(.0))]
    InvalidParam(Vec<BadParam>),
    #[error("The cookie check failed.")]
    InvalidNonce,

    #[error("This page number is beyond the last page.")]
    PostPageNumber,
    #[error("No post has this ID.")]
    PostId,
    #[error("No post has this ID.")]
    TermPostId,
    #[error("This is not for the public.")]
    Forbidden,
    #[error("This context is for editors.")]
    ForbiddenContext,
    #[error("Ordering by relevance needs a search term.")]
    NoSearchTerm,
    #[error("Ordering by include needs a list of IDs.")]
    NoInclude,
    #[error("The password of the post is not right.")]
    PostPassword,
    #[error("No term has this ID.")]
    TermId,
    #[error("No user has this ID.")]
    UserId,
    #[error("This user is not for the public.")]
    UserHidden,
    #[error("You are not logged in.")]
    NotLoggedIn,

    #[error("The post of these comments is not for you to read.")]
    CannotReadPost,
    #[error("This comment is not for you to read.")]
    CannotRead,
    #[error("These parameters are not for you: {}", .0.join(", "))]
    ForbiddenParam(Vec<&'static str>),
    #[error("No comment has this ID.")]
    CommentId,

    #[error("Log in to comment.")]
    LoginRequired,
    #[error("The field 'author' is not for you to set.")]
    CommentAuthor,
    #[error("The field 'author_ip' is not for you to set.")]
    CommentAuthorIp,
    #[error("The field 'status' is not for you to set.")]
    CommentStatus,
    #[error("No user has this author ID.")]
    CommentAuthorUnknown,
    #[error("This comment exists already.")]
    CommentExists,
    #[error("Comments of this type cannot be made here.")]
    CommentType,
    #[error("A comment needs a post.")]
    CommentPost,
    #[error("This post takes no comments: it is a draft.")]
    DraftPost,
    #[error("This post takes no comments: it was thrown away.")]
    TrashPost,
    #[error("Comments are closed here.")]
    CommentClosed,
    #[error("The comment has no text.")]
    CommentContent,
    #[error("A comment needs a name and an e-mail address.")]
    AuthorData,
    #[error("A field of the comment is too long.")]
    TooLong(Column),
    #[error("Duplicate comment: you&#8217;ve said that already.")]
    Duplicate,
    #[error("You are commenting too quickly.")]
    Flood,
    #[error("This is not for you to make.")]
    CannotCreate,
    #[error("This is not for you to change.")]
    CannotEdit,
    #[error("This is not for you to delete.")]
    CannotDelete,
    #[error("The comment could not be kept.")]
    FailedCreate(StoreError),
    #[error("The data file could not be read: {0}")]
    Store(#[from] StoreError),
}

/// A parameter that was refused, with WordPress's code for why.
#[derive(Debug, Clone)]
pub struct BadParam {
    /// Its name.
    pub name: &'static str,
    /// Such as `rest_out_of_bounds`.
    pub code: &'static str,
    /// What would be right.
    pub message: String,
    /// Where in a list the wrong value stands.
    pub place: Option<usize>,
}

impl BadParam {
    /// Some of WordPress's checks say a little more.
    fn data(&self) -> Value {
        match self.code {
            "rest_invalid_type" => match self.place {
                Some(place) => json!({ "param": format!("{}[{place}]", self.name) }),
                None => json!({ "param": self.name }),
            },
            "rest_forbidden_status" => json!({ "status": 401 }),
            _ => Value::Null,
        }
    }
}

/// A database column with a limit in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The commenter's name: 245 bytes.
    Name,
    /// The e-mail address: 100 bytes.
    Email,
    /// The web address: 200 bytes.
    Url,
    /// The text: 65 525 bytes.
    Content,
}

impl RestError {
    /// WordPress's code, the thing that clients go by.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRoute => "rest_no_route",
            Self::InvalidJson => "rest_invalid_json",
            Self::InvalidParam(_) => "rest_invalid_param",
            Self::InvalidNonce => "rest_cookie_invalid_nonce",
            Self::PostPageNumber => "rest_post_invalid_page_number",
            Self::PostId | Self::TermPostId => "rest_post_invalid_id",
            Self::Forbidden => "rest_forbidden",
            Self::ForbiddenContext => "rest_forbidden_context",
            Self::NoSearchTerm => "rest_no_search_term_defined",
            Self::NoInclude => "rest_orderby_include_missing_include",
            Self::PostPassword => "rest_post_incorrect_password",
            Self::TermId => "rest_term_invalid",
            Self::UserId => "rest_user_invalid_id",
            Self::UserHidden => "rest_user_cannot_view",
            Self::NotLoggedIn => "rest_not_logged_in",
            Self::CannotReadPost => "rest_cannot_read_post",
            Self::CannotRead => "rest_cannot_read",
            Self::ForbiddenParam(_) => "rest_forbidden_param",
            Self::CommentId => "rest_comment_invalid_id",
            Self::LoginRequired => "rest_comment_login_required",
            Self::CommentAuthor => "rest_comment_invalid_author",
            Self::CommentAuthorIp => "rest_comment_invalid_author_ip",
            Self::CommentStatus => "rest_comment_invalid_status",
            Self::CommentAuthorUnknown => "rest_comment_author_invalid",
            Self::CommentExists => "rest_comment_exists",
            Self::CommentType => "rest_invalid_comment_type",
            Self::CommentPost => "rest_comment_invalid_post_id",
            Self::DraftPost => "rest_comment_draft_post",
            Self::TrashPost => "rest_comment_trash_post",
            Self::CommentClosed => "rest_comment_closed",
            Self::CommentContent => "rest_comment_content_invalid",
            Self::AuthorData => "rest_comment_author_data_required",
            Self::TooLong(column) => column.code(),
            Self::Duplicate => "comment_duplicate",
            Self::Flood => "comment_flood",
            Self::CannotCreate => "rest_cannot_create",
            Self::CannotEdit => "rest_cannot_edit",
            Self::CannotDelete => "rest_cannot_delete",
            Self::FailedCreate(_) => "rest_comment_failed_create",
            Self::Store(_) => "internal_server_error",
        }
    }

    /// WordPress's HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::InvalidJson
            | Self::InvalidParam(_)
            | Self::PostPageNumber
            | Self::TermPostId
            | Self::NoSearchTerm
            | Self::NoInclude
            | Self::CommentAuthorUnknown
            | Self::CommentExists
            | Self::CommentType
            | Self::CommentContent
            | Self::AuthorData
            | Self::TooLong(_)
            // Only the form route says 429.
            | Self::Flood => 400,
            Self::Forbidden
            | Self::ForbiddenContext
            | Self::UserHidden
            | Self::NotLoggedIn
            | Self::CannotReadPost
            | Self::CannotRead
            | Self::ForbiddenParam(_)
            | Self::LoginRequired
            | Self::CommentAuthor
            | Self::CommentAuthorIp
            | Self::CommentStatus
            | Self::CannotCreate
            | Self::CannotEdit
            | Self::CannotDelete => 401,
            Self::InvalidNonce
            | Self::PostPassword
            | Self::CommentPost
            | Self::DraftPost
            | Self::TrashPost
            | Self::CommentClosed => 403,
            Self::NoRoute | Self::PostId | Self::TermId | Self::UserId | Self::CommentId => 404,
            Self::Duplicate => 409,
            Self::FailedCreate(_) | Self::Store(_) => 500,
        }
    }

    /// `{code, message, data: {status, params?, details?}}`.
    #[must_use]
    pub fn reply(&self) -> Reply {
        let mut data = json!({ "status": self.status() });
        if let Self::InvalidParam(bad) = self {
            data["params"] = by_name(bad, |bad| Value::String(bad.message.clone()));
            data["details"] =
                by_name(bad, |bad| json!({ "code": bad.code, "message": bad.message, "data": bad.data() }));
        }
        if let Self::InvalidJson = self {
            // PHP's JSON_ERROR_SYNTAX.
            data["json_error_code"] = json!(4);
            data["json_error_message"] = json!("Syntax error");
        }
        let body = json!({ "code": self.code(), "message": self.to_string(), "data": data });
        Reply { status: self.status(), headers: Vec::new(), body }
    }
}

impl Column {
    /// The most bytes that fit: WordPress 6.1 and 6.8 on MariaDB.
    #[must_use]
    pub fn limit(self) -> usize {
        match self {
            Self::Name => 245,
            Self::Email => 100,
            Self::Url => 200,
            Self::Content => 65_525,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Name => "comment_author_column_length",
            Self::Email => "comment_author_email_column_length",
            Self::Url => "comment_author_url_column_length",
            Self::Content => "comment_content_column_length",
        }
    }
}

fn names(bad: &[BadParam]) -> String {
    bad.iter().map(|bad| bad.name).collect::<Vec<_>>().join(", ")
}

fn by_name(bad: &[BadParam], value: impl Fn(&BadParam) -> Value) -> Value {
    Value::Object(bad.iter().map(|bad| (bad.name.to_owned(), value(bad))).collect::<Map<_, _>>())
}
