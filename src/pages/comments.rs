//! The discussion below an article: what was said, and the box to say something.

use leptos::{
    either::{Either, EitherOf4},
    prelude::*,
};

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
    let retry = Callback::new(move |()| first.refetch());
    view! {
        <section class="td-discussion" id="comments" aria-labelledby=TITLE>
            <h2 class="td-discussion__title" id=TITLE>
                <Suspense fallback=move || i18n.words().comments>
                    {move || Suspend::new(async move {
                        first.await.ok();
                        discussion.total().map_or_else(|| i18n.words().comments.to_owned(), |total| i18n.comments_heading(total.into()))
                    })}
                </Suspense>
            </h2>
            <Suspense fallback=move || view! { <p class="td-discussion__loading">{i18n.words().loading}</p> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => Either::Left(view! { <Comments discussion page/> }),
                        Err(error) => Either::Right(view! { <ErrorView error retry/> }),
                    }
                })}
            </Suspense>
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
            <ErrorView error retry=Callback::new(move |()| discussion.show_more())/>
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
    let way = Memo::new(move |_| match discussion.commenting.get() {
        Some(Ok(Commenting::Closed)) => Commenting::Closed,
        Some(Ok(Commenting::LoginRequired)) => Commenting::LoginRequired,
        Some(Ok(Commenting::Elsewhere)) => Commenting::Elsewhere,
        _ => Commenting::Rest,
    });
    move || match way.get() {
        Commenting::Rest | Commenting::Form => EitherOf4::A(the_box()),
        Commenting::Closed => {
            EitherOf4::B(view! { <Notice kind=NoticeKind::Closed>{words.comments_closed}</Notice> })
        }
        Commenting::LoginRequired => {
            EitherOf4::C(view! { <Notice kind=NoticeKind::Closed>{words.login_required}</Notice> })
        }
        Commenting::Elsewhere => {
            let href = elsewhere.clone();
            EitherOf4::D(view! {
                <Notice kind=NoticeKind::Closed>
                    <a href=href rel="external">{words.comment_elsewhere}</a>
                </Notice>
            })
        }
    }
}
