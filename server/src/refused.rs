//! A comment that WordPress refuses. The reader gets the article again, with the form as it was filled in and the reason in
//! the reader's language.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, Response, header},
};
use percent_encoding::percent_decode_str;
use tadwina::{
    http,
    model::{Address, CommentId, Draft},
};

use crate::{
    asked::{Visit, asked},
    proxy::PassError,
    settings::Setup,
};

/// Where WordPress's form posts comments.
pub const COMMENT_FORM: &str = "/wp-comments-post.php";
/// Most bytes of a form that is read here. WordPress takes 65,525 bytes of text, each of which may be sent as three.
const MAX_FORM_BYTES: usize = 256 << 10;
/// Most bytes of WordPress's reason.
const MAX_REASON_BYTES: usize = 64 << 10;

/// What was refused, and what WordPress says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Refused {
    name: String,
    email: String,
    website: String,
    body: String,
    parent: Option<CommentId>,
    status: u16,
    reason: String,
}

impl Refused {
    /// What the reader wrote.
    pub fn draft(&self) -> Draft {
        Draft {
            name: self.name.clone(),
            email: self.email.clone(),
            website: self.website.clone(),
            body: self.body.clone(),
            parent: self.parent,
            wants_reply_mails: false,
        }
    }

    /// What WordPress says.
    pub fn response(&self) -> http::Response {
        http::Response { status: self.status, body: self.reason.clone(), ..http::Response::default() }
    }
}

/// A comment on its way to WordPress.
#[derive(Debug, Clone)]
pub struct Posted {
    visit: Visit,
    fields: Vec<(String, String)>,
}

impl Posted {
    /// Reads the form out of a request, which then has it again. `None` for what is no form of a page of this server.
    ///
    /// # Errors
    /// The reader did not send the whole of it.
    pub async fn read(request: Request, setup: &Setup) -> Result<(Request, Option<Self>), PassError> {
        if !is_form(&request) {
            return Ok((request, None));
        }
        let (mut parts, body) = request.into_parts();
        let body = to_bytes(body, MAX_FORM_BYTES).await.map_err(|_| PassError::TooSlow)?;
        let posted = Self::of(&body, setup);
        if posted.is_some() {
            // Its reason alone, and not a page of its own.
            parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        }
        Ok((Request::from_parts(parts, Body::from(body)), posted))
    }

    fn of(form: &[u8], setup: &Setup) -> Option<Self> {
        let form = std::str::from_utf8(form).ok()?;
        let fields: Vec<_> = form
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        let back = fields.iter().find(|(name, _)| name == "redirect_to").map(|(_, value)| value)?;
        let is_path = back.starts_with('/') && !back.starts_with("//");
        let path = if is_path { back } else { setup.own_path(back)? };
        let visit = asked(&Method::GET, &path.parse().ok()?, &HeaderMap::new(), &setup.folder)?;
        let (address, query) = visit.address.split_once('?').unwrap_or((&*visit.address, ""));
        // Other pages have no form.
        if !matches!(Address::parse(address, query), Address::Article(_)) {
            return None;
        }
        Some(Self { visit, fields })
    }

    /// The page for the reader, and the status of WordPress's `response`; the response where it is not a refusal of
    /// WordPress's own.
    pub async fn refusal(self, response: Response<Body>) -> Result<Visit, Response<Body>> {
        let status = response.status();
        if status.is_redirection() || !has_type(response.headers(), "application/json") {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        let Ok(reason) = to_bytes(body, MAX_REASON_BYTES).await else {
            return Err(Response::from_parts(parts, Body::empty()));
        };
        let refused = self.refused(status.as_u16(), &reason);
        Ok(Visit { reply_to: refused.parent, refused: Some(Arc::new(refused)), ..self.visit })
    }

    fn refused(&self, status: u16, reason: &[u8]) -> Refused {
        let field = |name: &str| {
            let found = self.fields.iter().find(|(its, _)| its == name);
            found.map(|(_, value)| value.replace("\r\n", "\n")).unwrap_or_default()
        };
        Refused {
            name: field("author"),
            email: field("email"),
            website: field("url"),
            body: field("comment"),
            parent: field("comment_parent").parse().ok().filter(|id| *id > 0).map(CommentId),
            status,
            reason: String::from_utf8_lossy(reason).into_owned(),
        }
    }
}

fn is_form(request: &Request) -> bool {
    let headers = request.headers();
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let is_small = length.is_some_and(|length: usize| length <= MAX_FORM_BYTES);
    request.method() == Method::POST && is_small && has_type(headers, "application/x-www-form-urlencoded")
}

fn has_type(headers: &HeaderMap, media_type: &str) -> bool {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|sent| sent.to_str().ok());
    sent.is_some_and(|sent| sent.split(';').next().is_some_and(|name| name.trim() == media_type))
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
