//! Reading comments and counting them.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{ARTICLE_ID, COMMENTS, Reply, client, ok_with_totals, response, wordpress_error};
use crate::{
    error::Error,
    model::{ArticleId, Comment, CommentId, CommentStatus, DiscussionSettings},
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
         &_fields=id,parent,author_name,date,date_gmt,content,status&page=3"]
    );
    let Comment { id, parent, author, published, body, status } = &page.items[0];
    assert_eq!((*id, *parent, author.as_str()), (Some(CommentId(11)), None, "أ & ب"));
    assert_eq!(published.unwrap().iso(), "2024-01-13T00:14:42+01:00");
    assert_eq!((body.untrusted(), *status), ("<p>نعم</p>\n", CommentStatus::Approved));
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
        ["https://example.org/blog/wp-json/wp/v2/comments?post=1,2,3&per_page=100&_fields=id,post"]
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
