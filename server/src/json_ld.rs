//! What search engines read of a page: schema.org's description of it, as JSON-LD.

use serde_json::{Map, Value, json};
use tadwina::{
    model::{Article, Category, Comment, Moment, Permalink, Site},
    text::plain,
};

use crate::{discussion::Facts, settings::Setup};

/// The most comments that are described: they stand in the page already.
const MAX_COMMENTS: usize = 20;

/// JSON for between the tags of `<script>`: nothing in it can end the element or begin another.
pub fn script_text(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The blog, on its front page.
pub fn web_site(site: &Site, setup: &Setup) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!("WebSite"));
    object.insert("name".to_owned(), json!(site.name));
    object.insert("url".to_owned(), json!(address(&Permalink::home(), setup)));
    object.insert("inLanguage".to_owned(), json!(setup.config.i18n.lang()));
    if !site.description.is_empty() {
        object.insert("description".to_owned(), json!(site.description));
    }
    Value::Object(object)
}

/// An article with the comments in its page.
pub fn blog_posting(
    article: &Article,
    title: &str,
    description: &str,
    discussion: Option<&Facts>,
    setup: &Setup,
) -> Value {
    let url = address(&article.link, setup);
    let mut object = Map::new();
    let mut set = |name: &str, value: Value| {
        object.insert(name.to_owned(), value);
    };
    set("@type", json!("BlogPosting"));
    set("headline", json!(title));
    set("url", json!(url));
    set("mainEntityOfPage", json!(url));
    if !description.is_empty() {
        set("description", json!(description));
    }
    if let Some(published) = &article.published {
        set("datePublished", json!(published.iso()));
    }
    if let Some(changed) = changed(article) {
        set("dateModified", json!(changed.iso()));
    }
    if let Some(author) = &article.author {
        set("author", json!({"@type": "Person", "name": author.name}));
    }
    if let Some(picture) = &article.picture {
        set("image", json!([setup.picture(&picture.source)]));
    }
    if let Some(Facts { total, page, comments }) = discussion {
        set("commentCount", json!(total));
        let page = address(&article.link.comment_page(*page), setup);
        let comments: Vec<_> =
            comments.iter().take(MAX_COMMENTS).map(|each| comment(each, &page, setup)).collect();
        if !comments.is_empty() {
            set("comment", json!(comments));
        }
    }
    Value::Object(object)
}

/// When the article was changed, as far as readers could see it: a draft is changed before it is published.
pub fn changed(article: &Article) -> Option<Moment> {
    let modified = article.modified?;
    article
        .published
        .filter(|published| published.unix_seconds() > modified.unix_seconds())
        .or(Some(modified))
}

/// `page` is the address at which the comment stands.
fn comment(comment: &Comment, page: &str, setup: &Setup) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!("Comment"));
    object.insert("text".to_owned(), json!(plain(comment.body.untrusted())));
    let name = setup.config.i18n.commenter(&comment.author);
    object.insert("author".to_owned(), json!({"@type": "Person", "name": name}));
    if let Some(published) = &comment.published {
        object.insert("datePublished".to_owned(), json!(published.iso()));
    }
    if let Some(anchor) = comment.anchor() {
        object.insert("url".to_owned(), json!([page, "#", &anchor].concat()));
    }
    Value::Object(object)
}

/// The way from the front page: `trail`, and what the page itself is called.
pub fn breadcrumbs(trail: &[Category], here: (&str, &Permalink), setup: &Setup) -> Value {
    let home = (setup.config.i18n.messages().home, Permalink::home());
    let above = trail.iter().map(|category| (category.name.as_str(), category.link.clone()));
    let all = std::iter::once(home).chain(above).chain(std::iter::once((here.0, here.1.clone())));
    let items: Vec<_> = all
        .enumerate()
        .map(|(index, (name, link))| {
            json!({"@type": "ListItem", "position": index + 1, "name": name, "item": address(&link, setup)})
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

/// The public address of a page.
pub fn address(link: &Permalink, setup: &Setup) -> String {
    setup.public(&link.href(&setup.folder))
}

/// Everything that is described of one page.
pub fn graph(parts: Vec<Value>) -> Value {
    json!({"@context": "https://schema.org", "@graph": parts})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_script() {
        let hostile = json!({"headline": "</script><script>alert(1)</script><!-- & \u{2028}"});
        let text = script_text(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
