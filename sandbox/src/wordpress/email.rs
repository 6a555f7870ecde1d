//! WordPress's idea of an e-mail address: ASCII only, at least six bytes, a dot in the domain.

/// Whether WordPress takes it.
#[must_use]
pub fn is_valid(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return false };
    address.len() >= 6
        && !local.is_empty()
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b))
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn ordinary_addresses_pass() {
        for address in ["a@b.co", "sara.k+blog@mail.example.org", "o'neil@example.com"] {
            assert!(is_valid(address), "{address}");
        }
    }

    #[test]
    fn arabic_and_broken_addresses_do_not() {
        for address in [
            "",
            "a@b.c",
            "sara",
            "سارة@example.org",
            "sara@مثال.com",
            "a@b..com",
            "a@-b.com",
            "a b@c.org",
            "a@localhost",
        ] {
            assert!(!is_valid(address), "{address}");
        }
    }
}
