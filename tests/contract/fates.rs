//! What becomes of comments that a site takes and shows to nobody, and of those that it loses.

use tadwina::{
    api::Commenting::{Form, Rest},
    error::Rejection,
    model::Draft,
};

use crate::{
    comparable::PostResult::{Approved, Held, Rejected},
    posting::{OPEN, WAYS, post, refused},
    site::{Fate, Kind, Rules, both, draft},
};

const fn with(fate: Fate) -> Rules {
    Rules { moderation: false, flood: false, registration: false, aged: false, nameless: false, fate }
}

#[test]
fn what_is_taken_for_spam_or_put_into_the_trash_looks_held_over_rest_and_unclear_by_the_form() {
    for fate in [Fate::Spam, Fate::Trash] {
        post(with(fate), Kind::Open, Rest, &[(OPEN, draft("لا يراه أحد"), Held { has_id: true })]);
        let unclear = Rejected(Rejection::Unconfirmed);
        post(with(fate), Kind::Stock, Form, &[(OPEN, draft("لا يراه أحد"), unclear)]);
    }
}

#[test]
fn a_comment_in_the_trash_is_no_duplicate_and_one_taken_for_spam_is() {
    let again = |second| [(OPEN, draft("مرّتين"), Held { has_id: true }), (OPEN, draft("مرّتين"), second)];
    post(with(Fate::Trash), Kind::Open, Rest, &again(Held { has_id: true }));
    post(with(Fate::Spam), Kind::Open, Rest, &again(Rejected(Rejection::Duplicate)));
}

#[test]
fn a_comment_that_the_database_does_not_take_is_an_error_of_the_site() {
    for (kind, way) in WAYS {
        let failed = Rejected(Rejection::Server { status: 500 });
        post(with(Fate::Unsaved), kind, way, &[(OPEN, draft("لا يُحفظ"), failed)]);
    }
}

#[test]
fn the_refusal_of_a_plugin_is_no_error_of_the_site() {
    // Over REST its status is in the text only, below status 500.
    for ((kind, way), expected) in WAYS.into_iter().zip(["sandbox_refused", "wp_die"]) {
        for site in both(kind, with(Fate::Refused)) {
            let (status, code, has_no_message) = refused(&site, OPEN, &draft("لا يُراد"), way);
            assert_eq!((status, &*code, has_no_message), (403, expected, false), "{} {way:?}", site.name);
        }
    }
}

#[test]
fn a_site_that_requires_no_name_takes_comments_without_one() {
    let nameless = Draft { name: String::new(), email: String::new(), ..draft("بلا اسم") };
    let approved = Approved { author: String::new(), body: "<p>بلا اسم</p>".to_owned() };
    for (kind, way) in WAYS {
        let rules = Rules { nameless: true, ..Rules::default() };
        post(rules, kind, way, &[(OPEN, nameless.clone(), approved.clone())]);
    }
}

#[test]
fn a_new_comment_has_the_time_of_the_site() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted = site.post(OPEN, &draft("الآن"), way).expect("a comment");
            let seconds = posted.published.and_then(|moment| moment.unix_seconds()).expect("a time");
            let now_s = std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .expect("a clock")
                .as_secs()
                .cast_signed();
            assert!((now_s - seconds).abs() < 60, "{} {way:?}: {seconds} at {now_s}", site.name);
        }
    }
}
