//! WebSocket: once the site has agreed, bytes go both ways until one side ends.

use std::time::Duration;

use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, header};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use reqwest::Response;
use tokio::io::copy_bidirectional;
use tokio_io_timeout::TimeoutStream;

use crate::{limits::Place, upstream::SILENCE_TIMEOUT_MS};

const NAME: &str = "websocket";

/// A reader who wants one.
pub struct WebSocket {
    reader: OnUpgrade,
    /// It lasts longer than the response.
    place: Option<Place>,
}

impl WebSocket {
    /// The one that a request asks for. No other protocol is passed on: HTTP/2 would be out of this server's sight.
    pub fn asked(headers: &HeaderMap, extensions: &mut Extensions) -> Option<Self> {
        let reader = is_asked(headers).then(|| extensions.remove::<OnUpgrade>()).flatten()?;
        Some(Self { reader, place: extensions.remove::<Place>() })
    }

    /// Passes everything on, after `response` of the site.
    pub async fn pass(self, response: Response) {
        let Self { reader, place } = self;
        let (Ok(reader), Ok(site)) = tokio::join!(reader, response.upgrade()) else { return };
        let silence = Some(Duration::from_millis(SILENCE_TIMEOUT_MS));
        let mut site = TimeoutStream::new(site);
        site.set_read_timeout(silence);
        site.set_write_timeout(silence);
        let mut site = Box::pin(site);
        if let Err(error) = copy_bidirectional(&mut TokioIo::new(reader), &mut site).await {
            tracing::debug!(%error, "a WebSocket ended");
        }
        drop(place);
    }
}

/// Whether a request asks for one.
pub fn is_asked(headers: &HeaderMap) -> bool {
    has(headers, &header::CONNECTION, "upgrade") && has(headers, &header::UPGRADE, NAME)
}

/// Adds the headers of the connection that both sides need.
pub fn add_hops(headers: &mut HeaderMap) {
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static(NAME));
}

/// Whether the header is a list with `item`.
fn has(headers: &HeaderMap, name: &HeaderName, item: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|value| value.trim().eq_ignore_ascii_case(item))
}
