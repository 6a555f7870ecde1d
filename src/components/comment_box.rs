//! The form in which a reader writes a comment.
//!
//! It keeps no text itself: the caller owns what is typed and saves it for the next visit. An error stands
//! beside its field and takes the focus once. The text is never cut: there is no `maxlength`.

use leptos::{ev, prelude::*};

use super::{
    AuthorSentence, DraftNotices, Field, IntoErased, Remaining,
    comment_body::CommentBody,
    comment_captcha::{CommentCaptcha, FormCaptcha},
    comment_errors::field_error,
    comment_outcome::{CommentOutcome, focus_on_outcome},
    comment_trap::{CommentTrap, is_trapped},
    commenter_fields::{Commenter, CommenterFields},
    followed_field::{follow_field, read_field},
    use_i18n,
};
use crate::{
    browser,
    error::{Field as FieldName, Rejection},
    model::{Captcha, CaptchaState, Draft, Posting},
};

/// The name of the text box.
pub const BODY: &str = "body";
pub(super) const NAME: &str = "name";
pub(super) const EMAIL: &str = "email";
pub(super) const WEBSITE: &str = "website";
pub(super) const REMEMBER: &str = "remember";
pub(super) const NOTICE: &str = "box-notice";
const TITLE: &str = "box-title";
const SEND: &str = "send";
/// The slot in which a page that embeds the form shows what it has to say, such as its terms.
const NOTICE_SLOT: &str = "comment-notice";

/// The comment form.
#[component]
pub fn CommentBox(
    /// The commenter's name.
    name: RwSignal<String>,
    /// The commenter's e-mail address.
    email: RwSignal<String>,
    /// The address of the commenter's website.
    #[prop(optional)]
    website: RwSignal<String>,
    /// Whether the commenter wants the browser to keep these three.
    #[prop(optional)]
    remember: RwSignal<bool>,
    /// Whether the commenter wants mails about replies; `None` where the site sends none.
    #[prop(default = None)]
    wants_reply_mails: Option<RwSignal<bool>>,
    /// Whether the browser refuses to keep them.
    #[prop(optional, into)]
    unremembered: Signal<bool>,
    /// The text.
    body: RwSignal<String>,
    /// Whose comment it replies to.
    #[prop(default = None)]
    reply_to: Option<String>,
    /// The most graphemes of the text. Unit: extended grapheme clusters.
    limit: usize,
    /// Whether name and e-mail address must be given.
    #[prop(default = true)]
    needs_identity: bool,
    /// The captcha that a comment needs; none unless the page wants one.
    #[prop(default = StoredValue::new(None))]
    captcha: StoredValue<Option<Captcha>>,
    /// How far it is.
    #[prop(optional)]
    captcha_state: RwSignal<CaptchaState>,
    /// What becomes of the comment.
    #[prop(into)]
    posting: Signal<Posting>,
    /// Whether the text is a draft from an earlier visit.
    #[prop(into)]
    restored: Signal<bool>,
    /// The draft of another tab or of an earlier visit, which may be taken over.
    #[prop(into)]
    other: Signal<Option<Draft>>,
    /// Whether the browser refuses to save the draft.
    #[prop(into)]
    unsaved: Signal<bool>,
    /// Runs after every change.
    #[prop(into)]
    on_change: Callback<()>,
    /// Runs when the reader discards the restored draft.
    #[prop(into)]
    on_discard: Callback<()>,
    /// Runs when the reader goes on with the other draft.
    #[prop(into)]
    on_take_other: Callback<()>,
    /// Runs when the reader discards the other draft.
    #[prop(into)]
    on_discard_other: Callback<()>,
    /// Runs when the reader does not want to reply any more.
    #[prop(into, default = Callback::new(|()| ()))]
    on_cancel: Callback<()>,
    /// Runs when the reader posts.
    #[prop(into)]
    on_post: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let remaining = Memo::new(move |_| Remaining::of(&body.read(), limit));
    let is_busy = Memo::new(move |_| posting.read().is_busy());
    let left: Signal<Option<u64>> = browser::countdown(move || wait_of(&posting.read())).into();
    let must_wait = Memo::new(move |_| left.get().is_some_and(|left| left > 0));
    let problems = move || {
        let draft = Draft {
            name: name.get(),
            email: email.get(),
            website: website.get(),
            body: body.get(),
            ..Draft::default()
        };
        draft.problems(remaining.get().excess(), needs_identity)
    };
    let check = move |field| problems().into_iter().find(|problem| problem.field() == Some(field));
    let error_of = |field, value| {
        let error = field_error(field, value, posting, check);
        Memo::new(move |_| error.read().as_ref().map(|rejection| i18n.rejection(rejection)))
    };
    let commenter = Commenter {
        name: (name, error_of(FieldName::Name, name)),
        email: (email, error_of(FieldName::Email, email)),
        website: (website, error_of(FieldName::Website, website)),
        remember,
        wants_reply_mails,
    };
    let body_error = error_of(FieldName::Body, body);
    let fields = [(BODY, body), (NAME, name), (EMAIL, email), (WEBSITE, website)];
    for (field, value) in fields {
        follow_field(field, value, on_change);
    }
    // Whether the reader has asked in this form. What comes without being asked for takes no focus.
    let has_posted = RwSignal::new(false);
    focus_on_outcome(posting, has_posted);
    // Whether the last attempt had something in the field that nobody sees.
    let trapped = RwSignal::new(false);
    let send = Callback::new(move |()| {
        has_posted.set(true);
        on_post.run(());
    });
    let captcha = FormCaptcha::new(captcha, captcha_state, is_busy, send);
    let post = Callback::new(move |()| {
        if must_wait.get_untracked() {
            host.focus(NOTICE);
            return;
        }
        // A browser may fill in a field without any event.
        for (field, value) in fields {
            read_field(host, field, value, on_change);
        }
        trapped.set(is_trapped(host));
        if trapped.get_untracked() {
            return;
        }
        let is_ready = !is_busy.get_untracked() && untrack(problems).is_empty();
        // Offline nothing is sent, and no captcha can be shown.
        if !is_ready || !browser::is_online() || !captcha.holds() {
            send.run(());
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        post.run(());
    };

    let cancel = reply_to.is_some().then(|| {
        view! {
            <button class="td-link-button td-comment-box__cancel" type="button" on:click=move |_| on_cancel.run(())>
                {messages.cancel_reply}
            </button>
        }
    });
    let title = match reply_to {
        None => messages.leave_comment.into_erased(),
        Some(author) => view! { <AuthorSentence segments=i18n.reply_heading() author/> }.into_erased(),
    };
    view! {
        <form class="td-comment-box" part="comment-box" novalidate aria-labelledby=host.id(TITLE) on:submit=submit
            on:focusin=move |_| captcha.begin() on:input=move |_| captcha.begin()>
            <h3 class="td-comment-box__title" id=host.id(TITLE)>{title}</h3>
            <DraftNotices field=BODY body restored on_discard other on_take_other on_discard_other/>
            <CommentOutcome posting left trapped/>
            <Field id=host.id(BODY) label=messages.comment required=true error=body_error>
                <CommentBody body limit remaining is_busy error=body_error on_post=post/>
            </Field>
            <CommenterFields commenter needs_identity is_busy unremembered/>
            {move || unsaved.get().then(|| view! { <p class="td-field__hint">{messages.draft_unsaved}</p> })}
            <CommentTrap/>
            <slot name=NOTICE_SLOT></slot>
            {cancel}
            <CommentCaptcha captcha/>
            <button class="td-button td-button--primary" part="submit" type="submit" id=host.id(SEND)
                aria-disabled=move || (is_busy.get() || must_wait.get() || remaining.get().is_over()).to_string()>
                {move || if is_busy.get() { messages.sending } else { messages.post_comment }}
            </button>
        </form>
    }
    .into_erased()
}

/// How long the site makes the reader wait. Unit: seconds.
fn wait_of(posting: &Posting) -> Option<u64> {
    match posting.rejection(None)? {
        Rejection::Flood { seconds } => Some(*seconds),
        _ => None,
    }
}

/// The value of `aria-invalid`.
pub(super) fn is_invalid(error: Memo<Option<String>>) -> impl Fn() -> String + Send + 'static {
    move || error.read().is_some().to_string()
}
