//! Reading lists of articles and the categories.

use std::sync::Arc;

use futures::{FutureExt, executor::block_on};
use serde_json::{Value, json};

use super::fixtures::{
    ARTICLES, CATEGORIES, ManualTransport, ROOT, client, ok, ok_with_totals, wordpress_error,
};
use crate::{
    api::Client,
    error::Error,
    http::NoResponse,
    model::{ArticleId, CategoryId, Page, Summary},
};

const POSTS: &str = "https://example.org/blog/wp-json/wp/v2/posts";
const FIELDS: &str = "_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt";
/// The code of a page beyond the last.
const NO_SUCH_PAGE: &str = "rest_post_invalid_page_number";

/// Articles with these ids.
fn articles(ids: impl IntoIterator<Item = u64>) -> String {
    let article = |id: u64| json!({"id": id, "link": format!("https://example.org/blog/{id}/")});
    json!(ids.into_iter().map(article).collect::<Vec<_>>()).to_string()
}

fn ids(page: &Page<Summary>) -> Vec<u64> {
    page.items.iter().map(|Summary { id: ArticleId(id), .. }| *id).collect()
}

#[test]
fn a_list_of_articles_has_the_totals_of_the_response() {
    let (client, transport) = client([ok_with_totals(ARTICLES, 32, 4)]);
    let page = block_on(client.articles(&[], 2)).unwrap();
    assert_eq!((page.pages, page.total, page.items.len()), (4, 32, 2));
    assert_eq!((page.items[1].title.as_str(), page.items[1].excerpt.as_str()), ("أوّل", ""));
    assert_eq!(page.items[0].published.unwrap().offset, 120);
    assert_eq!(transport.urls(), [format!("{POSTS}?sticky=false&per_page=10&{FIELDS}&page=2")]);
}

#[test]
fn the_front_page_has_the_sticky_articles_first_and_once() {
    let newest = ok_with_totals(&articles([9, 7]), 32, 4);
    let (client, transport) = client([newest, ok_with_totals(&articles([8, 3]), 2, 1)]);
    let page = block_on(client.articles(&[], 1)).unwrap();
    assert_eq!((ids(&page), page.pages), (vec![8, 3, 9, 7], 4));
    // They are once in the list, since this page and the others are asked for without them.
    assert_eq!(
        transport.urls(),
        [
            format!("{POSTS}?sticky=false&per_page=10&{FIELDS}&page=1"),
            format!("{POSTS}?sticky=true&per_page=100&{FIELDS}"),
        ]
    );
}

#[test]
fn the_front_page_sends_both_requests_at_once() {
    let site = Arc::new(ManualTransport::default());
    let client = Client::new(ROOT.parse().unwrap(), site.clone());
    let mut page = Box::pin(client.articles(&[], 1));
    assert_eq!(page.as_mut().now_or_never(), None);
    assert!(site.respond(ok_with_totals(&articles([9]), 1, 1)).url.contains("sticky=false"));
    assert!(site.respond(ok_with_totals(&articles([3]), 1, 1)).url.contains("sticky=true"));
    assert_eq!(ids(&block_on(page).unwrap()), [3, 9]);
}

#[test]
fn an_error_of_the_newest_or_of_the_sticky_articles_is_the_error_of_the_front_page() {
    let error = Err(Error::Server { status: 503 });
    let failed = || wordpress_error(503, "");
    assert_eq!(block_on(client([failed(), ok(ARTICLES)]).0.articles(&[], 1)), error);
    assert_eq!(block_on(client([ok(ARTICLES), failed()]).0.articles(&[], 1)), error);
    // A sticky one that cannot be read hides no others.
    let page = block_on(client([ok(ARTICLES), ok("[{}]")]).0.articles(&[], 1));
    assert_eq!(page.unwrap().items.len(), 2);
}

#[test]
fn without_the_headers_of_totals_the_article_after_a_full_page_decides_whether_there_is_another() {
    for (next, pages) in [(ok("[{\"id\":9}]"), 3), (ok("[]"), 2), (wordpress_error(400, NO_SUCH_PAGE), 2)] {
        let home = client([ok(&articles(1..=10)), next.clone()]);
        let page = block_on(home.0.articles(&[], 2)).unwrap();
        assert_eq!((page.pages, page.items.len(), page.total), (pages, 10, 20), "{next:?}");
        assert_eq!(home.1.urls()[1], format!("{POSTS}?sticky=false&per_page=1&_fields=id&page=21"));
        let category = client([ok(&articles(1..=10)), next.clone()]);
        let page = block_on(category.0.articles(&[CategoryId(7), CategoryId(9)], 2)).unwrap();
        assert_eq!(page.pages, pages, "{next:?}");
        assert_eq!(category.1.urls()[1], format!("{POSTS}?per_page=1&_fields=id&categories=7,9&page=21"));
    }
}

#[test]
fn an_error_of_the_request_for_the_next_article_is_the_error_of_the_list() {
    for (next, error) in [
        (wordpress_error(503, ""), Error::Server { status: 503 }),
        (
            wordpress_error(400, "rest_invalid_param"),
            Error::Refused { status: 400, code: "rest_invalid_param".into() },
        ),
    ] {
        let page = block_on(client([ok(&articles(1..=10)), next]).0.articles(&[], 2));
        assert_eq!(page, Err(error));
    }
}

#[test]
fn the_next_article_is_not_asked_for_where_the_totals_or_the_length_of_the_page_say_it() {
    let (part, transport) = client([ok(ARTICLES)]);
    let page = block_on(part.articles(&[], 2)).unwrap();
    assert_eq!((page.pages, page.total, transport.urls().len()), (2, 12, 1));
    let (full, transport) = client([ok_with_totals(&articles(1..=10), 25, 3)]);
    let page = block_on(full.articles(&[], 2)).unwrap();
    assert_eq!((page.pages, page.total, transport.urls().len()), (3, 25, 1));
}

#[test]
fn an_odd_record_hides_no_others() {
    let articles = serde_json::from_str::<Vec<Value>>(ARTICLES).unwrap();
    for odd in [json!({}), json!({"id": "x"}), json!({"id": 9, "link": null}), json!(null), json!("x")] {
        let records = json!([odd, articles[0], articles[1]]).to_string();
        let page = block_on(client([ok(&records)]).0.articles(&[], 2)).unwrap();
        assert_eq!(page.items.len(), 2, "{odd}");
        // The front page reads two lists. A site that knows no sticky articles sends the same twice.
        let page = block_on(client([ok(&records), ok(&records)]).0.articles(&[], 1)).unwrap();
        assert_eq!(page.items.len(), 2, "{odd}");
    }
}

#[test]
fn a_list_in_which_no_record_can_be_read_is_an_error() {
    let page = block_on(client([ok("[{}, {}]")]).0.articles(&[], 2));
    assert!(matches!(page, Err(Error::Shape { .. })), "{page:?}");
}

#[test]
fn an_empty_blog_has_one_page() {
    let page = block_on(client([ok_with_totals("[]", 0, 0), ok("[]")]).0.articles(&[], 1)).unwrap();
    assert_eq!((page.items.len(), page.pages, page.total), (0, 1, 0));
}

#[test]
fn a_page_beyond_the_last_is_empty_and_promises_no_other() {
    for categories in [&[] as &[_], &[CategoryId(7)]] {
        for beyond in [wordpress_error(400, NO_SUCH_PAGE), ok_with_totals("[]", 32, 4)] {
            let (client, transport) = client([beyond]);
            let page = block_on(client.articles(categories, 99)).unwrap();
            assert!(page.items.is_empty() && page.pages <= 99, "{page:?}");
            assert_eq!(transport.urls().len(), 1);
        }
    }
}

#[test]
fn another_refusal_of_a_page_or_no_response_is_an_error() {
    let refused = Error::Refused { status: 400, code: "rest_invalid_param".into() };
    let page = block_on(client([wordpress_error(400, "rest_invalid_param")]).0.articles(&[], 99));
    assert_eq!(page, Err(refused));
    let page = block_on(client([Err(NoResponse)]).0.articles(&[], 99));
    assert!(matches!(page, Err(Error::Unreachable { .. })), "{page:?}");
}

#[test]
fn the_articles_of_categories_are_requested_by_their_ids() {
    let (client, transport) = client([ok_with_totals(ARTICLES, 2, 1)]);
    block_on(client.articles(&[CategoryId(7), CategoryId(9)], 1)).unwrap();
    assert_eq!(transport.urls(), [format!("{POSTS}?per_page=10&{FIELDS}&categories=7,9&page=1")]);
}

#[test]
fn categories_are_requested_page_by_page_and_have_their_parents() {
    let (client, transport) = client([ok_with_totals(CATEGORIES, 102, 2), ok_with_totals("[]", 102, 2)]);
    let tree = block_on(client.categories()).unwrap();
    let names: Vec<_> = tree.trail(CategoryId(3)).into_iter().map(|category| category.name).collect();
    assert_eq!(names, ["A", "خبز & ماء"]);
    assert!(
        transport.urls()[0]
            .ends_with("wp/v2/categories?per_page=100&_fields=id,slug,name,link,parent&page=1")
    );
    assert!(transport.urls()[1].ends_with("&page=2"));
}

#[test]
fn at_most_twenty_pages_of_categories_are_requested() {
    let (client, transport) = client([(); 20].map(|()| ok_with_totals(CATEGORIES, u32::MAX, u32::MAX)));
    block_on(client.categories()).unwrap();
    assert_eq!(transport.urls().len(), 20);
}
