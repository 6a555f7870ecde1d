//! Faults on request: `delay=1500; status=503; body=html; comments=held`, any subset, separated by `;`.

use std::{fmt, str::FromStr, time::Duration};

use thiserror::Error;

/// The longest delay, so that a slip of the finger stops nobody for a day.
const LONGEST: u64 = 60_000;

/// What goes wrong with a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// Waiting time before anything is done, in milliseconds.
    pub delay: Option<u64>,
    /// Answer with this status instead of doing anything.
    pub status: Option<u16>,
    /// Spoil the answer of what was done.
    pub body: Option<BadBody>,
    /// Treat comments like this.
    pub comments: Option<CommentPolicy>,
}

/// How an answer is spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadBody {
    /// A page of HTML where JSON was due, as a login wall or a broken proxy gives.
    Html,
    /// The first half only.
    Truncated,
    /// Nothing.
    Empty,
}

/// How comments are received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentPolicy {
    /// Kept for a moderator.
    Held,
    /// Kept as spam: WordPress answers just as for any other.
    Spam,
    /// No longer taken.
    Closed,
    /// Only of people who are logged in.
    Login,
    /// Refused as too quick, whatever the time.
    Flood,
}

/// A fault that is not understood; says what would be.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "fault '{0}' is not one of delay=MILLISECONDS (up to {LONGEST}), status=400..599, body=html|truncated|empty, comments=held|spam|closed|login|flood"
)]
pub struct UnknownFault(String);

impl Faults {
    /// These faults, and where they say nothing the others.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            delay: self.delay.or(others.delay),
            status: self.status.or(others.status),
            body: self.body.or(others.body),
            comments: self.comments.or(others.comments),
        }
    }

    /// The time to wait first.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.delay.map(Duration::from_millis)
    }
}

impl FromStr for Faults {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let mut faults = Self::default();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let unknown = || UnknownFault(part.to_owned());
            let (name, value) = part.split_once('=').ok_or_else(unknown)?;
            match (name.trim(), value.trim()) {
                ("delay", value) => {
                    faults.delay =
                        Some(value.parse().ok().filter(|delay| *delay <= LONGEST).ok_or_else(unknown)?);
                }
                ("status", value) => {
                    let status = value.parse().ok().filter(|status| (400..600).contains(status));
                    faults.status = Some(status.ok_or_else(unknown)?);
                }
                ("body", "html") => faults.body = Some(BadBody::Html),
                ("body", "truncated") => faults.body = Some(BadBody::Truncated),
                ("body", "empty") => faults.body = Some(BadBody::Empty),
                ("comments", "held") => faults.comments = Some(CommentPolicy::Held),
                ("comments", "spam") => faults.comments = Some(CommentPolicy::Spam),
                ("comments", "closed") => faults.comments = Some(CommentPolicy::Closed),
                ("comments", "login") => faults.comments = Some(CommentPolicy::Login),
                ("comments", "flood") => faults.comments = Some(CommentPolicy::Flood),
                _ => return Err(unknown()),
            }
        }
        Ok(faults)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body.map(|body| match body {
            BadBody::Html => "html",
            BadBody::Truncated => "truncated",
            BadBody::Empty => "empty",
        });
        let comments = self.comments.map(|comments| match comments {
            CommentPolicy::Held => "held",
            CommentPolicy::Spam => "spam",
            CommentPolicy::Closed => "closed",
            CommentPolicy::Login => "login",
            CommentPolicy::Flood => "flood",
        });
        let parts = [
            self.delay.map(|delay| format!("delay={delay}")),
            self.status.map(|status| format!("status={status}")),
            body.map(|body| format!("body={body}")),
            comments.map(|comments| format!("comments={comments}")),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_line_is_read_and_written_alike() {
        let line = "delay=1500; status=503; body=html; comments=held";
        assert_eq!(line.parse::<Faults>().unwrap().to_string(), line);
    }

    #[test]
    fn nothing_is_no_fault() {
        assert_eq!("".parse(), Ok(Faults::default()));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for bad in
            ["delay", "delay=soon", "delay=600000", "status=200", "body=xml", "comments=open", "speed=3"]
        {
            assert_eq!(bad.parse::<Faults>(), Err(UnknownFault(bad.to_owned())));
        }
    }

    #[test]
    fn a_request_overrules_what_stands_for_all() {
        let own: Faults = "delay=5; comments=held".parse().unwrap();
        let all: Faults = "delay=9; body=empty".parse().unwrap();
        assert_eq!(own.or(all).to_string(), "delay=5; body=empty; comments=held");
    }
}
