//! Reading lists of articles and the categories.

use futures::executor::block_on;
use serde_json::{Value, json};

use super::fixtures::{ARTICLES, CATEGORIES, client, ok, ok_with_totals, wordpress_error};
use crate::{error::Error, model::CategoryId};

#[test]
fn a_list_of_articles_has_the_totals_of_the_response() {
    let (client, transport) = client([ok_with_totals(ARTICLES, 32, 4)]);
    let page = block_on(client.articles(&[], 2)).unwrap();
    assert_eq!((page.pages, page.total, page.items.len()), (4, 32, 2));
    assert_eq!((page.items[1].title.as_str(), page.items[1].excerpt.as_str()), ("أوّل", ""));
    assert_eq!(page.items[0].published.unwrap().offset, 120);
    assert_eq!(
        transport.urls(),
        [
            "https://example.org/blog/wp-json/wp/v2/posts?per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&page=2"
        ]
    );
}

#[test]
fn without_the_headers_of_totals_a_full_page_promises_one_more() {
    let article = serde_json::from_str::<Value>(ARTICLES).unwrap()[0].clone();
    let full = json!(vec![article; 10]).to_string();
    let page = block_on(client([ok(&full)]).0.articles(&[], 1)).unwrap();
    assert_eq!((page.pages, page.total), (2, 10));
    let last = block_on(client([ok(ARTICLES)]).0.articles(&[], 2)).unwrap();
    assert_eq!((last.pages, last.total), (2, 12));
}

#[test]
fn an_odd_record_hides_no_others() {
    let articles = serde_json::from_str::<Vec<Value>>(ARTICLES).unwrap();
    for odd in [json!({}), json!({"id": "x"}), json!({"id": 9, "link": null}), json!(null), json!("x")] {
        let records = json!([odd, articles[0], articles[1]]).to_string();
        let page = block_on(client([ok(&records)]).0.articles(&[], 1)).unwrap();
        assert_eq!(page.items.len(), 2, "{odd}");
    }
}

#[test]
fn a_list_in_which_no_record_can_be_read_is_an_error() {
    let page = block_on(client([ok("[{}, {}]")]).0.articles(&[], 1));
    assert!(matches!(page, Err(Error::Shape { .. })), "{page:?}");
}

#[test]
fn an_empty_blog_has_one_page() {
    let page = block_on(client([ok_with_totals("[]", 0, 0)]).0.articles(&[], 1)).unwrap();
    assert_eq!((page.items.len(), page.pages, page.total), (0, 1, 0));
}

#[test]
fn a_page_beyond_the_last_is_not_found() {
    let (client, _) = client([wordpress_error(400, "rest_post_invalid_page_number")]);
    assert_eq!(block_on(client.articles(&[], 99)), Err(Error::NotFound));
}

#[test]
fn the_articles_of_categories_are_requested_by_their_ids() {
    let (client, transport) = client([ok_with_totals(ARTICLES, 2, 1)]);
    block_on(client.articles(&[CategoryId(7), CategoryId(9)], 1)).unwrap();
    assert!(transport.urls()[0].ends_with("&categories=7,9&page=1"), "{:?}", transport.urls());
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
