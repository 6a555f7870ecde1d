//! The head of the document.

use crate::support::{Blog, Received};

fn property(page: &Received, name: &str) -> String {
    page.attribute(&format!("meta[property='{name}']"), "content")
}

/// Everything between the tags of the JSON-LD.
fn json_ld(page: &Received) -> serde_json::Value {
    serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap()
}

#[tokio::test]
async fn an_article_says_what_it_is_to_networks_and_search_engines() {
    let blog = Blog::start(&["--public", "https://blog.example"]).await;
    let path = blog.article(217).await;
    let page = blog.get(&path).await;
    let url = ["https://blog.example", &path].concat();
    assert!(page.text("title").starts_with("رغيف يبدأ في المساء"));
    assert_eq!(page.attribute("link[rel=canonical]", "href"), url);
    assert_eq!(property(&page, "og:url"), url);
    assert_eq!(property(&page, "og:type"), "article");
    assert_eq!(property(&page, "og:title"), "رغيف يبدأ في المساء");
    assert!(property(&page, "og:image").contains("://blog.example/wp-content/uploads/"));
    assert!(property(&page, "article:published_time").starts_with("2023-12-08T19:30:00"));
    assert!(property(&page, "article:modified_time").starts_with("2023-12-08T18:30:00"));
    assert_eq!(property(&page, "og:locale"), "ar_AR");
    assert_eq!(page.attribute("meta[name='twitter:card']", "content"), "summary_large_image");
    assert!(page.attribute("meta[name=description]", "content").contains("دقيق"));
    assert_eq!(page.attribute("link[type='application/rss+xml']", "href"), "/feed/");

    let graph = json_ld(&page)["@graph"].clone();
    let (article, trail) = (&graph[0], &graph[1]);
    assert_eq!(article["@type"], "BlogPosting");
    assert_eq!((&article["headline"], &article["url"]), (&"رغيف يبدأ في المساء".into(), &url.clone().into()));
    assert!(article["author"]["name"].is_string() && article["datePublished"].is_string());
    assert_eq!(article["commentCount"].as_u64().unwrap() as usize, page.texts(".td-comment").len());
    assert_eq!(article["comment"][0]["@type"], "Comment");
    assert_eq!(trail["@type"], "BreadcrumbList");
    let items = trail["itemListElement"].as_array().unwrap();
    assert_eq!(items.last().unwrap()["item"], url);
    assert_eq!(items[0]["item"], "https://blog.example/");
}

#[tokio::test]
async fn the_links_for_sharing_are_absolute() {
    let blog = Blog::start(&["--public", "https://blog.example"]).await;
    let page = blog.get(&blog.article(217).await).await;
    let shared = page.attributes(".td-share__list a", "href");
    assert!(shared.iter().all(|href| href.contains("blog%2Eexample")), "{shared:?}");
}

#[tokio::test]
async fn lists_have_an_address_and_the_front_page_a_name() {
    let blog = Blog::start(&["--public", "https://blog.example"]).await;
    let home = blog.get("/").await;
    assert_eq!(home.attribute("link[rel=canonical]", "href"), "https://blog.example/");
    assert_eq!(property(&home, "og:type"), "website");
    assert_eq!(property(&home, "og:title"), property(&home, "og:site_name"));
    assert_eq!(json_ld(&home)["@graph"][0]["@type"], "WebSite");
    let second = blog.get("/page/2/").await;
    assert_eq!(second.attribute("link[rel=canonical]", "href"), "https://blog.example/page/2/");
    assert_eq!(second.attribute("link[rel=prev]", "href"), "https://blog.example/");
}

#[tokio::test]
async fn a_hostile_title_stays_text_everywhere() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(208).await).await;
    assert!(page.text("title").starts_with("It’s & آمن: صفحة تمتحن التنقية"), "{}", page.text("title"));
    assert_eq!(json_ld(&page)["@graph"][0]["headline"], property(&page, "og:title"));
    assert!(page.texts("head img, head p, head iframe").is_empty());
}
