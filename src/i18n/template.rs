//! Sentences with holes.

/// `template` with every `{name}` replaced by its value. What is put in is never looked at again, so a
/// title may say `{site}`. An unknown hole stays as it is; the tests see to it that there is none.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let hole = behind.split_once('}');
        let value = hole.and_then(|(name, _)| values.iter().find(|(known, _)| *known == name));
        rest = match (hole, value) {
            (Some((_, behind)), Some((_, value))) => {
                filled.push_str(value);
                behind
            }
            _ => {
                filled.push('{');
                behind
            }
        };
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_by_name() {
        assert_eq!(fill("{m} of {n}, {m}", &[("n", "5"), ("m", "2")]), "2 of 5, 2");
        assert_eq!(fill("none", &[("n", "5")]), "none");
    }

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        assert_eq!(fill("{title} – {site}", &[("title", "{site}"), ("site", "{title}")]), "{site} – {title}");
    }

    #[test]
    fn what_is_no_hole_stays() {
        assert_eq!(fill("{x} {n", &[("n", "5")]), "{x} {n");
    }
}
