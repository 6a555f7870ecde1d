//! From WordPress's JSON to the blog as readers know it.

use super::wire;
use crate::{
    error::Error,
    model::{
        Article, ArticleId, Author, Body, Category, CategoryId, Comment, CommentId, CommentStatus,
        DiscussionSettings, Heading, Html, Moment, Permalink, Picture, PictureSource, Site, Slug, Summary,
    },
    text::plain,
};

/// The index of the API.
pub(super) fn site(index: wire::Index) -> Result<Site, Error> {
    Ok(Site {
        name: plain(&index.name.require("name")?),
        description: plain(&index.description.unwrap_or_default()),
    })
}

/// A post (or a page) with what it embeds. `home` is the path of the site's home.
pub(super) fn article(mut post: wire::Post, home: &str) -> Result<Article, Error> {
    let embedded = std::mem::take(&mut post.embedded);
    let is_protected = post.content.protected == Some(true);
    let content = std::mem::take(&mut post.content.rendered).require("content.rendered")?;
    let slug = slug(std::mem::take(&mut post.slug))?;
    let (discussion, comments_open) = discussion(&mut post)?;
    let Summary { id, link, title, excerpt, published } = summary(post, home)?;
    Ok(Article {
        id,
        slug,
        link,
        title,
        excerpt,
        body: if is_protected && content.is_empty() {
            Body::Locked
        } else {
            Body::Open(Html::from_site(content))
        },
        author: author(embedded.author),
        published,
        categories: categories(embedded.terms, home),
        picture: embedded.featured_media.into_iter().next().and_then(picture),
        comments_open,
        discussion,
    })
}

/// A post (or a page) without its text.
pub(super) fn heading(mut post: wire::Post, home: &str) -> Result<Heading, Error> {
    let (discussion, comments_open) = discussion(&mut post)?;
    Ok(Heading {
        id: ArticleId(post.id.require("id")?),
        link: Permalink::from_link(&post.link.require("link")?, home),
        title: plain(&post.title.rendered.require("title.rendered")?),
        comments_open,
        discussion,
    })
}

/// What the site asks of comments, and whether the article takes any. Where the plugin tells, it knows too of those
/// that time has closed.
fn discussion(post: &mut wire::Post) -> Result<(DiscussionSettings, bool), Error> {
    let status = std::mem::take(&mut post.comment_status).require("comment_status")?;
    let told = std::mem::take(&mut post.tadwina);
    let comments_open = status == "open" && told.open != Some(false);
    Ok((settings(&told), comments_open))
}

/// What tadwina's plugin for WordPress tells; elsewhere WordPress's defaults.
fn settings(told: &wire::Discussion) -> DiscussionSettings {
    let per_page = told.per_page.and_then(|number| u32::try_from(number).ok());
    DiscussionSettings {
        needs_identity: told.require_name_email != Some(false),
        needs_account: told.registration == Some(true),
        takes_comments: told.open == Some(true) && told.registration == Some(false),
        newest_first: told.order.as_deref() == Some("desc"),
        per_page: per_page
            .filter(|number| (1..=DiscussionSettings::MAX_PER_PAGE).contains(number))
            .unwrap_or(DiscussionSettings::MAX_PER_PAGE),
    }
}

/// A post in a list.
pub(super) fn summary(post: wire::Post, home: &str) -> Result<Summary, Error> {
    let (date, date_gmt) = (post.date.require("date")?, post.date_gmt.require("date_gmt")?);
    let published = Moment::from_wordpress(&date, &date_gmt);
    Ok(Summary {
        id: ArticleId(post.id.require("id")?),
        link: Permalink::from_link(&post.link.require("link")?, home),
        title: plain(&post.title.rendered.require("title.rendered")?),
        excerpt: excerpt(&post.excerpt.rendered.require("excerpt.rendered")?),
        published: published.ok_or_else(|| Error::shape("date_gmt", ["\"", &date_gmt, "\""].concat()))?,
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

fn slug(field: wire::Field<String>) -> Result<Slug, Error> {
    let written = field.require("slug")?;
    Slug::parse(&written).ok_or_else(|| Error::shape("slug", ["\"", &written, "\""].concat()))
}

/// A category, or any term.
pub(super) fn category(term: wire::Term, home: &str) -> Result<Category, Error> {
    Ok(Category {
        id: CategoryId(term.id.require("id")?),
        slug: slug(term.slug)?,
        name: plain(&term.name.require("name")?),
        link: Permalink::from_link(&term.link.require("link")?, home),
        parent: term.parent.filter(|parent| *parent > 0).map(CategoryId),
    })
}

/// A comment. What is missing but for its number and text is left out: one odd comment must not hide the
/// others.
pub(super) fn comment(comment: wire::Comment) -> Result<Comment, Error> {
    let [author, date, date_gmt, status] =
        [comment.author_name, comment.date, comment.date_gmt, comment.status].map(Option::unwrap_or_default);
    Ok(Comment {
        id: Some(CommentId(comment.id.require("id")?)),
        parent: comment.parent.filter(|parent| *parent > 0).map(CommentId),
        author: plain(&author),
        published: Moment::from_wordpress(&date, &date_gmt),
        body: Html::from_site(comment.content.rendered.require("content.rendered")?),
        // Held, but also spam and trash, which nobody tells a commenter.
        status: if status == "approved" { CommentStatus::Approved } else { CommentStatus::Held },
    })
}

/// Who wrote it. WordPress puts an error object in the place of an author whom it may not tell.
fn author(embedded: Vec<wire::User>) -> Option<Author> {
    let name = plain(&embedded.into_iter().next()?.name?);
    (!name.is_empty()).then_some(Author { name })
}

/// The categories among the terms.
fn categories(terms: Vec<Vec<wire::Term>>, home: &str) -> Vec<Category> {
    let terms = terms.into_iter().flatten().filter(|term| term.taxonomy.as_deref() == Some("category"));
    // A category that cannot be read is missing in the breadcrumbs; the article is there all the same.
    terms.filter_map(|term| category(term, home).ok()).collect()
}

fn picture(media: wire::Media) -> Option<Picture> {
    let details = media.media_details;
    let (width, height) = (pixels(details.width)?, pixels(details.height)?);
    let source = web_address(media.source_url)?;
    let mut sizes = vec![PictureSource { source: source.clone(), width }];
    for size in details.sizes {
        let (Some(source), Some(narrow), Some(low)) =
            (web_address(size.source_url), pixels(size.width), pixels(size.height))
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
        alternative: plain(&media.alt_text.unwrap_or_default()),
        caption: plain(&media.caption.rendered.value().unwrap_or_default()),
        sizes,
    })
}

fn pixels(number: Option<u64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok()).filter(|pixels| *pixels > 0)
}

/// Where a picture is: nowhere but on a web server.
fn web_address(source: Option<String>) -> Option<String> {
    source.filter(|source| ["https://", "http://", "/"].iter().any(|start| source.starts_with(start)))
}

/// Whether `small` shows all of `large`, to the pixel that rounding may cost, and is not larger.
fn is_proportional(large: (u32, u32), small: (u32, u32)) -> bool {
    let [width, height, narrow, low] = [large.0, large.1, small.0, small.1].map(u64::from);
    let expected = (narrow * height + width / 2) / width;
    narrow <= width && low.abs_diff(expected) <= 1
}
