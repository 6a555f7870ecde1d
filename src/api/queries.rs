//! What is asked of WordPress's API: routes, fields and page sizes, each of them here and nowhere else.
//! `cargo xtask generate` writes them for the scripts that run before the WASM, for the plugin and for
//! docs/embedding.md, so that a response can be in the page before this program asks for it.

use crate::model::{ArticleId, ArticleKey, CategoryId, Rules};

/// The posts of a blog.
pub const POSTS: &str = "wp/v2/posts";
/// The pages of a site.
pub const PAGES: &str = "wp/v2/pages";
/// The categories.
pub const CATEGORIES: &str = "wp/v2/categories";
/// The comments.
pub const COMMENTS: &str = "wp/v2/comments";

/// Posts on one page of a list. WordPress's own default.
pub const POSTS_PER_PAGE: u32 = 10;
/// The most items that WordPress sends at once.
pub const MAX_PER_PAGE: u32 = 100;

/// What is read of the index of the API.
pub const SITE: &str = "_fields=name,description";
/// What is read of an article, before its key. The `_links` are what WordPress embeds by: without them it embeds
/// nothing.
pub const ARTICLE: &str = "_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,\
    excerpt.rendered,content,date,date_gmt,comment_status,tadwina,_links.author,_links.wp:term,\
    _links.wp:featuredmedia";
/// What is read of an article that somebody else shows, before its key.
pub const HEADING: &str = "_fields=id,link,title.rendered,comment_status,tadwina";
/// What is read of the posts of a list, before the number of the page.
pub const SUMMARIES: &str = "per_page=10&_fields=id,link,title.rendered,excerpt.rendered,date,date_gmt";
/// What is read of the categories, before the number of the page.
pub const CATEGORY_LIST: &str = "per_page=100&_fields=id,slug,name,link,parent";
/// The fields of a comment. `content` whole: asked for `content.rendered`, WordPress leaves it out of comments,
/// though not out of posts.
pub const COMMENT_FIELDS: &str = "id,parent,author_name,date,date_gmt,content,status";

/// The query for the article at `key`, whole or as a heading. The key stands at the end, so that a script can begin
/// the same request before the WASM is there.
pub fn keyed(fields: &str, key: &ArticleKey) -> String {
    match key {
        ArticleKey::Slug(slug) => format!("{fields}&slug={}", slug.encoded()),
        ArticleKey::Id(ArticleId(id)) => format!("{fields}&include={id}"),
    }
}

/// The query for page `page` of the newest posts, of all or of one category.
pub fn summaries(category: Option<CategoryId>, page: u32) -> String {
    match category {
        None => format!("{SUMMARIES}&page={page}"),
        Some(CategoryId(id)) => format!("{SUMMARIES}&categories={id}&page={page}"),
    }
}

/// The query for page `page` of the categories.
pub fn categories(page: u32) -> String {
    format!("{CATEGORY_LIST}&page={page}")
}

/// The query for page `page` of the comments of `article`.
pub fn comments(article: ArticleId, rules: Rules, page: u32) -> String {
    let Rules { at_once, newest_first, .. } = rules;
    let order = if newest_first { "desc" } else { "asc" };
    comments_of(&[article], &format!("per_page={at_once}&order={order}&_fields={COMMENT_FIELDS}&page={page}"))
}

/// The query for the newest comments of `article`, newest first.
pub fn newest_comments(article: ArticleId) -> String {
    comments_of(&[article], &format!("orderby=id&order=desc&per_page=10&_fields={COMMENT_FIELDS}"))
}

/// The query for the number of the newest comment of `article`.
pub fn newest_comment_id(article: ArticleId) -> String {
    comments_of(&[article], "orderby=id&order=desc&per_page=1&_fields=id")
}

/// The query that counts the comments of several articles, at most [`MAX_PER_PAGE`] together.
pub fn comment_counts(articles: &[ArticleId]) -> String {
    comments_of(articles, "per_page=100&_fields=id,post")
}

/// The query that counts the comments of one article by the totals of the response.
pub fn comment_count(article: ArticleId) -> String {
    comments_of(&[article], "per_page=1&_fields=id")
}

/// The query that tells which methods the comments of `article` allow. Across origins a page cannot read the header
/// `Allow`; `_envelope` repeats it in the body.
pub fn allowed_methods(article: ArticleId) -> String {
    comments_of(&[article], "_envelope&_fields=methods")
}

/// The query for whether `article` takes comments.
pub fn comment_status(ArticleId(id): ArticleId) -> String {
    format!("_fields=comment_status&include={id}")
}

/// `post=1,2,3&` and the rest.
fn comments_of(articles: &[ArticleId], rest: &str) -> String {
    let ids: Vec<_> = articles.iter().map(|ArticleId(id)| id.to_string()).collect();
    format!("post={}&{rest}", ids.join(","))
}
