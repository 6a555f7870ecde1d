//! How drafts and comments are stored.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{
    own::{COMMENT_FIELDS, is_forgotten, read_comment, write_comment},
    *,
};
use crate::model::{Comment, CommentStatus, Html, Moment, Origin};

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
        let sent = Some(draft("نص أُرسل", parent));
        let waits_at = Some("https://example.org/خبز/".to_owned());
        for (sent, waits_at) in [(None, None), (sent, None), (None, waits_at)] {
            let saved =
                SavedDraft { typed: draft("سطر\nثانٍ 👨‍👩‍👧", parent), sent, waits_at };
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
fn a_comment_that_was_held_for_more_than_thirty_days_is_forgotten() {
    let published = Moment::from_wordpress("2024-01-01T00:00:00", "2024-01-01T00:00:00");
    let held = |published| Comment {
        id: None,
        parent: None,
        author: String::new(),
        published,
        body: Html::from_site(String::new()),
        status: CommentStatus::Held,
        origin: Origin::default(),
    };
    let day_ms = 24 * 60 * 60 * 1000;
    let posted_ms = 1_704_067_200_000;
    for (published, days, expected) in [(published, 30, false), (published, 31, true), (None, 31, false)] {
        assert_eq!(is_forgotten(&held(published), posted_ms + days * day_ms), expected, "{days}");
    }
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
fn a_box_that_takes_the_place_of_another_has_its_key_and_leaves_its_own_free() {
    let api = "https://example.org/wp-json/";
    let [mut drafts, left] = [ArticleId(9); 2].map(|article| Drafts::open(api, article));
    let own_key = drafts.key();
    left.close();
    let typed = draft("نص", Some(7));
    let other = OtherDraft {
        key: [&*left.key(), REPLY, "7"].concat(),
        saved_ms: 0,
        is_here: true,
        draft: SavedDraft { typed, ..SavedDraft::default() },
    };
    drafts.take_place(&other);
    assert_eq!(drafts.key(), other.key);
    let next = Drafts::open(api, ArticleId(9));
    assert_eq!(next.key(), own_key);
    drafts.close();
    next.close();
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
    vec((api, number().prop_map(u64::from), tab, number(), parent), 2..8)
}

fn drafts_at((api, article, tab, number, parent): &Place) -> Drafts {
    let site_prefix = format!("tadwina:draft:{api}:");
    let prefix = format!("{site_prefix}{article}:");
    let box_key = box_key(&prefix, tab, *number);
    let parent = parent.map(CommentId);
    let (held_key, posted_key) = Default::default();
    Drafts { site_prefix, prefix, box_key, parent, last: None, held_key, posted_key }
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
    fn a_site_finds_the_drafts_of_its_boxes_and_of_no_other_site(mut places in places()) {
        // A site whose address begins as a key of the first one.
        let (api, article, ..) = places[0].clone();
        places.push((format!("{api}:{article}:/"), 7, "1".into(), 0, None));
        for reader in &places {
            for writer in &places {
                let [reading, writing] = [reader, writer].map(drafts_at);
                let key = writing.key();
                let found = reading.box_of(&key).map(str::to_owned);
                let is_here = found.is_some() && key.starts_with(&reading.prefix);
                let is_same_site = reader.0 == writer.0;
                prop_assert_eq!(is_here, is_same_site && reader.1 == writer.1, "{:?} {:?}", reader, writer);
                prop_assert_eq!(found, is_same_site.then_some(writing.box_key), "{:?} {:?}", reader, writer);
            }
        }
    }
}
