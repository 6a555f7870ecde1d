//! Posts.

use crate::client::Client;

#[tokio::test]
async fn a_list_has_published_posts_newest_first() {
    let response = Client::new().get("posts").await;
    assert_eq!(response.ids(), [101, 102, 103, 107]);
    assert_eq!(response.totals(), ("4", "1"));
}

#[tokio::test]
async fn a_list_links_to_the_previous_and_the_next_page() {
    let response = Client::new().get("posts?per_page=1&page=2&_fields=id").await;
    assert_eq!(response.ids(), [102]);
    assert_eq!(response.totals(), ("4", "4"));
    let link = response.header("link");
    let own = "<http://blog.test/wp-json/wp/v2/posts?per_page=1&page=";
    assert!(link.contains(&format!("{own}1&_fields=id>; rel=\"prev\"")), "{link}");
    assert!(link.contains(&format!("{own}3&_fields=id>; rel=\"next\"")), "{link}");
}

#[tokio::test]
async fn links_between_pages_are_below_wp_json_for_a_rest_route_request_too() {
    let response = Client::new().send("GET", "/?rest_route=/wp/v2/posts&per_page=2", &[], "").await;
    assert_eq!(
        response.header("link"),
        "<http://blog.test/wp-json/wp/v2/posts?per_page=2&page=2>; rel=\"next\""
    );
}

#[tokio::test]
async fn a_page_after_the_last_is_refused_unless_the_list_is_empty() {
    let client = Client::new();
    client.get("posts?page=2").await.assert_refused(400, "rest_post_invalid_page_number");
    let empty = client.get("posts?page=2&categories=3").await;
    assert_eq!((empty.text.as_str(), empty.totals()), ("[]", ("0", "0")));
}

#[tokio::test]
async fn invalid_parameters_are_refused() {
    let client = Client::new();
    client.get("posts?per_page=101").await.assert_invalid("per_page", "rest_out_of_bounds");
    client.get("posts?per_page=0").await.assert_invalid("per_page", "rest_out_of_bounds");
    client.get("posts?page=0").await.assert_invalid("page", "rest_out_of_bounds");
    client.get("posts?page=x").await.assert_invalid("page", "rest_invalid_type");
    client.get("posts?categories=x").await.assert_invalid("categories", "rest_invalid_type");
    client.get("posts?orderby=mood").await.assert_invalid("orderby", "rest_not_in_enum");
    client.get("posts?order=up").await.assert_invalid("order", "rest_not_in_enum");
    client.get("posts?after=yesterday").await.assert_invalid("after", "rest_invalid_date");
    client.get("posts?status=draft").await.assert_invalid("status", "rest_forbidden_status");
    for sticky in ["sticky=yes", "sticky=2", "sticky=", "sticky[]=true"] {
        client.get(&format!("posts?{sticky}")).await.assert_invalid("sticky", "rest_invalid_type");
    }
}

#[tokio::test]
async fn all_invalid_parameters_are_named_in_one_error() {
    let response = Client::new().get("posts?page=0&order=up").await;
    response.assert_invalid("page", "rest_out_of_bounds");
    response.assert_invalid("order", "rest_not_in_enum");
}

#[tokio::test]
async fn posts_are_found_by_category_tag_author_id_and_date() {
    let client = Client::new();
    assert_eq!(client.get("posts?categories=2").await.ids(), [101]);
    assert_eq!(client.get("posts?categories=2,1&order=asc").await.ids(), [107, 103, 102, 101]);
    assert_eq!(client.get("posts?categories[]=2").await.ids(), [101]);
    assert_eq!(client.get("posts?tags=10").await.ids(), [101, 102]);
    assert_eq!(client.get("posts?author=2").await.ids(), [0_i64; 0]);
    assert_eq!(client.get("posts?include=102,101&orderby=include").await.ids(), [102, 101]);
    assert_eq!(client.get("posts?exclude=101").await.ids(), [102, 103, 107]);
    assert_eq!(client.get("posts?after=2023-11-02T00:00:00").await.ids(), [101, 102]);
    assert_eq!(client.get("posts?before=2023-10-29T00:00:00").await.ids(), [107]);
}

#[tokio::test]
async fn sticky_posts_are_found_by_sticky_and_stay_in_their_place_in_other_lists() {
    let client = Client::new();
    for sticky in ["true", "1", "TRUE"] {
        let response = client.get(&format!("posts?sticky={sticky}")).await;
        assert_eq!((response.ids(), response.totals()), (vec![107], ("1", "1")), "{sticky}");
    }
    for sticky in ["false", "0", "False"] {
        let response = client.get(&format!("posts?sticky={sticky}")).await;
        assert_eq!((response.ids(), response.totals()), (vec![101, 102, 103], ("3", "1")), "{sticky}");
    }
    assert_eq!(client.get("posts?per_page=3").await.ids(), [101, 102, 103]);
    assert_eq!(client.get("posts?sticky=true&categories=1").await.ids(), [107]);
    assert_eq!(client.get("posts?sticky=true&categories=2").await.totals(), ("0", "0"));
}

#[tokio::test]
async fn sticky_restricts_include_and_nothing_is_excluded_from_a_list_of_ids() {
    let client = Client::new();
    assert_eq!(client.get("posts?sticky=true&include=107,101").await.ids(), [107]);
    let none = client.get("posts?sticky=true&include=101").await;
    assert_eq!((none.text.as_str(), none.totals()), ("[]", ("0", "0")));
    assert_eq!(client.get("posts?sticky=true&exclude=107").await.ids(), [107]);
    assert_eq!(client.get("posts?sticky=false&include=107,101").await.ids(), [101, 107]);
    assert_eq!(client.get("posts?sticky=false&exclude=101").await.ids(), [102, 103]);
    assert_eq!(client.get("posts?include=101,102&exclude=101").await.ids(), [101, 102]);
}

#[tokio::test]
async fn a_post_says_whether_it_is_sticky_and_a_page_does_not() {
    let client = Client::new();
    assert_eq!(client.get("posts/107?_fields=sticky").await.text, r#"{"sticky":true}"#);
    assert_eq!(client.get("posts/101?_fields=sticky").await.text, r#"{"sticky":false}"#);
    assert!(client.get("posts/107?context=embed").await.ok().get("sticky").is_none());
    assert!(client.get("pages/60").await.ok().get("sticky").is_none());
    assert_eq!(client.get("pages?sticky=yes").await.ids(), [60], "pages do not have the parameter");
}

#[tokio::test]
async fn a_search_finds_posts_with_every_word_and_no_protected_posts() {
    let client = Client::new();
    assert_eq!(client.get("posts?search=tea%20time").await.ids(), [101]);
    assert_eq!(client.get("posts?search=kettle").await.ids(), [102, 107]);
    assert_eq!(client.get("posts?search=tea&orderby=relevance").await.ids(), [101]);
    assert_eq!(client.get("posts?search=100%25").await.ids(), [0_i64; 0]);
    assert_eq!(client.get("posts?search='%22--&orderby=relevance").await.ids(), [0_i64; 0]);
}

#[tokio::test]
async fn an_order_without_the_parameter_that_it_needs_is_refused() {
    let client = Client::new();
    client.get("posts?orderby=relevance").await.assert_refused(400, "rest_no_search_term_defined");
    client.get("posts?orderby=include").await.assert_refused(400, "rest_orderby_include_missing_include");
}

#[tokio::test]
async fn a_post_is_found_by_its_slug_in_every_encoding() {
    let client = Client::new();
    let stored = "%d9%82%d9%87%d9%88%d8%a9-%d8%a7%d9%84%d8%b5%d8%a8%d8%a7%d8%ad";
    for slug in [
        stored.to_owned(),
        stored.to_uppercase(),
        stored.replace('%', "%25"),
        stored.to_uppercase().replace('%', "%25"),
        format!("nothing,{stored}"),
    ] {
        assert_eq!(client.get(&format!("posts?slug={slug}")).await.ids(), [101], "{slug}");
    }
}

#[tokio::test]
async fn a_slug_with_spaces_vowel_marks_or_joiners_finds_nothing() {
    let client = Client::new();
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    for slug in ["قهوة الصباح", "قَهوة-الصباح", "قهوة\u{200c}-الصباح"] {
        assert_eq!(client.get(&format!("posts?slug={}", encode(slug))).await.text, "[]", "{slug}");
    }
}

#[tokio::test]
async fn a_long_slug_is_cut_at_200_bytes_and_the_whole_title_finds_it() {
    let client = Client::new();
    let slug = client.get("posts/107").await.ok()["slug"].as_str().unwrap().to_owned();
    assert!((190..=200).contains(&slug.len()) && slug.is_ascii(), "{slug}");
    let whole = "كتاب-طويل-جدا-عن-الورق-والحبر-والخشب-والخيط-والجلد-والوقت-الذي-يمضي";
    let whole: String = form_urlencoded::byte_serialize(whole.as_bytes()).collect();
    assert_eq!(client.get(&format!("posts?slug={whole}")).await.ids(), [107]);
}

#[tokio::test]
async fn a_search_ignores_capitals_and_accents() {
    let client = Client::new();
    let word: String = form_urlencoded::byte_serialize("KÉTTLE".as_bytes()).collect();
    assert_eq!(client.get(&format!("posts?search={word}")).await.ids(), [102, 107]);
    assert_eq!(client.get("posts?search=KETTLE").await.ids(), [102, 107]);
}

#[tokio::test]
async fn the_terms_of_a_post_are_sorted_by_name() {
    let post = Client::new().get("posts/102").await.ok();
    assert_eq!(post["tags"], serde_json::json!([11, 10]));
}

#[tokio::test]
async fn a_post_links_to_its_page_in_a_header() {
    let response = Client::new().get("posts/102").await;
    assert_eq!(
        response.header("link"),
        "<http://blog.test/2023/11/02/closed/>; rel=\"alternate\"; type=text/html"
    );
}

#[tokio::test]
async fn the_excerpt_of_a_post_without_one_is_the_beginning_of_its_body() {
    assert_eq!(Client::new().get("posts/102").await.ok()["excerpt"]["rendered"], "<p>Kettle.</p>\n");
}

#[tokio::test]
async fn a_post_has_the_fields_of_wordpress() {
    let post = Client::new().get("posts/101").await.ok();
    assert_eq!(post["date"], "2023-11-03T15:43:00");
    assert_eq!(post["date_gmt"], "2023-11-03T14:43:00");
    assert_eq!(
        post["link"],
        "http://blog.test/2023/11/03/%d9%82%d9%87%d9%88%d8%a9-%d8%a7%d9%84%d8%b5%d8%a8%d8%a7%d8%ad/"
    );
    assert_eq!(post["title"]["rendered"], "It&#8217;s &#8220;tea&#8221; &#038; <em>more</em>");
    assert_eq!(post["excerpt"]["rendered"], "<p>Short &#038; &#8220;sweet&#8221;.</p>\n");
    assert_eq!(post["content"]["protected"], false);
    assert_eq!(post["categories"], serde_json::json!([2]));
    assert_eq!(post["tags"], serde_json::json!([10]));
    assert_eq!((&post["author"], &post["featured_media"]), (&1.into(), &50.into()));
    assert_eq!(post["comment_status"], "open");
}

#[tokio::test]
async fn hostile_content_is_not_filtered() {
    let post = Client::new().get("posts/101").await.ok();
    assert!(post["content"]["rendered"].as_str().unwrap().contains("<script>window.hacked = true</script>"));
}

#[tokio::test]
async fn a_missing_post_and_one_that_is_not_public_have_different_refusals() {
    let client = Client::new();
    client.get("posts/999").await.assert_refused(404, "rest_post_invalid_id");
    client.get("posts/60").await.assert_refused(404, "rest_post_invalid_id");
    for id in [104, 105, 106] {
        client.get(&format!("posts/{id}")).await.assert_refused(401, "rest_forbidden");
    }
}

#[tokio::test]
async fn the_context_for_editors_is_refused() {
    let client = Client::new();
    for path in
        ["posts?context=edit", "posts/101?context=edit", "pages?context=edit", "categories?context=edit"]
    {
        client.get(path).await.assert_refused(401, "rest_forbidden_context");
    }
    client.get("posts?context=all").await.assert_invalid("context", "rest_not_in_enum");
}

#[tokio::test]
async fn a_protected_post_is_empty_without_its_password() {
    let post = Client::new().get("posts/103").await.ok();
    assert_eq!(post["content"], serde_json::json!({ "rendered": "", "protected": true }));
    assert_eq!(post["excerpt"]["rendered"], "");
    assert_eq!(post["title"]["rendered"], "Secret");
}

#[tokio::test]
async fn the_right_password_opens_a_post_and_a_wrong_one_is_refused() {
    let client = Client::new();
    let post = client.get("posts/103?password=sesame").await.ok();
    assert_eq!(post["content"]["protected"], true);
    assert!(post["content"]["rendered"].as_str().unwrap().contains("Kettle"));
    client.get("posts/103?password=salt").await.assert_refused(403, "rest_post_incorrect_password");
}

#[tokio::test]
async fn a_wrong_password_is_no_error_in_a_list() {
    let client = Client::new();
    let wrong = client.get("posts?slug=secret&password=salt").await.ok();
    assert_eq!(wrong[0]["content"], serde_json::json!({ "rendered": "", "protected": true }));
    let right = client.get("posts?slug=secret&password=sesame").await.ok();
    assert_eq!(right[0]["content"]["protected"], true);
    assert_eq!(right[0]["excerpt"], serde_json::json!({ "rendered": "<p>Hush.</p>\n", "protected": true }));
    assert!(right[0]["content"]["rendered"].as_str().unwrap().contains("Kettle"));
}
