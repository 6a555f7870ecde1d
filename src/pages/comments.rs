//! The discussion below an article: what was said, and the box to say something.

use leptos::prelude::*;

use crate::{
    api::Commenting,
    components::{CommentBox, CommentList, ErrorView, Notice, NoticeKind, use_i18n},
    model::{ArticleId, Comment, Page, Permalink},
    state::{Discussion, use_blog, use_discussion},
};

const TITLE: &str = "td-comments-title";

/// Readers' comments and the comment box of one article.
#[component]
pub fn DiscussionSection(
    /// Which article.
    article: ArticleId,
    /// Whether it says that it takes comments.
    comments_open: bool,
    /// Where it stands.
    link: Permalink,
) -> impl IntoView {
    let i18n = use_i18n();
    let discussion = use_discussion(article, comments_open);
    let first = discussion.first;
    let retry = Callback::new(move |()| first.retry());
    view! {
        <section class="td-discussion" id="comments" aria-labelledby=TITLE>
            <h2 class="td-discussion__title" id=TITLE>
                {move || match discussion.total() {
                    Some(total) => i18n.comments_heading(total.into()),
                    None => i18n.words().comments.to_owned(),
                }}
            </h2>
            {move || match first.answer() {
                None => view! { <p class="td-discussion__loading">{i18n.words().loading}</p> }.into_any(),
                Some(Ok(page)) => view! { <Comments discussion page/> }.into_any(),
                Some(Err(error)) => view! { <ErrorView error retry within=true/> }.into_any(),
            }}
            <BoxOrReason discussion link/>
        </section>
    }
}

/// The comments that have come, those of this reader's that nobody else sees yet, and a way to the rest.
#[component]
fn Comments(discussion: Discussion, page: Page<Comment>) -> impl IntoView {
    let words = use_i18n().words();
    let Discussion { more, published, held, .. } = discussion;
    let is_empty = page.items.is_empty();
    let empty = move || {
        let none = is_empty && published.with(Vec::is_empty) && held.with(Vec::is_empty);
        none.then(|| view! { <p class="td-discussion__empty">{words.no_comments}</p> })
    };
    // Each part grows by itself: what a reader is just reading is not built anew.
    let list = |comments: RwSignal<Vec<Comment>>| {
        move || {
            let comments = comments.get();
            (!comments.is_empty()).then(|| view! { <CommentList comments/> })
        }
    };
    let first = (!is_empty).then(|| view! { <CommentList comments=page.items/> });
    view! {
        {empty}
        {first}
        {list(more)}
        <Show when=move || discussion.has_more()>
            <button class="td-button td-discussion__more" type="button" on:click=move |_| discussion.show_more()>{words.more_comments}</button>
        </Show>
        {move || discussion.more_error.get().map(|error| view! {
            <ErrorView error retry=Callback::new(move |()| discussion.show_more()) within=true/>
        })}
        {list(published)}
        {list(held)}
    }
}

/// The comment box, or why there is none.
#[component]
fn BoxOrReason(discussion: Discussion, link: Permalink) -> impl IntoView {
    let words = use_i18n().words();
    let elsewhere = use_blog().client.address_at_site(&link);
    let the_box = move || {
        let Discussion { draft, sending, outcome, restored, unkept, .. } = discussion;
        view! {
            <CommentBox name=draft.name email=draft.email body=draft.body limit=discussion.limit()
                sending outcome restored unkept
                on_change=move |()| discussion.keep() on_discard=move |()| discussion.discard() on_post=move |()| discussion.post()/>
        }
    };
    // Until the site has said whether it takes comments, the box is there: most do.
    let way = Memo::new(move |_| discussion.commenting.value().unwrap_or(Commenting::Rest));
    let takes_comments = Memo::new(move |_| matches!(way.get(), Commenting::Rest | Commenting::Form));
    let reason = move || match way.get() {
        Commenting::Rest | Commenting::Form => ().into_any(),
        Commenting::Closed => words.comments_closed.into_any(),
        Commenting::LoginRequired => words.login_required.into_any(),
        Commenting::Elsewhere => {
            view! { <a href=elsewhere.clone() rel="external">{words.comment_elsewhere}</a> }.into_any()
        }
    };
    move || {
        if takes_comments.get() {
            the_box().into_any()
        } else {
            let reason = reason.clone();
            view! { <Notice kind=NoticeKind::Closed>{reason}</Notice> }.into_any()
        }
    }
}
