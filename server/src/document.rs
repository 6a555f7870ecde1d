//! The document around a page, and the headers that go with it.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header, header::InvalidHeaderValue},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use tadwina::model::ArticleId;

use crate::{
    encoding::{Encoded, Encoding},
    head::Head,
    settings::Setup,
    styles::{STYLES, STYLES_HASH},
};

/// A document that can be sent.
#[derive(Debug, Clone)]
pub struct Document {
    /// The status.
    pub status: StatusCode,
    /// The HTML.
    pub body: Bytes,
    /// The article that it shows, if any.
    pub article: Option<ArticleId>,
    /// All headers.
    headers: HeaderMap,
    /// The HTML compressed, once [`Document::encode`] did it.
    encoded: Encoded,
}

/// How long others may keep a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Not at all.
    Never,
    /// As long as this server does. Unit: seconds.
    For {
        /// For which it is fresh.
        fresh_s: u64,
        /// For which it is shown after that.
        stale_s: u64,
    },
}

impl Document {
    /// The document of a page whose content is `html`.
    ///
    /// # Errors
    /// A header has a value that none can have.
    pub fn new(
        status: StatusCode,
        head: &Head,
        html: &str,
        keeping: Keeping,
        setup: &Setup,
    ) -> Result<Self, InvalidHeaderValue> {
        let body = document(head, html, setup);
        let mut headers = HeaderMap::new();
        let mut set = |name: HeaderName, value: &str| {
            headers.insert(name, HeaderValue::from_str(value)?);
            Ok::<_, InvalidHeaderValue>(())
        };
        set(header::CONTENT_TYPE, "text/html; charset=utf-8")?;
        set(header::CONTENT_LANGUAGE, setup.config.i18n.lang())?;
        set(header::CONTENT_SECURITY_POLICY, &policy(setup))?;
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff")?;
        set(header::REFERRER_POLICY, "strict-origin-when-cross-origin")?;
        match keeping {
            Keeping::Never => set(header::CACHE_CONTROL, "no-store")?,
            Keeping::For { fresh_s, stale_s } => {
                let digest = Sha256::digest(body.as_bytes());
                set(header::ETAG, &format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..16])))?;
                set(
                    header::CACHE_CONTROL,
                    // A browser asks each time, and mostly gets 304.
                    &format!(
                        "public, max-age=0, s-maxage={fresh_s}, stale-while-revalidate={stale_s}, \
                         stale-if-error={stale_s}"
                    ),
                )?;
            }
        }
        if status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::BAD_GATEWAY {
            set(header::RETRY_AFTER, &RETRY_AFTER_S.to_string())?;
        }
        // Without the room behind it: the document is kept.
        let body = Bytes::from(body.into_boxed_str().into_boxed_bytes());
        Ok(Self { status, body, article: None, headers, encoded: Encoded::default() })
    }

    /// Compresses the HTML, so that no response has to. It takes some milliseconds.
    ///
    /// # Errors
    /// As [`Encoded::new`].
    pub fn encode(&mut self) -> std::io::Result<()> {
        self.encoded = Encoded::new(&self.body)?;
        self.headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        Ok(())
    }

    /// The response to a request that has these headers: the document, or that the reader has it.
    pub fn response(&self, request: &HeaderMap) -> Response<Body> {
        let (mut headers, mut body) = (self.headers.clone(), &self.body);
        if let Some((encoding, encoded)) = self.encoded.preferred(request) {
            body = encoded;
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
            // Other bytes are another version.
            if let Some(tag) = headers.get(header::ETAG).and_then(|tag| tag_of(tag, encoding)) {
                headers.insert(header::ETAG, tag);
            }
        }
        let is_known = headers.get(header::ETAG).is_some_and(|tag| has_tag(request, tag));
        let mut response = Response::new(if is_known { Body::empty() } else { Body::from(body.clone()) });
        *response.status_mut() = if is_known { StatusCode::NOT_MODIFIED } else { self.status };
        *response.headers_mut() = headers;
        response
    }

    /// Roughly how many bytes it takes in memory.
    pub fn size_bytes(&self) -> usize {
        self.body.len() + self.encoded.size_bytes() + HEADERS_BYTES
    }
}

/// Roughly what the headers of a document take in memory.
const HEADERS_BYTES: usize = 1024;
/// When to ask again for a page that could not be shown.
pub const RETRY_AFTER_S: u32 = 30;

/// The version `tag` in this encoding.
fn tag_of(tag: &HeaderValue, encoding: Encoding) -> Option<HeaderValue> {
    let tag = tag.to_str().ok()?.strip_suffix('"')?;
    HeaderValue::from_str(&format!("{tag}-{}\"", encoding.name())).ok()
}

/// Whether the request names the version `tag`.
fn has_tag(request: &HeaderMap, tag: &HeaderValue) -> bool {
    let values = request.get_all(header::IF_NONE_MATCH).into_iter();
    values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|value| {
        let value = value.trim();
        value == "*" || value.trim_start_matches("W/").as_bytes() == tag.as_bytes()
    })
}

/// What the page may load and do: pictures and sounds from anywhere, forms to the site alone. What runs is the loader, and
/// the scripts and the WASM of the elements; a browser that has no sanitiser of its own makes one policy for Trusted Types.
fn policy(setup: &Setup) -> String {
    let (styles, rules) = (&*STYLES_HASH, &setup.speculation.hash);
    let (scripts, types) = match &setup.elements {
        Some(elements) => {
            let loader = &elements.loader.hash;
            let scripts = format!("'self' 'wasm-unsafe-eval' {loader} {rules}; connect-src 'self'");
            (scripts, "dompurify")
        }
        None => (rules.clone(), "'none'"),
    };
    format!(
        "default-src 'none'; style-src {styles}; img-src * data:; media-src *; script-src {scripts}; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; \
         trusted-types {types}"
    )
}

fn document(head: &Head, html: &str, setup: &Setup) -> String {
    let (lang, dir) = (setup.config.i18n.lang(), setup.config.i18n.dir());
    let (head, styles, rules) = (head.html(), &*STYLES, &setup.speculation.text);
    let elements = setup.elements.as_ref().filter(|_| html.contains("<tadwina-"));
    let loader = elements.map(|elements| format!("<script>{}</script>\n", elements.loader.text));
    let loader = loader.unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{head}\
         <style>{styles}</style>\n</head>\n<body>\n<div id=\"tadwina\" class=\"tadwina\">{html}</div>\n\
         <script type=\"speculationrules\">{rules}</script>\n{loader}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::setup;

    fn document_for(keeping: Keeping) -> Document {
        let setup = setup("https://blog.example");
        Document::new(StatusCode::OK, &Head::default(), "<p>نص</p>", keeping, &setup).unwrap()
    }

    #[test]
    fn a_reader_who_has_the_version_gets_nothing_else() {
        let document = document_for(Keeping::For { fresh_s: 60, stale_s: 600 });
        let tag = document.headers[header::ETAG].to_str().unwrap().to_owned();
        for (sent, status) in [
            (tag.clone(), 304),
            (format!("\"x\", W/{tag}"), 304),
            ("\"x\"".to_owned(), 200),
            (String::new(), 200),
        ] {
            let request = HeaderMap::from_iter([(header::IF_NONE_MATCH, sent.parse().unwrap())]);
            assert_eq!(document.response(&request).status(), status, "{sent}");
        }
        assert_eq!(document.response(&HeaderMap::new()).status(), 200);
    }

    #[test]
    fn what_may_not_be_kept_has_no_version() {
        let document = document_for(Keeping::Never);
        assert_eq!(document.headers[header::CACHE_CONTROL], "no-store");
        assert!(!document.headers.contains_key(header::ETAG));
    }
}
