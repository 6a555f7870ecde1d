//! Posting: how a site takes comments, and what it does with them over REST and through its form.

use tadwina::{
    api::Commenting::{self, Closed, Elsewhere, Form, Rest},
    error::{Field, Rejection},
    model::{ArticleId, CommentId, Draft},
};

use crate::{
    comparable::{
        PostResult::{self, Held, Rejected},
        approved,
    },
    site::{Kind, Rules, Site, both, draft, reply_to},
};

pub const OPEN: u64 = 201;
const CLOSED: u64 = 204;
const PROTECTED: u64 = 205;
const DISCUSSED: u64 = 206;
pub const DISCUSSED_COMMENT: u64 = 206_001;
pub const MISSING: u64 = 999_999;

/// Both ways to comment, each with the kind of site that needs it.
pub const WAYS: [(Kind, Commenting); 2] = [(Kind::Open, Rest), (Kind::Stock, Form)];

/// Posts the drafts of `cases` in this order to both sites, and checks the results.
pub fn post(rules: Rules, kind: Kind, way: Commenting, cases: &[(u64, Draft, PostResult)]) {
    for site in both(kind, rules) {
        for (article, draft, expected) in cases {
            let result = PostResult::from(site.post(*article, draft, way));
            let text: String = draft.body.chars().take(40).collect();
            assert_eq!(result, *expected, "{} {way:?} {article} {text:?}", site.name);
        }
    }
}

/// Posts a draft that the site has to refuse. Returns status, code, and whether the message is empty.
pub fn refused(site: &Site, article: u64, draft: &Draft, way: Commenting) -> (u16, String, bool) {
    match site.post(article, draft, way) {
        Err(Rejection::Refused { status, code, message }) => (status, code, message.is_empty()),
        other => panic!("{}: {other:?}", site.name),
    }
}

#[test]
fn a_site_says_how_it_takes_comments_before_one_is_sent() {
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
fn a_comment_is_approved_and_in_the_list() {
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
fn a_reply_has_its_parent() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted = site.post(DISCUSSED, &reply_to(DISCUSSED_COMMENT, "جواب"), way);
            let parent = posted.map(|comment| comment.parent);
            assert_eq!(parent, Ok(Some(CommentId(DISCUSSED_COMMENT))), "{} {way:?}", site.name);
        }
    }
}

#[test]
fn a_text_is_shown_as_it_was_typed() {
    let odd_name = Draft { name: "O'Brien & «أ» \"ب\"".into(), ..draft("من اسم غريب") };
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
                    odd_name.clone(),
                    PostResult::Approved {
                        author: odd_name.name.clone(), body: "<p>من اسم غريب</p>".into()
                    },
                ),
            ],
        );
    }
}

#[test]
fn marks_become_html_that_wordpress_keeps() {
    for (kind, way) in WAYS {
        post(
            Rules::default(),
            kind,
            way,
            &[
                (
                    OPEN,
                    draft("هذا *مهم* و`a < b`"),
                    approved("<p>هذا <em>مهم</em> و<code>a &lt; b</code></p>"),
                ),
                (OPEN, draft("> قول\n\nنعم"), approved("<blockquote><p>قول</p></blockquote> <p>نعم</p>")),
                (
                    OPEN,
                    draft("[هنا](https://example.org/a)"),
                    approved("<p><a href=\"https://example.org/a\" rel=\"nofollow ugc\">هنا</a></p>"),
                ),
            ],
        );
    }
}

#[test]
fn two_comments_by_the_same_author_are_told_apart() {
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
fn a_comment_that_waits_for_moderation_is_held() {
    for (kind, way) in WAYS {
        let rules = Rules { moderation: true, ..Rules::default() };
        post(rules, kind, way, &[(OPEN, draft("ينتظر"), Held { has_id: true })]);
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
fn a_second_comment_within_seconds_is_a_flood() {
    for (kind, way) in WAYS {
        let rules = Rules { flood: true, ..Rules::default() };
        post(
            rules,
            kind,
            way,
            &[
                (OPEN, draft("أوّل"), approved("<p>أوّل</p>")),
                (OPEN, draft("ثانٍ"), Rejected(Rejection::Flood { seconds: 15 })),
            ],
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
        let (status, code, has_no_message) = refused(&site, PROTECTED, &draft("بلا كلمة"), Rest);
        assert_eq!(
            (status, code.as_str(), has_no_message),
            (401, "rest_cannot_read_post", false),
            "{}",
            site.name
        );
    }
    post(Rules::default(), Kind::Stock, Form, &[(PROTECTED, draft("بلا كلمة"), Rejected(Rejection::Closed))]);
}

#[test]
fn the_rejection_names_the_wrong_field() {
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
        (change(|draft| draft.name = "س".repeat(122) + "ab"), Rejection::TooLong(Field::Name)),
        (
            change(|draft| draft.email = format!("{}@{}.example.org", "a".repeat(60), "b".repeat(60))),
            Rejection::TooLong(Field::Email),
        ),
        (
            change(|draft| draft.website = format!("https://example.org/{}", "a".repeat(181))),
            Rejection::TooLong(Field::Website),
        ),
        (change(|draft| draft.body = "ط".repeat(32_762) + "ab"), Rejection::TooLong(Field::Body)),
    ];
    let cases = wrong.map(|(draft, rejection)| (OPEN, draft, Rejected(rejection)));
    for (kind, way) in WAYS {
        post(Rules::default(), kind, way, &cases);
    }
}

#[test]
fn a_name_and_a_text_of_the_maximum_length_are_taken() {
    // 245 and 65,525 bytes.
    let long = Draft {
        name: "س".repeat(122) + "a",
        email: format!("{}@{}.example.org", "a".repeat(60), "b".repeat(27)),
        ..draft(&("ط".repeat(32_762) + "a"))
    };
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let posted = site.post(OPEN, &long, way);
            assert_eq!(posted.map(|comment| comment.author), Ok(long.name.clone()), "{} {way:?}", site.name);
        }
    }
}

#[test]
fn a_stock_site_requires_a_login_over_rest() {
    let cases = [(OPEN, draft("لا يصل"), Rejected(Rejection::LoginRequired))];
    post(Rules::default(), Kind::Stock, Rest, &cases);
}

#[test]
fn a_site_that_requires_an_account_takes_no_comments() {
    let rules = Rules { registration: true, ..Rules::default() };
    for site in both(Kind::Open, rules) {
        assert_eq!(site.commenting(OPEN, "https://elsewhere.example"), Elsewhere, "{}", site.name);
        assert_eq!(site.post(OPEN, &draft("لا يصل"), Rest), Err(Rejection::LoginRequired), "{}", site.name);
    }
    // The form gives its reason only as a message without a code.
    for site in both(Kind::Stock, rules) {
        let (status, code, has_no_message) = refused(&site, OPEN, &draft("لا يصل"), Form);
        assert_eq!((status, code.as_str(), has_no_message), (403, "wp_die", false), "{}", site.name);
    }
}

#[test]
fn comments_can_be_posted_with_plain_permalinks() {
    for (kind, way) in WAYS {
        for site in both(kind, Rules::default()) {
            let client = site.client_with_api("/?rest_route=/");
            let posted = futures::executor::block_on(client.post_comment(
                ArticleId(OPEN),
                &draft("من الباب الآخر"),
                way,
                None,
            ));
            assert_eq!(PostResult::from(posted), approved("<p>من الباب الآخر</p>"), "{} {way:?}", site.name);
        }
    }
}
