//! How drafts and comments are stored.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;

fn draft(body: &str, parent: Option<u64>) -> Draft {
    Draft {
        name: "سلمى \"س\"".into(),
        email: String::new(),
        website: "https://example.org/س".into(),
        body: body.into(),
        parent: parent.map(CommentId),
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
    assert_eq!(
        first.key(),
        drafts_at(&("https://example.org/wp-json/".into(), 7, String::new(), 0, None)).key()
    );
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

/// What a draft belongs to: site, article, tab, box of the tab, comment that is replied to.
type Place = (String, u64, String, u32, Option<u64>);

/// Places that are like each other: addresses that look like the end of a key, small numbers.
fn places() -> impl Strategy<Value = Vec<Place>> {
    let api = "(https://a\\.example)?(/|:|1|>|\\.|tadwina:draft:|\\PC){0,3}";
    let tab = "[12]{1,2}|1\\.1e-7";
    let number = || select(vec![1, 2, 11, 12, 111]);
    let parent = option::of(number().prop_map(u64::from));
    vec((api, number().prop_map(u64::from), tab, number(), parent), 2..20)
}

fn drafts_at((api, article, tab, number, parent): &Place) -> Drafts {
    let prefix = format!("tadwina:draft:{api}:{article}:");
    let box_key = box_key(&prefix, tab, *number);
    let parent = parent.map(CommentId);
    Drafts { prefix, box_key, parent, last: None, held_key: String::new(), posted_key: String::new() }
}

proptest! {
    #[test]
    fn drafts_of_different_places_have_different_keys(places in places()) {
        for one in &places {
            for other in places.iter().filter(|other| *other != one) {
                prop_assert_ne!(drafts_at(one).key(), drafts_at(other).key(), "{:?} {:?}", one, other);
            }
        }
    }

    #[test]
    fn an_article_finds_the_drafts_of_its_boxes_and_of_no_other_article(mut places in places()) {
        // A site whose address begins as a key of the first one.
        let (api, article, ..) = places[0].clone();
        places.push((format!("{api}:{article}:/"), 7, "1".into(), 0, None));
        for reader in &places {
            for writer in &places {
                let [reading, writing] = [reader, writer].map(drafts_at);
                let is_same_article = (&reader.0, reader.1) == (&writer.0, writer.1);
                let found = reading.box_of(&writing.key()).map(str::to_owned);
                prop_assert_eq!(found, is_same_article.then_some(writing.box_key), "{:?} {:?}", reader, writer);
            }
        }
    }
}
