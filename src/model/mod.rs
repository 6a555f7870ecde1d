//! The blog as readers know it: articles, categories, comments. Knows neither WordPress's wire format
//! nor Leptos nor the browser, so that another source of articles would be another module beside `api`.

mod address;
mod address_rules;
mod article;
mod captcha;
mod category;
mod change;
mod comment;
mod discussion_settings;
mod html;
pub mod limits;
mod moment;
mod origin;
mod permalink;
mod posting;
mod site;
mod slug;
mod threads;
mod wordpress_own;

pub use address::{Address, ArticleKey, ArticleName, CategoryKey, category_slug};
pub use address_rules::{Meaning, address_rules};
pub use article::{Article, ArticleId, Author, Body, Heading, Page, Picture, PictureSource, Summary, UserId};
pub use captcha::{Captcha, CaptchaFailure, CaptchaProvider, CaptchaState, CaptchaToken, UnknownCaptcha};
pub use category::{Category, CategoryId, CategoryTree};
pub use change::{ChangeToken, Changeable};
pub use comment::{Comment, CommentId, CommentStatus, Draft};
pub use discussion_settings::{DiscussionOptions, DiscussionSettings, Updates};
pub use html::Html;
pub use moment::Moment;
pub use origin::{Avatar, Avatars, Origin, Source, UnknownAvatars};
pub use permalink::Permalink;
pub use posting::{Posting, PostingAction, PostingEvent};
pub use site::Site;
pub use slug::Slug;
pub use threads::{Arrangement, Threaded, threads};
pub use wordpress_own::is_wordpress_own;
