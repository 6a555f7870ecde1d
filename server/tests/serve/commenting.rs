//! Comments, written without any script.

use axum::{
    http::{HeaderMap, StatusCode},
    routing::any,
};
use tadwina_sandbox::settings::Discussion;

use crate::{
    faulty::Switches,
    support::{Blog, Received, received},
};

/// The fields of the form in `page`, filled in.
fn filled(page: &Received, text: &str) -> Vec<(String, String)> {
    let names = page.attributes("form.td-comment-box input[type=hidden]", "name");
    let values = page.attributes("form.td-comment-box input[type=hidden]", "value");
    let typed = [("author", "قارئة"), ("email", "reader@example.org"), ("url", ""), ("comment", text)];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    names.into_iter().zip(values).chain(typed).collect()
}

/// Posts `text` in the form of `page`, and returns where the reader is led.
async fn post(blog: &Blog, page: &Received, text: &str) -> Received {
    post_fields(blog, page, &filled(page, text)).await
}

async fn post_fields(blog: &Blog, page: &Received, fields: &[(String, String)]) -> Received {
    assert_eq!(page.attribute("form.td-comment-box", "method"), "post");
    let action = page.attribute("form.td-comment-box", "action");
    let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
    let form = blog.request("POST", &action).header("content-type", "application/x-www-form-urlencoded");
    received(form.body(body.join("&"))).await
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Follows a redirect as a browser does.
async fn follow(blog: &Blog, sent: &Received) -> (Received, String) {
    assert_eq!(sent.status.as_u16(), 302, "{}", sent.body);
    let location = sent.header("location").to_owned();
    let path = location.strip_prefix(&*blog.url).unwrap_or(&location).to_owned();
    let (path, fragment) = path.split_once('#').expect("a fragment");
    (blog.get(path).await, fragment.to_owned())
}

#[tokio::test]
async fn a_comment_is_posted_and_the_reader_comes_back_to_it() {
    let blog = Blog::start(&[]).await;
    let path = blog.article(217).await;
    let page = blog.get(&path).await;
    assert!(!page.attributes("form textarea[name=comment][required]", "dir").is_empty());
    let sent = post(&blog, &page, "خبز اليوم <b>طيّب</b> & ساخن").await;
    // No cache before the server has a page for this address yet.
    assert!(sent.header("location").contains("?commented="), "{}", sent.header("location"));
    let (back, anchor) = follow(&blog, &sent).await;
    assert_eq!(back.texts(&format!("[id='{anchor}'] .td-comment__author")), ["قارئة"]);
    assert!(
        back.text(&format!("[id='{anchor}'] .td-prose")).contains("خبز اليوم طيّب & ساخن"),
        "{}",
        back.body
    );
    // Everybody sees it at once, though the page was rendered a moment ago.
    assert!(blog.get(&path).await.body.contains(&format!("id=\"{anchor}\"")));
}

#[tokio::test]
async fn a_comment_of_the_elements_is_seen_by_everybody_at_once() {
    let blog = Blog::start(&["--fresh-s", "3600", "--metrics"]).await;
    let (path, other) = (blog.article(217).await, blog.article(202).await);
    let page = blog.get(&path).await;
    blog.get(&other).await;
    // They read the list to which the form leads them.
    let list = "/wp-json/wp/v2/comments?post=217&orderby=id&order=desc";
    let mut fields = filled(&page, "من العنصر");
    fields.retain(|(name, _)| name != "redirect_to");
    fields.push(("redirect_to".to_owned(), list.to_owned()));
    let sent = post_fields(&blog, &page, &fields).await;
    assert!(sent.header("location").contains("/wp-json/"), "{}", sent.header("location"));
    assert!(blog.get(&path).await.body.contains("من العنصر"));
    // Other articles stay as they are.
    blog.get(&other).await;
    let numbers = blog.get("/metrics").await.body;
    assert!(numbers.contains("tadwina_cache_requests_total{found=\"hit\"} 1\n"), "{numbers}");
}

#[tokio::test]
async fn a_reply_stands_below_its_comment() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    let reply = page.attributes(".td-comment-list__reply", "href")[0].clone();
    let (address, fragment) = reply.split_once('#').unwrap();
    assert_eq!(fragment, "respond");
    let form = blog.get(address).await;
    let parent = address.split_once("replytocom=").unwrap().1;
    assert_eq!(form.attribute("input[name=comment_parent]", "value"), parent);
    assert_eq!(form.attribute("meta[name=robots]", "content"), "noindex");
    let sent = post(&blog, &form, "ردّ على هذا").await;
    let (back, anchor) = follow(&blog, &sent).await;
    let below = format!("li:not([data-depth='0']) [id='{anchor}']");
    assert_eq!(back.attributes(&below, "id"), [anchor], "{}", back.body);
}

#[tokio::test]
async fn a_held_comment_is_announced_in_its_place() {
    let discussion = Discussion { moderation: true, flood_seconds: 0, ..Discussion::default() };
    let blog = Blog::of(discussion, &["--locale", "en"]).await;
    let page = blog.get(&blog.article(217).await).await;
    let sent = post(&blog, &page, "ينتظر").await;
    let (back, anchor) = follow(&blog, &sent).await;
    assert_eq!(back.texts(&format!("[id='{anchor}'] .td-notice[data-kind=held]")).len(), 1, "{}", back.body);
    assert_eq!(back.header("cache-control"), "no-store");
}

#[tokio::test]
async fn where_comments_are_closed_there_is_no_form_and_a_reason() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(204).await).await;
    assert!(page.texts("form").is_empty() && page.texts(".td-comment-list__reply").is_empty());
    assert_eq!(page.texts(".td-notice[data-kind=closed]").len(), 1);
}

/// Posts a comment in the form of the article, and returns what comes back and its page.
async fn refused(blog: &Blog, fields: &[(&str, &str)]) -> Received {
    let page = blog.get(&blog.article(217).await).await;
    let mut all = filled(&page, "");
    for (name, value) in fields {
        all.retain(|(its, _)| its != name);
        all.push(((*name).to_owned(), (*value).to_owned()));
    }
    let body: Vec<_> = all.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
    let form = blog.request("POST", "/wp-comments-post.php");
    received(form.header("content-type", "application/x-www-form-urlencoded").body(body.join("&"))).await
}

#[tokio::test]
async fn a_comment_that_is_refused_stands_in_the_form_again_with_the_reason() {
    let blog = Blog::start(&["--locale", "fr"]).await;
    let text = "\n</textarea><script>x()</script> & \"خبز\"\r\nسطر";
    let page = refused(&blog, &[("comment", text), ("email", "x"), ("author", "\"><b>سلمى")]).await;
    assert_eq!(page.text("form textarea"), text.replace("\r\n", "\n"), "{}", page.body);
    assert_eq!(page.attribute("input[name=author]", "value"), "\"><b>سلمى");
    assert_eq!(page.attribute("input[name=email]", "value"), "x");
    assert_eq!(page.attribute("[role=alert][autofocus] p", "data-rejection"), "invalid");
    assert_eq!(page.text("h1"), "رغيف يبدأ في المساء");
    assert_eq!(page.attributes("script", "type"), ["application/ld+json", "speculationrules"]);
    assert_eq!((page.header("cache-control"), page.status.as_u16()), ("no-store", 200));
    assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
    assert!(page.texts("tadwina-comments").is_empty());
    // Corrected, it is taken.
    let mut sent = post_of(&page);
    sent.retain(|(name, _)| name != "email");
    sent.push(("email".to_owned(), "salma@example.org".to_owned()));
    let body: Vec<_> = sent.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
    let form = blog.request("POST", "/wp-comments-post.php");
    let form = form.header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(received(form.body(body.join("&"))).await.status.as_u16(), 302);
}

/// All fields of the form in `page`, as they stand in it.
fn post_of(page: &Received) -> Vec<(String, String)> {
    let inputs = page.attributes("form input[value]", "name").into_iter();
    let inputs = inputs.zip(page.attributes("form input[value]", "value"));
    inputs.chain([("comment".to_owned(), page.text("form textarea"))]).collect()
}

#[tokio::test]
async fn a_reply_that_is_refused_stays_a_reply() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    let parent = page.attributes(".td-comment-list__reply", "href")[0].clone();
    let parent = parent.split_once("replytocom=").unwrap().1.trim_end_matches("#respond").to_owned();
    let refused = refused(&blog, &[("comment", " "), ("comment_parent", &parent)]).await;
    assert_eq!(refused.attribute("input[name=comment_parent]", "value"), parent);
    assert_eq!(refused.attribute("[data-rejection]", "data-rejection"), "missing");
}

#[tokio::test]
async fn the_same_comment_twice_has_its_reason_and_status() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    assert_eq!(post(&blog, &page, "مرّتين").await.status.as_u16(), 302);
    let again = post(&blog, &page, "مرّتين").await;
    assert_eq!(again.status.as_u16(), 409);
    assert_eq!(again.attribute("[data-rejection]", "data-rejection"), "duplicate");
    assert_eq!(again.text("form textarea"), "مرّتين");
}

#[tokio::test]
async fn a_form_that_is_not_of_this_server_gets_what_wordpress_says() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    for redirect in ["", "https://elsewhere.example/", "/wp-admin/"] {
        let refused = refused(&blog, &[("comment", " "), ("redirect_to", redirect)]).await;
        assert!(refused.texts("form").is_empty() && refused.body.contains("Please type"), "{}", refused.body);
    }
    assert!(!page.texts("form").is_empty());
}

#[tokio::test]
async fn the_pages_of_a_long_discussion_are_linked_and_a_new_comment_is_on_the_last() {
    let blog = Blog::start(&["--public", "https://blog.example"]).await;
    let path = blog.article(203).await;
    let first = blog.get(&path).await;
    let next = first.attribute(".td-discussion__pages [rel=next]", "href");
    assert_eq!(next, format!("{path}comment-page-2/#comments"));
    assert_eq!(first.attribute("input[name=redirect_to]", "value"), format!("{path}comment-page-4/"));
    let second = blog.get(next.split('#').next().unwrap()).await;
    assert_eq!(second.attribute(".td-discussion__pages [rel=prev]", "href"), format!("{path}#comments"));
    assert_eq!(second.attribute("link[rel=canonical]", "href"), format!("https://blog.example{path}"));
    assert_eq!(second.texts(".td-comment").len(), 100);
}

#[tokio::test]
async fn a_comment_outdates_the_pages_that_show_it() {
    let sandbox = Blog::start(&[]).await;
    let (site, router, _) = Switches::before(sandbox.site.clone());
    let leading =
        any(async |headers: HeaderMap| (StatusCode::FOUND, [("location", headers["x-to"].clone())]));
    let router = router.route("/wp-comments-post.php", leading);
    let blog = Blog::before_router(router, &["--fresh-s", "3600"]).await;
    let (article, other) = (blog.article(217).await, blog.article(210).await);
    let renderings = async || {
        for path in ["/", &article, &other] {
            assert_eq!(blog.get(path).await.status, 200);
        }
        ["sticky=false", "comments?post=217&", "comments?post=210&"].map(|text| -> usize {
            site.asked().iter().filter(|(path, _)| path.contains(text)).map(|(_, times)| times).sum()
        })
    };
    for (location, outdated) in [
        ([&*article, "#comment-7"].concat(), [true, true, false]),
        ([&*blog.site, &*article, "comment-page-2/#comment-7"].concat(), [true, true, false]),
        // A plugin leads to a page of thanks.
        ("https://elsewhere.example/thanks/".to_owned(), [true, true, true]),
    ] {
        let before = renderings().await;
        assert_eq!(renderings().await, before);
        received(blog.request("POST", "/wp-comments-post.php").header("x-to", &location)).await;
        let after = renderings().await;
        assert_eq!([0, 1, 2].map(|page| after[page] > before[page]), outdated, "{location}");
    }
}
