//! Readers' comments in threads. The list is flat, because threads may be of any depth: a reply is indented, and says to
//! whom it replies.

use leptos::prelude::*;

use super::{
    AuthorSentence, CommentView, ErasedView, IntoErased,
    comment_groups::{Group, grouped},
    use_i18n,
};
use crate::{
    browser,
    model::{Comment, Threaded},
};

/// The most comments of which none is left out of the layout. Browsers keep nobody in place below heights that are guesses;
/// of what was laid out before they know the heights. Unit: comments.
const SHORT: usize = 500;

/// A list of comments, in several lists where it is long; nothing while it is empty. A comment that stays in the list is not
/// rendered again when others come or go: somebody may be reading it.
#[component]
pub fn CommentList(
    /// The comments, each at its place.
    #[prop(into)]
    comments: Signal<Vec<Threaded>>,
    /// Whether more of them are about to come.
    #[prop(optional, into)]
    is_growing: Signal<bool>,
    /// How many levels of replies are indented, at most 10. Replies below them stand under each other.
    depth: usize,
    /// What a reader can do with a comment, in its footer.
    #[prop(optional)]
    actions: Option<Callback<Comment, ErasedView>>,
    /// What stands below a comment.
    #[prop(optional)]
    below: Option<Callback<Comment, ErasedView>>,
    /// What stands in place of the text of a comment; `None` where that is the text itself.
    #[prop(optional)]
    text: Option<Callback<Comment, Option<ErasedView>>>,
) -> impl IntoView {
    let groups = Memo::new(move |before: Option<&Vec<Group>>| {
        grouped(before.map_or(&[], Vec::as_slice), comments.get())
    });
    let numbers = Memo::new(move |_| groups.read().iter().map(|group| group.number).collect::<Vec<_>>());
    let comments_of = move |number| {
        let groups = groups.read();
        groups.iter().find(|group| group.number == number).map(|group| group.comments.clone())
    };
    let is_long = Memo::new(move |_| comments.read().len() > SHORT);
    let group = move |number| {
        let comments = Memo::new(move |_| comments_of(number).unwrap_or_default());
        view! {
            <ol class="td-comment-list" class:td-comment-list--long=is_long
                aria-busy=move || is_growing.get().then_some("true")>
                <For each=move || comments.get() key=|(key, _)| *key let((_, threaded))>
                    <CommentItem threaded levels=depth actions below text/>
                </For>
            </ol>
        }
        .into_erased()
    };
    view! { <For each=move || numbers.get() key=|number| *number children=group/> }.into_erased()
}

#[component]
fn CommentItem(
    threaded: Threaded,
    levels: usize,
    actions: Option<Callback<Comment, ErasedView>>,
    below: Option<Callback<Comment, ErasedView>>,
    text: Option<Callback<Comment, Option<ErasedView>>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Threaded { comment, depth, parent } = threaded;
    let comment = (*comment).clone();
    let reply_to = parent.map(|parent| {
        let author = i18n.commenter(&parent.author);
        let sentence = view! { <AuthorSentence segments=i18n.in_reply_to() author/> };
        let href = [&*browser::page_url(), "#", &parent.anchor().unwrap_or_default()].concat();
        if depth > levels {
            view! { <p class="td-comment-list__reply-to"><a href=href>{sentence}</a></p> }.into_erased()
        } else {
            // The indentation shows it.
            view! { <p class="td-visually-hidden">{sentence}</p> }.into_erased()
        }
    });
    view! {
        <li class="td-comment-list__item" data-depth=depth.min(levels).to_string()>
            {reply_to}
            <CommentView comment=comment.clone() actions=actions.map(|actions| actions.run(comment.clone()))
                text=text.and_then(|text| text.run(comment.clone()))/>
            {below.map(|below| below.run(comment))}
        </li>
    }
    .into_erased()
}
