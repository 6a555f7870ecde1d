//! Posting: whether one may, and what becomes of a comment on either way.

use tadwina::{
    api::Commenting::{self, Closed, Elsewhere, Form, Rest},
    error::{Field, Rejection},
    model::{ArticleId, CommentId, Draft},
};

use crate::{
    site::{Kind, Rules, Site, both, draft, reply_to},
    understood::{
        Fate::{self, Held, Rejected},
        approved,
    },
};

const OPEN: u64 = 201;
const CLOSED: u64 = 204;
const PROTECTED: u64 = 205;
const DISCUSSED: u64 = 206;
const DISCUSSED_COMMENT: u64 = 206_001;
const MISSING: u64 = 999_999;

/// Both ways on the site where they are needed.
const WAYS: [(Kind, Commenting); 2] = [(Kind::Open, Rest), (Kind::Stock, Form)];

/// Posts `drafts` one after the other on both sites, which have to do with them what is `expected`.
fn post(rules: Rules, kind: Kind, way: Commenting, story: &[(u64, Draft, Fate)]) {
    for site in both(kind, rules) {
        for (article, draft, expected) in story {
            let fate = Fate::from(site.post(*article, draft, way));
            let text: String = draft.body.chars().take(40).collect();
            assert_eq!(fate, *expected, "{} {way:?} {article} {text:?}", site.name);
        }
    }
}

fn refused(site: &Site, article: u64, draft: &Draft, way: Commenting) -> (u16, String, bool) {
    match site.post(article, draft, way) {
        Err(Rejection::Refused { status, code, message }) => (status, code, message.is_empty()),
        other => panic!("{}: {other:?}", site.name),
    }
}

#[test]
fn a_site_says_beforehand_how_it_takes_comments() {
    for site in both(Kind::Open, Rules::default()) {
        assert_eq!(site.commenting(OPEN, &site.url), Rest, "{}", site.name);
        assert_eq!(site.commenting(OPEN, "https://elsewhere.example"), Rest, "{}", site.name);
        assert_eq!(site.commenting(CLOSED, "https://elsewhere.example"), Elsewhere, "{}", site.name);
    }
    for site in both(Kind::Stock, Rules::default()) {
        assert_eq!(site.commenting(OPEN, &site.url), Form, "{}", site.name);
        assert_eq!(site.commenting(OPEN, "https://elsewhere.example"), Elsewhere, "{}", site.name);
    }
}

#[test]
fn a_comment_is_approved_and_stands_in_the_list() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted =
                site.post(OPEN, &draft("سطر\n\nوفقرة"), way).unwrap_or_else(|error| panic!("{error}"));
            let listed = site.comments(ArticleId(OPEN)).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(listed, [posted], "{} {way:?}", site.name);
        }
    }
}

#[test]
fn an_answer_names_what_it_answers() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted = site.post(DISCUSSED, &reply_to(DISCUSSED_COMMENT, "جواب"), way);
            let parent = posted.map(|comment| comment.parent);
            assert_eq!(parent, Ok(Some(CommentId(DISCUSSED_COMMENT))), "{} {way:?}", site.name);
        }
    }
}

#[test]
fn what_is_written_is_shown_alike() {
    let nobody = Draft { name: "O'Brien & «أ» \"ب\"".into(), ..draft("من اسم غريب") };
    for (kind, way) in WAYS {
        post(
            Rules::default(),
            kind,
            way,
            &[
                (OPEN, draft("سطر\r\nسطر\r\n\r\nفقرة"), approved("<p>سطر<br /> سطر</p> <p>فقرة</p>")),
                (OPEN, draft("5 < 6 & 7 > 3"), approved("<p>5 &lt; 6 &amp; 7 &gt; 3</p>")),
                (
                    OPEN,
                    draft("<b>غليظ</b><script>x()</script>"),
                    approved("<p>&lt;b&gt;غليظ&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;</p>"),
                ),
                (
                    OPEN,
                    nobody.clone(),
                    Fate::Approved {
                        author: nobody.name.clone(), body: "<p>من اسم غريب</p>".into()
                    },
                ),
            ],
        );
    }
}

#[test]
fn a_second_comment_by_the_same_name_is_the_second() {
    for (kind, way) in WAYS {
        post(
            Rules::default(),
            kind,
            way,
            &[
                (OPEN, draft("الأوّل"), approved("<p>الأوّل</p>")),
                (OPEN, draft("الثاني"), approved("<p>الثاني</p>")),
            ],
        );
    }
}

#[test]
fn a_held_comment_is_known_as_held() {
    for (kind, way) in WAYS {
        let rules = Rules { moderation: true, ..Rules::default() };
        post(rules, kind, way, &[(OPEN, draft("ينتظر"), Held { known: true })]);
    }
}

#[test]
fn the_same_comment_twice_is_a_duplicate() {
    for (kind, way) in WAYS {
        post(
            Rules::default(),
            kind,
            way,
            &[
                (OPEN, draft("مرّتين"), approved("<p>مرّتين</p>")),
                (OPEN, draft("مرّتين"), Rejected(Rejection::Duplicate)),
            ],
        );
    }
}

#[test]
fn two_comments_at_once_are_a_flood() {
    for (kind, way) in WAYS {
        let rules = Rules { flood: true, ..Rules::default() };
        post(
            rules,
            kind,
            way,
            &[(OPEN, draft("أوّل"), approved("<p>أوّل</p>")), (OPEN, draft("ثانٍ"), Rejected(Rejection::Flood))],
        );
    }
}

#[test]
fn closed_and_missing_articles_take_no_comments() {
    for (kind, way) in WAYS {
        post(
            Rules::default(),
            kind,
            way,
            &[
                (CLOSED, draft("بعد الإغلاق"), Rejected(Rejection::Closed)),
                (MISSING, draft("لا مقال"), Rejected(Rejection::Closed)),
            ],
        );
    }
    for site in both(Kind::Stock, Rules::default()) {
        assert_eq!(site.post(OPEN, &draft("لا يُرسل"), Closed), Err(Rejection::Closed));
    }
}

#[test]
fn a_locked_article_takes_no_comments() {
    for site in both(Kind::Open, Rules::default()) {
        let (status, code, silent) = refused(&site, PROTECTED, &draft("بلا كلمة"), Rest);
        assert_eq!((status, code.as_str(), silent), (401, "rest_cannot_read_post", false), "{}", site.name);
    }
    post(Rules::default(), Kind::Stock, Form, &[(PROTECTED, draft("بلا كلمة"), Rejected(Rejection::Closed))]);
}

#[test]
fn a_wrong_field_is_named() {
    let change = |change: fn(&mut Draft)| {
        let mut draft = draft("حقل خطأ");
        change(&mut draft);
        draft
    };
    let wrong = [
        (change(|draft| draft.name.clear()), Rejection::Missing(Field::Name)),
        (change(|draft| draft.email.clear()), Rejection::Missing(Field::Email)),
        (change(|draft| draft.body = " \n ".into()), Rejection::Missing(Field::Body)),
        (change(|draft| draft.email = "nobody".into()), Rejection::Invalid(Field::Email)),
        (change(|draft| draft.email = "قارئ@مثال.إختبار".into()), Rejection::Invalid(Field::Email)),
        (change(|draft| draft.name = "س".repeat(123)), Rejection::TooLong(Field::Name)),
        (
            change(|draft| draft.email = format!("{}@{}.example.org", "a".repeat(60), "b".repeat(60))),
            Rejection::TooLong(Field::Email),
        ),
        (change(|draft| draft.body = "ط".repeat(32_763)), Rejection::TooLong(Field::Body)),
    ];
    let story = wrong.map(|(draft, rejection)| (OPEN, draft, Rejected(rejection)));
    for (kind, way) in WAYS {
        post(Rules::default(), kind, way, &story);
    }
}

#[test]
fn what_just_fits_is_taken() {
    let long = Draft { name: "س".repeat(122), ..draft(&"ط".repeat(32_762)) };
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted = site.post(OPEN, &long, way);
            assert_eq!(posted.map(|comment| comment.author), Ok(long.name.clone()), "{} {way:?}", site.name);
        }
    }
}

#[test]
fn a_stock_site_wants_a_login_over_rest() {
    let story = [(OPEN, draft("لا يصل"), Rejected(Rejection::LoginRequired))];
    post(Rules::default(), Kind::Stock, Rest, &story);
}

#[test]
fn a_site_for_members_takes_no_readers_comment() {
    let rules = Rules { registration: true, ..Rules::default() };
    for site in both(Kind::Open, rules) {
        assert_eq!(site.commenting(OPEN, "https://elsewhere.example"), Elsewhere, "{}", site.name);
        assert_eq!(site.post(OPEN, &draft("لا يصل"), Rest), Err(Rejection::LoginRequired), "{}", site.name);
    }
    // The form gives its reason in words only; they are passed on.
    for site in both(Kind::Stock, rules) {
        let (status, code, silent) = refused(&site, OPEN, &draft("لا يصل"), Form);
        assert_eq!((status, code.as_str(), silent), (403, "wp_die", false), "{}", site.name);
    }
}

#[test]
fn plain_permalinks_take_comments_too() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let client = site.client_by("/?rest_route=/");
            let posted = futures::executor::block_on(client.post_comment(
                ArticleId(OPEN),
                &draft("من الباب الآخر"),
                way,
            ));
            assert_eq!(Fate::from(posted), approved("<p>من الباب الآخر</p>"), "{} {way:?}", site.name);
        }
    }
}
