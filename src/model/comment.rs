//! Comments, and what somebody is about to say.

use super::{Html, Moment, Origin, limits};
use crate::{
    error::{Field, Rejection},
    text,
};

/// Names a comment within its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommentId(pub u64);

/// A reader's comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its id; `None` when the site took it without telling (held, through the form).
    pub id: Option<CommentId>,
    /// The comment that it replies to. May name one that is gone.
    pub parent: Option<CommentId>,
    /// Plain text; may be empty, WordPress calls those anonymous.
    pub author: String,
    /// When it was posted; `None` for a comment of this reader's whose time the site did not tell.
    pub published: Option<Moment>,
    /// What it says.
    pub body: Html,
    /// Whether others can see it.
    pub status: CommentStatus,
    /// Whose it is and where it is at home.
    pub origin: Origin,
}

impl Comment {
    /// Its name within the page, WordPress's own; `None` without a number.
    pub fn anchor(&self) -> Option<String> {
        let CommentId(id) = self.id?;
        Some(["comment-", &id.to_string()].concat())
    }

    /// Whether it is one of `listed`. One without a number is known by author and text.
    pub fn is_among<'a>(&self, listed: impl IntoIterator<Item = &'a Self>) -> bool {
        listed.into_iter().any(|listed| match self.id {
            Some(_) => self.id == listed.id,
            None => self.has_author_of(listed) && self.has_text_of(listed),
        })
    }

    /// Whether both have the same author, as far as WordPress leaves a name alone.
    pub fn has_author_of(&self, other: &Self) -> bool {
        comparable(&self.author) == comparable(&other.author)
    }

    /// Whether both say the same, as far as WordPress leaves a text alone.
    pub fn has_text_of(&self, other: &Self) -> bool {
        comparable(&text::plain(self.body.untrusted())) == comparable(&text::plain(other.body.untrusted()))
    }
}

/// The letters and digits of `text`, which WordPress leaves alone. It changes spaces, quotation marks and dashes, makes a
/// picture of a smiley (`wp-includes/functions.php`, `smilies_init`) and `×` of the `x` between two numbers. A text without
/// letters, such as one of emoji, is compared as a whole.
fn comparable(text: &str) -> String {
    let is_smiley =
        |word: &&str| word.starts_with(':') || word.starts_with("8-") || *word == "8O" || *word == "8)";
    let words = text.split_whitespace().filter(|word| !is_smiley(word));
    let characters =
        words.flat_map(str::chars).map(|character| if character == '×' { 'x' } else { character });
    let letters: String = characters.filter(|character| character.is_alphanumeric()).collect();
    if letters.is_empty() { text.split_whitespace().collect() } else { letters }
}

/// Whether others can see a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommentStatus {
    /// Everybody can.
    Approved,
    /// Only its author, until somebody has looked at it.
    Held,
}

/// What somebody is about to post.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The commenter's name, as typed.
    pub name: String,
    /// The commenter's e-mail address, as typed.
    pub email: String,
    /// The address of the commenter's website, as typed; mostly empty.
    pub website: String,
    /// The text, as typed.
    pub body: String,
    /// The comment that it replies to.
    pub parent: Option<CommentId>,
    /// Whether the commenter wants mails about replies. Not stored: a wish for a comment that was not sent.
    pub wants_reply_mails: bool,
}

impl Draft {
    /// The draft as it is sent: trimmed, line ends as one `\n`, so that what is counted, what is sent
    /// and what WordPress compares for duplicates are the same.
    #[must_use]
    pub fn normalised(&self) -> Self {
        Self {
            name: self.name.trim().to_owned(),
            email: self.email.trim().to_owned(),
            website: self.website.trim().to_owned(),
            body: text::normalise_newlines(self.body.trim()).into_owned(),
            parent: self.parent,
            wants_reply_mails: self.wants_reply_mails,
        }
    }

    /// Everything that keeps it from being sent, in the order of the form; empty when nothing does.
    /// `excess` is by how many graphemes the text is above the limit of this blog. Without `needs_identity` name and e-mail address may be empty.
    pub fn problems(&self, excess: usize, needs_identity: bool) -> Vec<Rejection> {
        let Self { name, email, website, body, .. } = self.normalised();
        let too_long =
            |value: &str, bytes: usize, field| (value.len() > bytes).then_some(Rejection::TooLong(field));
        [
            if body.is_empty() {
                Some(Rejection::Missing(Field::Body))
            } else if excess > 0 {
                Some(Rejection::OverLimit { excess })
            } else {
                // Marks and `<` take more bytes as they are sent.
                too_long(&text::formatted(&body), limits::BODY_BYTES, Field::Body)
            },
            if name.is_empty() && needs_identity {
                Some(Rejection::Missing(Field::Name))
            } else {
                too_long(&name, limits::NAME_BYTES, Field::Name)
            },
            if email.is_empty() {
                needs_identity.then_some(Rejection::Missing(Field::Email))
            } else if !is_email(&email) {
                Some(Rejection::Invalid(Field::Email))
            } else {
                too_long(&email, limits::EMAIL_BYTES, Field::Email)
            },
            // WordPress makes an address of whatever it is, or drops it.
            too_long(&website, limits::WEBSITE_BYTES, Field::Website),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether there is nothing worth keeping in it.
    pub fn is_blank(&self) -> bool {
        self.body.trim().is_empty()
    }
}

/// Whether WordPress's `is_email` would take it: one `@`, an ASCII local part, and a host of at least
/// two labels of ASCII letters, digits and hyphens.
fn is_email(address: &str) -> bool {
    let Some((local, host)) = address.split_once('@') else { return false };
    let is_local =
        |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(character);
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|character| character.is_ascii_alphanumeric() || character == '-')
    };
    address.len() >= 6
        && !local.is_empty()
        && local.chars().all(is_local)
        && host.contains('.')
        && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str, email: &str, body: &str) -> Draft {
        Draft { name: name.into(), email: email.into(), body: body.into(), ..Draft::default() }
    }

    fn comment(id: Option<u64>, author: &str, markup: &str) -> Comment {
        Comment {
            id: id.map(CommentId),
            parent: None,
            author: author.into(),
            published: None,
            body: Html::from_site(markup.into()),
            status: CommentStatus::Held,
            origin: Origin::default(),
        }
    }

    #[test]
    fn author_and_text_match_although_wordpress_changes_their_typography() {
        let listed = comment(
            Some(7),
            "سلمى “س”",
            "<p>قال: “نعم” &#8211;<br />\n5 &lt; 6, 9&#215;4 🙂</p>\n<p>ثمّ مضى</p>",
        );
        let same = comment(None, "سلمى \"س\"", "<p>قال: \"نعم\" -<br>5 &lt; 6, 9x4 :smile:</p><p>ثمّ مضى</p>");
        assert!(same.has_author_of(&listed) && same.has_text_of(&listed));
        let other = comment(None, "سليم", "<p>قال: لا</p>");
        assert!(!other.has_author_of(&listed) && !other.has_text_of(&listed));
    }

    #[test]
    fn texts_without_letters_are_the_same_only_as_a_whole() {
        let [thumb, heart] = ["<p>👍 👍</p>", "<p>❤️</p>"].map(|markup| comment(None, "Max", markup));
        assert!(thumb.has_text_of(&comment(Some(7), "", "<p>👍👍</p>\n")));
        assert!(!thumb.has_text_of(&heart) && !heart.has_text_of(&comment(None, "", "<p>!</p>")));
        assert!(!thumb.has_author_of(&comment(None, "Ma", "")));
    }

    #[test]
    fn a_comment_is_among_others_if_one_has_its_id() {
        let listed = [comment(Some(7), "", ""), comment(Some(9), "سلمى", "<p>نعم</p>")];
        assert!(comment(Some(7), "سلمى", "").is_among(&listed));
        assert!(!comment(Some(8), "سلمى", "<p>نعم</p>").is_among(&listed));
    }

    #[test]
    fn a_comment_without_a_number_is_among_others_if_one_has_its_author_and_text() {
        let listed = [comment(Some(7), "سلمى", "<p>نعم.</p>")];
        assert!(comment(None, "سلمى", "<p>نعم.</p>").is_among(&listed));
        assert!(!comment(None, "سليم", "<p>نعم.</p>").is_among(&listed));
        assert!(!comment(None, "سلمى", "<p>لا.</p>").is_among(&listed));
    }

    #[test]
    fn name_and_email_may_be_blank_if_the_site_does_not_require_them() {
        assert_eq!(draft("", "", "مقال جميل").problems(0, false), []);
        let wrong = draft("", "salma", "").problems(0, false);
        assert_eq!(wrong, [Rejection::Missing(Field::Body), Rejection::Invalid(Field::Email)]);
    }

    #[test]
    fn a_complete_draft_has_no_problems() {
        assert_eq!(draft("سلمى", "salma@example.org", "مقال جميل").problems(0, true), []);
    }

    #[test]
    fn blank_fields_are_reported_in_the_order_of_the_form() {
        use Field::{Body, Email, Name};
        let missing = [Body, Name, Email].map(Rejection::Missing);
        assert_eq!(draft(" ", "", "\n \n").problems(0, true), missing);
    }

    #[test]
    fn an_excess_is_a_problem_unless_the_text_is_blank() {
        let excess = draft("أ", "a@example.org", "مقال").problems(3, true);
        assert_eq!(excess, [Rejection::OverLimit { excess: 3 }]);
        // A blank text is missing, not too long.
        assert_eq!(draft("أ", "a@example.org", " ").problems(3, true), [Rejection::Missing(Field::Body)]);
    }

    #[test]
    fn the_address_of_a_website_may_be_anything_up_to_the_limit_of_wordpress() {
        let with = |website: String| Draft { website, ..draft("أ", "a@example.org", "x") }.problems(0, true);
        assert_eq!(with(" مدونتي ".into()), []);
        assert_eq!(with(["https://", &"x".repeat(192)].concat()), []);
        assert_eq!(with(["https://", &"x".repeat(193)].concat()), [Rejection::TooLong(Field::Website)]);
    }

    #[test]
    fn name_and_text_have_the_byte_limits_of_wordpress() {
        let name = "ن".repeat(123);
        assert_eq!(draft(&name, "a@example.org", "x").problems(0, true), [Rejection::TooLong(Field::Name)]);
        let body = "ن".repeat(32_763);
        assert_eq!(draft("أ", "a@example.org", &body).problems(0, true), [Rejection::TooLong(Field::Body)]);
    }

    #[test]
    fn an_email_address_is_valid_if_wordpress_accepts_it() {
        for good in ["a@example.org", "first.last+tag@sub.example.co", "o'x@example.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "سلمى@example.org",
            "a@مثال.org",
            "a@localhost",
            "a@b@c.org",
            "a@-x.org",
            "a@x..org",
            "a b@x.org",
            "@x.org",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn line_ends_are_normalised_and_surrounding_space_is_removed() {
        assert_eq!(draft("", "", " a\r\nb\rc ").normalised().body, "a\nb\nc");
    }
}
