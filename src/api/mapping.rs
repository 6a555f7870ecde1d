//! From WordPress's objects to the blog as readers know it.

use crate::{
    error::Error,
    json::{Json, at, number, pixels, text, text_or_empty, wrong},
    model::{
        Article, ArticleId, Author, Body, Category, CategoryId, Comment, CommentId, CommentStatus, Heading,
        Html, Moment, Permalink, Picture, PictureSource, Rules, Site, Slug, Summary,
    },
    text::plain,
};

/// What [`article`] reads. The links are what WordPress embeds by: without them nothing is embedded.
pub(super) const ARTICLE_FIELDS: &str = "id,slug,link,title.rendered,excerpt.rendered,content,date,date_gmt,\
    comment_status,tadwina,_links.author,_links.wp:term,_links.wp:featuredmedia";
/// What [`heading`] reads.
pub(super) const HEADING_FIELDS: &str = "id,link,title.rendered,comment_status,tadwina";
/// What [`summary`] reads.
pub(super) const SUMMARY_FIELDS: &str = "id,link,title.rendered,excerpt.rendered,date,date_gmt";
/// What [`category`] reads.
pub(super) const CATEGORY_FIELDS: &str = "id,slug,name,link,parent";
/// What [`comment`] reads. `content` whole: asked for `content.rendered`, WordPress leaves it out of
/// comments, though not out of posts.
pub(super) const COMMENT_FIELDS: &str = "id,parent,author_name,date,date_gmt,content,status";

/// The index of the API.
pub(super) fn site(index: &Json) -> Result<Site, Error> {
    Ok(Site { name: plain(text(index, "name")?), description: plain(text_or_empty(index, "description")) })
}

/// A post (or a page) with what it embeds. `home` is the path of the site's home.
pub(super) fn article(post: &Json, home: &str) -> Result<Article, Error> {
    let Summary { id, link, title, excerpt, published } = summary(post, home)?;
    let content = text(post, "content.rendered")?;
    let is_locked = *at(post, "content.protected") == Json::Bool(true) && content.is_empty();
    let embedded = at(post, "_embedded");
    Ok(Article {
        id,
        slug: slug(post)?,
        link,
        title,
        excerpt,
        body: if is_locked { Body::Locked } else { Body::Open(Html::from_site(content.to_owned())) },
        author: author(embedded),
        published,
        categories: categories(embedded, home),
        picture: picture(at(embedded, "wp:featuredmedia").first()),
        comments_open: comments_open(post)?,
        rules: rules(at(post, "tadwina")),
    })
}

/// A post (or a page) without its text.
pub(super) fn heading(post: &Json, home: &str) -> Result<Heading, Error> {
    Ok(Heading {
        id: ArticleId(number(post, "id")?),
        link: Permalink::from_link(text(post, "link")?, home),
        title: plain(text(post, "title.rendered")?),
        comments_open: comments_open(post)?,
        rules: rules(at(post, "tadwina")),
    })
}

/// What an article says. Where the plugin tells, it knows too of those that time has closed.
fn comments_open(post: &Json) -> Result<bool, Error> {
    Ok(text(post, "comment_status")? == "open" && *at(post, "tadwina.open") != Json::Bool(false))
}

/// What tadwina's plugin for WordPress tells; elsewhere WordPress's defaults.
fn rules(told: &Json) -> Rules {
    let Rules { at_once, .. } = Rules::default();
    let is = |name: &str, value: bool| *at(told, name) == Json::Bool(value);
    let per_page = at(told, "per_page").as_u64().and_then(|number| u32::try_from(number).ok());
    Rules {
        needs_identity: !is("require_name_email", false),
        needs_account: is("registration", true),
        takes_comments: is("open", true) && is("registration", false),
        newest_first: text_or_empty(told, "order") == "desc",
        at_once: per_page.filter(|number| (1..=Rules::MOST_AT_ONCE).contains(number)).unwrap_or(at_once),
    }
}

/// A post in a list.
pub(super) fn summary(post: &Json, home: &str) -> Result<Summary, Error> {
    let published = Moment::from_wordpress(text(post, "date")?, text(post, "date_gmt")?);
    Ok(Summary {
        id: ArticleId(number(post, "id")?),
        link: Permalink::from_link(text(post, "link")?, home),
        title: plain(text(post, "title.rendered")?),
        excerpt: excerpt(text(post, "excerpt.rendered")?),
        published: published.ok_or_else(|| wrong("date_gmt", at(post, "date_gmt")))?,
    })
}

/// WordPress ends an excerpt that it cut itself with `[…]`.
fn excerpt(rendered: &str) -> String {
    let mut excerpt = plain(rendered);
    if let Some(whole) = excerpt.trim_end().strip_suffix("[…]") {
        excerpt = [whole.trim_end(), "…"].concat();
    }
    excerpt
}

fn slug(item: &Json) -> Result<Slug, Error> {
    Slug::parse(text(item, "slug")?).ok_or_else(|| wrong("slug", at(item, "slug")))
}

/// A category, or any term.
pub(super) fn category(term: &Json, home: &str) -> Result<Category, Error> {
    Ok(Category {
        id: CategoryId(number(term, "id")?),
        slug: slug(term)?,
        name: plain(text(term, "name")?),
        link: Permalink::from_link(text(term, "link")?, home),
        parent: at(term, "parent").as_u64().filter(|parent| *parent > 0).map(CategoryId),
    })
}

/// A comment. What is missing but for its number and text is left out: one odd comment must not hide the
/// others.
pub(super) fn comment(comment: &Json) -> Result<Comment, Error> {
    Ok(Comment {
        id: Some(CommentId(number(comment, "id")?)),
        parent: at(comment, "parent").as_u64().filter(|parent| *parent > 0).map(CommentId),
        author: plain(text_or_empty(comment, "author_name")),
        published: Moment::from_wordpress(text_or_empty(comment, "date"), text_or_empty(comment, "date_gmt")),
        body: Html::from_site(text(comment, "content.rendered")?.to_owned()),
        // Held, but also spam and trash, which nobody tells a commenter.
        status: if text_or_empty(comment, "status") == "approved" {
            CommentStatus::Approved
        } else {
            CommentStatus::Held
        },
    })
}

/// Who wrote it. WordPress puts an error object in the place of an author whom it may not tell.
fn author(embedded: &Json) -> Option<Author> {
    let name = plain(text_or_empty(at(embedded, "author").first(), "name"));
    (!name.is_empty()).then_some(Author { name })
}

/// The categories among the terms: WordPress embeds one list for each taxonomy.
fn categories(embedded: &Json, home: &str) -> Vec<Category> {
    let terms = at(embedded, "wp:term").items().iter().flat_map(Json::items);
    terms
        .filter(|term| text_or_empty(term, "taxonomy") == "category")
        .filter_map(|term| category(term, home).ok())
        .collect()
}

fn picture(media: &Json) -> Option<Picture> {
    let details = at(media, "media_details");
    let (width, height) = (pixels(details, "width")?, pixels(details, "height")?);
    let source = address(media)?;
    let mut sizes = vec![PictureSource { source: source.clone(), width }];
    for (_, size) in at(details, "sizes").fields() {
        let (Some(source), Some(narrow), Some(low)) =
            (address(size), pixels(size, "width"), pixels(size, "height"))
        else {
            continue;
        };
        if is_proportional((width, height), (narrow, low)) && sizes.iter().all(|other| other.width != narrow)
        {
            sizes.push(PictureSource { source, width: narrow });
        }
    }
    sizes.sort_unstable_by_key(|size| size.width);
    Some(Picture {
        source,
        width,
        height,
        alternative: plain(text_or_empty(media, "alt_text")),
        caption: plain(text_or_empty(media, "caption.rendered")),
        sizes,
    })
}

/// Where a picture is: nowhere but on a web server.
fn address(media: &Json) -> Option<String> {
    let source = text_or_empty(media, "source_url");
    let is_web = source.starts_with("https://") || source.starts_with("http://") || source.starts_with('/');
    is_web.then(|| source.to_owned())
}

/// Whether `small` shows all of `large`, to the pixel that rounding may cost, and is not larger.
fn is_proportional(large: (u32, u32), small: (u32, u32)) -> bool {
    let [width, height, narrow, low] = [large.0, large.1, small.0, small.1].map(u64::from);
    let expected = (narrow * height + width / 2) / width;
    narrow <= width && low.abs_diff(expected) <= 1
}
