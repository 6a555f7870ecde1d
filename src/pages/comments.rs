//! The discussion below an article: the comments, and the form to write one.

use leptos::prelude::*;

use crate::{
    api::Commenting,
    browser,
    components::{CommentBox, CommentList, ErrorView, IntoErased, Notice, NoticeKind, use_i18n},
    state::Discussion,
};

/// Name of the heading.
const TITLE: &str = "comments-title";
/// Name of the button for more comments.
const MORE: &str = "more-comments";

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
    let comments = move || match first.result() {
        None => view! { <p class="td-discussion__loading">{i18n.messages().loading}</p> }.into_erased(),
        Some(Ok(_)) => view! { <Comments discussion/> }.into_erased(),
        Some(Err(error)) => view! { <ErrorView error retry level=3/> }.into_erased(),
    };
    view! {
        <section class="td-discussion" id=host.anchor("comments") aria-labelledby=host.id(TITLE)>
            <h2 class="td-discussion__title" part="discussion-title" id=host.id(TITLE)>{title}</h2>
            {comments}
            <BoxOrReason discussion site_url/>
        </section>
    }
    .into_erased()
}

/// The comments that were loaded, this reader's own that the list does not have, and a button for more.
#[component]
fn Comments(discussion: Discussion) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let newest_first = discussion.settings.newest_first;
    // This reader's own comments stand where the newest do.
    let listed = Memo::new(move |_| {
        let mut comments = if newest_first { discussion.own.get() } else { Vec::new() };
        comments.reverse();
        comments.extend(discussion.listed());
        comments
    });
    let own = Memo::new(move |_| if newest_first { Vec::new() } else { discussion.own.get() });
    let is_empty = move || listed.read().is_empty() && own.read().is_empty();
    let show_more = Callback::new(move |()| discussion.show_more());
    let has_more = Memo::new(move |_| discussion.has_more());
    // The reader goes on at the first of the comments that came.
    Effect::new(move |_| {
        if discussion.added.get().is_some() {
            host.focus_next(MORE, &discussion.next_anchor.get_untracked());
        }
    });
    let added = move || discussion.added.get().map(|count| i18n.comments_added(count));
    let more_error = move || {
        let error = discussion.more_error.get()?;
        Some(view! { <ErrorView error retry=show_more level=3/> })
    };
    view! {
        <div class="td-discussion__comments">
            {move || is_empty().then(|| view! { <p class="td-discussion__empty">{messages.no_comments}</p> })}
            <CommentList comments=listed/>
            <Show when=move || has_more.get()>
                <button class="td-button td-discussion__more" id=host.id(MORE) type="button" on:click=move |_| show_more.run(())>
                    {messages.more_comments}
                </button>
            </Show>
            <p class="td-visually-hidden" role="status">{added}</p>
            {more_error}
            <CommentList comments=own/>
        </div>
    }
    .into_erased()
}

/// The comment form, or why there is none. Where something is typed there are both: a site that stops taking
/// comments does not take away what somebody wrote.
#[component]
fn BoxOrReason(discussion: Discussion, site_url: String) -> impl IntoView {
    let messages = use_i18n().messages();
    let host = browser::use_host();
    let reason = move || {
        let reason = match discussion.commenting.value()? {
            Commenting::Rest | Commenting::Unknown | Commenting::Form => return None,
            Commenting::Elsewhere => {
                let site_url = site_url.clone();
                view! { <a href=site_url rel="external">{messages.comment_elsewhere}</a> }.into_erased()
            }
            Commenting::LoginRequired => messages.login_required.into_erased(),
            Commenting::Closed => messages.comments_closed.into_erased(),
        };
        Some(view! { <Notice kind=NoticeKind::Closed><p>{reason}</p></Notice> })
    };
    // The form is there until the site says that it takes no comments: most do. The text is read untracked,
    // so that emptying the box does not remove it: that can still be undone.
    let has_box = Memo::new(move |_| {
        let is_open = discussion.commenting.value().is_none_or(Commenting::is_here);
        let is_restored = discussion.is_restored();
        is_open || is_restored || !discussion.draft.body.read_untracked().trim().is_empty()
    });
    let comment_box = move || {
        has_box.get().then(|| {
            let Discussion { draft, posting, unsaved, .. } = discussion;
            view! {
                <CommentBox name=draft.name email=draft.email body=draft.body limit=discussion.limit.get()
                    needs_identity=discussion.settings.needs_identity posting unsaved
                    website=draft.website remember=draft.remember unremembered=discussion.unremembered
                    restored=Signal::derive(move || discussion.is_restored())
                    other=Signal::derive(move || discussion.other_draft())
                    on_change=move |()| discussion.save_draft()
                    on_discard=move |()| discussion.discard_draft()
                    on_take_other=move |()| discussion.take_other_draft()
                    on_discard_other=move |()| discussion.discard_other_draft()
                    on_post=move |()| discussion.post()/>
            }
        })
    };
    view! { <div class="td-discussion__box" id=host.anchor("respond")>{reason} {comment_box}</div> }
        .into_erased()
}
