//! Whether one may comment, and what becomes of a comment on both ways.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{client, ok, refusal, reply};
use crate::{
    api::Commenting,
    error::{Error, Field, Rejection},
    http::{Method, NoResponse, Response},
    model::{ArticleId, Comment, CommentId, CommentStatus, DiscussionSettings, Draft},
};

const ARTICLE: ArticleId = ArticleId(201);
const LIST: &str = "https://example.org/blog/wp-json/wp/v2/comments?post=201&orderby=id&order=desc&per_page=10\
    &_fields=id,parent,author_name,date,date_gmt,content,status";

type Answer = Result<Response, NoResponse>;

fn draft() -> Draft {
    Draft {
        name: " أ & ب ".into(),
        email: "a@example.org".into(),
        body: "سطر <1>\r\nسطر\r\n\r\nفقرة ".into(),
        parent: Some(CommentId(7)),
    }
}

fn post<const N: usize>(answers: [Answer; N], way: Commenting) -> Result<Comment, Rejection> {
    let (client, site) = client(answers);
    let comment = block_on(client.post_comment(ARTICLE, &draft(), way));
    site.asked();
    comment
}

fn comment(id: u64, name: &str, status: &str) -> serde_json::Value {
    json!({
        "id": id, "parent": 7, "author_name": name, "content": {"rendered": "<p>x</p>"}, "status": status,
        "date": "2024-01-13T00:14:42", "date_gmt": "2024-01-12T23:14:42",
    })
}

fn refused(status: u16, code: &str) -> Rejection {
    Rejection::Refused { status, code: code.into(), message: "Error: it’s no".into() }
}

// Whether one may.

fn probe(answer: Answer, origin: &str) -> Result<Commenting, Error> {
    let (client, site) = client([answer]);
    let commenting = block_on(client.commenting(ARTICLE, true, DiscussionSettings::default(), origin));
    let asked = &site.asked()[0];
    assert_eq!(asked.method, Method::Options);
    assert_eq!(
        asked.url,
        "https://example.org/blog/wp-json/wp/v2/comments?post=201&_envelope&_fields=methods"
    );
    commenting
}

#[test]
fn a_closed_article_is_not_asked() {
    assert_eq!(
        block_on(client([]).0.commenting(ARTICLE, false, DiscussionSettings::default(), "")),
        Ok(Commenting::Closed)
    );
}

#[test]
fn who_may_post_over_rest_posts_over_rest() {
    let enveloped = json!({"body": {}, "status": 200, "headers": {"Allow": "GET, POST"}}).to_string();
    assert_eq!(probe(ok(&enveloped), "https://elsewhere.example"), Ok(Commenting::Rest));
    let header = Response { allow: Some("POST".into()), ..reply(200, "{}") };
    assert_eq!(probe(Ok(header), "https://example.org"), Ok(Commenting::Rest));
}

#[test]
fn who_may_not_uses_the_form_at_home_and_the_site_itself_from_elsewhere() {
    for body in
        ["{\"body\":{},\"status\":200,\"headers\":[]}", "{\"headers\":{\"Allow\":\"GET\"}}", "<html>", ""]
    {
        assert_eq!(probe(ok(body), "https://example.org"), Ok(Commenting::Form), "{body}");
        assert_eq!(probe(ok(body), "https://www.example.org"), Ok(Commenting::Elsewhere), "{body}");
    }
    for status in [401, 403, 404, 405] {
        assert_eq!(probe(refusal(status, "x"), "https://example.org"), Ok(Commenting::Form), "{status}");
    }
}

#[test]
fn a_site_that_cannot_answer_says_nothing_about_commenting() {
    assert_eq!(probe(Ok(reply(503, "")), ""), Err(Error::Server { status: 503 }));
    assert!(matches!(probe(Err(NoResponse), ""), Err(Error::Unreachable { .. })));
}

#[test]
fn where_one_may_not_nothing_is_sent() {
    assert_eq!(post([], Commenting::Closed), Err(Rejection::Closed));
    assert_eq!(post([], Commenting::LoginRequired), Err(Rejection::LoginRequired));
    assert_eq!(post([], Commenting::Elsewhere), Err(Rejection::LoginRequired));
}

// Over REST.

#[test]
fn rest_gets_the_fields_of_a_comment_and_no_others() {
    let (client, site) = client([Ok(reply(201, &comment(9, "أ &amp; ب", "approved").to_string()))]);
    let posted = block_on(client.post_comment(ARTICLE, &draft(), Commenting::Rest)).unwrap();
    assert_eq!((posted.id, posted.parent), (Some(CommentId(9)), Some(CommentId(7))));
    assert_eq!((posted.author.as_str(), posted.status), ("أ & ب", CommentStatus::Approved));
    let asked = &site.asked()[0];
    assert_eq!(asked.method, Method::Post);
    assert_eq!(
        asked.url,
        "https://example.org/blog/wp-json/wp/v2/comments?_fields=id,parent,author_name,date,date_gmt,content,status"
    );
    let expected = [
        ("post", "201"),
        ("author_name", "أ &amp; ب"),
        ("author_email", "a@example.org"),
        ("content", "سطر &lt;1&gt;\nسطر\n\nفقرة"),
        ("parent", "7"),
    ];
    assert_eq!(asked.form, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn what_is_held_or_taken_for_spam_looks_held() {
    for status in ["hold", "spam", "trash", "", "new"] {
        let posted = post([Ok(reply(201, &comment(9, "أ", status).to_string()))], Commenting::Rest).unwrap();
        assert_eq!(posted.status, CommentStatus::Held, "{status}");
    }
}

#[test]
fn every_refusal_over_rest_has_its_reason() {
    use Rejection::{Closed, Duplicate, Flood, LoginRequired, Missing, TooLong};
    for (status, code, expected) in [
        (401, "rest_comment_login_required", LoginRequired),
        (401, "rest_disabled", LoginRequired),
        (401, "rest_cannot_read_post", refused(401, "rest_cannot_read_post")),
        (403, "rest_comment_closed", Closed),
        (403, "rest_comment_invalid_post_id", Closed),
        (403, "rest_comment_draft_post", Closed),
        (403, "rest_comment_trash_post", Closed),
        (403, "spam_shield", refused(403, "spam_shield")),
        (400, "rest_comment_content_invalid", Missing(Field::Body)),
        (400, "rest_comment_author_data_required", Missing(Field::Email)),
        (400, "comment_author_column_length", TooLong(Field::Name)),
        (400, "comment_author_email_column_length", TooLong(Field::Email)),
        (400, "comment_content_column_length", TooLong(Field::Body)),
        (400, "comment_author_url_column_length", refused(400, "comment_author_url_column_length")),
        (400, "rest_invalid_param", refused(400, "rest_invalid_param")),
        (400, "comment_flood", Flood),
        (429, "comment_flood", Flood),
        (409, "comment_duplicate", Duplicate),
        (500, "rest_comment_failed_create", Rejection::Server { status: 500 }),
    ] {
        assert_eq!(post([refusal(status, code)], Commenting::Rest), Err(expected), "{status} {code}");
    }
}

#[test]
fn an_invalid_field_is_named() {
    for (name, field) in
        [("author_email", Field::Email), ("author_name", Field::Name), ("content", Field::Body)]
    {
        let body = json!({"code": "rest_invalid_param", "message": "", "data": {"status": 400, "params": {name: "no"}}});
        let answer = Ok(reply(400, &body.to_string()));
        assert_eq!(post([answer], Commenting::Rest), Err(Rejection::Invalid(field)));
    }
}

#[test]
fn a_missing_name_is_told_from_a_missing_address() {
    let (client, _) = client([refusal(400, "rest_comment_author_data_required")]);
    let nameless = Draft { name: "  ".into(), ..draft() };
    let answer = block_on(client.post_comment(ARTICLE, &nameless, Commenting::Rest));
    assert_eq!(answer, Err(Rejection::Missing(Field::Name)));
}

#[test]
fn a_plugins_refusal_hides_in_a_fault_of_the_server() {
    let body = json!({"code": "spam_shield", "message": "<p>No&hellip;</p>", "data": 403}).to_string();
    let expected = Rejection::Refused { status: 403, code: "spam_shield".into(), message: "No…".into() };
    assert_eq!(post([Ok(reply(500, &body))], Commenting::Rest), Err(expected));
    assert_eq!(post([Ok(reply(500, "<html>"))], Commenting::Rest), Err(Rejection::Server { status: 500 }));
}

#[test]
fn without_a_whole_answer_nothing_is_confirmed() {
    assert_eq!(post([Err(NoResponse)], Commenting::Rest), Err(Rejection::Unreachable));
    for body in ["", "<html>", "{\"id\":9", "{}"] {
        assert_eq!(post([Ok(reply(201, body))], Commenting::Rest), Err(Rejection::Unconfirmed), "{body}");
    }
}

// Through the form.

/// The answer of a form that redirected to `url`.
fn led_to(url: &str, body: &str) -> Answer {
    Ok(Response { url: url.to_owned(), redirected: true, ..reply(200, body) })
}

fn newest(id: u64) -> Answer {
    ok(&json!([{"id": id}]).to_string())
}

#[test]
fn the_form_gets_its_fields_and_leads_to_a_list() {
    let list = json!([comment(12, "أ &amp; ب", "approved"), comment(11, "غيره", "approved")]).to_string();
    let (client, site) = client([newest(11), led_to(LIST, &list)]);
    let posted = block_on(client.post_comment(ARTICLE, &draft(), Commenting::Form)).unwrap();
    assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
    let [before, sent] = &site.asked()[..] else { panic!() };
    assert!(before.url.ends_with("comments?post=201&orderby=id&order=desc&per_page=1&_fields=id"));
    assert_eq!(sent.url, "https://example.org/blog/wp-comments-post.php");
    let expected = [
        ("comment_post_ID", "201"),
        ("author", "أ &amp; ب"),
        ("email", "a@example.org"),
        ("comment", "سطر &lt;1&gt;\nسطر\n\nفقرة"),
        ("comment_parent", "7"),
        ("redirect_to", LIST.strip_prefix("https://example.org").unwrap()),
    ];
    assert_eq!(sent.form, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn a_held_comment_is_known_by_its_address_and_shown_as_written() {
    let url = format!("{LIST}&unapproved=31&moderation-hash=0f");
    let posted = post([ok("[]"), led_to(&url, "[]")], Commenting::Form).unwrap();
    assert_eq!((posted.id, posted.status), (Some(CommentId(31)), CommentStatus::Held));
    assert_eq!((posted.author.as_str(), posted.published), ("أ & ب", None));
    assert_eq!(posted.body.untrusted(), "<p>سطر &lt;1&gt;<br>سطر</p><p>فقرة</p>");
}

#[test]
fn an_older_comment_by_the_same_name_is_not_this_one() {
    let list = json!([comment(12, "غيره", "approved"), comment(11, "أ &amp; ب", "approved")]).to_string();
    let posted = post([newest(11), led_to(LIST, &list)], Commenting::Form).unwrap();
    assert_eq!((posted.id, posted.status), (None, CommentStatus::Held));
}

#[test]
fn who_has_another_name_at_the_site_is_known_by_the_text() {
    let mut own = comment(12, "سلمى المحرّرة", "approved");
    own["content"]["rendered"] = json!("<p>سطر &lt;1&gt;<br />\nسطر</p>\n<p>فقرة</p>\n");
    let list = json!([comment(13, "غيره", "approved"), own]).to_string();
    let posted = post([newest(11), led_to(LIST, &list)], Commenting::Form).unwrap();
    assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
}

#[test]
fn a_site_that_shows_no_comments_took_it_all_the_same() {
    let refused =
        Response { url: LIST.into(), redirected: true, ..reply(401, "{\"code\":\"rest_disabled\"}") };
    let posted = post([refusal(401, "rest_disabled"), Ok(refused)], Commenting::Form).unwrap();
    assert_eq!((posted.id, posted.status), (None, CommentStatus::Held));
}

#[test]
fn where_a_plugin_leads_elsewhere_the_list_is_asked() {
    let thanks = || led_to("https://example.org/thanks/", "<html>");
    let list = json!([comment(12, "أ &amp; ب", "approved")]).to_string();
    let posted = post([newest(11), thanks(), ok(&list)], Commenting::Form).unwrap();
    assert_eq!(posted.id, Some(CommentId(12)));
    assert_eq!(post([newest(11), thanks(), ok("[]")], Commenting::Form), Err(Rejection::Unconfirmed));
    assert_eq!(post([newest(11), thanks(), Err(NoResponse)], Commenting::Form), Err(Rejection::Unconfirmed));
}

fn form_refusal(answer: Answer) -> Rejection {
    post([ok("[]"), answer], Commenting::Form).unwrap_err()
}

#[test]
fn every_refusal_of_the_form_has_its_reason() {
    for (status, expected) in [
        (200, refused(200, "wp_die")),
        (401, Rejection::LoginRequired),
        (405, refused(405, "wp_die")),
        (409, Rejection::Duplicate),
        (413, Rejection::TooLong(Field::Body)),
        (429, Rejection::Flood),
        (500, Rejection::Server { status: 500 }),
    ] {
        assert_eq!(form_refusal(refusal(status, "wp_die")), expected, "{status}");
    }
    assert_eq!(form_refusal(Ok(reply(200, "\n"))), Rejection::Closed);
    assert_eq!(form_refusal(Ok(reply(200, "<html>"))), Rejection::Unconfirmed);
    assert_eq!(form_refusal(Err(NoResponse)), Rejection::Unreachable);
}

#[test]
fn a_forbidden_form_is_closed_where_the_article_now_says_so() {
    let status = |status: &str| ok(&json!([{"comment_status": status}]).to_string());
    let forbidden = || refusal(403, "wp_die");
    assert_eq!(post([ok("[]"), forbidden(), status("closed")], Commenting::Form), Err(Rejection::Closed));
    for unsaid in [status("open"), ok("[]"), Err(NoResponse)] {
        assert_eq!(post([ok("[]"), forbidden(), unsaid], Commenting::Form), Err(refused(403, "wp_die")));
    }
}

#[test]
fn what_the_form_finds_wrong_with_a_field_is_found_here_too() {
    let (client, _) = client([ok("[]"), refusal(200, "wp_die")]);
    let wrong = Draft { email: "nobody".into(), ..draft() };
    let answer = block_on(client.post_comment(ARTICLE, &wrong, Commenting::Form));
    assert_eq!(answer, Err(Rejection::Invalid(Field::Email)));
}

#[test]
fn without_a_connection_it_is_said_that_nobody_knows() {
    assert_eq!(post([Err(NoResponse), Err(NoResponse)], Commenting::Form), Err(Rejection::Unreachable));
}

#[test]
fn a_comment_is_sent_also_where_nothing_is_to_be_had_of_the_others() {
    // The first question ends with the element that asked; what is posted is to arrive.
    for unknown in [Err(NoResponse), refusal(503, ""), ok("<html>")] {
        let list = json!([comment(12, "أ &amp; ب", "approved")]).to_string();
        let posted = post([unknown, led_to(LIST, &list)], Commenting::Form).unwrap();
        assert_eq!((posted.id, posted.status), (Some(CommentId(12)), CommentStatus::Approved));
    }
}

#[test]
fn a_form_that_moved_took_nothing() {
    let moved = Response {
        url: "https://example.org/wp-comments-post.php".into(),
        redirected: true,
        ..reply(405, "")
    };
    let answer = form_refusal(Ok(moved));
    assert_eq!(answer, Rejection::Refused { status: 405, code: String::new(), message: String::new() });
}

#[test]
fn where_the_site_tells_that_an_account_is_needed_nobody_is_asked() {
    let (client, site) = client([]);
    let settings = DiscussionSettings { needs_account: true, ..DiscussionSettings::default() };
    let commenting = block_on(client.commenting(ARTICLE, true, settings, ""));
    assert_eq!((commenting, site.urls().len()), (Ok(Commenting::LoginRequired), 0));
}

#[test]
fn where_the_site_tells_that_it_takes_comments_nobody_is_asked() {
    let (client, site) = client([]);
    let settings = DiscussionSettings { takes_comments: true, ..DiscussionSettings::default() };
    assert_eq!(block_on(client.commenting(ARTICLE, true, settings, "")), Ok(Commenting::Rest));
    assert_eq!(block_on(client.commenting(ARTICLE, false, settings, "")), Ok(Commenting::Closed));
    assert_eq!(site.urls().len(), 0);
}
