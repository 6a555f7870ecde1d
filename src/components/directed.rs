//! The direction and the language of text that somebody else wrote, which need not be those of the page.

use crate::text::{Direction, language};

/// The attributes `dir` and `lang` of an element with `text`, which goes in `direction`. Without `lang` it has the
/// language of what is around it, which goes in `outside`.
pub fn text_attributes(
    text: &str,
    direction: Direction,
    outside: Direction,
) -> (&'static str, Option<&'static str>) {
    (direction.as_str(), (direction != outside).then(|| language(text, direction)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_another_direction_has_a_language_of_its_own() {
        assert_eq!(text_attributes("خبز", Direction::Rtl, Direction::Ltr), ("rtl", Some("ar")));
        assert_eq!(text_attributes("Brot", Direction::Ltr, Direction::Rtl), ("ltr", Some("")));
        assert_eq!(text_attributes("خبز", Direction::Rtl, Direction::Rtl), ("rtl", None));
    }
}
