//! Web addresses of commenters: never refused, only cleaned.

/// The address as kept: `http://` before a bare host, nothing at all for a scheme that could run something.
#[must_use]
pub fn cleaned(address: &str) -> String {
    let address: String = address
        .trim()
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{}|".contains(*c))
        .collect();
    if address.is_empty() || address.starts_with(['/', '#', '?']) {
        return address;
    }
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['.', '/']) => {
            let known = ["http", "https", "ftp", "ftps", "mailto"];
            if known.contains(&scheme.to_ascii_lowercase().as_str()) { address } else { String::new() }
        }
        _ => format!("http://{address}"),
    }
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn a_bare_host_gets_a_scheme() {
        assert_eq!(cleaned("example.org/a b"), "http://example.org/ab");
        assert_eq!(cleaned("https://example.org"), "https://example.org");
    }

    #[test]
    fn a_scheme_that_runs_code_leaves_nothing() {
        assert_eq!(cleaned("javascript:alert(1)"), "");
        assert_eq!(cleaned(" data:text/html,x"), "");
    }
}
