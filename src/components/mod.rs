//! What the reader sees. Components take values, signals and callbacks; they fetch nothing, and reach the
//! browser only through `browser`.
//!
//! A component ends with `.into_erased()`, as [`erased_view`] explains. It has a style sheet of the same name
//! in `style/`, and classes `td-<component>__<element>`.

mod article_list;
mod article_view;
mod author_sentence;
mod avatar;
mod breadcrumbs;
mod byline;
mod character_count;
mod comment_body;
mod comment_box;
mod comment_captcha;
mod comment_errors;
mod comment_groups;
mod comment_list;
mod comment_outcome;
mod comment_preview;
mod comment_trap;
mod comment_view;
mod commenter_fields;
mod context;
mod copy_link;
mod directed;
mod draft_notices;
mod edit_form;
pub mod erased_view;
mod error_view;
mod field;
mod followed_field;
mod format_edit;
mod format_toolbar;
mod icon;
mod notice;
mod outbox;
mod pagination;
mod part_error;
mod password_form;
mod picture;
mod placeholder;
mod share_menu;
mod site_header;
mod user_html;

pub use article_list::ArticleList;
pub use article_view::ArticleView;
pub use author_sentence::AuthorSentence;
pub use breadcrumbs::{Breadcrumbs, Crumb};
pub use byline::{Byline, DateTime};
pub use character_count::{CharacterCount, Remaining};
pub use comment_box::{BODY as COMMENT_BODY, CommentBox};
pub use comment_list::CommentList;
pub use comment_view::{CommentText, CommentView};
pub use context::{
    ShareView, provide_article_author, provide_reader, provide_text_links, use_base, use_i18n, use_text_links,
};
pub use directed::text_attributes;
pub use draft_notices::DraftNotices;
pub use edit_form::{EDIT_NOTICE, EDIT_TEXT, EditForm, WITHDRAW, WithdrawForm};
pub use erased_view::{ErasedChildren, ErasedView, IntoErased};
pub use error_view::ErrorView;
pub use field::Field;
pub use notice::{Notice, NoticeKind};
pub use outbox::{Outbox, WaitingComment};
pub use pagination::Pagination;
pub use part_error::PartError;
pub use password_form::PasswordForm;
pub use picture::Picture;
pub use placeholder::Placeholder;
pub use share_menu::ShareMenu;
pub use site_header::SiteHeader;
pub use user_html::UserHtml;
