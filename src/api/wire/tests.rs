//! Odd shapes that WordPress and its plugins send, and what is read of them.

use serde_json::{Value, json};

use super::*;
use crate::error::Error;

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_number_may_be_sent_as_text() {
    for (id, expected) in [
        (json!(7), Some(7)),
        (json!("7"), Some(7)),
        (json!(7.0), Some(7)),
        (json!(9_007_199_254_740_991_u64), Some(9_007_199_254_740_991)),
        (json!(0), Some(0)),
        (json!("seven"), None),
        (json!(""), None),
        (json!(1.5), None),
        (json!(-1), None),
        (json!(1e300), None),
        (json!(true), None),
        (json!(null), None),
        (json!([7]), None),
    ] {
        let post: Post = read(json!({ "id": id.clone() }));
        assert_eq!(post.id.value(), expected, "{id}");
        let term: Term = read(json!({ "parent": id.clone() }));
        assert_eq!(term.parent.value(), expected, "{id}");
    }
}

#[test]
fn any_value_in_place_of_an_object_is_read_as_an_empty_object() {
    for odd in [json!(null), json!(false), json!([]), json!([1]), json!(""), json!("x"), json!(7), json!({})]
    {
        let post: Post = read(json!({
            "id": 1, "title": odd, "content": odd, "tadwina": odd, "_embedded": odd,
        }));
        assert_eq!(post.id.value(), Some(1), "{odd}");
        assert_eq!((post.title.rendered.value(), post.content.protected.value()), (None, None), "{odd}");
        assert!(post.embedded.author.0.is_empty() && post.tadwina.per_page.value().is_none(), "{odd}");
    }
}

#[test]
fn any_value_in_place_of_an_embedded_list_is_read_as_an_empty_list() {
    for odd in [json!(null), json!(false), json!({}), json!({"0": {"name": "x"}}), json!("x"), json!(7)] {
        let embedded: Embedded = read(json!({
            "author": odd, "wp:featuredmedia": odd, "wp:term": odd,
        }));
        assert!(embedded.author.0.is_empty() && embedded.featured_media.0.is_empty(), "{odd}");
        assert!(embedded.terms.0.is_empty(), "{odd}");
    }
}

#[test]
fn odd_items_of_an_embedded_list_are_left_out() {
    let embedded: Embedded = read(json!({
        "author": [null, 7, false, [], {"name": "سلمى"}],
        "wp:term": [null, [], [null, {"name": "خبز"}], {"name": "x"}, [{"name": "ملح"}, 7]],
    }));
    assert_eq!(
        embedded.author.0.into_iter().filter_map(|user| user.name.value()).collect::<Vec<_>>(),
        ["سلمى"]
    );
    let names: Vec<_> = embedded
        .terms
        .0
        .into_iter()
        .flat_map(|List(terms)| terms)
        .filter_map(|term| term.name.value())
        .collect();
    assert_eq!(names, ["خبز", "ملح"]);
}

#[test]
fn any_value_in_place_of_a_text_is_read_as_missing() {
    for odd in [json!(null), json!(false), json!(0), json!([]), json!({"rendered": "x"})] {
        let comment: Comment = read(json!({ "id": 1, "author_name": odd, "date": odd, "status": odd }));
        assert_eq!(
            (comment.author_name.value(), comment.date.value(), comment.status.value()),
            (None, None, None),
            "{odd}"
        );
    }
}

#[test]
fn the_error_of_a_required_field_says_what_was_found() {
    for (value, found) in [
        (json!(null), "invalid type: null, expected a string"),
        (json!(false), "invalid type: boolean `false`, expected a string"),
        (json!(7), "invalid type: integer `7`, expected a string"),
        (json!([]), "invalid type: sequence, expected a string"),
        (json!({"a": 1}), "invalid type: map, expected a string"),
    ] {
        let post: Post = read(json!({ "link": value.clone() }));
        assert_eq!(post.link.require("link"), Err(Error::shape("link", found)), "{value}");
    }
    let post: Post = read(json!({ "id": "ب".repeat(100) }));
    let Err(Error::Shape { found, .. }) = post.id.require("id") else { panic!() };
    assert_eq!(found.chars().count(), 80, "{found}");
    let missing: Post = read(json!({}));
    assert_eq!(missing.id.require("id"), Err(Error::shape("id", "missing")));
}

#[test]
fn odd_items_of_a_list_are_left_out_and_another_value_is_an_error() {
    let List(posts) = read::<List<Post>>(json!([{ "id": 1 }, null, { "id": 2 }]));
    let ids: Vec<_> = posts.into_iter().filter_map(|post| post.id.value()).collect();
    assert_eq!(ids, [1, 2]);
    for odd in [json!({"code": "x"}), json!("x"), json!(null), json!(false)] {
        assert!(List::<Post>::deserialize(odd.clone()).is_err(), "{odd}");
    }
}

#[test]
fn unknown_fields_of_any_shape_are_ignored() {
    let odd = json!({"a": [{"b": null}], "c": 1.5});
    let post: Post = read(
        json!({ "yoast_head_json": odd, "id": 1, "acf": false, "title": {"rendered": "x", "raw": odd} }),
    );
    assert_eq!((post.id.value(), post.title.rendered.value().as_deref()), (Some(1), Some("x")));
}

#[test]
fn the_sizes_of_an_image_are_read_under_any_name() {
    for (sizes, count) in [
        (json!({"thumbnail": {"width": "150"}, "odd": false, "large": {"width": 1024}}), 2),
        (json!([]), 0),
        (json!(null), 0),
        (json!([{"width": 1}]), 0),
    ] {
        let details: MediaDetails = read(json!({ "sizes": sizes.clone() }));
        assert_eq!(details.sizes.into_values().filter_map(|Item(size)| size).count(), count, "{sizes}");
    }
}

#[test]
fn an_error_names_its_invalid_parameters() {
    let error: ErrorBody = read(json!({ "code": "x", "data": {"params": {"author_email": "no"}} }));
    assert!(error.data.params.author_email.is_some() && error.data.params.content.is_none());
    let bare = json!({ "code": "x", "data": 403 });
    assert!(read::<ErrorBody>(bare.clone()).data.params.author_email.is_none());
    assert_eq!(read::<BareErrorBody>(bare).data.value(), Some(403));
}
