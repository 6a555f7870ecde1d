//! Articles that take no comments, and parents that nobody sees: what sites refuse over REST and by the form.

use futures::executor::block_on;
use tadwina::{
    api::Commenting::{Elsewhere, Form, Rest},
    error::{Error, Rejection},
    model::{ArticleId, ArticleKey, CommentId},
};

use crate::{
    comparable::PostResult::{Held, Rejected},
    posting::{DISCUSSED_COMMENT, MISSING, OPEN, WAYS, post, refused},
    site::{Kind, Rules, both, draft, reply_to},
};

const HELD: u64 = 215;
const HELD_COMMENT: u64 = 215_002;
const DRAFT: u64 = 231;
const PRIVATE: u64 = 232;
const TRASHED: u64 = 233;
const SCHEDULED: u64 = 234;
const PENDING: u64 = 235;

#[test]
fn articles_that_are_not_public_take_no_comments() {
    for site in both(Kind::Open, Rules::default()) {
        for article in [DRAFT, PRIVATE, TRASHED, SCHEDULED, PENDING] {
            let key = ArticleKey::Id(ArticleId(article));
            assert_eq!(block_on(site.client.article(&key)), Err(Error::NotFound), "{} {article}", site.name);
            let way = site.commenting(article, "https://elsewhere.example");
            assert_eq!(way, Elsewhere, "{} {article}", site.name);
        }
        for article in [DRAFT, TRASHED] {
            let result = site.post(article, &draft("إلى ما لا يُرى"), Rest);
            assert_eq!(result, Err(Rejection::Closed), "{} {article}", site.name);
        }
        for article in [PRIVATE, SCHEDULED, PENDING] {
            let (status, code, has_no_message) = refused(&site, article, &draft("إلى ما لا يُرى"), Rest);
            let expected = (401, "rest_cannot_read_post", false);
            assert_eq!((status, &*code, has_no_message), expected, "{} {article}", site.name);
        }
    }
    let silent = [DRAFT, PRIVATE, TRASHED, SCHEDULED, PENDING]
        .map(|article| (article, draft("إلى ما لا يُرى"), Rejected(Rejection::Closed)));
    post(Rules::default(), Kind::Stock, Form, &silent);
}

#[test]
fn an_article_that_was_closed_for_its_age_takes_no_comments() {
    let rules = Rules { aged: true, ..Rules::default() };
    for site in both(Kind::Open, rules) {
        assert_eq!(site.commenting(OPEN, "https://elsewhere.example"), Elsewhere, "{}", site.name);
        assert_eq!(site.post(OPEN, &draft("بعد زمن"), Rest), Err(Rejection::Closed), "{}", site.name);
    }
    // The article says that it is open, and the form has no code.
    for site in both(Kind::Stock, rules) {
        let (status, code, has_no_message) = refused(&site, OPEN, &draft("بعد زمن"), Form);
        assert_eq!((status, &*code, has_no_message), (403, "wp_die", false), "{}", site.name);
    }
}

#[test]
fn a_reply_may_have_any_parent_over_rest() {
    for site in both(Kind::Open, Rules::default()) {
        for (article, parent) in [(HELD, HELD_COMMENT), (OPEN, DISCUSSED_COMMENT), (OPEN, MISSING)] {
            let posted = site.post(article, &reply_to(parent, &format!("جواب على {parent}")), Rest);
            let parent_found = posted.map(|comment| comment.parent);
            assert_eq!(parent_found, Ok(Some(CommentId(parent))), "{} {parent}", site.name);
        }
    }
}

#[test]
fn the_form_checks_the_parent_of_a_reply_since_wordpress_6_2() {
    for site in both(Kind::Stock, Rules::default()) {
        let of_another = site.post(OPEN, &reply_to(DISCUSSED_COMMENT, "جواب من مقال آخر"), Form);
        assert_eq!(
            of_another.map(|comment| comment.parent),
            Ok(Some(CommentId(DISCUSSED_COMMENT))),
            "{}",
            site.name
        );
        for (article, parent, kept) in
            [(HELD, HELD_COMMENT, Some(CommentId(HELD_COMMENT))), (OPEN, MISSING, None)]
        {
            let reply = reply_to(parent, "جواب على ما لا يُرى");
            if site.checks_parents() {
                let (status, code, has_no_message) = refused(&site, article, &reply, Form);
                assert_eq!(
                    (status, &*code, has_no_message),
                    (403, "wp_die", false),
                    "{} {parent}",
                    site.name
                );
            } else {
                let posted = site.post(article, &reply, Form).map(|comment| comment.parent);
                assert_eq!(posted, Ok(kept), "{} {parent}", site.name);
            }
        }
    }
}

#[test]
fn a_comment_that_waits_is_found_again_as_a_duplicate_only() {
    let rules = Rules { moderation: true, ..Rules::default() };
    for (kind, way) in WAYS {
        post(
            rules,
            kind,
            way,
            &[
                (OPEN, draft("ينتظر ويُعاد"), Held { has_id: true }),
                (OPEN, draft("ينتظر ويُعاد"), Rejected(Rejection::Duplicate)),
            ],
        );
    }
}
