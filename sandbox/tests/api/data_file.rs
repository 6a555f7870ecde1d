//! The data file.

use serde_json::json;
use tadwina_sandbox::{
    site::Site,
    store::{Seeding, Store},
};

use crate::client::{Client, content, relaxed};

#[tokio::test]
async fn posted_comments_are_kept_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.sqlite");
    let comment =
        json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": "kept" });
    let id = Client::on(&file).post(&comment).await.json()["id"].as_i64().unwrap();
    let again = Client::on(&file);
    assert_eq!(again.get("comments?post=101").await.ids(), [id, 4, 2, 1]);
    again.post(&comment).await.assert_refused(409, "comment_duplicate");
}

#[tokio::test]
async fn changed_content_replaces_the_old_and_keeps_posted_comments() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.sqlite");
    let comment =
        json!({ "post": 101, "author_name": "L", "author_email": "l@example.org", "content": "kept" });
    let id = Client::on(&file).post(&comment).await.json()["id"].as_i64().unwrap();

    let mut changed = content();
    changed.version.push_str("-changed");
    changed.articles.iter_mut().for_each(|(article, ..)| article.title = "New".to_owned());
    let open = |content| Site::open(content, Store::open(&file).unwrap(), relaxed()).unwrap();
    assert_eq!(open(&changed).seeding, Seeding::Renewed);
    assert_eq!(open(&changed).seeding, Seeding::None);
    let site = open(&changed);
    assert_eq!(site.store.post(101).unwrap().unwrap().title, "New");
    assert!(site.store.comment(id).unwrap().is_some() && site.store.comment(1).unwrap().is_some());
}

#[test]
fn ids_of_posted_comments_begin_after_those_of_the_content() {
    let store = Store::in_memory().unwrap();
    assert_eq!(store.seed(&content()).unwrap(), Seeding::First);
    assert!(store.comment(900_001).unwrap().is_none());
}

#[test]
fn a_data_file_of_another_layout_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.sqlite");
    rusqlite::Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = Store::open(&file).err().unwrap().to_string();
    assert!(error.contains("layout 99"), "{error}");
}

#[test]
fn the_content_can_be_read_and_stored() {
    let content = tadwina_sandbox::content::Content::compiled_in().unwrap();
    Store::in_memory().unwrap().seed(&content).unwrap();
    assert!(content.articles.len() >= 24, "{}", content.articles.len());
}
