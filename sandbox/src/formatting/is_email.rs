//! `is_email`: WordPress accepts only ASCII addresses with a dot in the domain. Crates for addresses accept more.

/// Whether WordPress accepts this e-mail address.
#[must_use]
pub fn is_email(address: &str) -> bool {
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
    use super::is_email;

    #[test]
    fn ordinary_addresses_are_accepted() {
        for address in ["a@b.co", "sara.k+blog@mail.example.org", "o'neil@example.com"] {
            assert!(is_email(address), "{address}");
        }
    }

    #[test]
    fn arabic_and_broken_addresses_are_refused() {
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
            assert!(!is_email(address), "{address}");
        }
    }
}
