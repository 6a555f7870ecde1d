//! Messages with placeholders.

/// `template` with every `{name}` replaced by its value. Values are not searched for placeholders, so that a
/// title may contain `{site}`. An unknown placeholder stays as it is; the tests check that there is none.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let placeholder = behind.split_once('}');
        let value = placeholder.and_then(|(name, _)| values.iter().find(|(known, _)| *known == name));
        rest = match (placeholder, value) {
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

/// A segment of a sentence that has elements in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Text, with its spaces.
    Text(&'static str),
    /// The author's name.
    Author,
    /// The date and time.
    Time,
}

/// `template` with `{author}` and `{time}` as segments of their own: both are elements.
pub fn segments(template: &'static str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let placeholder = behind.split_once('}').and_then(|(name, behind)| match name {
            "author" => Some((Segment::Author, behind)),
            "time" => Some((Segment::Time, behind)),
            _ => None,
        });
        let Some((segment, behind)) = placeholder else { break };
        if !before.is_empty() {
            segments.push(Segment::Text(before));
        }
        segments.push(segment);
        rest = behind;
    }
    if !rest.is_empty() {
        segments.push(Segment::Text(rest));
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(fill("{m} of {n}, {m}", &[("n", "5"), ("m", "2")]), "2 of 5, 2");
        assert_eq!(fill("none", &[("n", "5")]), "none");
    }

    #[test]
    fn values_are_not_searched_for_placeholders() {
        assert_eq!(fill("{title} – {site}", &[("title", "{site}"), ("site", "{title}")]), "{site} – {title}");
    }

    #[test]
    fn an_unknown_placeholder_stays() {
        assert_eq!(fill("{x} {n", &[("n", "5")]), "{x} {n");
    }
}
