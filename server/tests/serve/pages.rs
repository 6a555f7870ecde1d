//! Articles and lists.

use crate::support::Blog;

#[tokio::test]
async fn an_article_is_there_with_everything_that_is_read_of_it() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(
        (page.attribute("html", "lang"), page.attribute("html", "dir")),
        ("ar".to_owned(), "rtl".to_owned())
    );
    assert_eq!(page.text("h1"), "رغيف يبدأ في المساء");
    assert!(page.text(".td-article > .td-prose").contains("دقيق"), "{}", page.body);
    assert!(!page.texts(".td-breadcrumbs a").is_empty());
    assert!(!page.texts(".td-comment-list .td-comment__author").is_empty());
    assert!(page.texts(".td-placeholder, .td-discussion__loading").is_empty(), "{}", page.body);
}

#[tokio::test]
async fn a_page_without_elements_runs_nothing_and_its_styles_are_allowed() {
    let blog = Blog::start(&[]).await;
    for path in ["/".to_owned(), blog.article(217).await, blog.article(208).await] {
        let page = blog.get(&path).await;
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(page.attributes("script", "type"), ["application/ld+json", "speculationrules"], "{path}");
        assert!(!policy.contains("'self' 'wasm") && !policy.contains("connect-src"), "{policy}");
        assert!(
            page.texts("[style], [onload], [onerror], [onclick], iframe, object, base").is_empty(),
            "{path}"
        );
        assert_eq!(page.texts("style").len(), 1);
        assert_eq!(page.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn the_front_page_and_categories_list_articles_that_are_there() {
    let blog = Blog::start(&[]).await;
    let home = blog.get("/").await;
    let links = home.attributes(".td-article-list h2 a", "href");
    assert_eq!(links.len(), 10, "{}", home.body);
    assert_eq!(blog.get(&links[0]).await.status, 200);
    let second = blog.get("/page/2/").await;
    assert!(second.status == 200 && second.attributes(".td-article-list h2 a", "href") != links);
    let article = blog.get(&blog.article(217).await).await;
    let crumbs = article.attributes(".td-breadcrumbs a", "href");
    for category in &crumbs[1..] {
        let list = blog.get(category).await;
        assert!(list.status == 200 && !list.texts(".td-article-list h2").is_empty(), "{category}");
    }
}

#[tokio::test]
async fn the_language_is_a_setting() {
    let blog = Blog::start(&["--locale", "fr"]).await;
    let page = blog.get(&blog.article(210).await).await;
    assert_eq!(
        (page.attribute("html", "lang"), page.attribute("html", "dir")),
        ("fr".to_owned(), "ltr".to_owned())
    );
    assert_eq!(page.header("content-language"), "fr");
}

#[tokio::test]
async fn head_has_the_headers_of_get_and_no_body() {
    let blog = Blog::start(&[]).await;
    let path = blog.article(217).await;
    let (got, head) = (blog.get(&path).await, crate::support::received(blog.request("HEAD", &path)).await);
    assert_eq!((head.status, head.header("etag")), (got.status, got.header("etag")));
    assert_eq!(head.body, "");
}

#[tokio::test]
async fn hostile_texts_of_a_site_do_nothing() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(208).await).await;
    assert_eq!(page.status, 200);
    for selector in [
        ".tadwina script",
        ".tadwina style",
        ".tadwina svg script",
        ".tadwina form input[name=x]",
        "[href^='javascript:']",
    ] {
        assert!(page.texts(selector).is_empty(), "{selector}");
    }
    assert_eq!(page.texts("html > head").len(), 1);
    assert_eq!(page.texts("textarea"), [""]);
}
