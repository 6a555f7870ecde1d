//! Bare addresses in comments become links.

use linkify::{LinkFinder, LinkKind};

use super::texturize::{Piece, pieces};

/// Makes each web and e-mail address outside of tags and existing links a link.
#[must_use]
pub fn clickable(html: &str) -> String {
    let mut inside_link = 0_usize;
    let mut out = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) => {
                let name = tag.to_ascii_lowercase();
                if opens(&name) {
                    inside_link += 1;
                } else if ["</a>", "</code>", "</pre>", "</script>", "</style>"].contains(&name.as_str()) {
                    inside_link = inside_link.saturating_sub(1);
                }
                out.push_str(tag);
            }
            Piece::Text(text) if inside_link > 0 => out.push_str(text),
            Piece::Text(text) => out.push_str(&linked(text)),
        }
    }
    out
}

/// How many links a comment will have: WordPress holds one with two or more.
#[must_use]
pub fn count(html: &str) -> usize {
    clickable(html).matches("<a ").count()
}

fn opens(tag: &str) -> bool {
    ["<a ", "<code", "<pre", "<script", "<style"].iter().any(|start| tag.starts_with(start))
}

fn linked(text: &str) -> String {
    LinkFinder::new()
        .spans(text)
        .map(|span| match span.kind() {
            Some(LinkKind::Email) => format!("<a href=\"mailto:{0}\">{0}</a>", span.as_str()),
            Some(_) => format!("<a href=\"{0}\" rel=\"nofollow ugc\">{0}</a>", span.as_str()),
            None => span.as_str().to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_link_without_its_full_stop() {
        assert_eq!(
            clickable("انظر https://example.org/a."),
            "انظر <a href=\"https://example.org/a\" rel=\"nofollow ugc\">https://example.org/a</a>."
        );
    }

    #[test]
    fn a_link_is_not_linked_again() {
        let link = "<a href=\"https://example.org\">https://example.org</a>";
        assert_eq!(clickable(link), link);
        assert_eq!(count(link), 1);
    }
}
