//! Comments, written without any script.

use tadwina_sandbox::settings::Discussion;

use crate::support::{Blog, Received, received};

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

#[tokio::test]
async fn what_wordpress_says_of_a_comment_that_it_refuses_is_passed_on() {
    let blog = Blog::start(&[]).await;
    let page = blog.get(&blog.article(217).await).await;
    let refused = post(&blog, &page, " ").await;
    assert!(refused.status.is_client_error() || refused.status == 200, "{}", refused.status);
    assert!(!refused.headers.contains_key("location"));
}
