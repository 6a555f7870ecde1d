//! Comments with emphasis, links, quotations and code.

use futures::executor::block_on;
use serde_json::json;

use super::fixtures::{ARTICLE_ID, client, comment_json, ok};
use crate::model::{CommentId, Draft};

#[test]
fn a_marked_comment_is_found_again_as_wordpress_shows_it() {
    let draft = Draft {
        name: "سلمى".into(),
        body: "هذا *مهم* و`a < b` [هنا](https://example.org/?a=1&b=2)\n> قول\n\nنعم".into(),
        ..Draft::default()
    };
    let shown = "<p>هذا <em>مهم</em> و<code>a &lt; b</code> \
        <a href=\"https://example.org/?a=1&#038;b=2\" rel=\"nofollow ugc\">هنا</a></p>\n\
        <blockquote><p>قول</p></blockquote>\n<p>نعم</p>\n";
    let mut comment = comment_json(12, 0, "سلمى", "approved");
    comment["content"]["rendered"] = json!(shown);
    let mut other = comment_json(13, 0, "سلمى", "approved");
    other["content"]["rendered"] = json!(shown.replace("قول", "قولان"));
    let (client, _) = client([ok(&json!([other, comment]).to_string())]);
    let found = block_on(client.find_comment(ARTICLE_ID, &draft)).unwrap().unwrap();
    assert_eq!(found.id, Some(CommentId(12)));
}
