//! What HTML a stranger's comment may hold: WordPress's short list, cut by `ammonia`.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "a",
            "abbr",
            "acronym",
            "b",
            "blockquote",
            "cite",
            "code",
            "del",
            "em",
            "i",
            "q",
            "s",
            "strike",
            "strong",
        ]))
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

/// The comment as kept.
#[must_use]
pub fn comment(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::comment;

    #[test]
    fn harmless_marks_stay() {
        assert_eq!(
            comment("<strong title=x>نعم</strong> & <em>لا</em>"),
            "<strong>نعم</strong> &amp; <em>لا</em>"
        );
    }

    #[test]
    fn what_runs_goes_and_its_text_stays() {
        assert_eq!(comment("<script>alert(1)</script>x"), "alert(1)x");
        assert_eq!(comment("<img src=x onerror=alert(1)>y"), "y");
        assert!(!comment("<a href='javascript:alert(1)'>z</a>").contains("javascript"));
    }

    #[test]
    fn links_are_marked_as_a_strangers() {
        assert_eq!(
            comment("<a href=\"https://example.org\" onclick=\"x()\">a</a>"),
            "<a href=\"https://example.org\" rel=\"nofollow ugc\">a</a>"
        );
    }
}
