//! Everything that can go wrong, as types. Two enums, because two people are concerned differently:
//! [`Error`] keeps a reader from reading, [`Rejection`] keeps a commenter from posting.
//!
//! Neither carries text for people: `i18n` turns every variant into a message in the reader's language.

/// Why something could not be read from the site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No response came: no network, a host that does not exist, or a response without CORS headers,
    /// which a browser cannot tell apart.
    #[error("no response from {url}")]
    Unreachable {
        /// The address of the request.
        url: String,
    },
    /// The address has no public article, category or page.
    #[error("nothing is published at this address")]
    NotFound,
    /// The site may have a page at the address, and this application has none: a tag, an author, a search.
    #[error("this application has no page for the address")]
    NotHere,
    /// The site keeps its API to itself: login required, or the API is switched off.
    #[error("the site refused with {status} {code}")]
    Forbidden {
        /// HTTP status, 401 or 403.
        status: u16,
        /// WordPress's error code, such as `rest_disabled`; empty when the response had none.
        code: String,
    },
    /// Something that stands before the site responded in its place: a firewall, a challenge, the hosting's own page.
    #[error("something before the site responded with {status}")]
    Blocked {
        /// HTTP status.
        status: u16,
    },
    /// The site responds that it cannot serve now (maintenance, overload, a fault of its own).
    #[error("the site responded with {status}")]
    Server {
        /// HTTP status, 429 or 500 and above.
        status: u16,
    },
    /// The site refused the request itself.
    #[error("the site refused with {status} {code}")]
    Refused {
        /// HTTP status, 400 to 499.
        status: u16,
        /// WordPress's error code; empty when the response had none.
        code: String,
    },
    /// The response is not JSON: mostly a wrong API address, or a proxy's own page.
    #[error("{url} responded not with JSON but with “{found}”")]
    NotJson {
        /// The address of the request.
        url: String,
        /// How the response begins, at most 80 characters.
        found: String,
    },
    /// The response is JSON, but not of the promised shape.
    #[error("the response has no usable {field}: {found}")]
    Shape {
        /// The field that is missing or wrong, such as `date_gmt`.
        field: String,
        /// What stood there instead.
        found: String,
    },
    /// A setting of the page is wrong. Concerns the developer, who sees it in the page and the console.
    #[error("the setting {name} is wrong: “{value}”")]
    Setting {
        /// The attribute, such as `data-api`.
        name: String,
        /// Its value.
        value: String,
    },
}

impl Error {
    /// Every [`key`](Self::key) with what it means. `cargo xtask generate` writes it for TypeScript.
    pub const KEYS: [(&'static str, &'static str); 10] = [
        ("unreachable", "No response came."),
        ("not-found", "The address has no public article, category or page."),
        ("not-here", "The site may have a page at the address, and tadwina has none."),
        ("forbidden", "The site keeps its API to itself."),
        ("blocked", "A firewall or the hosting responded in the site's place."),
        ("server", "The site cannot respond now."),
        ("refused", "The site refused the request."),
        ("not-json", "The response is not JSON: mostly a wrong API address."),
        ("shape", "The response is JSON of another shape."),
        ("setting", "An attribute or option has a wrong value."),
    ];

    /// A stable key: `data-error` in the page, `kind` in events.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "unreachable",
            Self::NotFound => "not-found",
            Self::NotHere => "not-here",
            Self::Forbidden { .. } => "forbidden",
            Self::Blocked { .. } => "blocked",
            Self::Server { .. } => "server",
            Self::Refused { .. } => "refused",
            Self::NotJson { .. } => "not-json",
            Self::Shape { .. } => "shape",
            Self::Setting { .. } => "setting",
        }
    }

    /// Whether another request can help without anyone changing anything.
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::Blocked { .. }
                | Self::Server { .. }
                | Self::NotJson { .. }
                | Self::Shape { .. }
        )
    }

    /// The response is not of the promised shape at `field`.
    pub fn shape(field: impl Into<String>, found: impl Into<String>) -> Self {
        Self::Shape { field: field.into(), found: found.into() }
    }
}

/// A field of the comment form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The commenter's name.
    Name,
    /// The commenter's e-mail address.
    Email,
    /// The address of the commenter's website.
    Website,
    /// The comment itself.
    Body,
}

impl Field {
    /// As messages for developers write it.
    const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "e-mail",
            Self::Website => "website",
            Self::Body => "comment",
        }
    }
}

/// Why a comment was not taken. Whatever it is, the text stays with its author.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// A required field is blank.
    #[error("{} is missing", .0.name())]
    Missing(Field),
    /// A field has a value that the site does not accept (in practice the e-mail address).
    #[error("{} is invalid", .0.name())]
    Invalid(Field),
    /// A field is longer than the site stores: WordPress's limits are bytes.
    #[error("{} is too long", .0.name())]
    TooLong(Field),
    /// The text has more characters than this blog allows.
    #[error("{excess} characters too many")]
    OverLimit {
        /// Extended grapheme clusters above the limit.
        excess: usize,
    },
    /// The very same comment stands there already.
    #[error("duplicate comment")]
    Duplicate,
    /// Too soon after the last comment.
    #[error("commenting too quickly")]
    Flood {
        /// How long to wait before the next one.
        seconds: u64,
    },
    /// The article takes no comments any more.
    #[error("comments are closed")]
    Closed,
    /// A comment can be changed for a short time, which is over.
    #[error("the time to change it is over")]
    Expired,
    /// Somebody else has changed the comment meanwhile: a moderator.
    #[error("somebody else has changed it")]
    ChangedElsewhere,
    /// The comment is not there any more.
    #[error("it is not there any more")]
    Gone,
    /// Somebody has replied to the comment, which therefore stays as it is.
    #[error("somebody has replied to it")]
    Answered,
    /// Only people with an account may comment.
    #[error("login required")]
    LoginRequired,
    /// The site takes comments on its own page only.
    #[error("comments are taken at the site only")]
    Elsewhere,
    /// Something that stands before the site responded in its place: a firewall, a challenge.
    #[error("something before the site responded with {status}")]
    Blocked {
        /// HTTP status.
        status: u16,
    },
    /// The site refused with a reason of its own (a plugin's, a blocklist's).
    #[error("refused with {status} {code}: {message}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// WordPress's error code.
        code: String,
        /// The site's own words as plain text; may be empty.
        message: String,
    },
    /// The site could not take it now.
    #[error("the site responded with {status}")]
    Server {
        /// HTTP status.
        status: u16,
    },
    /// No connection, or the response never came: the comment may or may not have arrived.
    #[error("no response")]
    Unreachable,
    /// The response does not say what became of the comment.
    #[error("unintelligible response")]
    Unconfirmed,
}

impl Rejection {
    /// A stable key for tests and style sheets: `data-rejection` in the page.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Invalid(_) => "invalid",
            Self::TooLong(_) => "too-long",
            Self::OverLimit { .. } => "over-limit",
            Self::Duplicate => "duplicate",
            Self::Flood { .. } => "flood",
            Self::Closed => "closed",
            Self::Expired => "expired",
            Self::ChangedElsewhere => "changed-elsewhere",
            Self::Gone => "gone",
            Self::Answered => "answered",
            Self::LoginRequired => "login-required",
            Self::Elsewhere => "elsewhere",
            Self::Blocked { .. } => "blocked",
            Self::Refused { .. } => "refused",
            Self::Server { .. } => "server",
            Self::Unreachable => "unreachable",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    /// Whether the comment may have arrived all the same: the site itself did not refuse it.
    pub const fn leaves_unknown(&self) -> bool {
        matches!(self, Self::Unreachable | Self::Unconfirmed | Self::Server { .. } | Self::Blocked { .. })
    }

    /// Whether the comment can never be changed again.
    pub const fn ends_changes(&self) -> bool {
        matches!(self, Self::Expired | Self::ChangedElsewhere | Self::Gone | Self::Answered)
    }

    /// The field beside which the message belongs; `None` for the form as a whole.
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Missing(field) | Self::Invalid(field) | Self::TooLong(field) => Some(*field),
            Self::OverLimit { .. } | Self::Duplicate => Some(Field::Body),
            _ => None,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// One error of every kind.
    pub fn all_errors() -> [Error; 10] {
        let text = String::new;
        [
            Error::Unreachable { url: text() },
            Error::NotFound,
            Error::NotHere,
            Error::Forbidden { status: 401, code: text() },
            Error::Blocked { status: 403 },
            Error::Server { status: 500 },
            Error::Refused { status: 400, code: text() },
            Error::NotJson { url: text(), found: text() },
            Error::shape("", ""),
            Error::Setting { name: text(), value: text() },
        ]
    }

    #[test]
    fn every_key_has_a_meaning() {
        assert_eq!(all_errors().map(|error| error.key()), Error::KEYS.map(|(key, _)| key));
    }
}
