//! Pages as browsers want them: compressed once, when they are rendered, and kept like that.

use std::io::Write;

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Where a higher level takes much longer and saves little.
const BROTLI_QUALITY: i32 = 7;
/// The smallest and the largest window of brotli that browsers take, as powers of two.
const BROTLI_WINDOW_BITS: (u32, u32) = (10, 22);
const ZSTD_LEVEL: i32 = 9;

/// How a body is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, the smallest.
    Brotli,
    /// Zstandard.
    Zstd,
    /// What everybody knows.
    Gzip,
}

/// From the smallest to what everybody knows.
const ENCODINGS: [Encoding; 3] = [Encoding::Brotli, Encoding::Zstd, Encoding::Gzip];

impl Encoding {
    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
        }
    }

    fn compress(self, body: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                // An encoder that does not know the size takes memory for the largest body.
                let (smallest, largest) = BROTLI_WINDOW_BITS;
                let bits = (usize::BITS - body.len().leading_zeros()).clamp(smallest, largest);
                let params = BrotliEncoderParams {
                    quality: BROTLI_QUALITY,
                    lgwin: bits.cast_signed(),
                    size_hint: body.len(),
                    ..BrotliEncoderParams::default()
                };
                let mut compressed = Vec::new();
                brotli::BrotliCompress(&mut &*body, &mut compressed, &params)?;
                Ok(compressed)
            }
            Self::Zstd => zstd::bulk::compress(body, ZSTD_LEVEL),
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(body)?;
                encoder.finish()
            }
        }
    }
}

/// One body in each encoding.
#[derive(Debug, Clone, Default)]
pub struct Encoded(Vec<(Encoding, Bytes)>);

impl Encoded {
    /// Compresses `body`, which takes some milliseconds.
    ///
    /// # Errors
    /// An encoder fails; none does on memory alone.
    pub fn new(body: &[u8]) -> std::io::Result<Self> {
        let encoded = ENCODINGS.into_iter().map(|encoding| {
            // Encoders leave more room behind than they used.
            let compressed = encoding.compress(body)?.into_boxed_slice();
            Ok((encoding, Bytes::from(compressed)))
        });
        encoded.collect::<std::io::Result<_>>().map(Self)
    }

    /// The smallest one that a request with these headers takes; `None` for the body as it is.
    pub fn preferred(&self, request: &HeaderMap) -> Option<(Encoding, &Bytes)> {
        let found = self.0.iter().find(|(encoding, _)| accepts(request, encoding.name()));
        found.map(|(encoding, body)| (*encoding, body))
    }

    /// How many bytes they are.
    pub fn size_bytes(&self) -> usize {
        self.0.iter().map(|(_, body)| body.len()).sum()
    }
}

/// Whether `Accept-Encoding` names `encoding`, and not with a weight of nought (RFC 9110, 12.5.3).
fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    let values = request.get_all(header::ACCEPT_ENCODING).into_iter();
    values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|accepted| {
        let (name, parameters) = accepted.split_once(';').unwrap_or((accepted, ""));
        let weight =
            parameters.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_none_or(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_that_a_browser_takes_is_chosen() {
        let encoded = Encoded::new(b"text text text text text text text").unwrap();
        for (accepted, expected) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip, zstd", Some("zstd")),
            ("GZIP;q=0.5", Some("gzip")),
            ("br;q=0, gzip", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            let request = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().unwrap())]);
            let name = encoded.preferred(&request).map(|(encoding, _)| encoding.name());
            assert_eq!(name, expected, "{accepted}");
        }
        assert!(encoded.preferred(&HeaderMap::new()).is_none());
    }
}
