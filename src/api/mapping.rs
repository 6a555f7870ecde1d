//! From WordPress's JSON to the blog as readers know it.

use super::wire;
use crate::{
    error::Error,
    model::{
        Article, ArticleId, Author, Avatar, Body, Category, CategoryId, ChangeToken, Comment, CommentId,
        CommentStatus, DiscussionSettings, Heading, Html, Moment, Origin, Permalink, Picture, PictureSource,
        Site, Slug, Source, Summary, UserId,
    },
    text::plain,
};

/// Those of `records` that `map` can read: one odd record must not hide the others.
///
/// # Errors
/// The first record's error where none can be read.
pub(super) fn readable<T, U>(records: Vec<T>, map: impl Fn(T) -> Result<U, Error>) -> Result<Vec<U>, Error> {
    let (mut read, mut first_error) = (Vec::new(), None);
    for record in records {
        match map(record) {
            Ok(item) => read.push(item),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    match first_error {
        Some(error) if read.is_empty() => Err(error),
        _ => Ok(read),
    }
}

/// The index of the API.
pub(super) fn site(index: wire::Index) -> Result<Site, Error> {
    Ok(Site { name: plain(&index.name.require("name")?), description: plain(&index.description.text()) })
}

/// A post (or a page) with what it embeds. `home` is the path of the site's home.
pub(super) fn article(post: wire::Post, home: &str) -> Result<Article, Error> {
    let is_protected = post.content.protected.value() == Some(true);
    let content = post.content.rendered.require("content.rendered")?;
    let (discussion, comments_open) = discussion(post.comment_status, post.tadwina);
    let embedded = post.embedded;
    Ok(Article {
        id: ArticleId(post.id.require("id")?),
        slug: slug(post.slug)?,
        host: host(post.link.as_str()).to_owned(),
        link: link(post.link, home)?,
        title: plain(&post.title.rendered.text()),
        excerpt: excerpt(post.excerpt),
        body: if is_protected && content.is_empty() {
            Body::Locked
        } else {
            Body::Open(Html::from_site(content))
        },
        author: author(embedded.author),
        user: user(post.author),
        published: Moment::from_wordpress(&post.date.text(), &post.date_gmt.text()),
        modified: Moment::from_wordpress("", &post.modified_gmt.text()),
        categories: categories(embedded.terms, home),
        picture: embedded.featured_media.0.into_iter().next().and_then(picture),
        comments_open,
        discussion,
    })
}

/// A post (or a page) without its text.
pub(super) fn heading(post: wire::Heading, home: &str) -> Result<Heading, Error> {
    let (discussion, comments_open) = discussion(post.comment_status, post.tadwina);
    Ok(Heading {
        id: ArticleId(post.id.require("id")?),
        link: link(post.link, home)?,
        title: plain(&post.title.rendered.text()),
        user: user(post.author),
        comments_open,
        discussion,
    })
}

/// A post in a list.
pub(super) fn summary(post: wire::Post, home: &str) -> Result<Summary, Error> {
    Ok(Summary {
        id: ArticleId(post.id.require("id")?),
        link: link(post.link, home)?,
        title: plain(&post.title.rendered.text()),
        excerpt: excerpt(post.excerpt),
        published: Moment::from_wordpress(&post.date.text(), &post.date_gmt.text()),
    })
}

/// What the site asks of comments, and whether the article takes any. Where the plugin tells, it knows too of those
/// that time has closed.
fn discussion(status: wire::Field<String>, told: wire::Discussion) -> (DiscussionSettings, bool) {
    let is_open = told.open.value();
    let comments_open = status.text() == "open" && is_open != Some(false);
    let registration = told.registration.value();
    let per_page = told.per_page.value().and_then(|number| u32::try_from(number).ok());
    let settings = DiscussionSettings {
        needs_identity: told.require_name_email.value() != Some(false),
        needs_account: registration == Some(true),
        takes_comments: is_open == Some(true) && registration == Some(false),
        depth: told
            .depth
            .value()
            .and_then(|depth| usize::try_from(depth).ok())
            .filter(|depth| (1..=DiscussionSettings::MAX_DEPTH).contains(depth))
            .unwrap_or(DiscussionSettings::DEFAULT_DEPTH),
        newest_first: told.order.value().as_deref() == Some("desc"),
        offers_reply_mails: told.reply_mails.value() == Some(true),
        per_page: per_page
            .filter(|number| (1..=DiscussionSettings::MAX_PER_PAGE).contains(number))
            .unwrap_or(DiscussionSettings::MAX_PER_PAGE),
    };
    (settings, comments_open)
}

fn link(field: wire::Field<String>, home: &str) -> Result<Permalink, Error> {
    Ok(Permalink::from_link(&field.require("link")?, home))
}

/// Host and port of an absolute address; empty where there is none.
pub(super) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())]
}

/// WordPress ends an excerpt that it cut itself with `[…]`.
fn excerpt(excerpt: wire::Rendered) -> String {
    let mut excerpt = plain(&excerpt.rendered.text());
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
        parent: term.parent.value().filter(|parent| *parent > 0).map(CategoryId),
    })
}

/// Those of `comments` that somebody wrote. Pingbacks are none, nor are the likes and boosts of the fediverse, which
/// plugins store among the comments.
pub(super) fn comments(mut comments: Vec<wire::Comment>) -> Result<Vec<Comment>, Error> {
    comments.retain(is_comment);
    readable(comments, comment)
}

/// Whether somebody wrote it. A site that does not tell sends nothing else: WordPress lists comments alone.
pub(super) fn is_comment(comment: &wire::Comment) -> bool {
    matches!(comment.kind.as_str(), "comment" | "")
}

/// A comment. What is missing but for its number and text is left out.
pub(super) fn comment(comment: wire::Comment) -> Result<Comment, Error> {
    let [author, date, date_gmt, status] =
        [comment.author_name, comment.date, comment.date_gmt, comment.status].map(wire::Field::text);
    let id = comment.id.require("id")?;
    let change = change(comment.tadwina);
    let origin = origin(id, comment.author, comment.author_url, comment.author_avatar_urls, comment.link);
    Ok(Comment {
        id: Some(CommentId(id)),
        parent: comment.parent.value().filter(|parent| *parent > 0).map(CommentId),
        author: plain(&author),
        published: Moment::from_wordpress(&date, &date_gmt),
        body: Html::from_site(comment.content.rendered.require("content.rendered")?),
        // Held, but also spam and trash, which nobody tells a commenter.
        status: if status == "approved" { CommentStatus::Approved } else { CommentStatus::Held },
        origin: Origin { change, ..origin },
    })
}

/// Whose the comment `id` is and where it is at home. WordPress ends the links of its own comments with their anchor. A
/// plugin that takes comments from other sites (ActivityPub, Webmention) puts the original's address there, and the
/// author's profile on the same host; where it came from is in nothing else that everybody may read.
fn origin(
    id: u64,
    author: wire::Field<u64>,
    author_url: wire::Field<String>,
    avatars: wire::AvatarUrls,
    link: wire::Field<String>,
) -> Origin {
    let user = user(author);
    let [website, link] = [author_url, link].map(absolute_address);
    let is_own = |link: &String| link.ends_with(&["#comment-", &id.to_string()].concat());
    let (permalink, elsewhere) = if link.as_ref().is_some_and(is_own) { (link, None) } else { (None, link) };
    let source = elsewhere
        .filter(|_| user.is_none())
        .map(|address| Source { host: host(&address).to_owned(), address });
    let source = source.filter(|source| website.as_deref().map(host) == Some(&source.host));
    let avatar =
        absolute_address(avatars.small).map(|small| Avatar { small, large: absolute_address(avatars.large) });
    Origin { user, website, avatar, permalink, source, change: None }
}

/// By which the author of a new comment changes it.
fn change(change: wire::Change) -> Option<ChangeToken> {
    let token = change.token.value().filter(|token| !token.is_empty())?;
    Some(ChangeToken { token, seconds: change.seconds.value()? })
}

/// A user of the site.
fn user(field: wire::Field<u64>) -> Option<UserId> {
    field.value().filter(|id| *id > 0).map(UserId)
}

fn absolute_address(field: wire::Field<String>) -> Option<String> {
    field.value().filter(|url| is_absolute(url))
}

/// Whether `url` leads to a web server, and names one.
fn is_absolute(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
}

/// Who wrote it. WordPress puts an error object in the place of an author whom it may not tell.
fn author(embedded: wire::List<wire::User>) -> Option<Author> {
    let name = plain(&embedded.0.into_iter().next()?.name.value()?);
    (!name.is_empty()).then_some(Author { name })
}

/// The categories among the terms.
fn categories(terms: wire::List<wire::List<wire::Term>>, home: &str) -> Vec<Category> {
    let mut categories = Vec::new();
    for mut term in terms.0.into_iter().flat_map(|wire::List(terms)| terms) {
        let is_category = std::mem::take(&mut term.taxonomy).value().as_deref() == Some("category");
        // A category that cannot be read is missing in the breadcrumbs; the article is there all the same.
        categories.extend(is_category.then(|| category(term, home).ok()).flatten());
    }
    categories
}

fn picture(media: wire::Media) -> Option<Picture> {
    let details = media.media_details;
    let source = web_address(media.source_url)?;
    let dimensions = pixels(details.width).zip(pixels(details.height));
    let mut sizes = Vec::new();
    if let Some((width, height)) = dimensions {
        sizes.push(PictureSource { source: source.clone(), width });
        for size in details.sizes.into_values().filter_map(|wire::Item(size)| size) {
            let (Some(source), Some(narrow), Some(low)) =
                (web_address(size.source_url), pixels(size.width), pixels(size.height))
            else {
                continue;
            };
            let is_new = sizes.iter().all(|other| other.width != narrow);
            if is_new && is_proportional((width, height), (narrow, low)) {
                sizes.push(PictureSource { source, width: narrow });
            }
        }
    }
    sizes.sort_unstable_by_key(|size| size.width);
    Some(Picture {
        source,
        dimensions,
        alternative: plain(&media.alt_text.text()),
        caption: plain(&media.caption.rendered.text()),
        sizes,
    })
}

fn pixels(field: wire::Field<u64>) -> Option<u32> {
    field.value().and_then(|number| u32::try_from(number).ok()).filter(|pixels| *pixels > 0)
}

/// Where a picture is: nowhere but on a web server.
fn web_address(field: wire::Field<String>) -> Option<String> {
    field.value().filter(|source| ["https://", "http://", "/"].iter().any(|start| source.starts_with(start)))
}

/// Whether `small` shows all of `large`, to the pixel that rounding may cost, and is not larger.
fn is_proportional(large: (u32, u32), small: (u32, u32)) -> bool {
    let [width, height, narrow, low] = [large.0, large.1, small.0, small.1].map(u64::from);
    let expected = (narrow * height + width / 2) / width;
    narrow <= width && low.abs_diff(expected) <= 1
}
