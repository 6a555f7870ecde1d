//! Web addresses of commenters: never refused, only cleaned.

use super::entities::ampersands;

/// Schemes that lead somewhere and run nothing.
const HARMLESS: [&str; 6] = ["http", "https", "ftp", "ftps", "mailto", "tel"];

/// The address as kept: `http://` before a bare host, nothing at all for a scheme that could run something, ampersands
/// as entities.
#[must_use]
pub fn cleaned(address: &str) -> String {
    let fits = |c: &char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{}|".contains(*c);
    let address = address.trim().replace(' ', "%20").chars().filter(fits).collect::<String>();
    let address = ampersands(&address);
    if address.is_empty() || address.starts_with(['/', '#', '?']) {
        return address;
    }
    match address.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['.', '/', '%']) => {
            let scheme = scheme.to_ascii_lowercase();
            if HARMLESS.contains(&scheme.as_str()) { format!("{scheme}:{rest}") } else { String::new() }
        }
        _ => format!("http://{address}"),
    }
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn a_bare_host_gets_a_scheme() {
        assert_eq!(cleaned("example.org/a b"), "http://example.org/a%20b");
        assert_eq!(cleaned("HTTPS://example.org/?a=1&b"), "https://example.org/?a=1&amp;b");
    }

    #[test]
    fn a_scheme_that_runs_code_leaves_nothing() {
        assert_eq!(cleaned("javascript:alert(1)"), "");
        assert_eq!(cleaned("java\nscript:alert(1)"), "");
        assert_eq!(cleaned(" data:text/html,x"), "");
    }
}
