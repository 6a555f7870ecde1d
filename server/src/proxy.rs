//! Passes on what is WordPress's, as a stream in both directions.

pub mod websocket;

use std::{error::Error, net::SocketAddr};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
};
use http_body_util::LengthLimitError;
use reqwest::Method;
use tower_http::timeout::TimeoutError;

use self::websocket::WebSocket;
use crate::{settings::Setup, upstream::Upstream};

/// Headers that concern one connection alone (RFC 9110, 7.6.1).
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// What a proxy before this server may say of the request.
const FORWARDED: [HeaderName; 5] = [
    FORWARDED_FOR,
    FORWARDED_HOST,
    FORWARDED_PROTO,
    HeaderName::from_static("x-forwarded-port"),
    header::FORWARDED,
];

/// Why there is nothing to pass on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassError {
    /// The site did not respond.
    #[error("the site did not respond")]
    NoResponse,
    /// The reader sent more than the limit.
    #[error("the request is too large")]
    TooLarge,
    /// The reader was silent for too long.
    #[error("the request was not sent to its end")]
    TooSlow,
}

/// The site's response to `request` of `peer`.
///
/// # Errors
/// There is none.
pub async fn pass_on(
    request: Request,
    peer: SocketAddr,
    setup: &Setup,
    upstream: &Upstream,
) -> Result<Response<Body>, PassError> {
    let (mut parts, body) = request.into_parts();
    if parts.method == Method::CONNECT || parts.method == Method::TRACE {
        return Err(PassError::NoResponse);
    }
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let has_body = parts.headers.contains_key(header::TRANSFER_ENCODING)
        || parts.headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0");
    let mut headers = to_site(&parts.headers, peer, setup);
    let websocket = WebSocket::asked(&parts.headers, &mut parts.extensions);
    if websocket.is_some() {
        websocket::add_hops(&mut headers);
    }
    let mut sent = upstream.request(parts.method, path).headers(headers);
    if has_body {
        sent = sent.body(reqwest::Body::wrap_stream(body.into_data_stream()));
    }
    let received = upstream.pass(sent).await.map_err(|error| pass_error(&error.without_url()))?;
    let (status, mut headers) = (received.status(), to_reader(received.headers(), setup));
    let body = match websocket {
        Some(websocket) if status == StatusCode::SWITCHING_PROTOCOLS => {
            websocket::add_hops(&mut headers);
            tokio::spawn(websocket.pass(received));
            Body::empty()
        }
        // Nobody asked for another protocol.
        None if status == StatusCode::SWITCHING_PROTOCOLS => return Err(PassError::NoResponse),
        _ => Body::from_stream(received.bytes_stream()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

/// Whose fault it was.
fn pass_error(error: &reqwest::Error) -> PassError {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<LengthLimitError>() {
            return PassError::TooLarge;
        }
        if inner.is::<TimeoutError>() {
            return PassError::TooSlow;
        }
        cause = inner.source();
    }
    tracing::warn!(%error, "the site did not respond");
    PassError::NoResponse
}

/// The headers of a request as the site gets them.
fn to_site(headers: &HeaderMap, peer: SocketAddr, setup: &Setup) -> HeaderMap {
    let mut sent = without_hops(headers);
    let host = sent.remove(header::HOST);
    let mut known = FORWARDED.map(|name| (name.clone(), sent.remove(name)));
    let mut add = |name: HeaderName, value: Option<HeaderValue>| {
        if let Some(value) = value {
            sent.insert(name, value);
        }
    };
    if !setup.is_behind_proxy {
        known = known.map(|(name, _)| (name, None));
    }
    let [(_, before), (_, known_host), (_, known_scheme), (_, known_port), _] = known;
    let client = peer.ip().to_string();
    let clients = match before.as_ref().and_then(|before| before.to_str().ok()) {
        Some(before) => [before, ", ", &client].concat(),
        None => client,
    };
    add(FORWARDED_FOR, HeaderValue::from_str(&clients).ok());
    add(FORWARDED_HOST, known_host.or(host));
    add(FORWARDED_PROTO, Some(known_scheme.unwrap_or(HeaderValue::from_static("http"))));
    add(HeaderName::from_static("x-forwarded-port"), known_port);
    add(header::HOST, HeaderValue::from_str(&setup.site_host).ok());
    sent
}

/// The headers of a response as the reader gets them.
fn to_reader(headers: &HeaderMap, setup: &Setup) -> HeaderMap {
    let mut sent = without_hops(headers);
    for name in [header::LOCATION, header::CONTENT_LOCATION] {
        let own = sent.get(&name).and_then(|value| value.to_str().ok()).and_then(|url| setup.own_path(url));
        if let Some(path) = own.and_then(|path| HeaderValue::from_str(path).ok()) {
            sent.insert(name, path);
        }
    }
    let cookies: Vec<_> =
        sent.get_all(header::SET_COOKIE).iter().map(|cookie| without_domain(cookie, setup)).collect();
    sent.remove(header::SET_COOKIE);
    for cookie in cookies {
        sent.append(header::SET_COOKIE, cookie);
    }
    sent
}

/// A cookie of the site's own host is one of the host that the reader asked.
fn without_domain(cookie: &HeaderValue, setup: &Setup) -> HeaderValue {
    let Ok(text) = cookie.to_str() else { return cookie.clone() };
    let host = setup.site_host.split(':').next().unwrap_or_default();
    let is_own = |part: &str| {
        part.split_once('=').is_some_and(|(name, value)| {
            let domain = value.trim().trim_start_matches('.');
            name.trim().eq_ignore_ascii_case("domain") && domain.eq_ignore_ascii_case(host)
        })
    };
    let parts: Vec<_> = text.split(';').filter(|part| !is_own(part)).collect();
    HeaderValue::from_str(&parts.join(";")).unwrap_or_else(|_| cookie.clone())
}

/// Without the headers of the connection, and without those that `Connection` names.
fn without_hops(headers: &HeaderMap) -> HeaderMap {
    let named = headers.get_all(header::CONNECTION).into_iter().filter_map(|value| value.to_str().ok());
    let named: Vec<_> =
        named.flat_map(|value| value.split(',')).map(|name| name.trim().to_ascii_lowercase()).collect();
    let mut kept = headers.clone();
    for name in HOP_BY_HOP.into_iter().chain(named.iter().map(String::as_str)) {
        kept.remove(name);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::setup;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
        }
        headers
    }

    fn sent(pairs: &[(&str, &str)], is_behind_proxy: bool) -> HeaderMap {
        let setup = Setup { is_behind_proxy, ..setup("http://10.0.0.2:8081") };
        to_site(&headers(pairs), "192.0.2.7:4000".parse().unwrap(), &setup)
    }

    #[test]
    fn the_site_gets_its_own_host_and_who_asked() {
        let request =
            [("host", "blog.example"), ("x-forwarded-for", "6.6.6.6"), ("x-forwarded-proto", "https")];
        let direct = sent(&request, false);
        assert_eq!(
            direct,
            headers(&[
                ("host", "10.0.0.2:8081"),
                ("x-forwarded-host", "blog.example"),
                ("x-forwarded-for", "192.0.2.7"),
                ("x-forwarded-proto", "http"),
            ])
        );
        let behind_proxy = sent(&request, true);
        assert_eq!(behind_proxy["x-forwarded-for"], "6.6.6.6, 192.0.2.7");
        assert_eq!(behind_proxy["x-forwarded-proto"], "https");
    }

    #[test]
    fn headers_of_the_connection_are_not_passed_on() {
        let request = [
            ("connection", "keep-alive, X-Secret"),
            ("keep-alive", "5"),
            ("x-secret", "1"),
            ("te", "trailers"),
            ("upgrade", "h2c"),
            ("cookie", "a=b"),
            ("range", "bytes=0-9"),
        ];
        let sent = sent(&request, false);
        for name in ["connection", "keep-alive", "x-secret", "te", "upgrade"] {
            assert!(!sent.contains_key(name), "{name}");
        }
        assert_eq!(sent["cookie"], "a=b");
        assert_eq!(sent["range"], "bytes=0-9");
    }

    #[test]
    fn redirects_and_cookies_of_the_site_are_those_of_the_public_address() {
        let setup = setup("http://10.0.0.2:8081");
        let received = to_reader(
            &headers(&[
                ("location", "http://10.0.0.2:8081/a/?b#c"),
                ("set-cookie", "a=1; Path=/; Domain=10.0.0.2; HttpOnly"),
                ("set-cookie", "b=2; domain=.elsewhere.example"),
            ]),
            &setup,
        );
        assert_eq!(received["location"], "/a/?b#c");
        let cookies: Vec<_> =
            received.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(cookies, ["a=1; Path=/; HttpOnly", "b=2; domain=.elsewhere.example"]);
        let elsewhere = to_reader(&headers(&[("location", "https://elsewhere.example/")]), &setup);
        assert_eq!(elsewhere["location"], "https://elsewhere.example/");
    }
}
