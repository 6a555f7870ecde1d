//! The discussion below an article: the comments, and the form to write one, which `comment_form` has.

use leptos::prelude::*;

use super::{
    comment_form::{BoxOrReason, ReplyButton, ReplyForm},
    own_comment::{OwnActions, OwnText, WithdrawnNotice},
};
use crate::{
    browser,
    components::{CommentList, ErrorView, IntoErased, use_i18n},
    model::{Comment, Threaded},
    state::Discussion,
};

/// Name of the heading.
const TITLE: &str = "comments-title";
/// Anchor of the place of the form.
pub(super) const FORM: &str = "respond";
/// Name of the button for more comments.
const MORE: &str = "more-comments";
/// Name of the button for the comments that arrived meanwhile.
const ARRIVALS: &str = "new-comments";

/// Readers' comments on one article, and the comment form.
#[component]
pub fn DiscussionSection(
    /// The state of the discussion.
    discussion: Discussion,
    /// The article's page at the site itself, for what cannot be done here.
    site_url: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let first = discussion.first;
    let host = browser::use_host();
    let retry = Callback::new(move |()| first.refetch());
    // Erased, so that a new text takes the place of the old one: one that changed would count as moved.
    let title = move || match discussion.total() {
        Some(total) => i18n.comments_heading(total.into()).into_erased(),
        None => i18n.messages().comments.into_erased(),
    };
    let threads = Memo::new(move |_| discussion.threads());
    let rendered = discussion.in_slices(threads);
    // Comments that take the place of others are the same list: only a request that begins or fails is another view.
    let state = Memo::new(move |_| first.result().map(|result| result.map(|_| ())));
    // Whether the reader was at the form when the comments came.
    let is_kept = RwSignal::new(false);
    let comments = move || match state.get() {
        None => view! { <p class="td-discussion__loading">{i18n.messages().loading}</p> }.into_erased(),
        Some(Ok(())) => {
            let is_at_form = host.is_in_sight(&host.anchor(FORM));
            is_kept.set(is_at_form);
            let is_roomy = is_at_form && !host.can_scroll_back();
            view! { <Comments discussion threads rendered is_roomy/> }.into_erased()
        }
        Some(Err(error)) => view! { <ErrorView error retry level=3/> }.into_erased(),
    };
    view! {
        <section class="td-discussion" id=host.anchor("comments") aria-labelledby=host.id(TITLE)>
            <h2 class="td-discussion__title" part="discussion-title" id=host.id(TITLE)>{title}</h2>
            {comments}
            <BoxOrReason discussion threads=rendered site_url is_kept/>
        </section>
    }
    .into_erased()
}

/// The comments that were loaded, and a button for more.
#[component]
fn Comments(
    discussion: Discussion,
    /// The comments that are listed, each at its place.
    threads: Memo<Vec<Threaded>>,
    /// Those of them that are rendered.
    rendered: Memo<Vec<Threaded>>,
    /// Whether the comments keep the room that was kept for them, so that it does not.
    is_roomy: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let unplaced = Memo::new(move |_| discussion.unplaced(&threads.read()));
    let is_empty = move || threads.read().is_empty() && unplaced.read().is_empty();
    let is_growing = Memo::new(move |_| rendered.read().len() < threads.read().len());
    let depth = discussion.settings.depth.saturating_sub(1);
    let own = move |comment: &Comment| comment.id.filter(|id| discussion.editing.is_own(*id));
    let own_actions = Callback::new(move |comment: Comment| {
        own(&comment).map(|id| view! { <OwnActions discussion id/> }).into_erased()
    });
    let actions = Callback::new(move |comment: Comment| {
        view! { {own_actions.run(comment.clone())} <ReplyButton discussion comment/> }.into_erased()
    });
    let text = Callback::new(move |comment: Comment| {
        own(&comment).map(|id| view! { <OwnText discussion comment id/> }.into_erased())
    });
    let below =
        Callback::new(move |comment: Comment| view! { <ReplyForm discussion comment/> }.into_erased());
    view! {
        <div class="td-discussion__comments" class:td-discussion__comments--roomy=move || is_roomy || !discussion.is_shown()
            class:td-discussion__comments--growing=move || !discussion.is_rendered.get()>
            {move || is_empty().then(|| view! { <p class="td-discussion__empty">{messages.no_comments}</p> })}
            <OrderButton discussion/>
            <CommentList comments=rendered is_growing depth actions below text/>
            <MoreComments discussion/>
            <CommentList comments=unplaced depth=0 actions=own_actions text/>
            <WithdrawnNotice discussion/>
            <Arrivals discussion/>
        </div>
    }
    .into_erased()
}

/// The button that turns the order of the threads round; none where there is nothing to turn.
#[component]
fn OrderButton(discussion: Discussion) -> impl IntoView {
    let messages = use_i18n().messages();
    let newest_first = discussion.newest_first;
    let has_order = Memo::new(move |_| discussion.total().is_some_and(|total| total > 1));
    view! {
        <Show when=move || has_order.get()>
            <button class="td-link-button td-discussion__order" type="button"
                aria-disabled=move || discussion.is_loading.get().to_string()
                on:click=move |_| discussion.set_newest_first(!newest_first.get_untracked())>
                {move || if newest_first.get() { messages.oldest_first } else { messages.newest_first }}
            </button>
        </Show>
    }
    .into_erased()
}

/// The button for more comments, and what became of the wish for them.
#[component]
fn MoreComments(discussion: Discussion) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let show_more = Callback::new(move |()| discussion.show_more());
    let has_more = Memo::new(move |_| discussion.has_more());
    let is_loading = discussion.is_loading;
    // The reader goes on at the first of the comments that came.
    Effect::new(move |_| {
        if discussion.added.get().is_some() {
            for button in [MORE, ARRIVALS] {
                host.focus_next(button, &discussion.next_anchor.get_untracked());
            }
        }
    });
    let added = move || discussion.added.get().map(|count| i18n.comments_added(count));
    let more_error = move || {
        let error = discussion.more_error.get()?;
        Some(view! { <ErrorView error retry=show_more level=3/> })
    };
    view! {
        <Show when=move || has_more.get()>
            <button class="td-button td-discussion__more" id=host.id(MORE) type="button"
                aria-disabled=move || is_loading.get().to_string() on:click=move |_| show_more.run(())>
                {move || if is_loading.get() { messages.loading } else { messages.more_comments }}
            </button>
        </Show>
        <p class="td-visually-hidden" role="status">{added}</p>
        {more_error}
    }
    .into_erased()
}

/// The button for the comments that others wrote meanwhile. It takes no room, and stays in sight.
#[component]
fn Arrivals(discussion: Discussion) -> impl IntoView {
    let i18n = use_i18n();
    let host = browser::use_host();
    let arrivals = discussion.arrivals;
    let has_any = Memo::new(move |_| arrivals.get() > 0);
    view! {
        <div class="td-discussion__arrivals" role="status">
            <Show when=move || has_any.get()>
                <button class="td-button td-button--primary td-discussion__new" id=host.id(ARRIVALS) type="button"
                    aria-disabled=move || discussion.is_loading.get().to_string()
                    on:click=move |_| discussion.show_arrivals()>
                    {move || i18n.new_comments(arrivals.get())}
                </button>
            </Show>
        </div>
    }
    .into_erased()
}
