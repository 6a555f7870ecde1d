//! One reader's comment: an `<article>` with WordPress's anchor `#comment-ID`.

use leptos::prelude::*;

use super::{
    DateTime, ErasedView, IntoErased, UserHtml, avatar::Avatar, context::is_article_author,
    copy_link::CopyLink, use_i18n,
};
use crate::{
    browser,
    model::{Comment, CommentStatus, Html, Moment, Origin, Source},
};

/// Where links lead that their authors chose: search engines give nothing for them, and the page stays its own.
const FOREIGN: &str = "ugc nofollow noopener external";

/// A comment.
#[component]
pub fn CommentView(
    /// The comment.
    comment: Comment,
    /// What a reader can do with it, before the button that copies its link.
    #[prop(optional_no_strip)]
    actions: Option<ErasedView>,
    /// What stands in place of its text.
    #[prop(optional_no_strip)]
    text: Option<ErasedView>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let anchor = comment.anchor();
    let Comment { author, published, body, status, origin, .. } = comment;
    let Origin { user, website, avatar, permalink, source, .. } = origin;
    let name = i18n.commenter(&author);
    let is_held = status == CommentStatus::Held;
    // Whole, so that no `<base>` leads elsewhere.
    let here = anchor.as_ref().map(|anchor| [&*browser::page_url(), "#", anchor].concat());
    let time = published.map(|moment| view! { <CommentTime moment href=here.clone()/> });
    let badge = is_article_author(user)
        .then(|| view! { <span class="td-comment__badge">{messages.article_author}</span>" " });
    // Nobody else can see a held comment: its link leads nobody to it.
    let link = if is_held { None } else { permalink.or(here) };
    let footer = footer(actions, link, anchor.as_deref());
    let held = is_held.then(|| view! { <p class="td-comment__held">{messages.awaiting_moderation}</p> });
    // A comment without a number has no anchor, and no ids worth a link.
    let ids = anchor.clone().unwrap_or_else(|| "comment".to_owned());
    view! {
        <article class="td-comment" part="comment" id=anchor data-status=is_held.then_some("held")>
            <header class="td-comment__header">
                <Avatar name=name.clone() picture=avatar/>
                <div class="td-comment__byline">
                    <CommentAuthor name website/>
                    " "
                    {badge}
                    {source.map(|source| view! { <CommentSource source/>" " })}
                    {time}
                </div>
            </header>
            {held}
            {text.unwrap_or_else(|| view! { <CommentText html=body anchor=ids/> }.into_erased())}
            {footer}
        </article>
    }
    .into_erased()
}

/// What a comment says.
#[component]
pub fn CommentText(
    /// The HTML of the site.
    html: Html,
    /// The anchor of the comment.
    anchor: String,
) -> impl IntoView {
    let around = use_i18n().direction();
    view! { <UserHtml html around class="td-comment__body td-prose" comment=anchor/> }.into_erased()
}

/// What a reader can do with a comment: `actions`, and copy `link`.
fn footer(actions: Option<ErasedView>, link: Option<String>, anchor: Option<&str>) -> Option<ErasedView> {
    let copy = link.zip(anchor).map(|(address, anchor)| {
        let field = [anchor, "-link"].concat();
        view! { <CopyLink address field/> }
    });
    let has_any = actions.is_some() || copy.is_some();
    has_any.then(|| view! { <footer class="td-comment__actions">{actions}{copy}</footer> }.into_erased())
}

/// The author's name, which leads to the author's own site.
#[component]
fn CommentAuthor(name: String, website: Option<String>) -> impl IntoView {
    match website {
        Some(href) => view! {
            <a class="td-comment__author" href=href rel=FOREIGN><bdi>{name}</bdi></a>
        }
        .into_erased(),
        None => view! { <bdi class="td-comment__author">{name}</bdi> }.into_erased(),
    }
}

/// When it was written, as a link to the comment. For a week that is how long ago: the exact time takes its place for
/// whoever points at the link or has come by it, and those who hear the page hear both. Natively without a time of day, and
/// where there is no link to reach it by, it is the exact time alone.
#[component]
fn CommentTime(moment: Moment, href: Option<String>) -> impl IntoView {
    let Some(href) = href else {
        return view! { <DateTime class="td-comment__time" moment/> }.into_erased();
    };
    let i18n = use_i18n();
    let now = browser::use_now();
    let ago = move |now_ms: Option<u64>| i18n.ago(elapsed_seconds(&moment, now_ms?)?);
    let time = if ago(now.get_untracked()).is_some() {
        let ago = Memo::new(move |_| ago(now.get()));
        view! {
            <time class="td-comment__time" class:td-comment__time--recent=move || ago.read().is_some() datetime=moment.iso()>
                <span class="td-comment__ago">{move || ago.get()}</span>
                " "
                <span class="td-comment__exact">{i18n.date_time(&moment)}</span>
            </time>
        }
        .into_erased()
    } else {
        view! { <DateTime class="td-comment__time" moment/> }.into_erased()
    };
    view! { <a class="td-comment__link" href=href>{time}</a> }.into_erased()
}

/// How long ago `moment` was. The reader's clock may be a little slow; one that is far off says nothing.
fn elapsed_seconds(moment: &Moment, now_ms: u64) -> Option<u64> {
    const SLOW_SECONDS: i64 = 120;
    let elapsed = i64::try_from(now_ms / 1000).ok()? - moment.unix_seconds()?;
    u64::try_from(if elapsed >= -SLOW_SECONDS { elapsed.max(0) } else { elapsed }).ok()
}

/// The site that sent it, with a link to the original.
#[component]
fn CommentSource(source: Source) -> impl IntoView {
    let (before, behind) = use_i18n().comment_source();
    let behind = (!behind.is_empty()).then_some(behind);
    let Source { host, address } = source;
    view! { <a class="td-comment__source" href=address rel=FOREIGN>{before}<bdi>{host}</bdi>{behind}</a> }
        .into_erased()
}
