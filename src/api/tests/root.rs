//! Where the API of a site stands, in every way that it is written.

use crate::{
    api::{ApiRoot, likely_root},
    error::Error,
};

fn root(written: &str) -> ApiRoot {
    written.parse().unwrap()
}

#[test]
fn every_form_of_an_api_root_gives_its_addresses() {
    for (written, posts, form, home) in [
        ("/wp-json/", "/wp-json/wp/v2/posts?page=1", "/wp-comments-post.php", ""),
        ("/blog/wp-json", "/blog/wp-json/wp/v2/posts?page=1", "/blog/wp-comments-post.php", "/blog"),
        (
            "https://x.org/blog/wp-json",
            "https://x.org/blog/wp-json/wp/v2/posts?page=1",
            "https://x.org/blog/wp-comments-post.php",
            "/blog",
        ),
        (
            "HTTPS://x.org/wp-json/".to_ascii_lowercase().as_str(),
            "https://x.org/wp-json/wp/v2/posts?page=1",
            "https://x.org/wp-comments-post.php",
            "",
        ),
        (
            "https://X.org/index.php/wp-json/",
            "https://x.org/index.php/wp-json/wp/v2/posts?page=1",
            "https://x.org/wp-comments-post.php",
            "",
        ),
        (
            "https://x.org/?rest_route=/",
            "https://x.org/?rest_route=/wp/v2/posts&page=1",
            "https://x.org/wp-comments-post.php",
            "",
        ),
        (
            "https://x.org?rest_route=%2F",
            "https://x.org/?rest_route=/wp/v2/posts&page=1",
            "https://x.org/wp-comments-post.php",
            "",
        ),
        (
            "/blog/index.php?rest_route=/",
            "/blog/index.php?rest_route=/wp/v2/posts&page=1",
            "/blog/wp-comments-post.php",
            "/blog",
        ),
        (
            "http://[::1]:8080/api/",
            "http://[::1]:8080/api/wp/v2/posts?page=1",
            "http://[::1]:8080/wp-comments-post.php",
            "",
        ),
    ] {
        let root = root(written);
        assert_eq!(root.url("wp/v2/posts", "page=1"), posts, "{written}");
        assert_eq!(root.comment_form("", ""), form, "{written}");
        assert_eq!(root.home_path(), home, "{written}");
        assert_eq!(root.to_string().parse(), Ok(root), "{written}");
    }
}

#[test]
fn the_comment_form_is_where_the_site_says_that_wordpress_is() {
    for (written, wordpress_url, form) in [
        ("/wp-json/", "https://x.org/wp", "/wp/wp-comments-post.php"),
        ("/fr/wp-json/", "https://x.org", "/wp-comments-post.php"),
        ("/wp-json/", "http://X.org/wp/", "/wp/wp-comments-post.php"),
        ("https://x.org/wp-json/", "https://x.org/wp", "https://x.org/wp/wp-comments-post.php"),
        // Another host: behind a proxy, whose own paths count.
        ("/blog/wp-json/", "http://127.0.0.1:8081/wp", "/blog/wp-comments-post.php"),
        ("/blog/wp-json/", "/wp", "/blog/wp-comments-post.php"),
    ] {
        assert_eq!(
            root(written).comment_form(wordpress_url, "https://x.org"),
            form,
            "{written} {wordpress_url}"
        );
    }
}

#[test]
fn a_site_of_wordpress_com_has_its_api_at_one_address_and_its_pages_at_its_own() {
    let root = root("https://public-api.wordpress.com/wp/v2/sites/example.wordpress.com");
    assert_eq!(
        root.url("wp/v2/posts", "page=1"),
        "https://public-api.wordpress.com/wp/v2/sites/example.wordpress.com/posts?page=1"
    );
    assert_eq!(root.home(), "https://example.wordpress.com");
    assert_eq!(root.home_path(), "");
    assert!(!root.is_same_origin("https://example.wordpress.com"));
    assert_eq!(root.to_string().parse(), Ok(root));
}

#[test]
fn an_address_has_a_question_mark_only_before_a_query() {
    assert_eq!(root("/wp-json/").url("", ""), "/wp-json/");
    assert_eq!(root("/?rest_route=/").url("", "_fields=name"), "/?rest_route=/&_fields=name");
    assert_eq!(root("https://x.org/blog/wp-json/").path("a", "b=c"), "/blog/wp-json/a?b=c");
}

#[test]
fn an_invalid_api_root_is_a_wrong_setting() {
    for wrong in [
        "",
        "https://x.org/wp-json/wp/v2",
        "https://x.org/wp-json/wp/v2/posts",
        "https://x.org/wp/v2/sites/y.org/",
        "https://public-api.wordpress.com/wp/v2/sites/7/",
        "https://public-api.wordpress.com/wp/v2/sites/y.org/posts",
        "https://x.org/xmlrpc.php",
        "https://x.org/?p=7",
        "https://x.org/wp-json/#top",
        "https://x.org/wp json/",
        "https://user:secret@x.org/wp-json/",
        "https:///wp-json/",
        "//x.org/wp-json/",
        "x.org/wp-json/",
        "wp-json/",
        "ftp://x.org/wp-json/",
        "javascript:alert(1)",
        "{{ api }}",
    ] {
        let error = wrong.parse::<ApiRoot>().unwrap_err();
        assert_eq!(error, Error::Setting { name: "data-api".into(), value: wrong.into() });
    }
}

#[test]
fn a_host_alone_means_its_usual_root() {
    for (written, whole) in [
        ("https://x.org", "https://x.org/wp-json/"),
        ("https://x.org/", "https://x.org/wp-json/"),
        ("http://x.org:8080", "http://x.org:8080/wp-json/"),
        ("/", "/wp-json/"),
    ] {
        assert_eq!(root(written), root(whole), "{written}");
    }
}

#[test]
fn an_invalid_api_root_has_one_that_was_likely_meant() {
    for (wrong, likely) in [
        ("x.org/wp-json/", "https://x.org/wp-json/"),
        ("//x.org/wp-json", "https://x.org/wp-json/"),
        ("x.org", "https://x.org/wp-json/"),
        ("ftp://x.org/", "https://x.org/wp-json/"),
        ("https://x.org/blog/wp-json/wp/v2/posts", "https://x.org/blog/wp-json/"),
        ("{{ api }}", "https://blog.example/wp-json/"),
        ("wp-json", "https://blog.example/wp-json/"),
    ] {
        assert!(wrong.parse::<ApiRoot>().is_err(), "{wrong}");
        assert_eq!(likely_root(wrong), likely, "{wrong}");
    }
}

#[test]
fn a_relative_root_is_same_origin_and_an_absolute_one_only_for_its_own_origin() {
    assert!(root("/wp-json/").is_same_origin(""));
    let absolute = root("https://x.org/wp-json/");
    assert!(absolute.is_same_origin("https://x.org") && absolute.is_same_origin("https://X.org:443"));
    for other in ["http://x.org", "https://x.org:8443", "https://www.x.org", ""] {
        assert!(!absolute.is_same_origin(other), "{other}");
    }
}
