//! What the client understands of good answers, of odd ones, and of bad ones.

use futures::executor::block_on;
use serde_json::{Value, json};

use super::fixtures::{ARTICLE, ARTICLES, CATEGORIES, COMMENTS, INDEX, client, listed, ok, refusal, reply};
use crate::{
    api::queries,
    error::Error,
    http::{NoResponse, Response},
    model::{
        Article, ArticleId, ArticleKey, Body, CategoryId, Comment, CommentId, CommentStatus,
        DiscussionSettings, Permalink, Slug,
    },
};

const FIELDS: &str = "id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,comment_status,\
    tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia";

fn by_slug(written: &str) -> ArticleKey {
    ArticleKey::Slug(Slug::parse(written).unwrap())
}

/// The article of the fixture after `change`.
fn article(change: impl FnOnce(&mut Value)) -> Result<Article, Error> {
    let mut posts: Value = serde_json::from_str(ARTICLE).unwrap();
    change(&mut posts[0]);
    block_on(client([ok(&posts.to_string())]).0.article(&by_slug("x")))
}

#[test]
fn a_site_says_its_name_in_plain_text() {
    let (client, site) = client([ok(INDEX)]);
    let index = block_on(client.site()).unwrap();
    assert_eq!(index.name, "مدوّنة الرصيف & ما حولها");
    assert_eq!(index.description, "It’s a notebook");
    assert_eq!(site.urls(), ["https://example.org/blog/wp-json/?_fields=name,description"]);
}

#[test]
fn json_that_is_no_index_is_no_site() {
    let answer = block_on(client([ok("{\"hello\":1}")]).0.site());
    assert_eq!(answer, Err(Error::shape("name", "missing")));
}

#[test]
fn an_article_is_one_request_and_plain_where_it_should_be() {
    let (client, site) = client([ok(ARTICLE)]);
    let article = block_on(client.article(&by_slug("خبز"))).unwrap();
    assert_eq!(
        site.urls(),
        [format!(
            "https://example.org/blog/wp-json/wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&_fields={FIELDS}&slug=%d8%ae%d8%a8%d8%b2"
        )]
    );
    assert_eq!(article.id, ArticleId(201));
    assert_eq!(article.slug.decoded(), "خبز");
    assert_eq!(article.link.href(""), "/2023/11/03/%d8%ae%d8%a8%d8%b2/");
    assert_eq!(article.title, "خبز & ملح: It’s bread");
    assert_eq!(article.excerpt, "عن الخبز…");
    let Body::Open(body) = article.body else { panic!("locked") };
    assert_eq!(body.untrusted(), "<p>رغيف <b>ساخن</b> &amp; ماء</p>\n");
    assert_eq!(article.author.unwrap().name, "سلمى & نور");
    assert_eq!(article.published.iso(), "2023-11-03T15:43:00+01:00");
    assert!(article.comments_open);
}

#[test]
fn an_articles_categories_are_those_of_its_terms_that_are_categories() {
    let categories = article(|_| ()).unwrap().categories;
    let [category] = categories.as_slice() else { panic!("{categories:?}") };
    assert_eq!((category.id, category.name.as_str()), (CategoryId(7), "خبز & عجين"));
    assert_eq!(category.link.href(""), "/category/a/%d8%b9%d8%ac%d9%8a%d9%86/");
    assert_eq!(category.parent, None);
}

#[test]
fn a_picture_comes_with_its_sizes_of_the_same_proportions_narrowest_first() {
    let picture = article(|_| ()).unwrap().picture.unwrap();
    assert_eq!(picture.source, "https://example.org/blog/wp-content/uploads/bread.webp");
    assert_eq!((picture.width, picture.height), (1600, 900));
    assert_eq!((picture.alternative.as_str(), picture.caption.as_str()), ("رغيف على طاولة", "أوّل رغيف"));
    let sizes: Vec<_> = picture.sizes.iter().map(|size| (size.width, size.source.as_str())).collect();
    assert_eq!(
        sizes,
        [
            (300, "https://example.org/bread-300x169.webp"),
            (768, "https://example.org/bread-768x432.webp"),
            (1600, "https://example.org/blog/wp-content/uploads/bread.webp"),
        ]
    );
}

#[test]
fn what_is_embedded_may_be_missing_or_an_error() {
    let error = json!({"code": "rest_user_cannot_view", "message": "no", "data": {"status": 401}});
    for embedded in [
        json!(null),
        json!([]),
        json!({}),
        json!({"author": [error], "wp:featuredmedia": [error], "wp:term": [error]}),
        json!({"author": [], "wp:featuredmedia": [], "wp:term": [[error], [], null]}),
        json!({"author": "x", "wp:featuredmedia": {"id": 1}, "wp:term": 7}),
        json!({"author": [{"name": ""}], "wp:featuredmedia": [{"source_url": "/a.png", "media_details": []}]}),
        json!({"wp:featuredmedia": [{"source_url": "data:image/png,x", "media_details": {"width": 1, "height": 1}}]}),
    ] {
        let article = article(|post| post["_embedded"] = embedded.clone()).unwrap();
        assert_eq!((article.author, article.picture), (None, None), "{embedded}");
        assert!(article.categories.is_empty(), "{embedded}");
    }
}

#[test]
fn a_picture_without_other_sizes_is_a_picture() {
    for sizes in [json!([]), json!({}), json!(null)] {
        let article =
            article(|post| post["_embedded"]["wp:featuredmedia"][0]["media_details"]["sizes"] = sizes);
        assert_eq!(article.unwrap().picture.unwrap().sizes.len(), 1);
    }
}

#[test]
fn a_protected_article_is_locked_until_it_has_a_text() {
    let locked = article(|post| post["content"] = json!({"rendered": "", "protected": true})).unwrap();
    assert_eq!(locked.body, Body::Locked);
    let opened =
        article(|post| post["content"] = json!({"rendered": "<p>x</p>", "protected": true})).unwrap();
    assert!(matches!(opened.body, Body::Open(_)));
    let empty = article(|post| post["content"] = json!({"rendered": "", "protected": false})).unwrap();
    assert!(matches!(empty.body, Body::Open(body) if body.untrusted().is_empty()));
}

#[test]
fn only_open_is_open() {
    assert!(!article(|post| post["comment_status"] = json!("closed")).unwrap().comments_open);
}

#[test]
fn a_required_field_that_is_missing_or_wrong_is_named() {
    for (field, pointer) in [
        ("id", "/id"),
        ("slug", "/slug"),
        ("link", "/link"),
        ("title.rendered", "/title/rendered"),
        ("excerpt.rendered", "/excerpt/rendered"),
        ("content.rendered", "/content/rendered"),
        ("date", "/date"),
        ("date_gmt", "/date_gmt"),
        ("comment_status", "/comment_status"),
    ] {
        for (wrong, found) in [(json!(null), "null"), (json!({"x": 1}), "map"), (json!([]), "sequence")] {
            let answer = article(|post| *post.pointer_mut(pointer).unwrap() = wrong);
            let Err(Error::Shape { field: named, found: told }) = answer else { panic!("{field}") };
            assert_eq!(named, field);
            assert!(told.starts_with(&format!("invalid type: {found}, expected ")), "{told}");
        }
    }
    assert_eq!(
        article(|post| post["date_gmt"] = json!("yesterday")),
        Err(Error::shape("date_gmt", "\"yesterday\""))
    );
}

#[test]
fn every_spelling_of_a_slug_asks_the_same_question() {
    let stored = "%d8%b4%d8%b1%d9%81%d8%a9-2";
    for spelling in
        ["شرفة-2", "%D8%B4%D8%B1%D9%81%D8%A9-2", "%d8%b4رفة-2", "شر\u{200c}فة-2", "\u{200f}شرفة-2 "]
    {
        let url = queries::keyed(&queries::ARTICLE, &by_slug(spelling));
        assert!(url.ends_with(&format!("&slug={stored}")), "{spelling}: {url}");
    }
}

#[test]
fn no_slug_breaks_out_of_the_question() {
    for slug in ["a&status=draft", "a#b", "a b", "a+b", "100%25", "a,b", "a?b=c", "<script>", "a\"b"] {
        let url = queries::keyed(&queries::ARTICLE, &by_slug(slug));
        let (_, value) = url.split_once("&slug=").unwrap();
        let is_clean = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte));
        assert!(is_clean, "{value}");
    }
}

#[test]
fn an_article_is_also_found_by_number() {
    let (client, site) = client([ok(ARTICLE)]);
    block_on(client.article(&ArticleKey::Id(ArticleId(201)))).unwrap();
    assert!(site.urls()[0].ends_with("&include=201"), "{:?}", site.urls());
}

#[test]
fn where_no_article_has_the_name_a_page_may() {
    let (client, site) = client([ok("[]"), ok(ARTICLE)]);
    block_on(client.article(&by_slug("about"))).unwrap();
    let routes: Vec<_> = site.urls().iter().map(|url| url.split('?').next().unwrap().to_owned()).collect();
    assert_eq!(
        routes,
        ["https://example.org/blog/wp-json/wp/v2/posts", "https://example.org/blog/wp-json/wp/v2/pages"]
    );
}

#[test]
fn what_has_no_article_and_no_page_is_not_found() {
    let answer = block_on(client([ok("[]"), ok("[]")]).0.article(&by_slug("x")));
    assert_eq!(answer, Err(Error::NotFound));
}

#[test]
fn a_list_of_articles_knows_its_pages() {
    let (client, site) = client([listed(ARTICLES, 32, 4)]);
    let page = block_on(client.articles(None, 2)).unwrap();
    assert_eq!((page.pages, page.total, page.items.len()), (4, 32, 2));
    assert_eq!((page.items[1].title.as_str(), page.items[1].excerpt.as_str()), ("أوّل", ""));
    assert_eq!(page.items[0].published.offset, 120);
    assert_eq!(
        site.urls(),
        [
            "https://example.org/blog/wp-json/wp/v2/posts?per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt&page=2"
        ]
    );
}

#[test]
fn a_list_whose_totals_a_proxy_keeps_still_leads_on() {
    let one: Value = serde_json::from_str::<Value>(ARTICLES).unwrap()[0].clone();
    let full = json!(vec![one; 10]).to_string();
    let page = block_on(client([ok(&full)]).0.articles(None, 1)).unwrap();
    assert_eq!((page.pages, page.total), (2, 10));
    let last = block_on(client([ok(ARTICLES)]).0.articles(None, 2)).unwrap();
    assert_eq!((last.pages, last.total), (2, 12));
}

#[test]
fn an_empty_blog_has_one_page() {
    let page = block_on(client([listed("[]", 0, 0)]).0.articles(None, 1)).unwrap();
    assert_eq!((page.items.len(), page.pages, page.total), (0, 1, 0));
}

#[test]
fn a_page_beyond_the_last_is_not_found() {
    let answer = block_on(client([refusal(400, "rest_post_invalid_page_number")]).0.articles(None, 99));
    assert_eq!(answer, Err(Error::NotFound));
}

#[test]
fn the_articles_of_a_category_are_asked_by_its_number() {
    let (client, site) = client([listed(ARTICLES, 2, 1)]);
    block_on(client.articles(Some(CategoryId(7)), 1)).unwrap();
    assert!(site.urls()[0].ends_with("&categories=7&page=1"), "{:?}", site.urls());
}

#[test]
fn categories_come_page_by_page_and_know_their_parents() {
    let (client, site) = client([listed(CATEGORIES, 102, 2), listed("[]", 102, 2)]);
    let tree = block_on(client.categories()).unwrap();
    let names: Vec<_> = tree.trail(CategoryId(3)).into_iter().map(|category| category.name).collect();
    assert_eq!(names, ["A", "خبز & ماء"]);
    assert!(
        site.urls()[0].ends_with("wp/v2/categories?per_page=100&_fields=id,slug,name,link,parent&page=1")
    );
    assert!(site.urls()[1].ends_with("&page=2"));
}

#[test]
fn categories_end_where_a_site_lies_about_their_number() {
    let (client, site) = client([(); 20].map(|()| listed(CATEGORIES, u32::MAX, u32::MAX)));
    block_on(client.categories()).unwrap();
    assert_eq!(site.urls().len(), 20);
}

#[test]
fn comments_come_oldest_first_a_hundred_at_a_time() {
    let (client, site) = client([listed(COMMENTS, 302, 4)]);
    let page = block_on(client.comments(ArticleId(201), DiscussionSettings::default(), 3)).unwrap();
    assert_eq!((page.pages, page.total), (4, 302));
    assert_eq!(
        site.urls(),
        ["https://example.org/blog/wp-json/wp/v2/comments?post=201&per_page=100&order=asc\
         &_fields=id,parent,author_name,date,date_gmt,content,status&page=3"]
    );
    let Comment { id, parent, author, published, body, status } = &page.items[0];
    assert_eq!((*id, *parent, author.as_str()), (Some(CommentId(11)), None, "أ & ب"));
    assert_eq!(published.unwrap().iso(), "2024-01-13T00:14:42+01:00");
    assert_eq!((body.untrusted(), *status), ("<p>نعم</p>\n", CommentStatus::Approved));
}

#[test]
fn an_odd_comment_hides_no_other() {
    let page = block_on(client([listed(COMMENTS, 2, 1)]).0.comments(
        ArticleId(201),
        DiscussionSettings::default(),
        1,
    ))
    .unwrap();
    let odd = &page.items[1];
    assert_eq!((odd.parent, odd.author.as_str(), odd.published), (Some(CommentId(11)), "", None));
}

#[test]
fn comments_behind_a_password_are_forbidden() {
    let answer = block_on(client([refusal(401, "rest_cannot_read_post")]).0.comments(
        ArticleId(205),
        DiscussionSettings::default(),
        1,
    ));
    assert_eq!(answer, Err(Error::Forbidden { status: 401, code: "rest_cannot_read_post".into() }));
}

/// What the client counts of three articles, and what it asked for it.
fn counts<const N: usize>(answers: [Answer; N]) -> (Counts, Vec<String>) {
    let (client, site) = client(answers);
    let counts = block_on(client.comment_counts(&[1, 2, 3].map(ArticleId)));
    (counts.map(|counts| counts.into_iter().map(|(id, count)| (id.0, count)).collect()), site.urls())
}

type Answer = Result<Response, NoResponse>;
type Counts = Result<Vec<(u64, u32)>, Error>;

#[test]
fn few_comments_are_counted_in_one_request() {
    let comments = json!([{"id": 9, "post": 3}, {"id": 8, "post": 1}, {"id": 7, "post": 3}]).to_string();
    let (counts, urls) = counts([listed(&comments, 3, 1)]);
    assert_eq!(counts.unwrap(), [(1, 1), (2, 0), (3, 2)]);
    assert_eq!(
        urls,
        ["https://example.org/blog/wp-json/wp/v2/comments?post=1,2,3&per_page=100&_fields=id,post"]
    );
}

#[test]
fn many_comments_are_counted_article_by_article() {
    let (counts, urls) =
        counts([listed("[]", 101, 2), listed("[]", 100, 100), listed("[]", 0, 0), listed("[]", 1, 1)]);
    assert_eq!(counts.unwrap(), [(1, 100), (2, 0), (3, 1)]);
    assert!(urls[2].ends_with("comments?post=2&per_page=1&_fields=id"), "{urls:?}");
}

#[test]
fn a_locked_article_has_no_count_and_keeps_the_others() {
    let locked = || refusal(401, "rest_cannot_read_post");
    let (counts, _) = counts([locked(), listed("[]", 5, 5), locked(), listed("[]", 7, 7)]);
    assert_eq!(counts.unwrap(), [(1, 5), (3, 7)]);
}

#[test]
fn no_articles_have_no_counts_and_no_request() {
    assert_eq!(block_on(client([]).0.comment_counts(&[])).unwrap().len(), 0);
}

#[test]
fn counting_fails_with_the_site() {
    let (counts, _) = counts([Ok(reply(503, ""))]);
    assert_eq!(counts, Err(Error::Server { status: 503 }));
}

#[test]
fn a_link_leads_to_the_site_itself() {
    let link = Permalink::from_link("https://example.org/blog/a/", "/blog");
    assert_eq!(client([]).0.address_at_site(&link), "https://example.org/blog/a/");
}

#[test]
fn a_heading_is_one_small_request() {
    let (client, site) = client([ok(ARTICLE)]);
    let heading = block_on(client.heading(&by_slug("خبز"))).unwrap();
    assert_eq!(
        site.urls(),
        [
            "https://example.org/blog/wp-json/wp/v2/posts?_fields=id,link,title.rendered,comment_status,tadwina&slug=%d8%ae%d8%a8%d8%b2"
        ]
    );
    assert_eq!((heading.id, heading.title.as_str()), (ArticleId(201), "خبز & ملح: It’s bread"));
    assert_eq!(heading.link.href(""), "/2023/11/03/%d8%ae%d8%a8%d8%b2/");
    assert!(heading.comments_open);
    assert_eq!(heading.discussion, DiscussionSettings::default());
}

#[test]
fn the_heading_of_a_page_is_found_too_and_what_is_nowhere_is_not() {
    let (client, site) = client([ok("[]"), ok(ARTICLE)]);
    let key = ArticleKey::Id(ArticleId(201));
    assert_eq!(block_on(client.heading(&key)).map(|heading| heading.id), Ok(ArticleId(201)));
    assert!(site.urls()[1].contains("wp/v2/pages?") && site.urls()[1].ends_with("&include=201"));
    let nothing = super::fixtures::client([ok("[]"), ok("[]")]).0;
    assert_eq!(block_on(nothing.heading(&key)), Err(Error::NotFound));
}

/// The settings of an article whose site tells `told`.
fn settings(told: Value) -> DiscussionSettings {
    article(|post| post["tadwina"] = told).unwrap().discussion
}

#[test]
fn a_site_with_the_plugin_tells_its_rules() {
    let told = json!({
        "require_name_email": false, "registration": true, "order": "desc", "per_page": 20, "depth": 3, "open": true,
    });
    let expected = DiscussionSettings {
        needs_identity: false,
        needs_account: true,
        takes_comments: false,
        newest_first: true,
        per_page: 20,
    };
    assert_eq!(settings(told), expected);
}

#[test]
fn rules_that_make_no_sense_are_the_defaults() {
    for told in [
        json!(null),
        json!([]),
        json!({}),
        json!({ "per_page": 0, "order": "asc", "require_name_email": true, "registration": false }),
        json!({ "per_page": 101, "order": "up", "require_name_email": "no", "registration": 1, "open": 1 }),
        json!({ "per_page": -1 }),
    ] {
        assert_eq!(settings(told.clone()), DiscussionSettings::default(), "{told}");
    }
}

#[test]
fn an_article_that_time_has_closed_is_closed_where_the_site_tells() {
    let told = |open: bool| article(|post| post["tadwina"] = json!({ "open": open })).unwrap();
    assert!(!told(false).comments_open && told(true).comments_open);
    let settings = settings(json!({ "open": true, "registration": false }));
    assert!(settings.takes_comments && !DiscussionSettings::default().takes_comments);
}

#[test]
fn comments_come_in_the_order_and_number_of_the_rules() {
    let (client, site) = client([listed(COMMENTS, 5, 3)]);
    let settings = DiscussionSettings { newest_first: true, per_page: 2, ..DiscussionSettings::default() };
    let page = block_on(client.comments(ArticleId(201), settings, 2)).unwrap();
    assert_eq!((page.pages, page.total), (3, 5));
    assert!(site.urls()[0].contains("post=201&per_page=2&order=desc&_fields=id,"), "{:?}", site.urls());
}
