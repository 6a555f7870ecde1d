//! Which article stands at an address: the requests for the names that it may have, and the `link` that decides.

use std::sync::{Arc, Mutex};

use futures::{FutureExt, executor::block_on, future};
use serde_json::{Value, json};

use super::fixtures::{ARTICLE, ROOT, response};
use crate::{
    api::Client,
    error::Error,
    http::{Request, ResponseFuture, Transport},
    model::{ArticleId, ArticleKey, Permalink},
};

/// A post or a page: its id, its slug, and the path of its link.
type Content = &'static [(u64, &'static str, &'static str)];

/// A site that finds its posts and pages by slug and by id, as WordPress does.
#[derive(Debug)]
struct Site {
    posts: Content,
    pages: Content,
    /// What was asked for: `posts slug=bread`.
    asked: Mutex<Vec<String>>,
}

impl Transport for Site {
    fn send(&self, request: Request) -> ResponseFuture {
        let (route, query) = request.url.split_once('?').unwrap();
        let route = route.rsplit('/').next().unwrap();
        let key = query.rsplit('&').next().unwrap();
        self.asked.lock().unwrap().push(format!("{route} {key}"));
        let content = if route == "posts" { self.posts } else { self.pages };
        let found = content.iter().filter(|(id, slug, _)| {
            [format!("include={id}"), format!("slug={slug}")].iter().any(|name| name == key)
        });
        let list: Vec<_> = found.map(|(id, slug, path)| article(*id, slug, path)).collect();
        future::ready(Ok(response(200, &json!(list).to_string()))).boxed()
    }
}

/// The article of the fixtures with another id, slug and link.
fn article(id: u64, slug: &str, path: &str) -> Value {
    let mut article = serde_json::from_str::<Value>(ARTICLE).unwrap()[0].take();
    article["id"] = json!(id);
    article["slug"] = json!(slug);
    article["link"] = json!(format!("https://example.org/blog{path}"));
    article
}

/// The id of what is found at `address`, and what the site was asked for.
fn ask(posts: Content, pages: Content, address: &str) -> (Result<u64, Error>, Vec<String>) {
    let site = Arc::new(Site { posts, pages, asked: Mutex::default() });
    let client = Client::new(ROOT.parse().unwrap(), site.clone());
    let key = ArticleKey::Permalink(Permalink::from_link(address, ""));
    let article = block_on(client.article(&key)).map(|article| article.id);
    let asked = site.asked.lock().unwrap().clone();
    let heading = block_on(client.heading(&key)).map(|heading| heading.id);
    assert_eq!(article, heading, "{address}: another heading than the article's");
    (article.map(|ArticleId(id)| id), asked)
}

/// Checks what is found at each address.
#[track_caller]
fn check(posts: Content, pages: Content, addresses: &[(&str, u64)]) {
    for (address, id) in addresses {
        assert_eq!(ask(posts, pages, address).0, Ok(*id), "{address}");
    }
}

#[test]
fn an_article_at_its_own_address_takes_one_request() {
    const POSTS: Content = &[(7, "%d8%ae%d8%a8%d8%b2", "/2023/11/%d8%ae%d8%a8%d8%b2/")];
    for address in ["/2023/11/%d8%ae%d8%a8%d8%b2/", "/2023/11/%D8%AE%D8%A8%D8%B2", "/2023/11/خبز/?utm=x"] {
        let expected = (Ok(7), vec!["posts slug=%d8%ae%d8%a8%d8%b2".to_owned()]);
        assert_eq!(ask(POSTS, &[], address), expected, "{address}");
    }
}

#[test]
fn of_two_pages_with_one_slug_the_one_at_the_address_is_read() {
    const PAGES: Content = &[(1, "team", "/kitchen/team/"), (2, "team", "/garden/team/")];
    check(&[], PAGES, &[("/kitchen/team/", 1), ("/garden/team/", 2), ("/garden/team", 2)]);
}

#[test]
fn of_a_post_and_a_page_with_one_slug_the_one_at_the_address_is_read() {
    const POSTS: Content = &[(1, "about", "/2023/11/about/")];
    const PAGES: Content = &[(2, "about", "/about/")];
    check(POSTS, PAGES, &[("/2023/11/about/", 1), ("/about/", 2)]);
    assert_eq!(ask(POSTS, PAGES, "/about/").1, ["posts slug=about", "pages slug=about"]);
}

#[test]
fn of_two_languages_with_one_slug_the_one_at_the_address_is_read() {
    const POSTS: Content = &[(1, "bread", "/bread/"), (2, "bread", "/fr/bread/"), (3, "bread", "/en/bread/")];
    check(POSTS, &[], &[("/bread/", 1), ("/fr/bread/", 2), ("/en/bread", 3)]);
    check(&[], POSTS, &[("/bread/", 1), ("/fr/bread/", 2), ("/en/bread", 3)]);
}

#[test]
fn an_article_that_was_moved_is_found_by_its_slug_and_a_post_before_a_page() {
    const POSTS: Content = &[(1, "bread", "/2023/bread/"), (2, "bread", "/fr/bread/")];
    const PAGES: Content = &[(3, "bread", "/bakery/bread/"), (4, "salt", "/bakery/salt/")];
    check(POSTS, PAGES, &[("/2022/bread/", 1), ("/bread.html", 1), ("/salt/", 4), ("/bakery/bread/", 3)]);
}

#[test]
fn structures_with_a_number_find_the_article_by_its_id() {
    for (path, slug) in [
        ("/archives/7", "bread"),
        ("/archives/7.html", "bread"),
        ("/bread/7/", "bread"),
        ("/7/bread/", "bread"),
        ("/7/", "bread"),
        ("/7-bread/", "bread"),
        ("/bread-7.html", "bread"),
    ] {
        let posts: Content = Box::leak(Box::new([(2, "salt", "/salt/"), (7, slug, path)]));
        check(posts, &[(8, "archives", "/archives/")], &[(path, 7)]);
    }
    assert_eq!(ask(&[(7, "bread", "/archives/7")], &[], "/archives/7").1, ["posts include=7"]);
}

#[test]
fn a_number_behind_the_address_of_an_article_is_a_page_of_it() {
    const ARTICLES: Content = &[(2, "salt", "/2023/salt/"), (7, "bread", "/2023/bread/")];
    check(ARTICLES, &[], &[("/2023/bread/2/", 7), ("/2023/bread/3", 7)]);
    check(&[], ARTICLES, &[("/2023/bread/2/", 7)]);
    const NAMESAKES: Content = &[(1, "team", "/kitchen/team/"), (2, "team", "/garden/team/")];
    check(&[], NAMESAKES, &[("/garden/team/5/", 2), ("/kitchen/team/2/", 1)]);
}

#[test]
fn an_address_that_ends_with_html_has_the_slug_before_it() {
    const POSTS: Content = &[(7, "bread", "/2023/bread.html"), (8, "salt", "/salt.htm")];
    check(POSTS, &[], &[("/2023/bread.html", 7), ("/salt.htm", 8)]);
    assert_eq!(ask(POSTS, &[], "/2023/bread.html").1, ["posts slug=bread"]);
}

#[test]
fn a_number_that_finds_an_article_elsewhere_is_not_its_name() {
    const POSTS: Content = &[(7, "bread", "/bread/"), (5, "2048", "/2048/"), (2048, "game", "/game/")];
    for address in ["/archives/7", "/salt/7/", "/7/", "/7-grain/", "/grain-7/", "/salt/7.html"] {
        assert_eq!(ask(POSTS, POSTS, address).0, Err(Error::NotFound), "{address}");
    }
    check(POSTS, &[], &[("/2048/", 5)]);
}

#[test]
fn an_address_without_an_article_is_not_found_after_all_its_names() {
    let nothing = |address: &str| {
        let (result, asked) = ask(&[], &[], address);
        assert_eq!(result, Err(Error::NotFound), "{address}");
        asked
    };
    assert_eq!(nothing("/2023/bread/"), ["posts slug=bread", "pages slug=bread"]);
    assert_eq!(
        nothing("/bread/7/"),
        [
            "posts include=7",
            "pages include=7",
            "posts slug=bread",
            "pages slug=bread",
            "posts slug=7",
            "pages slug=7"
        ]
    );
    assert!(nothing("/").is_empty());
}
