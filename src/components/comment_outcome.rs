//! What became of the comment as a whole, and where the focus goes.

use leptos::prelude::*;

use super::{
    ErasedView, IntoErased, Notice, NoticeKind,
    comment_box::{BODY, EMAIL, NAME, NOTICE, WEBSITE},
    use_i18n,
};
use crate::{
    browser,
    error::{Field as FieldName, Rejection},
    model::{CommentStatus, Posting},
};

/// That the comment was posted, or why it was not. A wait is counted down for the eyes only: assistive technology says
/// its length once, and its end.
#[component]
pub(super) fn CommentOutcome(
    posting: Signal<Posting>,
    /// How many seconds the reader still has to wait.
    left: Signal<Option<u64>>,
    /// Whether it was taken for spam here.
    trapped: RwSignal<bool>,
) -> impl IntoView {
    let host = browser::use_host();
    let is_over = Memo::new(move |_| left.get() == Some(0));
    Effect::new(move |_| {
        if trapped.get() {
            queue_microtask(move || host.focus(NOTICE));
        }
    });
    view! {
        <div class="td-comment-box__outcome" id=host.id(NOTICE) tabindex="-1" role="status">
            {move || if trapped.get() { Some(trap()) } else { notice(&posting.read(), left, is_over.get()) }}
        </div>
    }
    .into_erased()
}

fn notice(posting: &Posting, left: Signal<Option<u64>>, is_over: bool) -> Option<ErasedView> {
    let i18n = use_i18n();
    let (kind, key, message) = match posting {
        Posting::Confirmed(CommentStatus::Approved) => {
            (NoticeKind::Success, None, i18n.messages().posted.to_owned())
        }
        Posting::Confirmed(CommentStatus::Held) => (NoticeKind::Held, None, i18n.messages().held.to_owned()),
        Posting::Waiting => return Some(waiting()),
        _ => {
            let rejection = posting.rejection(None)?;
            if let Rejection::Flood { seconds } = *rejection {
                return Some(wait(seconds, left, is_over));
            }
            (NoticeKind::Error, Some(rejection.key()), i18n.rejection(rejection))
        }
    };
    Some(view! { <Notice kind><p data-rejection=key>{message}</p></Notice> }.into_erased())
}

/// That the comment was not sent: the device is offline, or was.
fn waiting() -> ErasedView {
    let messages = use_i18n().messages();
    let is_online = browser::use_online();
    let message = move || if is_online.get() { messages.waiting_online } else { messages.waiting_offline };
    view! { <Notice kind=NoticeKind::Held><p data-waiting="true">{message}</p></Notice> }.into_erased()
}

fn trap() -> ErasedView {
    let message = use_i18n().messages().trapped;
    view! { <Notice kind=NoticeKind::Error><p data-rejection="trapped">{message}</p></Notice> }.into_erased()
}

/// How long to wait, or that the wait is over.
fn wait(seconds: u64, left: Signal<Option<u64>>, is_over: bool) -> ErasedView {
    let i18n = use_i18n();
    let sentence = move |seconds| i18n.rejection(&Rejection::Flood { seconds });
    let key = Rejection::Flood { seconds }.key();
    if is_over {
        return view! { <Notice kind=NoticeKind::Held><p data-rejection=key>{sentence(0)}</p></Notice> }
            .into_erased();
    }
    view! {
        <Notice kind=NoticeKind::Error>
            <p data-rejection=key aria-hidden="true">{move || sentence(left.get().unwrap_or(seconds))}</p>
            <p class="td-visually-hidden">{sentence(seconds)}</p>
        </Notice>
    }
    .into_erased()
}

/// After an attempt to post, moves the focus to the first invalid field or to the message.
pub(super) fn focus_on_outcome(posting: Signal<Posting>, has_posted: RwSignal<bool>) {
    let host = browser::use_host();
    Effect::new(move |_| {
        let target = match &*posting.read() {
            Posting::Typed | Posting::Sending | Posting::LookingUp(_) | Posting::LookingUpToSend => None,
            Posting::Confirmed(_) | Posting::Waiting => Some(NOTICE),
            Posting::Refused(rejections) | Posting::Unknown(rejections) => {
                rejections.first().map(|first| match first.field() {
                    Some(FieldName::Body) => BODY,
                    Some(FieldName::Name) => NAME,
                    Some(FieldName::Email) => EMAIL,
                    Some(FieldName::Website) => WEBSITE,
                    None => NOTICE,
                })
            }
        };
        if let Some(target) = target.filter(|_| has_posted.get_untracked()) {
            // After the effect that empties the box: a field that loses the focus is read, and has its old text until then.
            queue_microtask(move || host.focus(target));
        }
    });
}
