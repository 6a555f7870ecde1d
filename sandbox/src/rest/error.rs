//! The errors of the REST API, with WordPress's code and HTTP status.
//!
//! The messages are our own. WordPress translates its messages, so a client reads status and code.

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::response::RestResponse;
use crate::store::StoreError;

/// The status that a plugin meant.
const PLUGIN_STATUS: u16 = 403;

/// Why the API refuses a request.
#[derive(Debug, Error)]
pub enum RestError {
    /// One of [`refusal`].
    #[error("{}", .0.message)]
    Refused(Refusal),
    /// Parameters that do not fit the schema.
    #[error("Invalid parameters: {}", .0.iter().map(|param| param.name).collect::<Vec<_>>().join(", "))]
    InvalidParam(Vec<InvalidParam>),
    /// The posted body is not JSON.
    #[error("The body is not valid JSON.")]
    InvalidJson,
    /// A plugin refused, and gave the status as a bare number. WordPress finds no status there, and sends 500.
    #[error("A plugin refused.")]
    Plugin,
    /// SQLite refused.
    #[error("The data file does not work: {0}")]
    Store(#[from] StoreError),
}

/// A refusal with a fixed message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// WordPress's code.
    pub code: &'static str,
    /// Our message.
    pub message: &'static str,
}

/// A parameter that does not fit the schema.
#[derive(Debug, Clone)]
pub struct InvalidParam {
    /// Its name.
    pub name: &'static str,
    /// WordPress's code, such as `rest_out_of_bounds`.
    pub code: &'static str,
    /// The message, which says what is expected.
    pub message: String,
    /// The index of the wrong value in a list.
    pub index: Option<usize>,
}

impl From<Refusal> for RestError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl RestError {
    fn status_and_code(&self) -> (u16, &'static str) {
        match self {
            Self::Refused(refusal) => (refusal.status, refusal.code),
            Self::InvalidParam(_) => (400, "rest_invalid_param"),
            Self::InvalidJson => (400, "rest_invalid_json"),
            Self::Plugin => (500, "sandbox_refused"),
            Self::Store(_) => (500, "internal_server_error"),
        }
    }

    /// `{code, message, data: {status, params?, details?}}`.
    #[must_use]
    pub fn response(&self) -> RestResponse {
        let (status, code) = self.status_and_code();
        let mut data = json!({ "status": status });
        match self {
            Self::InvalidParam(params) => {
                data["params"] = by_name(params, |param| json!(param.message));
                data["details"] = by_name(params, InvalidParam::details);
            }
            Self::InvalidJson => {
                // PHP's JSON_ERROR_SYNTAX.
                data["json_error_code"] = json!(4);
                data["json_error_message"] = json!("Syntax error");
            }
            Self::Plugin => data = json!(PLUGIN_STATUS),
            Self::Refused(_) | Self::Store(_) => {}
        }
        RestResponse::new(status, json!({ "code": code, "message": self.to_string(), "data": data }))
    }
}

impl InvalidParam {
    fn details(&self) -> Value {
        let data = match (self.code, self.index) {
            ("rest_invalid_type", Some(index)) => json!({ "param": format!("{}[{index}]", self.name) }),
            ("rest_invalid_type", None) => json!({ "param": self.name }),
            ("rest_forbidden_status", _) => json!({ "status": 401 }),
            _ => Value::Null,
        };
        json!({ "code": self.code, "message": self.message, "data": data })
    }
}

fn by_name(params: &[InvalidParam], value: impl Fn(&InvalidParam) -> Value) -> Value {
    Value::Object(params.iter().map(|param| (param.name.to_owned(), value(param))).collect::<Map<_, _>>())
}

/// Every refusal with a fixed message.
pub mod refusal {
    use super::Refusal;

    macro_rules! refusals {
        ($($name:ident $status:literal $code:literal $message:literal)*) => {
            $(#[doc = $message] pub const $name: Refusal =
                Refusal { status: $status, code: $code, message: $message };)*
        };
    }

    refusals! {
        NO_ROUTE 404 "rest_no_route" "No route matches this address and method."
        INVALID_NONCE 403 "rest_cookie_invalid_nonce" "The cookie check failed."
        FORBIDDEN_CONTEXT 401 "rest_forbidden_context" "This context is for editors."

        POST_PAGE_NUMBER 400 "rest_post_invalid_page_number" "This page number is beyond the last page."
        POST_ID 404 "rest_post_invalid_id" "No post has this ID."
        TERMS_OF_POST_ID 400 "rest_post_invalid_id" "No post has this ID."
        POST_FORBIDDEN 401 "rest_forbidden" "This post is not public."
        POST_PASSWORD 403 "rest_post_incorrect_password" "The password of the post is wrong."
        NO_SEARCH_TERM 400 "rest_no_search_term_defined" "Ordering by relevance needs a search term."
        NO_INCLUDE 400 "rest_orderby_include_missing_include" "Ordering by include needs a list of IDs."

        TERM_ID 404 "rest_term_invalid" "No term has this ID."
        USER_ID 404 "rest_user_invalid_id" "No user has this ID."
        USER_NOT_PUBLIC 401 "rest_user_cannot_view" "This user is not public."
        NOT_LOGGED_IN 401 "rest_not_logged_in" "You are not logged in."

        COMMENT_ID 404 "rest_comment_invalid_id" "No comment has this ID."
        COMMENT_NOT_PUBLIC 401 "rest_cannot_read" "This comment is not public."
        COMMENTS_NOT_PUBLIC 401 "rest_cannot_read_post" "The post of these comments is not public."
        COMMENT_PARAM 401 "rest_forbidden_param" "This parameter is for moderators."
        COMMENT_DELETE 401 "rest_cannot_delete" "Deleting comments is for moderators."

        COMMENT_LOGIN_REQUIRED 401 "rest_comment_login_required" "Log in to comment."
        COMMENT_AUTHOR 401 "rest_comment_invalid_author" "The field 'author' is for moderators."
        COMMENT_AUTHOR_IP 401 "rest_comment_invalid_author_ip" "The field 'author_ip' is for moderators."
        COMMENT_STATUS 401 "rest_comment_invalid_status" "The field 'status' is for moderators."
        COMMENT_AUTHOR_ID 400 "rest_comment_author_invalid" "No user has this author ID."
        COMMENT_EXISTS 400 "rest_comment_exists" "A new comment has no ID."
        COMMENT_TYPE 400 "rest_invalid_comment_type" "Comments of this type are made elsewhere."
        COMMENT_POST_ID 403 "rest_comment_invalid_post_id" "A comment needs a post."
        COMMENT_ON_DRAFT 403 "rest_comment_draft_post" "The post is a draft."
        COMMENT_ON_TRASH 403 "rest_comment_trash_post" "The post is in the trash."
        COMMENTS_CLOSED 403 "rest_comment_closed" "Comments are closed."
        COMMENT_CONTENT 400 "rest_comment_content_invalid" "The comment has no text."
        COMMENT_AUTHOR_DATA 400 "rest_comment_author_data_required" "A comment needs a name and an e-mail address."
        COMMENT_FAILED 500 "rest_comment_failed_create" "The comment was not saved."
        COMMENT_DUPLICATE 409 "comment_duplicate" "Duplicate comment: you&#8217;ve said that already."
        COMMENT_FLOOD 400 "comment_flood" "You are commenting too quickly."
    }
}
