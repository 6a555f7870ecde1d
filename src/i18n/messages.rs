//! The messages that every language has: one literal of [`Messages`] per language.

use super::Plural;

/// A message, or part of one.
pub type Text = &'static str;

/// Messages by key: `share`, and for a part of one `left.one`.
pub trait Texts {
    /// The text with this key, to replace it.
    fn text_mut(&mut self, key: &str) -> Option<&mut Text>;

    /// Adds every text with its key, which begins with `key`.
    fn collect(&self, key: &str, texts: &mut Vec<(String, Text)>);
}

impl Texts for Text {
    fn text_mut(&mut self, key: &str) -> Option<&mut Text> {
        key.is_empty().then_some(self)
    }

    fn collect(&self, key: &str, texts: &mut Vec<(String, Text)>) {
        texts.push((key.to_owned(), self));
    }
}

/// A struct whose fields are texts or have texts, each under its name.
macro_rules! texts {
    ($(#[$attribute:meta])* pub struct $name:ident {
        $($(#[$field_attribute:meta])* $visibility:vis $field:ident: $type:ty,)*
    }) => {
        $(#[$attribute])*
        pub struct $name {
            $($(#[$field_attribute])* $visibility $field: $type,)*
        }

        impl $crate::i18n::messages::Texts for $name {
            fn text_mut(&mut self, key: &str) -> Option<&mut $crate::i18n::messages::Text> {
                let (name, rest) = key.split_once('.').unwrap_or((key, ""));
                match name {
                    $(stringify!($field) => self.$field.text_mut(rest),)*
                    _ => None,
                }
            }

            fn collect(&self, key: &str, texts: &mut Vec<(String, $crate::i18n::messages::Text)>) {
                let joint = if key.is_empty() { "" } else { "." };
                $(self.$field.collect(&[key, joint, stringify!($field)].concat(), texts);)*
            }
        }
    };
}
pub(super) use texts;

texts! {
    /// Every message of a language. A message with values is private: a method of [`super::I18n`] fills them in.
    #[derive(Debug, Clone)]
    #[expect(missing_docs, reason = "each message explains itself: see `en`")]
    pub struct Messages {
        // The frame of every page.
        pub skip_to_content: &'static str,
        pub home: &'static str,
        pub breadcrumbs: &'static str,
        pub loading: &'static str,
        pub retry: &'static str,
        pub open_at_site: &'static str,
        // Articles.
        pub articles: &'static str,
        pub no_articles: &'static str,
        pub no_older_articles: &'static str,
        pub untitled: &'static str,
        pub locked: &'static str,
        pub password: &'static str,
        pub open_article: &'static str,
        pub wrong_password: &'static str,
        pub text_not_shown: &'static str,
        pub text_unbearable: &'static str,
        pub pages: &'static str,
        pub newer: &'static str,
        pub older: &'static str,
        // Sharing.
        pub share: &'static str,
        pub address: &'static str,
        pub copy_link: &'static str,
        pub copied: &'static str,
        pub copy_refused: &'static str,
        pub whatsapp: &'static str,
        pub facebook: &'static str,
        pub x: &'static str,
        pub telegram: &'static str,
        pub email_link: &'static str,
        // Comments.
        pub comments: &'static str,
        pub no_comments: &'static str,
        pub more_comments: &'static str,
        pub newest_first: &'static str,
        pub oldest_first: &'static str,
        pub reply: &'static str,
        pub cancel_reply: &'static str,
        pub anonymous: &'static str,
        pub article_author: &'static str,
        pub just_now: &'static str,
        pub awaiting_moderation: &'static str,
        // One's own comment.
        pub edit: &'static str,
        pub withdraw: &'static str,
        pub withdraw_question: &'static str,
        pub keep_comment: &'static str,
        pub save_change: &'static str,
        pub cancel_change: &'static str,
        pub change_published: &'static str,
        pub change_held: &'static str,
        pub withdrawn: &'static str,
        // Comments that are not taken.
        pub comments_closed: &'static str,
        pub login_required: &'static str,
        pub comment_elsewhere: &'static str,
        // The comment box.
        pub leave_comment: &'static str,
        pub comment: &'static str,
        pub name: &'static str,
        pub name_optional: &'static str,
        pub email: &'static str,
        pub email_optional: &'static str,
        pub email_hint: &'static str,
        pub website: &'static str,
        pub remember_me: &'static str,
        pub reply_mails: &'static str,
        pub not_remembered: &'static str,
        pub required: &'static str,
        pub formatting: &'static str,
        pub emphasis: &'static str,
        pub link: &'static str,
        pub quotation: &'static str,
        pub code: &'static str,
        pub preview: &'static str,
        pub nothing_to_preview: &'static str,
        pub select_excess: &'static str,
        pub post_comment: &'static str,
        pub sending: &'static str,
        pub trap: &'static str,
        pub trapped: &'static str,
        pub posted: &'static str,
        pub held: &'static str,
        pub waiting: &'static str,
        pub waiting_offline: &'static str,
        pub waiting_online: &'static str,
        pub waiting_elsewhere: &'static str,
        pub send_waiting: &'static str,
        pub draft_restored: &'static str,
        pub draft_found: &'static str,
        pub take_draft: &'static str,
        pub discard_draft: &'static str,
        pub draft_unsaved: &'static str,
        // With values.
        /// `{author}`, `{time}`.
        pub byline: &'static str,
        /// `{time}`.
        pub(super) byline_without_author: &'static str,
        /// `{author}`.
        pub(super) byline_without_time: &'static str,
        /// `{date}`, `{time}`.
        pub(super) date_time: &'static str,
        /// `{title}`, `{site}`.
        pub(super) document_title: &'static str,
        /// `{n}` of `{m}`.
        pub(super) page_of: &'static str,
        /// `{n}`.
        pub(super) comments_heading: &'static str,
        /// `{author}`.
        pub(super) reply_to: &'static str,
        /// `{author}`.
        pub(super) in_reply_to: &'static str,
        pub(super) comment_count: Plural,
        pub(super) new_comments: Plural,
        pub(super) comments_added: Plural,
        pub(super) minutes_ago: Plural,
        pub(super) hours_ago: Plural,
        pub(super) days_ago: Plural,
        /// `{host}`.
        pub(super) comment_source: &'static str,
        pub(super) limit: Plural,
        pub(super) left: Plural,
        pub(super) excess: Plural,
        pub(super) captcha: CaptchaMessages,
        /// Of an element, without WASM.
        pub part_not_loaded: &'static str,
        pub(super) missing_article: &'static str,
        pub(super) not_shown: &'static str,
        /// Of the page, without WASM.
        pub page_not_loaded: ErrorMessage,
        pub(super) errors: Errors,
        pub(super) rejections: Rejections,
    }
}

texts! {
    /// What the form says of its captcha. Each has `{provider}`.
    #[derive(Debug, Clone)]
    pub struct CaptchaMessages {
        /// What it is for and when it is asked.
        pub notice: &'static str,
        /// The comment waits for it.
        pub waiting: &'static str,
        pub expired: &'static str,
        pub refused: &'static str,
        pub not_loaded: &'static str,
    }
}

texts! {
    /// What to tell a reader who cannot read on.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct ErrorMessage {
        /// What happened, briefly and without a full stop.
        pub title: &'static str,
        /// What it means and what can be done.
        pub text: &'static str,
    }
}

texts! {
    /// A message for each [`crate::error::Error`].
    #[derive(Debug, Clone)]
    pub struct Errors {
        pub unreachable: ErrorMessage,
        pub not_found: ErrorMessage,
        pub not_here: ErrorMessage,
        pub forbidden: ErrorMessage,
        pub blocked: ErrorMessage,
        pub server: ErrorMessage,
        pub refused: ErrorMessage,
        pub not_json: ErrorMessage,
        pub shape: ErrorMessage,
        pub setting: ErrorMessage,
    }
}

texts! {
    /// A message for each [`crate::error::Rejection`].
    #[derive(Debug, Clone)]
    pub struct Rejections {
        pub missing_name: &'static str,
        pub missing_email: &'static str,
        pub missing_body: &'static str,
        pub invalid_name: &'static str,
        pub invalid_email: &'static str,
        pub invalid_website: &'static str,
        pub invalid_body: &'static str,
        pub too_long_name: &'static str,
        pub too_long_email: &'static str,
        pub too_long_website: &'static str,
        pub too_long_body: &'static str,
        /// `{n}` graphemes.
        pub over_limit: Plural,
        pub duplicate: &'static str,
        /// `{n}` seconds, from 0.
        pub flood: Plural,
        pub closed: &'static str,
        pub login_required: &'static str,
        pub elsewhere: &'static str,
        pub expired: &'static str,
        pub changed_elsewhere: &'static str,
        pub gone: &'static str,
        pub answered: &'static str,
        pub change_unclear: &'static str,
        pub blocked: &'static str,
        pub refused: &'static str,
        /// `{reason}`: the site's, in whatever language.
        pub refused_because: &'static str,
        pub server: &'static str,
        pub unreachable: &'static str,
        pub unconfirmed: &'static str,
    }
}
