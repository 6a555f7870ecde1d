//! Reading one article or its heading: the requests, and what the client reads from the responses.

use futures::executor::block_on;
use serde_json::{Value, json};

use super::fixtures::{ARTICLE, ARTICLE_ID, by_slug, changed_article, client, ok};
use crate::{
    api::queries,
    error::Error,
    http::NoResponse,
    model::{ArticleKey, Body, CategoryId, DiscussionSettings},
};

const FIELDS: &str = "id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,modified_gmt,author,\
    comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia";

#[test]
fn an_article_takes_one_request_and_its_title_excerpt_and_author_are_plain_text() {
    let (client, transport) = client([ok(ARTICLE)]);
    let article = block_on(client.article(&by_slug("خبز"))).unwrap();
    assert_eq!(
        transport.urls(),
        [format!(
            "https://example.org/blog/wp-json/wp/v2/posts?_embed=author,wp:term,wp:featuredmedia&_fields={FIELDS}&slug=%d8%ae%d8%a8%d8%b2"
        )]
    );
    assert_eq!(article.id, ARTICLE_ID);
    assert_eq!(article.slug.decoded(), "خبز");
    assert_eq!(article.link.href(""), "/2023/11/03/%d8%ae%d8%a8%d8%b2/");
    assert_eq!(article.title, "خبز & ملح: It’s bread");
    assert_eq!(article.excerpt, "عن الخبز…");
    let Body::Open(body) = article.body else { panic!("locked") };
    assert_eq!(body.untrusted(), "<p>رغيف <b>ساخن</b> &amp; ماء</p>\n");
    assert_eq!(article.author.unwrap().name, "سلمى & نور");
    assert_eq!(article.published.map(|moment| moment.iso()).as_deref(), Some("2023-11-03T15:43:00+01:00"));
    assert_eq!(article.modified.map(|moment| moment.iso()).as_deref(), Some("2023-11-05T09:00:00+00:00"));
    assert!(article.comments_open);
}

#[test]
fn only_embedded_terms_of_the_taxonomy_category_are_categories_of_an_article() {
    let categories = changed_article(|_| ()).unwrap().categories;
    let [category] = categories.as_slice() else { panic!("{categories:?}") };
    assert_eq!((category.id, category.name.as_str()), (CategoryId(7), "خبز & عجين"));
    assert_eq!(category.link.href(""), "/category/a/%d8%b9%d8%ac%d9%8a%d9%86/");
    assert_eq!(category.parent, None);
}

#[test]
fn a_picture_has_its_sizes_of_the_same_proportions_the_narrowest_first() {
    let picture = changed_article(|_| ()).unwrap().picture.unwrap();
    assert_eq!(picture.source, "https://example.org/blog/wp-content/uploads/bread.webp");
    assert_eq!(picture.dimensions, Some((1600, 900)));
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
fn an_article_is_read_even_if_its_embedded_data_is_missing_or_wrong() {
    let error = json!({"code": "rest_user_cannot_view", "message": "no", "data": {"status": 401}});
    for embedded in [
        json!(null),
        json!([]),
        json!({}),
        json!({"author": [error], "wp:featuredmedia": [error], "wp:term": [error]}),
        json!({"author": [], "wp:featuredmedia": [], "wp:term": [[error], [], null]}),
        json!({"author": "x", "wp:featuredmedia": {"id": 1}, "wp:term": 7}),
        json!({"author": [{"name": ""}], "wp:featuredmedia": [{"media_details": []}]}),
        json!({"wp:featuredmedia": [{"source_url": "data:image/png,x", "media_details": {"width": 1, "height": 1}}]}),
    ] {
        let article = changed_article(|post| post["_embedded"] = embedded.clone()).unwrap();
        assert_eq!((article.author, article.picture), (None, None), "{embedded}");
        assert!(article.categories.is_empty(), "{embedded}");
    }
}

#[test]
fn a_picture_without_other_sizes_has_only_its_own_size() {
    for sizes in [json!([]), json!({}), json!(null)] {
        let article = changed_article(|post| {
            post["_embedded"]["wp:featuredmedia"][0]["media_details"]["sizes"] = sizes
        });
        assert_eq!(article.unwrap().picture.unwrap().sizes.len(), 1);
    }
}

#[test]
fn only_a_protected_article_without_text_is_locked() {
    let locked =
        changed_article(|post| post["content"] = json!({"rendered": "", "protected": true})).unwrap();
    assert_eq!(locked.body, Body::Locked);
    let opened =
        changed_article(|post| post["content"] = json!({"rendered": "<p>x</p>", "protected": true})).unwrap();
    assert!(matches!(opened.body, Body::Open(_)));
    let empty =
        changed_article(|post| post["content"] = json!({"rendered": "", "protected": false})).unwrap();
    assert!(matches!(empty.body, Body::Open(body) if body.untrusted().is_empty()));
}

#[test]
fn an_article_with_closed_comments_takes_none() {
    assert!(!changed_article(|post| post["comment_status"] = json!("closed")).unwrap().comments_open);
}

#[test]
fn an_error_names_the_required_field_that_is_missing_or_wrong() {
    for (field, pointer) in
        [("id", "/id"), ("slug", "/slug"), ("link", "/link"), ("content.rendered", "/content/rendered")]
    {
        for (wrong, found) in [(json!(null), "null"), (json!({"x": 1}), "map"), (json!([]), "sequence")] {
            let article = changed_article(|post| *post.pointer_mut(pointer).unwrap() = wrong);
            let Err(Error::Shape { field: named, found: message }) = article else { panic!("{field}") };
            assert_eq!(named, field);
            assert!(message.starts_with(&format!("invalid type: {found}, expected ")), "{message}");
        }
    }
}

/// Values that plugins and imports leave in place of a text.
fn odd_values() -> [Value; 6] {
    [json!(null), json!(false), json!(7), json!([]), json!({"x": 1}), json!("")]
}

#[test]
fn an_article_is_readable_although_a_field_that_it_can_do_without_is_odd() {
    for pointer in ["/title", "/title/rendered", "/excerpt", "/excerpt/rendered", "/date", "/date_gmt"] {
        for odd in odd_values() {
            let article = changed_article(|post| *post.pointer_mut(pointer).unwrap() = odd.clone());
            assert!(article.is_ok(), "{pointer}: {odd} gave {article:?}");
        }
    }
    let closed = changed_article(|post| post["comment_status"] = json!(null)).unwrap();
    assert!(!closed.comments_open);
}

#[test]
fn an_article_has_the_date_that_is_not_broken() {
    let published = |date: Value, date_gmt: Value| {
        let article = changed_article(|post| {
            post["date"] = date;
            post["date_gmt"] = date_gmt;
        });
        article.unwrap().published.map(|moment| moment.iso())
    };
    let date = json!("2017-08-16T10:20:00");
    for odd in [json!("1970-01-01T00:00:00"), json!("0000-00-00T00:00:00"), json!(null), json!(false)] {
        assert_eq!(
            published(date.clone(), odd.clone()).as_deref(),
            Some("2017-08-16T10:20:00+00:00"),
            "{odd}"
        );
    }
    assert_eq!(published(json!(null), date).as_deref(), Some("2017-08-16T10:20:00+00:00"));
    assert_eq!(published(json!(null), json!("0000-00-00T00:00:00")), None);
}

#[test]
fn a_picture_without_measures_is_shown_without_other_sizes() {
    let source = "https://example.org/wp-content/uploads/logo.svg";
    for details in [json!({}), json!([]), json!(null), json!({"width": 0, "height": 0}), json!({"sizes": {}})]
    {
        let article = changed_article(|post| {
            post["_embedded"]["wp:featuredmedia"] =
                json!([{"source_url": source, "alt_text": "شعار", "media_details": details}]);
        });
        let picture = article.unwrap().picture.unwrap();
        assert_eq!((picture.source.as_str(), picture.dimensions), (source, None), "{details}");
        assert_eq!((picture.alternative.as_str(), picture.sizes.len()), ("شعار", 0));
    }
}

#[test]
fn every_spelling_of_a_slug_gives_the_same_query() {
    let encoded = "%d8%b4%d8%b1%d9%81%d8%a9-2";
    for spelling in
        ["شرفة-2", "%D8%B4%D8%B1%D9%81%D8%A9-2", "%d8%b4رفة-2", "شر\u{200c}فة-2", "\u{200f}شرفة-2 "]
    {
        let query = queries::keyed(&queries::ARTICLE, &by_slug(spelling).names()[0]);
        assert!(query.ends_with(&format!("&slug={encoded}")), "{spelling}: {query}");
    }
}

#[test]
fn no_slug_can_add_a_parameter_to_the_query() {
    for written in ["a&status=draft", "a#b", "a b", "a+b", "100%25", "a,b", "a?b=c", "<script>", "a\"b"] {
        let query = queries::keyed(&queries::ARTICLE, &by_slug(written).names()[0]);
        let (_, value) = query.split_once("&slug=").unwrap();
        let is_clean = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte));
        assert!(is_clean, "{value}");
    }
}

#[test]
fn the_password_of_an_article_is_in_its_request_and_in_no_error() {
    let key = ArticleKey::Id(ARTICLE_ID);
    for reply in [ok("<html>"), Err(NoResponse)] {
        let (client, transport) = client([reply]);
        let error = block_on(client.with_password("a b&c").article(&key)).unwrap_err();
        assert!(transport.urls()[0].ends_with("&password=a%20b%26c"), "{:?}", transport.urls());
        assert!(
            error.to_string().contains("include=201") && !error.to_string().contains("password"),
            "{error}"
        );
    }
}

#[test]
fn an_article_can_be_requested_by_id() {
    let (client, transport) = client([ok(ARTICLE)]);
    block_on(client.article(&ArticleKey::Id(ARTICLE_ID))).unwrap();
    assert!(transport.urls()[0].ends_with("&include=201"), "{:?}", transport.urls());
}

#[test]
fn a_slug_without_a_post_is_requested_as_a_page() {
    let (client, transport) = client([ok("[]"), ok(ARTICLE)]);
    block_on(client.article(&by_slug("about"))).unwrap();
    let routes: Vec<_> =
        transport.urls().iter().map(|url| url.split('?').next().unwrap().to_owned()).collect();
    assert_eq!(
        routes,
        ["https://example.org/blog/wp-json/wp/v2/posts", "https://example.org/blog/wp-json/wp/v2/pages"]
    );
}

#[test]
fn a_slug_without_a_post_or_a_page_is_not_found() {
    let article = block_on(client([ok("[]"), ok("[]")]).0.article(&by_slug("x")));
    assert_eq!(article, Err(Error::NotFound));
}

#[test]
fn a_heading_takes_one_request_for_an_article_without_its_text() {
    let (client, transport) = client([ok(ARTICLE)]);
    let heading = block_on(client.heading(&by_slug("خبز"))).unwrap();
    assert_eq!(
        transport.urls(),
        [
            "https://example.org/blog/wp-json/wp/v2/posts?_fields=id,link,title.rendered,author,comment_status,tadwina&slug=%d8%ae%d8%a8%d8%b2"
        ]
    );
    assert_eq!((heading.id, heading.title.as_str()), (ARTICLE_ID, "خبز & ملح: It’s bread"));
    assert_eq!(heading.link.href(""), "/2023/11/03/%d8%ae%d8%a8%d8%b2/");
    assert!(heading.comments_open);
    assert_eq!(heading.discussion, DiscussionSettings::default());
}

#[test]
fn an_id_without_a_post_gives_the_heading_of_a_page_or_not_found() {
    let key = ArticleKey::Id(ARTICLE_ID);
    let (empty, _) = client([ok("[]"), ok("[]")]);
    assert_eq!(block_on(empty.heading(&key)), Err(Error::NotFound));
    let (client, transport) = client([ok("[]"), ok(ARTICLE)]);
    assert_eq!(block_on(client.heading(&key)).map(|heading| heading.id), Ok(ARTICLE_ID));
    assert!(transport.urls()[1].contains("wp/v2/pages?") && transport.urls()[1].ends_with("&include=201"));
}
