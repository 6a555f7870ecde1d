//! `wp_trim_excerpt`: the excerpt of a post whose author wrote none.

use super::kses::text_field;

/// WordPress's `excerpt_length`.
const EXCERPT_WORDS: usize = 55;

/// The first words of the body without tags, and a mark if more words follow.
#[must_use]
pub fn trim_excerpt(body: &str) -> String {
    let text = text_field(body);
    let words: Vec<&str> = text.split(' ').collect();
    match words.get(..EXCERPT_WORDS) {
        Some(first) if words.len() > EXCERPT_WORDS => format!("{} [&hellip;]", first.join(" ")),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::trim_excerpt;

    #[test]
    fn the_excerpt_of_a_short_body_is_its_whole_text() {
        assert_eq!(
            trim_excerpt("<p>One <b>two</b></p>\n<script>x()</script>\n<p>three</p>"),
            "One two three"
        );
    }

    #[test]
    fn a_long_body_is_cut_after_55_words() {
        let excerpt = trim_excerpt(&format!("<p>{}</p>", "word ".repeat(56)));
        assert_eq!(excerpt, format!("{}[&hellip;]", "word ".repeat(55)));
    }
}
