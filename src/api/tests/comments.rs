//! Reading comments and counting them.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{ARTICLE_ID, COMMENTS, Reply, client, ok_with_totals, response, wordpress_error};
use crate::{
    error::Error,
    model::{
        ArticleId, Avatars, Comment, CommentId, CommentStatus, DiscussionSettings, Origin, Source, UserId,
    },
};

type Counts = Result<Vec<(u64, u32)>, Error>;

/// What the client counts for the articles 1, 2 and 3, and the URLs of its requests.
fn counts<const N: usize>(replies: [Reply; N]) -> (Counts, Vec<String>) {
    let (client, transport) = client(replies);
    let counts = block_on(client.comment_counts(&[1, 2, 3].map(ArticleId)));
    (counts.map(|counts| counts.into_iter().map(|(id, count)| (id.0, count)).collect()), transport.urls())
}

#[test]
fn comments_are_requested_oldest_first_and_a_hundred_on_a_page() {
    let (client, transport) = client([ok_with_totals(COMMENTS, 302, 4)]);
    let page = block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 3)).unwrap();
    assert_eq!((page.pages, page.total), (4, 302));
    assert_eq!(
        transport.urls(),
        ["https://example.org/blog/wp-json/wp/v2/comments?post=201&per_page=100&order=asc\
         &_fields=id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type&page=3"]
    );
    let Comment { id, parent, author, published, body, status, origin } = &page.items[0];
    assert_eq!((*id, *parent, author.as_str()), (Some(CommentId(11)), None, "أ & ب"));
    assert_eq!(published.unwrap().iso(), "2024-01-13T00:14:42+01:00");
    assert_eq!((body.untrusted(), *status), ("<p>نعم</p>\n", CommentStatus::Approved));
    assert_eq!(origin.user, Some(UserId(2)));
    assert_eq!(origin.website.as_deref(), Some("https://example.com/أصوات"));
    assert_eq!(origin.permalink.as_deref(), Some("https://example.org/blog/2024/01/12/bread/#comment-11"));
    let avatar = origin.avatar.as_ref().unwrap();
    assert_eq!(avatar.small, "https://pictures.example/a1?s=48");
    assert_eq!(avatar.large.as_deref(), Some("https://pictures.example/a1?s=96"));
}

/// The only comment in a list of one, with these fields.
fn origin(fields: serde_json::Value) -> Origin {
    let mut comment = json!({ "id": 7, "content": { "rendered": "<p>x</p>" }, "type": "comment" });
    comment.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let (client, _) = client([ok_with_totals(&json!([comment]).to_string(), 1, 1)]);
    let page = block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 1)).unwrap();
    page.items[0].origin.clone()
}

#[test]
fn only_addresses_of_web_servers_are_taken_from_an_author() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        "/about",
        "//example.org",
        "https://",
        "http:///x",
        "",
        "mailto:a@b.c",
    ] {
        let avatars = json!({ "48": url, "96": url });
        let read = origin(json!({ "author_url": url, "author_avatar_urls": avatars, "link": url }));
        assert_eq!(read, Origin::default(), "{url}");
    }
    for odd in [json!(null), json!(false), json!([]), json!(7)] {
        let avatars = json!({ "48": odd, "96": odd });
        let read =
            origin(json!({ "author": odd, "author_url": odd, "author_avatar_urls": avatars, "link": odd }));
        assert_eq!(Origin { user: None, ..read }, Origin::default(), "{odd}");
    }
}

#[test]
fn a_comment_whose_link_leads_to_its_authors_host_came_from_there() {
    let (post, profile) = ("https://social.example/@amal/1", "https://social.example/@amal");
    let read = origin(json!({ "author": 0, "author_url": profile, "link": post }));
    assert_eq!(read.permalink, None);
    assert_eq!(read.source, Some(Source { host: "social.example".into(), address: post.into() }));
}

#[test]
fn a_comment_of_the_site_has_no_source() {
    let own = "https://blog.example/bread/comment-page-2/#comment-7";
    for (author, url, link, permalink) in [
        (0, "https://blog.example/", own, Some(own)),
        // A plugin that changes links, or another comment's anchor: the site's own, but nothing to copy.
        (0, "https://amal.example/", "https://blog.example/bread/?cid=7", None),
        (1, "https://blog.example/", "https://blog.example/bread/?cid=7", None),
        (0, "", "https://social.example/@amal/1", None),
    ] {
        let read = origin(json!({ "author": author, "author_url": url, "link": link }));
        assert_eq!((read.source, read.permalink.as_deref()), (None, permalink), "{url} {link}");
    }
}

#[test]
fn likes_boosts_and_pings_are_neither_listed_nor_counted() {
    let comment = |id: u64, kind: &str| json!({ "id": id, "post": 1, "type": kind, "content": { "rendered": "<p>x</p>" } });
    let kinds = ["comment", "like", "repost", "quote", "pingback", "trackback", ""];
    let list: Vec<_> = (1..).zip(kinds).map(|(id, kind)| comment(id, kind)).collect();
    let list = json!(list).to_string();
    let (client, _) = client([ok_with_totals(&list, 7, 1)]);
    let page = block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 1)).unwrap();
    let ids: Vec<_> = page.items.iter().filter_map(|comment| comment.id).collect();
    assert_eq!(ids, [1, 7].map(CommentId));
    assert_eq!(counts([ok_with_totals(&list, 7, 1)]).0.unwrap()[0], (1, 2));
}

#[test]
fn avatars_are_asked_for_only_if_they_are_shown() {
    let (client, transport) = client([ok_with_totals(COMMENTS, 2, 1), ok_with_totals(COMMENTS, 2, 1)]);
    for avatars in [Avatars::None, Avatars::Site] {
        let client = client.clone().showing(avatars);
        block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 1)).unwrap();
    }
    let asked: Vec<_> =
        transport.urls().iter().map(|url| url.contains(",type,author_avatar_urls&page=1")).collect();
    assert_eq!(asked, [false, true]);
}

#[test]
fn a_site_without_the_route_of_comments_has_none() {
    let (client, _) = client([wordpress_error(404, "rest_no_route")]);
    let page = block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 1)).unwrap();
    assert_eq!((page.items.len(), page.pages, page.total), (0, 1, 0));
}

#[test]
fn comments_are_requested_in_the_order_and_the_page_size_of_the_settings() {
    let (client, transport) = client([ok_with_totals(COMMENTS, 5, 3)]);
    let settings = DiscussionSettings { newest_first: true, per_page: 2, ..DiscussionSettings::default() };
    let page = block_on(client.comments(ARTICLE_ID, settings, 2)).unwrap();
    assert_eq!((page.pages, page.total), (3, 5));
    assert!(
        transport.urls()[0].contains("post=201&per_page=2&order=desc&_fields=id,"),
        "{:?}",
        transport.urls()
    );
}

#[test]
fn a_comment_with_wrong_fields_is_read_without_them() {
    let (client, _) = client([ok_with_totals(COMMENTS, 2, 1)]);
    let page = block_on(client.comments(ARTICLE_ID, DiscussionSettings::default(), 1)).unwrap();
    let odd = &page.items[1];
    assert_eq!((odd.parent, odd.author.as_str(), odd.published), (Some(CommentId(11)), "", None));
}

#[test]
fn comments_behind_a_password_are_forbidden() {
    let (client, _) = client([wordpress_error(401, "rest_cannot_read_post")]);
    let comments = block_on(client.comments(ArticleId(205), DiscussionSettings::default(), 1));
    assert_eq!(comments, Err(Error::Forbidden { status: 401, code: "rest_cannot_read_post".into() }));
}

#[test]
fn few_comments_are_counted_in_one_request() {
    let comments = json!([{"id": 9, "post": 3}, {"id": 8, "post": 1}, {"id": 7, "post": 3}]).to_string();
    let (counts, urls) = counts([ok_with_totals(&comments, 3, 1)]);
    assert_eq!(counts.unwrap(), [(1, 1), (2, 0), (3, 2)]);
    assert_eq!(
        urls,
        ["https://example.org/blog/wp-json/wp/v2/comments?post=1,2,3&per_page=100&_fields=id,post,type"]
    );
}

#[test]
fn many_comments_are_counted_with_one_request_for_each_article() {
    let totals = [(101, 2), (100, 100), (0, 0), (1, 1)];
    let (counts, urls) = counts(totals.map(|(total, pages)| ok_with_totals("[]", total, pages)));
    assert_eq!(counts.unwrap(), [(1, 100), (2, 0), (3, 1)]);
    assert!(urls[2].ends_with("comments?post=2&per_page=1&_fields=id"), "{urls:?}");
}

#[test]
fn a_locked_article_has_no_count_and_the_others_keep_theirs() {
    let locked = || wordpress_error(401, "rest_cannot_read_post");
    let (counts, _) = counts([locked(), ok_with_totals("[]", 5, 5), locked(), ok_with_totals("[]", 7, 7)]);
    assert_eq!(counts.unwrap(), [(1, 5), (3, 7)]);
}

#[test]
fn counting_the_comments_of_no_articles_sends_no_request() {
    assert_eq!(block_on(client([]).0.comment_counts(&[])).unwrap().len(), 0);
}

#[test]
fn counting_fails_if_the_site_fails() {
    let (counts, _) = counts([Ok(response(503, ""))]);
    assert_eq!(counts, Err(Error::Server { status: 503 }));
}
