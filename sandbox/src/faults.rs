//! Faults on request: any of `delay=1500; status=503; body=html; comments=held`, separated by `;`.

pub(crate) mod control;
pub(crate) mod layer;

use std::{fmt, str::FromStr};

use clap::ValueEnum;
use thiserror::Error;

/// The longest delay, so that a typing mistake does not block a developer for a day.
const MAX_DELAY_MS: u64 = 60_000;

/// What goes wrong with a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// Wait this long first.
    pub delay_ms: Option<u64>,
    /// Respond with this status and do nothing.
    pub status: Option<u16>,
    /// Handle the request, then damage the response.
    pub body: Option<BodyFault>,
    /// Treat new comments in this way.
    pub comments: Option<CommentFault>,
}

/// How a response is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BodyFault {
    /// A page of HTML in place of JSON, as a login wall or a broken proxy sends it.
    Html,
    /// The first half only.
    Truncated,
    /// No body.
    Empty,
}

/// How new comments are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CommentFault {
    /// Stored for a moderator.
    Held,
    /// Stored as spam; the response is the same as for any other comment.
    Spam,
    /// Stored in the trash, for a word that the site forbids.
    Trash,
    /// Refused: comments are closed.
    Closed,
    /// Refused: only people who are logged in may comment.
    Login,
    /// Refused as too quick.
    Flood,
    /// Refused by a plugin, whose error is a bare number.
    Refused,
    /// Lost, because the database does not take the row.
    Unsaved,
}

/// A text that names no fault.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "fault '{0}' is not one of delay=MILLISECONDS (up to {MAX_DELAY_MS}), status=400..599, body=html|truncated|empty, comments=held|spam|trash|closed|login|flood|refused|unsaved"
)]
pub struct UnknownFault(String);

impl Faults {
    /// These faults, and those of `others` that these do not set.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            delay_ms: self.delay_ms.or(others.delay_ms),
            status: self.status.or(others.status),
            body: self.body.or(others.body),
            comments: self.comments.or(others.comments),
        }
    }
}

impl FromStr for Faults {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let mut faults = Self::default();
        for fault in text.split(';').map(str::trim).filter(|fault| !fault.is_empty()) {
            let known = match fault.split_once('=').map(|(name, value)| (name.trim(), value.trim())) {
                Some(("delay", value)) => {
                    faults.delay_ms = value.parse().ok().filter(|delay| *delay <= MAX_DELAY_MS);
                    faults.delay_ms.is_some()
                }
                Some(("status", value)) => {
                    faults.status = value.parse().ok().filter(|status| (400..600).contains(status));
                    faults.status.is_some()
                }
                Some(("body", value)) => {
                    faults.body = BodyFault::from_str(value, false).ok();
                    faults.body.is_some()
                }
                Some(("comments", value)) => {
                    faults.comments = CommentFault::from_str(value, false).ok();
                    faults.comments.is_some()
                }
                _ => false,
            };
            if !known {
                return Err(UnknownFault(fault.to_owned()));
            }
        }
        Ok(faults)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults = [
            self.delay_ms.map(|delay| format!("delay={delay}")),
            self.status.map(|status| format!("status={status}")),
            self.body.map(|body| format!("body={}", name(&body))),
            self.comments.map(|comments| format!("comments={}", name(&comments))),
        ];
        f.write_str(&faults.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }
}

fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_written_as_they_are_read() {
        let text = "delay=1500; status=503; body=html; comments=held";
        assert_eq!(text.parse::<Faults>().unwrap().to_string(), text);
    }

    #[test]
    fn an_empty_text_names_no_fault() {
        assert_eq!("".parse(), Ok(Faults::default()));
    }

    #[test]
    fn an_unknown_fault_is_named() {
        for unknown in
            ["delay", "delay=soon", "delay=600000", "status=200", "body=xml", "comments=open", "speed=3"]
        {
            assert_eq!(unknown.parse::<Faults>(), Err(UnknownFault(unknown.to_owned())));
        }
    }

    #[test]
    fn the_faults_of_a_request_override_those_of_all_requests() {
        let own: Faults = "delay=5; comments=held".parse().unwrap();
        let all: Faults = "delay=9; body=empty".parse().unwrap();
        assert_eq!(own.or(all).to_string(), "delay=5; body=empty; comments=held");
    }
}
