//! The static site.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

use axum::{Router, http::Uri, response::IntoResponse, routing::any};
use clap::Parser;
use scraper::{Html, Selector};
use tadwina_server::{
    export::{Summary, export, name},
    settings::{Arguments, Command},
};
use tempfile::TempDir;

use crate::{faulty::Fault, support::Blog};

/// Exports the site of `blog` into `folder`.
async fn run(blog: &Blog, folder: &Path, arguments: &[&str]) -> Summary {
    run_for("https://blog.example", blog, folder, arguments).await
}

/// The same for a host at the address `public`.
async fn run_for(public: &str, blog: &Blog, folder: &Path, arguments: &[&str]) -> Summary {
    let out = folder.to_str().unwrap();
    let given = ["tadwina-server", "export", "--site", &blog.site, "--out", out, "--public", public];
    let Command::Export(arguments) = Arguments::parse_from(given.iter().chain(arguments)).command else {
        panic!("no export")
    };
    export(&arguments).await.unwrap()
}

fn numbers(summary: &Summary) -> [u64; 4] {
    [&summary.written, &summary.unchanged, &summary.deleted, &summary.failed]
        .map(|number: &AtomicU64| number.load(Relaxed))
}

/// All files below `folder` by their names, without what a run leaves to the next.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                names.insert(name);
            }
        }
    }
    names.retain(|name| !name.starts_with(".tadwina-export/"));
    names
}

fn read(folder: &Path, address: &str) -> Html {
    let path: PathBuf = folder.join(name(address).unwrap());
    Html::parse_document(&fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display())))
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_page_that_a_reader_can_go_to_is_a_file() {
    let (blog, folder) = (Blog::start(&[]).await, TempDir::new().unwrap());
    let summary = run(&blog, folder.path(), &[]).await;
    assert_eq!(numbers(&summary)[1..], [0, 0, 0], "{summary:?}");
    let names = files(folder.path());
    for name in ["index.html", "page/2/index.html", "404.html", "robots.txt", "sitemap.xml", "sitemap-1.xml"]
    {
        assert!(names.contains(name), "{name} of {names:?}");
    }
    // From the front page, along all links of the blog.
    let mut seen = BTreeSet::new();
    let mut next = vec!["/".to_owned()];
    while let Some(address) = next.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let page = read(folder.path(), &address);
        let links = attributes(
            &page,
            ".td-article-list a, .td-pagination a, .td-breadcrumbs a, .td-site-header a",
            "href",
        );
        let paths = links.iter().map(|link| link.split('#').next().unwrap().to_owned());
        next.extend(paths.filter(|path| path.starts_with('/')));
    }
    assert!(seen.len() > 30, "{seen:?}");
}

#[tokio::test]
async fn what_needs_wordpress_leads_there() {
    let (blog, folder) = (Blog::start(&[]).await, TempDir::new().unwrap());
    run(&blog, folder.path(), &[]).await;
    let path = blog.article(217).await;
    let page = read(folder.path(), &path);
    let action = attributes(&page, "form.td-comment-box", "action");
    assert_eq!(action, [[&*blog.site, "/wp-comments-post.php"].concat()]);
    let replies = attributes(&page, ".td-comment-list__reply", "href");
    assert!(
        replies.iter().all(|reply| reply.starts_with(&[&*blog.site, &path, "?replytocom="].concat())),
        "{replies:?}"
    );
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [["https://blog.example", &path].concat()]);
    let feed = attributes(&page, "link[type='application/rss+xml']", "href");
    assert_eq!(feed, [[&*blog.site, "/feed/"].concat()]);
    let sitemap = fs::read_to_string(folder.path().join("sitemap-1.xml")).unwrap();
    assert!(
        sitemap.contains(&["<loc>https://blog.example", &path, "</loc><lastmod>20"].concat()),
        "{sitemap}"
    );
}

#[tokio::test]
async fn an_article_that_only_wordpress_can_show_leads_there_in_every_run() {
    let (blog, folder) = (Blog::start(&[]).await, TempDir::new().unwrap());
    let path = blog.article(205).await;
    let at_wordpress = [&*blog.site, &path].concat();
    for _ in 0..2 {
        run(&blog, folder.path(), &[]).await;
        let page = read(folder.path(), &path);
        let refresh = attributes(&page, "meta[http-equiv=refresh]", "content");
        assert_eq!(refresh, [["0;url=", &at_wordpress].concat()]);
        assert_eq!(attributes(&page, ".td-error__site", "href"), [&*at_wordpress]);
        assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
        assert!(!fs::read_to_string(folder.path().join("sitemap-1.xml")).unwrap().contains(&path));
    }
}

#[tokio::test]
async fn without_another_address_for_wordpress_nothing_leads_to_itself() {
    let (blog, folder) = (Blog::start(&[]).await, TempDir::new().unwrap());
    let path = blog.article(205).await;
    run_for(&blog.site, &blog, folder.path(), &[]).await;
    assert!(!files(folder.path()).contains(&name(&path).unwrap()));
}

#[tokio::test]
async fn the_next_run_renders_only_what_has_changed() {
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    let folder = TempDir::new().unwrap();
    run(&blog, folder.path(), &[]).await;
    let texts = |site: &crate::faulty::Switches| {
        site.asked()
            .iter()
            .filter(|(path, _)| path.contains("_embed="))
            .map(|(_, times)| times)
            .sum::<usize>()
    };
    let before = texts(&site);
    let again = run(&blog, folder.path(), &[]).await;
    assert_eq!(numbers(&again)[0], 0, "{again:?}");
    // Of the article with a password, nothing can be kept.
    assert_eq!(texts(&site), before + 1);

    // A comment changes its article; the rest stays.
    blog.comment_at_site(217, "تعليق جديد").await;
    let third = run(&blog, folder.path(), &[]).await;
    assert!((1..5).contains(&numbers(&third)[0]), "{third:?}");
    let path = blog.article(217).await;
    assert!(read(folder.path(), &path).html().contains("تعليق جديد"));

    // Other settings change every page.
    let other = run(&blog, folder.path(), &["--locale", "fr"]).await;
    assert!(numbers(&other)[0] > 30, "{other:?}");
}

#[tokio::test]
async fn what_is_gone_is_deleted_and_what_others_put_there_stays() {
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    let folder = TempDir::new().unwrap();
    run(&blog, folder.path(), &[]).await;
    fs::write(folder.path().join("CNAME"), "blog.example").unwrap();
    let before = files(folder.path());
    site.fail(Fault::Nothing, "/wp-json/wp/v2/pages");
    let summary = run(&blog, folder.path(), &[]).await;
    let after = files(folder.path());
    let gone: Vec<_> = before.difference(&after).collect();
    assert!(!gone.is_empty() && numbers(&summary)[2] == gone.len() as u64, "{summary:?} {gone:?}");
    assert!(after.contains("CNAME"));
}

#[tokio::test]
async fn a_run_that_was_ended_goes_on_where_it_was() {
    let (blog, site, mut is_holding) = Blog::before_faulty(&[]).await;
    let folder = TempDir::new().unwrap();
    // It comes to the pages when it has written the articles.
    site.hold("/wp-json/wp/v2/pages?per_page=100");
    tokio::select! {
        _ = run(&blog, folder.path(), &[]) => panic!("it was to be held"),
        held = is_holding.recv() => held.unwrap(),
    }
    site.release();
    let written = files(folder.path()).len();
    assert!(written > 20, "{written}");
    let summary = run(&blog, folder.path(), &[]).await;
    assert!(numbers(&summary)[1] >= written as u64 - 1, "{summary:?} {written}");
    let whole = TempDir::new().unwrap();
    run(&blog, whole.path(), &[]).await;
    assert_eq!(files(folder.path()), files(whole.path()));
}

#[tokio::test]
async fn a_page_that_cannot_be_rendered_stays_as_it_was() {
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    let folder = TempDir::new().unwrap();
    run(&blog, folder.path(), &[]).await;
    let before = files(folder.path());
    site.fail(Fault::Failure, "_embed=");
    let summary = run(&blog, folder.path(), &["--all"]).await;
    assert!(numbers(&summary)[3] > 20 && numbers(&summary)[2] == 0, "{summary:?}");
    assert_eq!(files(folder.path()), before);
}

#[tokio::test]
async fn the_elements_of_a_static_site_are_files_and_ask_wordpress() {
    let (blog, folder, assets) = (Blog::start(&[]).await, TempDir::new().unwrap(), TempDir::new().unwrap());
    let add = |name: &str| fs::write(assets.path().join(name), name).unwrap();
    add("tadwina-0A1B2C3D.js");
    add("tadwina-0A1B2C3D.js.br");
    add("article-4E5F6071.wasm");
    let with_elements = ["--assets", assets.path().to_str().unwrap()];
    run(&blog, folder.path(), &with_elements).await;
    let entry = folder.path().join("_tadwina/tadwina-0A1B2C3D.js");
    assert_eq!(fs::read_to_string(&entry).unwrap(), "tadwina-0A1B2C3D.js");
    assert!(folder.path().join("_tadwina/tadwina-0A1B2C3D.js.br").exists());
    let path = blog.article(217).await;
    let page = read(folder.path(), &path);
    for element in ["tadwina-comments", "tadwina-share"] {
        assert_eq!(attributes(&page, element, "api"), [[&*blog.site, "/wp-json/"].concat()]);
    }
    assert!(page.html().contains("import(\"/_tadwina/tadwina-0A1B2C3D.js\")"));

    // Another release: the pages load its files, and the others are gone.
    fs::remove_file(assets.path().join("tadwina-0A1B2C3D.js")).unwrap();
    add("tadwina-8E9FA0B1.js");
    run(&blog, folder.path(), &with_elements).await;
    assert!(read(folder.path(), &path).html().contains("import(\"/_tadwina/tadwina-8E9FA0B1.js\")"));
    assert!(!entry.exists());
    // Without them the pages have none.
    run(&blog, folder.path(), &[]).await;
    assert!(attributes(&read(folder.path(), &path), "tadwina-comments", "api").is_empty());
    assert!(!folder.path().join("_tadwina").exists());
}

#[tokio::test]
async fn a_large_site_is_read_to_its_end() {
    const POSTS: usize = 250;
    // It says what it has, and has none of the pages: WordPress would answer for each of them.
    async fn lists(uri: Uri) -> impl IntoResponse {
        let query = uri.query().unwrap_or_default();
        let number = |name: &str| -> usize {
            let value = query.split('&').find_map(|pair| pair.strip_prefix(name)).unwrap_or("1");
            value.parse().unwrap()
        };
        let posts = if uri.path().ends_with("/posts") && query.contains("per_page=") { POSTS } else { 0 };
        let from = (number("page=") - 1) * number("per_page=");
        let part = (from..posts.min(from + number("per_page="))).map(|id| {
            let (link, modified_gmt) = (format!("/{id}/"), "2024-01-05T07:00:00");
            serde_json::json!({ "id": id, "link": link, "modified_gmt": modified_gmt })
        });
        let body = match uri.path() {
            "/wp-json/" => serde_json::json!({ "name": "a" }),
            _ => part.collect(),
        };
        let total = posts.to_string();
        ([("content-type", "application/json"), ("x-wp-total", &total)], body.to_string()).into_response()
    }
    let blog = Blog::before_router(Router::new().fallback(any(lists)), &[]).await;
    let folder = TempDir::new().unwrap();
    let summary = run(&blog, folder.path(), &[]).await;
    assert_eq!(summary.left_out.load(Relaxed), POSTS as u64, "{summary:?}");
}

#[tokio::test]
async fn what_every_page_asks_for_is_asked_once() {
    let (blog, site, _) = Blog::before_faulty(&[]).await;
    let folder = TempDir::new().unwrap();
    run(&blog, folder.path(), &["--jobs", "1"]).await;
    let times = |text: &str| -> usize {
        site.asked().iter().filter(|(path, _)| path.contains(text)).map(|(_, times)| times).sum()
    };
    assert_eq!(times("/wp-json/?_fields=name,description,url"), 1);
    assert_eq!(times("/categories?per_page=100&_fields=id,slug,name,link,parent"), 1);
}
