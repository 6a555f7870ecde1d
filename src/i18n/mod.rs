//! Every message in every language; numbers and dates as the reader's country writes them.
//!
//! - [`LANGUAGES`]: one file per language, with its messages, plural rule, months, and a row for each group of
//!   countries that writes alike.
//! - [`Messages`]: one struct of messages, one literal of it per language, so that a language without some message does
//!   not compile. A page may replace any of them by its own.
//! - [`Locale`]: the reader's language and country, from a BCP 47 tag.
//! - [`I18n`]: the handle that components carry; it fills in the values of a message.
//!
//! `Intl` is not used, so that a page is the same rendered natively and in the browser. Messages have no
//! invisible direction marks: numbers beside `-`, `/` and `:` keep their order by the Unicode bidirectional
//! algorithm alone. [`I18n::rejection`] has the one exception.

mod ar;
mod en;
mod fr;

mod captcha;
mod date;
mod digits;
mod language;
mod locale;
mod messages;
mod own_comment;
mod plural;
mod template;

pub use digits::{Digits, UnknownDigits};
pub use language::{Clock, Language};
pub use locale::{InvalidTag, Locale};
pub use messages::{ErrorMessage, Messages, Text, Texts};
pub use plural::Category;
pub use template::Segment;

use crate::{
    error::{Error, Field, Rejection},
    model::Moment,
    text::Direction,
};
use plural::Plural;
use template::{fill, segments};

/// Every language. The first is that of a page that names none; a page in a language that is not here reads English.
pub static LANGUAGES: [&Language; 3] = [&ar::LANGUAGE, &fr::LANGUAGE, &en::LANGUAGE];

const MINUTE_SECONDS: u64 = 60;
const HOUR_SECONDS: u64 = 60 * MINUTE_SECONDS;
const DAY_SECONDS: u64 = 24 * HOUR_SECONDS;
const WEEK_SECONDS: u64 = 7 * DAY_SECONDS;

/// The messages and formats of the reader's locale. A handle: copy it freely.
#[derive(Debug, Clone, Copy)]
pub struct I18n {
    locale: Locale,
    digits: Digits,
    messages: &'static Messages,
}

impl PartialEq for I18n {
    fn eq(&self, other: &Self) -> bool {
        (self.locale, self.digits) == (other.locale, other.digits)
            && std::ptr::eq(self.messages, other.messages)
    }
}

impl Default for I18n {
    fn default() -> Self {
        Self::new(Locale::default(), None)
    }
}

impl I18n {
    /// For readers of `locale`. Without `digits`, the usual ones of the country.
    pub fn new(locale: Locale, digits: Option<Digits>) -> Self {
        let messages = locale.language().messages;
        Self { locale, digits: digits.unwrap_or(locale.data().digits), messages }
    }

    /// The same with other messages: those of the language, some of them replaced.
    pub const fn with_messages(self, messages: &'static Messages) -> Self {
        Self { messages, ..self }
    }

    /// The document's `lang`: `ar-MA`, or the language alone for a country without a row in the table.
    pub const fn lang(self) -> &'static str {
        self.locale.tag()
    }

    /// The document's `dir`: `rtl` or `ltr`.
    pub const fn dir(self) -> &'static str {
        self.direction().as_str()
    }

    /// The direction of the language.
    pub const fn direction(self) -> Direction {
        self.locale.language().direction
    }

    /// The messages without values.
    pub const fn messages(self) -> &'static Messages {
        self.messages
    }

    /// A whole number in the reader's digits; from 10,000 in groups of three.
    pub fn number(self, number: u64) -> String {
        digits::number(number, self.digits, self.locale.data().group)
    }

    /// A day: `3 نوفمبر 2023`, `3 novembre 2023`, `3 November 2023`.
    pub fn date(self, moment: &Moment) -> String {
        date::date(moment, self.locale, self.digits)
    }

    /// A day and time, on the clock that `moment` was read from: `3 نوفمبر 2023 - 3:43 م`,
    /// `3 novembre 2023 à 15:43`, `3 November 2023, 3:43 pm`.
    pub fn date_time(self, moment: &Moment) -> String {
        let time = date::time(moment, self.locale, self.digits);
        fill(self.messages().date_time, &[("date", &self.date(moment)), ("time", &time)])
    }

    /// The name of who wrote a comment, which may be empty.
    pub fn commenter(self, author: &str) -> String {
        if author.is_empty() { self.messages().anonymous.to_owned() } else { author.to_owned() }
    }

    /// To whom a comment replies, as segments of a sentence.
    pub fn in_reply_to(self) -> Vec<Segment> {
        segments(self.messages().in_reply_to)
    }

    /// That a comment is a reply to somebody, as segments of a heading.
    pub fn reply_heading(self) -> Vec<Segment> {
        segments(self.messages().reply_to)
    }

    /// The name of the button by which one replies to `author`.
    pub fn reply_to(self, author: &str) -> String {
        fill(self.messages().reply_to, &[("author", author)])
    }

    /// Who wrote an article and when, as segments of a sentence, because author and time are elements.
    /// Without an author it is a different sentence.
    pub fn byline(self, has_author: bool, has_time: bool) -> Vec<Segment> {
        let messages = self.messages();
        segments(match (has_author, has_time) {
            (true, true) => messages.byline,
            (false, true) => messages.byline_without_author,
            (true, false) => messages.byline_without_time,
            (false, false) => "",
        })
    }

    /// A title as readers see it: WordPress's own words in place of an empty one.
    pub fn title(self, title: String) -> String {
        if title.is_empty() { self.messages().untitled.to_owned() } else { title }
    }

    /// The title of the document: `title – site`, or either alone where the other is empty.
    pub fn document_title(self, title: &str, site: &str) -> String {
        match (title, site) {
            (title, "") => title.to_owned(),
            ("", site) => site.to_owned(),
            (title, site) => fill(self.messages().document_title, &[("title", title), ("site", site)]),
        }
    }

    /// `3 تعليقات`: how many comments an article has.
    pub fn comments(self, count: u64) -> String {
        self.counted(&self.messages().comment_count, count)
    }

    /// `تعليقات الزوار ( 3 )`: the heading above the comments.
    pub fn comments_heading(self, count: u64) -> String {
        self.filled(self.messages().comments_heading, count)
    }

    /// `3 تعليقات جديدة`: how many comments others wrote since the list was loaded.
    pub fn new_comments(self, count: u32) -> String {
        self.counted(&self.messages().new_comments, count.into())
    }

    /// `ظهرت 3 تعليقات أخرى`: how many comments came when the reader asked for more.
    pub fn comments_added(self, count: usize) -> String {
        self.counted(&self.messages().comments_added, count as u64)
    }

    /// `قبل 3 ساعات`: how long ago something was, for a week; after that its date says more.
    pub fn ago(self, seconds: u64) -> Option<String> {
        let messages = self.messages();
        Some(match seconds {
            0..MINUTE_SECONDS => messages.just_now.to_owned(),
            MINUTE_SECONDS..HOUR_SECONDS => self.counted(&messages.minutes_ago, seconds / MINUTE_SECONDS),
            HOUR_SECONDS..DAY_SECONDS => self.counted(&messages.hours_ago, seconds / HOUR_SECONDS),
            DAY_SECONDS..WEEK_SECONDS => self.counted(&messages.days_ago, seconds / DAY_SECONDS),
            _ => return None,
        })
    }

    /// `1000 حرف على الأكثر`: how many graphemes a text may have.
    pub fn limit(self, graphemes: usize) -> String {
        self.counted(&self.messages().limit, graphemes as u64)
    }

    /// `بقي 12 حرفاً`: how many graphemes still fit, seen and spoken.
    pub fn left(self, graphemes: usize) -> String {
        self.counted(&self.messages().left, graphemes as u64)
    }

    /// `3 أحرف زائدة`: how many graphemes are too many, seen and spoken.
    pub fn excess(self, graphemes: usize) -> String {
        self.counted(&self.messages().excess, graphemes as u64)
    }

    /// `صفحة 2 من 5`.
    pub fn page_of(self, page: u32, pages: u32) -> String {
        let (page, pages) = (self.number(page.into()), self.number(pages.into()));
        fill(self.messages().page_of, &[("n", &page), ("m", &pages)])
    }

    /// What to tell a reader who cannot read on.
    pub const fn error(self, error: &Error) -> ErrorMessage {
        let errors = &self.messages().errors;
        match error {
            Error::Unreachable { .. } => errors.unreachable,
            Error::NotFound => errors.not_found,
            Error::NotHere => errors.not_here,
            Error::Forbidden { .. } => errors.forbidden,
            Error::Blocked { .. } => errors.blocked,
            Error::Server { .. } => errors.server,
            Error::Refused { .. } => errors.refused,
            Error::NotJson { .. } => errors.not_json,
            Error::Shape { .. } => errors.shape,
            Error::Setting { .. } => errors.setting,
        }
    }

    /// The same in one sentence, where an element of somebody's page cannot show what it is for.
    pub const fn part_error(self, error: &Error) -> &'static str {
        match error {
            Error::NotFound | Error::NotHere => self.messages().missing_article,
            Error::Refused { .. } | Error::Setting { .. } => self.messages().not_shown,
            _ => self.error(error).title,
        }
    }

    /// What to tell somebody whose comment was rejected: what happened and what to do next.
    ///
    /// The reason that a site gives may be in any language. It stands between U+2068 and U+2069 (first
    /// strong isolate), which do what `<bdi>` does for elements: otherwise the full stop of an English reason
    /// would appear at the wrong end within an Arabic message.
    pub fn rejection(self, rejection: &Rejection) -> String {
        let messages = &self.messages().rejections;
        let message = match rejection {
            Rejection::Missing(Field::Name) => messages.missing_name,
            Rejection::Missing(Field::Email) => messages.missing_email,
            Rejection::Missing(Field::Body) => messages.missing_body,
            Rejection::Invalid(Field::Name) => messages.invalid_name,
            Rejection::Invalid(Field::Email) => messages.invalid_email,
            // It is never required.
            Rejection::Missing(Field::Website) | Rejection::Invalid(Field::Website) => {
                messages.invalid_website
            }
            Rejection::Invalid(Field::Body) => messages.invalid_body,
            Rejection::TooLong(Field::Name) => messages.too_long_name,
            Rejection::TooLong(Field::Email) => messages.too_long_email,
            Rejection::TooLong(Field::Website) => messages.too_long_website,
            Rejection::TooLong(Field::Body) => messages.too_long_body,
            Rejection::OverLimit { excess } => return self.counted(&messages.over_limit, *excess as u64),
            Rejection::Duplicate => messages.duplicate,
            Rejection::Flood { seconds } => return self.counted(&messages.flood, *seconds),
            Rejection::Closed => messages.closed,
            Rejection::Expired => messages.expired,
            Rejection::ChangedElsewhere => messages.changed_elsewhere,
            Rejection::Gone => messages.gone,
            Rejection::Answered => messages.answered,
            Rejection::LoginRequired => messages.login_required,
            Rejection::Elsewhere => messages.elsewhere,
            Rejection::Blocked { .. } => messages.blocked,
            Rejection::Refused { message, .. } if message.is_empty() => messages.refused,
            Rejection::Refused { message, .. } => {
                return fill(
                    messages.refused_because,
                    &[("reason", &["\u{2068}", message, "\u{2069}"].concat())],
                );
            }
            Rejection::Server { .. } => messages.server,
            Rejection::Unreachable => messages.unreachable,
            Rejection::Unconfirmed => messages.unconfirmed,
        };
        message.to_owned()
    }

    fn counted(self, plural: &Plural, count: u64) -> String {
        self.filled(plural.form(self.locale.language().plural, count), count)
    }

    fn filled(self, template: &str, number: u64) -> String {
        fill(template, &[("n", &self.number(number))])
    }
}

#[cfg(test)]
mod tests;
