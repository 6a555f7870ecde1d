//! `wp_kses`: the HTML that a reader may post. `ammonia` removes the rest.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;

/// WordPress's tags for comments.
static COMMENT: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags("a abbr acronym b blockquote cite code del em i q s strike strong".split(' ').collect())
        .generic_attributes(HashSet::new())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("abbr", HashSet::from(["title"])),
            ("acronym", HashSet::from(["title"])),
            ("blockquote", HashSet::from(["cite"])),
            ("del", HashSet::from(["datetime"])),
            ("q", HashSet::from(["cite"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "ftp", "ftps", "mailto", "tel"]))
        // WordPress drops the tags of a script and keeps its text.
        .clean_content_tags(HashSet::new())
        .link_rel(Some("nofollow ugc"));
    cleaner
});

/// No tags at all. Scripts and style sheets are removed with their text.
static TEXT: LazyLock<Builder<'static>> = LazyLock::new(Builder::empty);

/// The text of a comment as it is stored.
#[must_use]
pub fn comment(html: &str) -> String {
    COMMENT.clean(html).to_string()
}

/// A name as it is stored: text on one line without tags, with `&`, `<` and `>` as entities.
#[must_use]
pub fn text_field(html: &str) -> String {
    let text = TEXT.clean(html).to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_keeps_harmless_tags() {
        assert_eq!(
            comment("<strong title=x>نعم</strong> & <em>لا</em>"),
            "<strong>نعم</strong> &amp; <em>لا</em>"
        );
    }

    #[test]
    fn a_comment_loses_tags_that_run_code_and_keeps_their_text() {
        assert_eq!(comment("<script>alert(1)</script>x"), "alert(1)x");
        assert_eq!(comment("<img src=x onerror=alert(1)>y"), "y");
        assert!(!comment("<a href='javascript:alert(1)'>z</a>").contains("javascript"));
    }

    #[test]
    fn a_link_in_a_comment_is_marked_as_user_content() {
        assert_eq!(
            comment("<a href=\"https://example.org\" onclick=\"x()\">a</a>"),
            "<a href=\"https://example.org\" rel=\"nofollow ugc\">a</a>"
        );
    }

    #[test]
    fn a_name_loses_its_tags_and_its_other_brackets_become_entities() {
        assert_eq!(text_field(" <b>Ana</b>  & <img src=x onerror=alert(1)>Bo "), "Ana &amp; Bo");
        assert_eq!(text_field("a < b"), "a &lt; b");
        assert_eq!(text_field("O'Neil \"the jar\" &lt;b&gt;"), "O'Neil \"the jar\" &lt;b&gt;");
    }
}
