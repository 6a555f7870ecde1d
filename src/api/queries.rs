//! What is asked of WordPress's API: each request once. `cargo xtask generate` writes them for the script that runs
//! before the WASM, for the plugin and for docs/embedding.md, so that a response can be in the page before the
//! WASM asks for it.

use crate::model::{ArticleId, ArticleName, CategoryId, CommentId, DiscussionSettings};

/// Posts on one page of a list. WordPress's own default.
pub const POSTS_PER_PAGE: u32 = 10;
/// The most items that WordPress sends at once.
pub const MAX_PER_PAGE: u32 = 100;

const POSTS: &str = "wp/v2/posts";
const PAGES: &str = "wp/v2/pages";
const COMMENTS: &str = "wp/v2/comments";
/// Of tadwina's plugin for WordPress.
const OWN_COMMENTS: &str = "tadwina/v1/comments";

/// A request with places for what differs, such as `{page}`.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What it is for.
    pub purpose: &'static str,
    /// Below the root of the API, without a slash before it.
    pub route: &'static str,
    /// Encoded, without `?`.
    pub query: &'static str,
}

impl Template {
    /// The query with `values` in their places.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        filled(self.query, values)
    }

    /// The route with `values` in their places.
    pub fn fill_route(&self, values: &[(&str, &str)]) -> String {
        filled(self.route, values)
    }
}

fn filled(places: &str, values: &[(&str, &str)]) -> String {
    let fill = |text: String, (name, value): &(&str, &str)| text.replace(&["{", name, "}"].concat(), value);
    values.iter().fold(places.to_owned(), fill)
}

/// The fields of a post in a list.
macro_rules! summary_fields {
    () => {
        "id,link,title.rendered,excerpt.rendered,date,date_gmt"
    };
}

/// The fields of a comment. `content` whole: asked for `content.rendered`, WordPress leaves it out of comments,
/// though not out of posts. Avatars are in [`with_avatars`].
macro_rules! comment_fields {
    () => {
        "id,parent,author,author_name,author_url,date,date_gmt,content,link,status,type"
    };
}

/// The index of the API.
pub const SITE: Template = Template {
    purpose: "the site's name, tagline and address",
    route: "",
    query: "_fields=name,description,url",
};
/// An article. `{key}` is `slug` or `include`; it stands at the end, so that a script can begin the same request.
/// The `_links` are what WordPress embeds by: without them it embeds nothing.
pub const ARTICLE: Template = Template {
    purpose: "an article",
    route: POSTS,
    query: "_embed=author,wp:term,wp:featuredmedia&_fields=id,slug,link,title.rendered,excerpt.rendered,content,date,\
            date_gmt,modified_gmt,author,comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia&{key}={value}",
};
/// A page, where no post has the slug.
pub const PAGE: Template = Template { purpose: "a page", route: PAGES, query: ARTICLE.query };
/// An article that somebody else shows.
pub const HEADING: Template = Template {
    purpose: "an article without its text",
    route: POSTS,
    query: "_fields=id,link,title.rendered,author,comment_status,tadwina&{key}={value}",
};
/// A page that somebody else shows.
pub const PAGE_HEADING: Template =
    Template { purpose: "a page without its text", route: PAGES, query: HEADING.query };
/// The sticky posts, which stand above the first page of the newest.
pub const STICKY_SUMMARIES: Template = Template {
    purpose: "the sticky articles",
    route: POSTS,
    query: concat!("sticky=true&per_page=100&_fields=", summary_fields!()),
};
/// A page of the newest posts. The number is [`POSTS_PER_PAGE`].
pub const SUMMARIES: Template = Template {
    purpose: "a list of articles",
    route: POSTS,
    query: concat!("sticky=false&per_page=10&_fields=", summary_fields!(), "&page={page}"),
};
/// A page of the newest posts of several categories: one with those below it, which WordPress's API does not include.
pub const CATEGORY_SUMMARIES: Template = Template {
    purpose: "the articles of a category",
    route: POSTS,
    query: concat!("per_page=10&_fields=", summary_fields!(), "&categories={categories}&page={page}"),
};
/// One post of several categories: whether there is one at a place in their list.
pub const CATEGORY_SUMMARY: Template = Template {
    purpose: "whether a category has older articles, where the totals are hidden",
    route: POSTS,
    query: "per_page=1&_fields=id&categories={categories}&page={page}",
};
/// The same of the newest posts.
pub const SUMMARY: Template = Template {
    purpose: "whether there are older articles, where the totals are hidden",
    route: POSTS,
    query: "sticky=false&per_page=1&_fields=id&page={page}",
};
/// A page of the categories. The number is [`MAX_PER_PAGE`].
pub const CATEGORIES: Template = Template {
    purpose: "the categories",
    route: "wp/v2/categories",
    query: "per_page=100&_fields=id,slug,name,link,parent&page={page}",
};
/// A page of the comments of a post.
pub const DISCUSSION: Template = Template {
    purpose: "the comments of an article",
    route: COMMENTS,
    query: concat!(
        "post={post}&per_page={per_page}&order={order}&_fields=",
        comment_fields!(),
        "&page={page}"
    ),
};
/// A page of the comments of a post that reply to none.
pub const THREADS: Template = Template {
    purpose: "the threads of an article with many comments",
    route: COMMENTS,
    query: concat!(
        "post={post}&parent=0&per_page={per_page}&order={order}&_fields=",
        comment_fields!(),
        "&page={page}"
    ),
};
/// A page of the replies to comments of a post, at most 100.
pub const REPLIES: Template = Template {
    purpose: "the replies to comments",
    route: COMMENTS,
    query: concat!(
        "post={post}&parent={comments}&per_page=100&order=asc&_fields=",
        comment_fields!(),
        "&page={page}"
    ),
};
/// One comment, unless it is on another post.
pub const LINKED_COMMENT: Template = Template {
    purpose: "the comment that an address leads to",
    route: COMMENTS,
    query: concat!("post={post}&include={comments}&_fields=", comment_fields!()),
};
/// The newest comments of a post, newest first.
pub const NEWEST_COMMENTS: Template = Template {
    purpose: "the newest comments of an article",
    route: COMMENTS,
    query: concat!("post={post}&orderby=id&order=desc&per_page=10&_fields=", comment_fields!()),
};
/// Those among which a comment is looked for whose answer was lost.
pub const RECENT_COMMENTS: Template = Template {
    purpose: "whether a comment arrived",
    route: COMMENTS,
    query: concat!("post={post}&orderby=id&order=desc&per_page=100&_fields=", comment_fields!()),
};
/// The number of the newest comment of a post.
pub const NEWEST_COMMENT_ID: Template = Template {
    purpose: "the number of the newest comment",
    route: COMMENTS,
    query: "post={post}&orderby=id&order=desc&per_page=1&_fields=id",
};
/// Comments of a post by their numbers, at most 100.
pub const KNOWN_COMMENTS: Template = Template {
    purpose: "whether comments are still there",
    route: COMMENTS,
    query: "post={post}&include={comments}&per_page=100&_fields=id",
};
/// A comment that may be held: then WordPress refuses it. One that is deleted is not found.
pub const HELD_COMMENT: Template = Template {
    purpose: "whether a held comment is still there",
    route: "wp/v2/comments/{comment}",
    query: "_fields=id",
};
/// The comments of several posts, to be counted. The number is [`MAX_PER_PAGE`].
pub const COMMENT_COUNTS: Template = Template {
    purpose: "the numbers of comments of several articles",
    route: COMMENTS,
    query: "post={posts}&per_page=100&_fields=id,post,type",
};
/// The comments of one post, counted by the totals of the response.
pub const COMMENT_COUNT: Template = Template {
    purpose: "the number of comments of an article",
    route: COMMENTS,
    query: "post={post}&per_page=1&_fields=id",
};
/// Which methods the comments of a post allow. Across origins a page cannot read the header `Allow`; `_envelope`
/// repeats it in the body.
pub const ALLOWED_METHODS: Template = Template {
    purpose: "whether an article takes comments over REST",
    route: COMMENTS,
    query: "post={post}&_envelope&_fields=methods",
};
/// Whether a post takes comments.
pub const COMMENT_STATUS: Template = Template {
    purpose: "whether an article takes comments",
    route: POSTS,
    query: "_fields=comment_status&include={post}",
};
/// What is read of a comment that was sent over REST.
pub const NEW_COMMENT: Template = Template {
    purpose: "a new comment",
    route: COMMENTS,
    query: concat!("_fields=", comment_fields!(), ",tadwina"),
};
/// What is read of a comment whose text its author changed. Its number stands behind the route.
pub const CHANGED_COMMENT: Template = Template {
    purpose: "a comment whose author changes it",
    route: OWN_COMMENTS,
    query: concat!("_fields=", comment_fields!()),
};
/// What is read of a comment that its author withdraws. Its number stands behind the route. `_method` stands for the
/// method of a form, which has no other than `POST`.
pub const WITHDRAWN_COMMENT: Template = Template {
    purpose: "a comment that its author withdraws",
    route: OWN_COMMENTS,
    query: "_method=DELETE&_fields=id,status",
};

/// The query of `template` for the article that is called `name`.
pub fn keyed(template: &Template, name: &ArticleName) -> String {
    match name {
        ArticleName::Slug(slug) => template.fill(&[("key", "slug"), ("value", &slug.encoded())]),
        ArticleName::Id(ArticleId(id)) => template.fill(&[("key", "include"), ("value", &id.to_string())]),
    }
}

/// The query for page `page` of the newest posts, of `categories` or, where there are none, of all.
pub fn summaries(categories: &[CategoryId], page: u32) -> String {
    paged(if categories.is_empty() { &SUMMARIES } else { &CATEGORY_SUMMARIES }, categories, page)
}

/// The query for the post after page `page` of the same list.
pub fn summary_after(categories: &[CategoryId], page: u32) -> String {
    let place = page.saturating_mul(POSTS_PER_PAGE).saturating_add(1);
    paged(if categories.is_empty() { &SUMMARY } else { &CATEGORY_SUMMARY }, categories, place)
}

fn paged(template: &Template, categories: &[CategoryId], page: u32) -> String {
    let ids: Vec<_> = categories.iter().map(|CategoryId(id)| id.to_string()).collect();
    template.fill(&[("categories", &ids.join(",")), ("page", &page.to_string())])
}

/// The query of `template` for page `page` of the comments of `article`, or of its threads.
pub fn discussion(
    template: &Template,
    ArticleId(post): ArticleId,
    settings: DiscussionSettings,
    page: u32,
) -> String {
    let (post, per_page, page) = (post.to_string(), settings.per_page.to_string(), page.to_string());
    let order = if settings.newest_first { "desc" } else { "asc" };
    template.fill(&[("post", &post), ("per_page", &per_page), ("order", order), ("page", &page)])
}

/// `query` with the avatars too, if it asks for comments. They are the larger part of an answer, so that only those ask
/// for them who show them. Whole, for the same reason as `content`.
pub fn with_avatars(query: &str) -> String {
    query.replacen(comment_fields!(), concat!(comment_fields!(), ",author_avatar_urls"), 1)
}

/// The query of `template` about `article`.
pub fn about(template: &Template, ArticleId(post): ArticleId) -> String {
    template.fill(&[("post", &post.to_string())])
}

/// The query of `template` about the comments `ids` on `article`; page `page` of it, where it has pages.
pub fn about_comments(
    template: &Template,
    ArticleId(post): ArticleId,
    ids: &[CommentId],
    page: u32,
) -> String {
    let comments: Vec<_> = ids.iter().map(|CommentId(id)| id.to_string()).collect();
    template.fill(&[
        ("post", &post.to_string()),
        ("comments", &comments.join(",")),
        ("page", &page.to_string()),
    ])
}

/// The query that counts the comments of `articles`.
pub fn comment_counts(articles: &[ArticleId]) -> String {
    let posts: Vec<_> = articles.iter().map(|ArticleId(id)| id.to_string()).collect();
    COMMENT_COUNTS.fill(&[("posts", &posts.join(","))])
}
