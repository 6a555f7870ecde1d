//! The discussion below an article: what was said, and the box to say something.

use leptos::prelude::*;

use crate::{
    api::Commenting,
    browser,
    components::{CommentBox, CommentList, ErrorView, Notice, NoticeKind, Piece, piece, use_i18n},
    model::{Comment, Page},
    reactive::{Derived, Var, effect, handler, live},
    state::Discussion,
};

/// Name of the heading.
const TITLE: &str = "comments-title";

/// Readers' comments and the comment box of one article.
#[component]
pub fn DiscussionSection(
    /// What was said and is about to be said.
    discussion: Discussion,
    /// The article at the site's own page, for what cannot be done here.
    elsewhere: String,
) -> Piece {
    let i18n = use_i18n();
    let first = discussion.first;
    let root = browser::use_root();
    let title = root.id(TITLE);
    let heading = title.clone();
    let retry = Callback::new(move |()| first.retry());
    piece(view! {
        <section class="td-discussion" id=root.anchor("comments") aria-labelledby=title>
            <h2 class="td-discussion__title" part="discussion-title" id=heading>
                {live(move || match discussion.total() {
                    Some(total) => i18n.comments_heading(total.into()),
                    None => i18n.words().comments.to_owned(),
                })}
            </h2>
            {live(move || Some(match first.answer() {
                None => piece(view! { <p class="td-discussion__loading">{i18n.words().loading}</p> }),
                Some(Ok(page)) => piece(view! { <Comments discussion page/> }),
                Some(Err(error)) => piece(view! { <ErrorView error retry level=3/> }),
            }))}
            <BoxOrReason discussion elsewhere/>
        </section>
    })
}

/// The comments that have come, those of this reader's that nobody else sees yet, and a way to the rest.
#[component]
fn Comments(discussion: Discussion, page: Page<Comment>) -> Piece {
    let words = use_i18n().words();
    let root = browser::use_root();
    let Discussion { more, own, .. } = discussion;
    let is_empty = page.items.is_empty();
    let empty = live(move || {
        (is_empty && own.get().is_empty())
            .then(|| piece(view! { <p class="td-discussion__empty">{words.no_comments}</p> }))
    });
    let newest_first = discussion.rules.newest_first;
    // Each part grows by itself: what a reader is just reading is not built anew.
    let list = |comments: Var<Vec<Comment>>, is_turned: bool| {
        live(move || {
            let mut comments = comments.get();
            if is_turned {
                comments.reverse();
            }
            (!comments.is_empty()).then(|| piece(view! { <CommentList comments/> }))
        })
    };
    let first = (!is_empty).then(|| piece(view! { <CommentList comments=page.items/> }));
    let show_more = Callback::new(move |()| discussion.show_more());
    // The button stays, and with it the focus, as long as there is more; then the reader goes on at what came.
    let has_more = Derived::new(move || discussion.has_more());
    let mut had_more = false;
    effect(move || {
        let has_more = has_more.get();
        if had_more && !has_more {
            root.focus_next(&discussion.next.get_untracked());
        }
        had_more = has_more;
    });
    let more_button = live(move || {
        has_more.get().then(|| piece(view! {
            <button class="td-button td-discussion__more" type="button" on:click:capture=handler(move |_| show_more.run(()))>{words.more_comments}</button>
        }))
    });
    let more_error = live(move || {
        let error = discussion.more_error.get()?;
        Some(piece(view! { <ErrorView error retry=show_more level=3/> }))
    });
    // This reader's own stand where the newest do, in the same order.
    let own = |is_here: bool| is_here.then(|| list(own, newest_first));
    piece(view! {
        <div class="td-discussion__comments">
            {empty} {own(newest_first)} {first} {list(more, false)} {more_button} {more_error} {own(!newest_first)}
        </div>
    })
}

/// The comment box, or why there is none. Where something is typed there are both: a site that takes no
/// comments any more does not take away what somebody wrote.
#[component]
fn BoxOrReason(discussion: Discussion, elsewhere: String) -> Piece {
    let words = use_i18n().words();
    let reason = live(move || {
        let message = match discussion.commenting.value()? {
            Commenting::Rest | Commenting::Form => return None,
            Commenting::Elsewhere => piece(view! {
                <p><a href=elsewhere.clone() rel="external">{words.comment_elsewhere}</a></p>
            }),
            Commenting::LoginRequired => piece(view! { <p>{words.login_required}</p> }),
            Commenting::Closed => piece(view! { <p>{words.comments_closed}</p> }),
        };
        Some(piece(view! { <Notice kind=NoticeKind::Closed message/> }))
    });
    // Until the site has said whether it takes comments, the box is there: most do. It is one box,
    // whichever way its comments take. What is typed is looked at when that is said and when a draft comes
    // back, not at every letter: who empties the box can still undo it.
    let has_box = Derived::new(move || {
        let is_open = discussion.commenting.value().is_none_or(Commenting::is_here);
        let is_restored = discussion.restored.get();
        is_open || is_restored || !discussion.draft.body.get_untracked().trim().is_empty()
    });
    let the_box = live(move || {
        let Discussion { draft, sending, outcome, restored, unkept, .. } = discussion;
        has_box.get().then(|| piece(view! {
            <CommentBox name=draft.name email=draft.email body=draft.body limit=discussion.limit.get() needs_identity=discussion.rules.needs_identity
                sending outcome restored unkept
                on_change=move |()| discussion.keep() on_discard=move |()| discussion.discard() on_post=move |()| discussion.post()/>
        }))
    });
    piece(view! { <div class="td-discussion__box">{reason} {the_box}</div> })
}
