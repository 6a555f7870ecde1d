//! How drafts and comments are stored.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::{
    browser::stand_in,
    model::{Comment, CommentStatus, Html, Moment, Origin},
};

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

fn held(id: Option<u64>, published: Option<Moment>, body: &str) -> Comment {
    Comment {
        id: id.map(CommentId),
        parent: None,
        author: "قارئة".into(),
        published,
        body: Html::from_site(body.into()),
        status: CommentStatus::Held,
        origin: Origin::default(),
    }
}

#[test]
fn own_comments_are_read_as_they_were_written() {
    stand_in::begin();
    let published = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00");
    let drafts = Drafts::open("https://example.org/wp-json/", ArticleId(7));
    let approved = Comment { status: CommentStatus::Approved, ..held(Some(8), published, "<p>نُشر</p>") };
    let own = [approved, held(Some(9), published, "<p>ينتظر</p>"), held(None, None, "<p>بلا رقم</p>")];
    assert_eq!((drafts.save_own(&own), drafts.own()), (Ok(()), own.to_vec()));
    assert_eq!((drafts.save_own(&own[..1]), drafts.own()), (Ok(()), own[..1].to_vec()));
    assert_eq!((drafts.save_own(&[]), browser::stored_keys("tadwina:")), (Ok(()), Vec::new()));
    drafts.close();
}

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

fn set_now(now_ms: u64) {
    stand_in::ask(|browser| browser.now_ms = now_ms);
}

#[test]
fn a_comment_that_was_held_for_more_than_thirty_days_is_forgotten() {
    let posted_ms = 1_704_067_200_000;
    let published = Moment::from_wordpress("2024-01-01T00:00:00", "2024-01-01T00:00:00");
    // Without a date from the site, the day on which it was kept counts.
    for published in [published, None] {
        stand_in::begin();
        set_now(posted_ms);
        let drafts = Drafts::open("https://example.org/wp-json/", ArticleId(7));
        let own = [held(Some(9), published, "<p>ينتظر</p>")];
        assert_eq!(drafts.save_own(&own), Ok(()));
        for (days, count) in [(29, 1), (30, 1), (31, 0)] {
            set_now(posted_ms + days * DAY_MS);
            let kept = drafts.own();
            assert_eq!(kept.len(), count, "{days} {published:?}");
            // Each visit writes them again.
            assert_eq!(drafts.save_own(&kept), Ok(()));
        }
        drafts.close();
    }
}

#[test]
fn a_held_comment_of_the_release_before_expires_thirty_days_after_it_is_read() {
    stand_in::begin();
    let drafts = Drafts::open("https://example.org/wp-json/", ArticleId(7));
    let stored = ["9", "", "قارئة", "", "<p>ينتظر</p>", "", "", "قارئة", "", "<p>بلا رقم</p>"];
    assert_eq!(browser::save(&drafts.held_key, stored.map(str::to_owned).to_vec()), Ok(()));
    let own = [held(Some(9), None, "<p>ينتظر</p>"), held(None, None, "<p>بلا رقم</p>")];
    for (days, expected) in [(1, &own[..]), (20, &own), (31, &own), (32, &[])] {
        set_now(days * DAY_MS);
        assert_eq!((drafts.date_held(), drafts.own()), (Ok(()), expected.to_vec()), "{days}");
    }
    drafts.close();
}

#[test]
fn comments_without_a_number_keep_days_of_their_own() {
    stand_in::begin();
    let drafts = Drafts::open("https://example.org/wp-json/", ArticleId(7));
    let own = ["<p>أوّل</p>", "<p>ثانٍ</p>"].map(|body| held(None, None, body));
    for (day, own) in [(1, &own[..1]), (20, &own)] {
        set_now(day * DAY_MS);
        assert_eq!(drafts.save_own(own), Ok(()));
    }
    set_now(32 * DAY_MS);
    assert_eq!(drafts.own(), own[1..]);
    drafts.close();
}

#[test]
fn what_is_stored_in_an_unknown_form_is_ignored() {
    for stored in [vec![], vec!["a".to_owned()], vec![String::new(); 6], vec![VERSION.to_owned(); 5]] {
        assert_eq!(read_draft(&stored), None);
    }
    stand_in::begin();
    let drafts = Drafts::open("https://example.org/wp-json/", ArticleId(7));
    assert_eq!(browser::save(&drafts.held_key, vec![String::new(); 2]), Ok(()));
    assert_eq!(drafts.own(), []);
    drafts.close();
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
