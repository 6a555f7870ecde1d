//! One comment.

use leptos::prelude::*;
use tadwina::{
    browser::PageTime,
    components::{CommentView, IntoErased, provide_article_author},
    model::{Avatar, Comment, CommentId, CommentStatus, Html as Markup, Origin, Source, UserId},
};

use crate::{
    html::{Html, render, render_arabic},
    moment,
};

/// 3 November 2023, 14:43 in UTC, the time of [`moment`]. Unit: seconds.
const PUBLISHED: u64 = 1_699_022_580;
const HOUR: u64 = 3600;

fn comment(author: &str, origin: Origin) -> Comment {
    Comment {
        id: Some(CommentId(7)),
        parent: None,
        author: author.to_owned(),
        published: Some(moment()),
        body: Markup::from_site("<p>نعم</p>".to_owned()),
        status: CommentStatus::Approved,
        origin,
    }
}

fn shown(comment: Comment) -> Html {
    render_arabic(|| view! { <CommentView comment/> })
}

/// The comment as a reader of `tag` sees it this long after it was posted.
fn shown_after(tag: &str, seconds: u64) -> Html {
    render(tag, "", || {
        provide_context(PageTime((PUBLISHED + seconds) * 1000));
        view! { <CommentView comment=comment("أمل", Origin::default())/> }
    })
}

#[test]
fn the_name_leads_to_the_authors_site_and_the_site_gets_nothing_for_it() {
    let website = Some("https://amal.example/أنا".to_owned());
    let html = shown(comment("أمل", Origin { website, ..Origin::default() }));
    let link = html.one("a.td-comment__author");
    assert_eq!((&*link.text, link.attribute("href")), ("أمل", "https://amal.example/أنا"));
    assert_eq!(link.attribute("rel"), "ugc nofollow noopener external");
    assert_eq!(html.one("a > bdi").text, "أمل");
}

#[test]
fn a_name_without_a_site_is_no_link() {
    let html = shown(comment("أمل", Origin::default()));
    assert_eq!(html.one("bdi.td-comment__author").text, "أمل");
    assert!(!html.has("a.td-comment__author"));
}

#[test]
fn without_a_picture_the_first_letter_stands_for_the_author_and_is_not_read_out() {
    for (name, initial) in [("أمل", "أ"), ("\u{200f}نهى", "ن"), ("", "ز"), ("👩‍🌾", "👩‍🌾")]
    {
        let html = shown(comment(name, Origin::default()));
        assert_eq!(html.one(".td-avatar[aria-hidden=true]").text, initial, "{name}");
        assert!(!html.has("img"));
    }
}

#[test]
fn a_picture_is_loaded_late_in_two_sizes_and_learns_nothing_of_the_page() {
    let avatar = Avatar {
        small: "https://pictures.example/a?s=48".to_owned(),
        large: Some("https://pictures.example/a?s=96".to_owned()),
    };
    let html = shown(comment("أمل", Origin { avatar: Some(avatar.clone()), ..Origin::default() }));
    let image = html.one(".td-avatar img");
    assert_eq!(image.attribute("src"), "https://pictures.example/a?s=48");
    assert_eq!(
        image.attribute("srcset"),
        "https://pictures.example/a?s=48 1x, https://pictures.example/a?s=96 2x"
    );
    let expected = [("alt", ""), ("loading", "lazy"), ("referrerpolicy", "no-referrer"), ("width", "48")];
    for (name, value) in expected {
        assert_eq!(image.attribute(name), value, "{name}");
    }
    let html =
        shown(comment("أمل", Origin { avatar: Some(Avatar { large: None, ..avatar }), ..Origin::default() }));
    assert!(!html.one(".td-avatar img").has("srcset"));
}

#[test]
fn only_comments_of_the_articles_author_are_marked() {
    let marked = |author: Option<u64>, article: Option<u64>| {
        let html = render_arabic(|| {
            provide_article_author(article.map(UserId));
            view! { <CommentView comment=comment("أمل", Origin { user: author.map(UserId), ..Origin::default() })/> }
        });
        html.has(".td-comment__badge")
    };
    assert!(marked(Some(2), Some(2)));
    assert!(
        !marked(Some(1), Some(2)) && !marked(None, Some(2)) && !marked(None, None) && !marked(Some(2), None)
    );
    for (tag, text) in [("ar", "كاتب المقال"), ("fr", "Auteur de l’article"), ("en", "Author")] {
        let html = render(tag, "", || {
            provide_article_author(Some(UserId(2)));
            view! { <CommentView comment=comment("A", Origin { user: Some(UserId(2)), ..Origin::default() })/> }
        });
        assert_eq!(html.one(".td-comment__badge").text, text);
    }
}

#[test]
fn for_a_week_the_time_says_how_long_ago_and_the_exact_time_is_there_too() {
    for (tag, ago, exact) in [
        ("ar", "قبل 3 ساعات", "3 نوفمبر 2023 - 3:43 م"),
        ("ar-EG", "قبل ٣ ساعات", "٣ نوفمبر ٢٠٢٣ - ٣:٤٣ م"),
        ("fr", "il y a 3\u{a0}heures", "3 novembre 2023 à 15:43"),
        ("en", "3 hours ago", "3 November 2023, 3:43 pm"),
    ] {
        let html = shown_after(tag, 3 * HOUR);
        assert_eq!(html.one("a[href='#comment-7'] time").attribute("datetime"), "2023-11-03T15:43:00+01:00");
        assert_eq!(html.one("time .td-comment__ago").text, ago);
        assert_eq!(html.one("time .td-comment__exact").text, exact);
        assert!(html.has(".td-comment__time--recent"));
    }
}

#[test]
fn after_a_week_before_the_comment_and_without_a_clock_the_time_is_exact() {
    let exact = "3 نوفمبر 2023 - 3:43 م";
    let ahead = (PUBLISHED - HOUR) * 1000;
    let early = render_arabic(|| {
        provide_context(PageTime(ahead));
        view! { <CommentView comment=comment("أمل", Origin::default())/> }
    });
    for html in [shown_after("ar", 7 * 24 * HOUR), early, shown(comment("أمل", Origin::default()))] {
        assert_eq!(html.one("a time").text, exact);
        assert!(!html.has(".td-comment__ago"));
    }
}

#[test]
fn a_clock_that_is_a_little_slow_says_just_now() {
    let html = render_arabic(|| {
        provide_context(PageTime((PUBLISHED - 90) * 1000));
        view! { <CommentView comment=comment("أمل", Origin::default())/> }
    });
    assert_eq!(html.one(".td-comment__ago").text, "الآن");
}

#[test]
fn the_exact_time_is_shown_where_no_link_leads_to_it() {
    let html = render_arabic(|| {
        provide_context(PageTime((PUBLISHED + HOUR) * 1000));
        view! { <CommentView comment=Comment { id: None, ..comment("أمل", Origin::default()) }/> }
    });
    assert_eq!(html.one("time").text, "3 نوفمبر 2023 - 3:43 م");
}

#[test]
fn a_comment_from_elsewhere_says_from_where_and_leads_to_the_original() {
    let source =
        Source { host: "social.example".to_owned(), address: "https://social.example/@amal/1".to_owned() };
    for (tag, text) in
        [("ar", "من social.example"), ("fr", "depuis social.example"), ("en", "from social.example")]
    {
        let comment = comment("أمل", Origin { source: Some(source.clone()), ..Origin::default() });
        let html = render(tag, "", || view! { <CommentView comment/> });
        let link = html.one("a.td-comment__source");
        assert_eq!((&*link.text, link.attribute("href")), (text, &*source.address));
        assert_eq!(link.attribute("rel"), "ugc nofollow noopener external");
        assert_eq!(html.one(".td-comment__source bdi").text, "social.example");
    }
    assert!(!shown(comment("أمل", Origin::default())).has(".td-comment__source"));
}

#[test]
fn the_link_of_a_comment_that_others_see_can_be_copied() {
    let html = shown(comment("أمل", Origin::default()));
    assert_eq!(html.one("footer.td-comment__actions button").text, "نسخ الرابط");
    let held = Comment { status: CommentStatus::Held, ..comment("أمل", Origin::default()) };
    let unnumbered = Comment { id: None, ..comment("أمل", Origin::default()) };
    for comment in [held, unnumbered] {
        assert!(!shown(comment).has("footer"));
    }
}

#[test]
fn other_actions_stand_before_the_button_that_copies() {
    let html = render_arabic(|| {
        let actions = view! { <button class="reply">"رد"</button> }.into_erased();
        view! { <CommentView comment=comment("أمل", Origin::default()) actions=Some(actions)/> }
    });
    assert_eq!(html.texts("footer button"), ["رد", "نسخ الرابط"]);
}

#[test]
fn what_is_around_a_name_does_not_run_into_it() {
    let html = shown(comment("أمل", Origin { user: Some(UserId(1)), ..Origin::default() }));
    assert_eq!(html.one(".td-comment__byline").text, "أمل 3 نوفمبر 2023 - 3:43 م");
}
