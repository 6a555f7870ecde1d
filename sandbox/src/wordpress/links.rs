//! Bare addresses in comments become links.

use linkify::{LinkFinder, LinkKind};

use super::pieces::{Piece, pieces};

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
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
        .spans(text)
        .map(|span| {
            let found = span.as_str();
            match span.kind() {
                Some(LinkKind::Email) => format!("<a href=\"mailto:{found}\">{found}</a>"),
                Some(_) if found.contains("://") => link(found),
                Some(_) if found.starts_with("www.") => link(&format!("http://{found}")),
                // Any other host without a scheme stays text.
                _ => found.to_owned(),
            }
        })
        .collect()
}

/// Ampersands in addresses are numeric entities.
fn link(address: &str) -> String {
    let address = address.replace("&amp;", "&#038;");
    format!("<a href=\"{address}\" rel=\"nofollow ugc\">{address}</a>")
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
    fn a_host_needs_www_to_become_a_link_without_a_scheme() {
        assert_eq!(
            clickable("www.example.org example.org"),
            "<a href=\"http://www.example.org\" rel=\"nofollow ugc\">http://www.example.org</a> example.org"
        );
    }

    #[test]
    fn a_link_is_not_linked_again() {
        let link = "<a href=\"https://example.org\">https://example.org</a>";
        assert_eq!(clickable(link), link);
        assert_eq!(count(link), 1);
    }
}
