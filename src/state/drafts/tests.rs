//! How drafts and comments are stored.

use super::*;

fn draft(body: &str, parent: Option<u64>) -> Draft {
    Draft {
        name: "سلمى \"س\"".into(),
        email: String::new(),
        website: "https://example.org/س".into(),
        body: body.into(),
        parent: parent.map(CommentId),
        ..Draft::default()
    }
}

#[test]
fn a_draft_is_read_as_it_was_written() {
    for parent in [None, Some(7)] {
        for sent in [None, Some(draft("نص أُرسل", parent))] {
            let saved = SavedDraft { typed: draft("سطر\nثانٍ 👨‍👩‍👧", parent), sent };
            assert_eq!(read_draft(&write_draft(1700, &saved)), Some((1700, saved)));
        }
    }
}

#[test]
fn a_draft_of_the_release_before_is_read() {
    let stored = ["سلمى", "a@example.org", "نص", ""].map(str::to_owned);
    let (saved_ms, saved) = read_draft(&stored).unwrap();
    assert_eq!((saved_ms, &*saved.typed.body, saved.sent), (0, "نص", None));
    let texts = ["2", "1700", "سلمى", "a@example.org", "نص", "7", "سلمى", "a@example.org", "أُرسل", ""];
    let (saved_ms, saved) = read_draft(&texts.map(str::to_owned)).unwrap();
    assert_eq!((saved_ms, &*saved.typed.body, saved.typed.parent), (1700, "نص", Some(CommentId(7))));
    assert_eq!((saved.typed.website, saved.sent.unwrap().body), (String::new(), "أُرسل".to_owned()));
}

#[test]
fn held_comments_are_read_as_they_were_written() {
    let published = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00");
    let held = [(Some(CommentId(9)), published), (None, None)].map(|(id, published)| Comment {
        id,
        parent: None,
        author: "قارئة".into(),
        published,
        body: Html::from_site("<p>ينتظر</p>".into()),
        status: CommentStatus::Held,
        origin: Origin::default(),
    });
    let stored: Vec<_> = held.iter().flat_map(write_comment).collect();
    let read = stored.chunks(COMMENT_FIELDS).filter_map(|stored| read_comment(stored, CommentStatus::Held));
    assert_eq!(read.collect::<Vec<_>>(), held);
}

#[test]
fn what_is_stored_in_an_unknown_form_is_ignored() {
    for stored in [vec![], vec!["a".to_owned()], vec![String::new(); 6], vec![VERSION.to_owned(); 5]] {
        assert_eq!(read_draft(&stored), None);
    }
    assert_eq!(read_comment(&[String::new(), String::new()], CommentStatus::Held), None);
}

#[test]
fn each_box_of_a_page_has_a_key_of_its_own() {
    let [first, second] =
        [ArticleId(7); 2].map(|article| Drafts::open("https://example.org/wp-json/", article));
    assert_ne!(first.key(), second.key());
    first.close();
    assert_eq!(Drafts::open("https://example.org/wp-json/", ArticleId(7)).key(), first.key());
}

#[test]
fn each_reply_of_a_box_has_a_key_of_its_own() {
    let mut drafts = Drafts::open("https://example.org/wp-json/", ArticleId(8));
    let keys = [None, Some(CommentId(1)), Some(CommentId(12)), None].map(|parent| {
        drafts.reply_to(parent);
        drafts.key()
    });
    assert_eq!(keys[0], keys[3]);
    assert!(keys[0] != keys[1] && keys[1] != keys[2] && keys[0] != keys[2]);
    drafts.close();
}
