//! The discussion settings, from the field that the plugin adds to posts.

use serde_json::{Value, json};

use super::fixtures::changed_article;
use crate::model::DiscussionSettings;

/// The settings of an article whose field `tadwina` is `field`.
fn settings(field: Value) -> DiscussionSettings {
    changed_article(|post| post["tadwina"] = field).unwrap().discussion
}

#[test]
fn the_field_of_the_plugin_gives_the_discussion_settings() {
    let field = json!({
        "require_name_email": false, "registration": true, "order": "desc", "per_page": 20, "depth": 3, "open": true,
        "reply_mails": true,
    });
    let expected = DiscussionSettings {
        needs_identity: false,
        needs_account: true,
        takes_comments: false,
        newest_first: true,
        depth: 3,
        per_page: 20,
        offers_reply_mails: true,
    };
    assert_eq!(settings(field), expected);
}

#[test]
fn wrong_values_give_the_default_settings() {
    for field in [
        json!(null),
        json!([]),
        json!({}),
        json!({ "per_page": 0, "order": "asc", "require_name_email": true, "registration": false }),
        json!({ "per_page": 101, "order": "up", "require_name_email": "no", "registration": 1, "open": 1 }),
        json!({ "per_page": -1, "depth": 0, "reply_mails": 1 }),
        json!({ "depth": 11 }),
    ] {
        assert_eq!(settings(field.clone()), DiscussionSettings::default(), "{field}");
    }
}

#[test]
fn the_field_of_the_plugin_says_whether_an_article_takes_comments() {
    let article = |open: bool| changed_article(|post| post["tadwina"] = json!({ "open": open })).unwrap();
    assert!(!article(false).comments_open && article(true).comments_open);
    let settings = settings(json!({ "open": true, "registration": false }));
    assert!(settings.takes_comments && !DiscussionSettings::default().takes_comments);
}
