//! The form for a comment without scripts, with the names that WordPress reads, and why a comment was refused.
//!
//! A text of the reader stands between the tags of a `<textarea>` escaped by `in_textarea`: Leptos does not escape it there.

use std::sync::Arc;

use html_escape::encode_text;
use leptos::prelude::*;
use tadwina::{
    browser,
    components::{AuthorSentence, ErasedView, Field, IntoErased, Notice, NoticeKind, use_base, use_i18n},
    model::{ArticleId, Comment, CommentId, Draft},
    state::{Discussion, Query, use_blog},
};

use crate::{
    comment_pages::{page_address, page_of_new},
    discussion::{at_wordpress, wordpress_origin},
    refused::Refused,
};

/// Most characters of a comment that WordPress's table takes; WordPress's own form has the same number.
const MAX_COMMENT_CHARS: &str = "65525";

/// Why WordPress has refused the comment that stands in the form below.
pub fn why_refused(refused: Arc<Refused>, article: ArticleId) -> ErasedView {
    let client = use_blog().client;
    let rejection = Query::new(move || {
        let (client, refused) = (client.clone(), refused.clone());
        async move { Ok(client.form_rejection(&refused.response(), article, &refused.draft()).await) }
    });
    let Some(rejection) = rejection.value() else { return ().into_erased() };
    let message = use_i18n().rejection(&rejection);
    view! {
        <div class="td-discussion__refusal" role="alert" tabindex="-1" autofocus=true>
            <Notice kind=NoticeKind::Error><p data-rejection=rejection.key()>{message}</p></Notice>
        </div>
    }
    .into_erased()
}

/// The form.
#[component]
pub fn Form(
    /// The discussion.
    discussion: Discussion,
    /// What is commented on.
    article: ArticleId,
    /// The comment that is replied to.
    #[prop(optional_no_strip)]
    parent: Option<Comment>,
    /// What stands in the form.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let messages = i18n.messages();
    let host = browser::use_host();
    let ArticleId(post) = article;
    let is_required = discussion.settings.needs_identity;
    let (name, email) = if is_required {
        (messages.name, messages.email)
    } else {
        (messages.name_optional, messages.email_optional)
    };
    let parent_id = parent.as_ref().and_then(|parent| parent.id).map_or(0, |CommentId(id)| id);
    let page = browser::page_url();
    // A static site has no pages of comments, and WordPress's own may have others.
    let is_static = !wordpress_origin().is_empty();
    let back = if is_static { page.clone() } else { page_address(page_of_new(discussion)) };
    let (title, cancel) = match parent {
        None => (messages.leave_comment.into_erased(), None),
        Some(parent) => {
            let author = i18n.commenter(&parent.author);
            let cancel = view! {
                <a class="td-link-button td-comment-box__cancel" href=format!("{page}#respond")>{messages.cancel_reply}</a>
            };
            (view! { <AuthorSentence segments=i18n.reply_heading() author/> }.into_erased(), Some(cancel))
        }
    };
    let [title_id, body_id, name_id, email_id, url_id] =
        ["box-title", "body", "name", "email", "website"].map(|name| host.id(name));
    let hint_id = [&*email_id, "-hint"].concat();
    let none = Signal::stored(None::<String>);
    view! {
        <form class="td-comment-box" method="post" action=at_wordpress(&[&*use_base(), "/wp-comments-post.php"].concat())
            aria-labelledby=title_id.clone()>
            <h3 class="td-comment-box__title" id=title_id.clone()>{title}</h3>
            <Field id=body_id.clone() label=messages.comment required=true error=none>
                <textarea class="td-field__input td-comment-box__text" id=body_id name="comment" rows="5" dir="auto"
                    placeholder=" "
                    maxlength=MAX_COMMENT_CHARS required inner_html=in_textarea(&draft.body)></textarea>
            </Field>
            <div class="td-comment-box__who">
                <Field id=name_id.clone() label=name required=is_required error=none>
                    <input class="td-field__input" id=name_id name="author" type="text" autocomplete="name" dir="auto"
                        placeholder=" "
                        maxlength="245" required=is_required value=value(draft.name)/>
                </Field>
                <Field id=email_id.clone() label=email required=is_required hint=messages.email_hint error=none>
                    <input class="td-field__input" id=email_id name="email" type="email" autocomplete="email" dir="ltr"
                        maxlength="100" required=is_required aria-describedby=hint_id value=value(draft.email)/>
                </Field>
            </div>
            <Field id=url_id.clone() label=messages.website error=none>
                <input class="td-field__input" id=url_id name="url" type="url" autocomplete="url" dir="ltr" maxlength="200"
                    value=value(draft.website)/>
            </Field>
            <input type="hidden" name="comment_post_ID" value=post.to_string()/>
            <input type="hidden" name="comment_parent" value=parent_id.to_string()/>
            <input type="hidden" name="redirect_to" value=back/>
            {cancel}
            <button class="td-button td-button--primary" type="submit">{messages.post_comment}</button>
        </form>
    }
    .into_erased()
}

/// A text between the tags of a `<textarea>`. A browser leaves out a line end after the first tag.
fn in_textarea(text: &str) -> String {
    if text.is_empty() { String::new() } else { ["\n", &encode_text(text)].concat() }
}

/// The value of a field; no attribute for an empty one.
fn value(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    #[test]
    fn no_text_of_a_reader_leaves_its_textarea() {
        for text in ["</textarea><script>x()</script>", "\n  a & b\n", "&lt;", "</TEXTAREA\t>", "<!--", ""] {
            let document = ["<textarea>", &in_textarea(text), "</textarea>"].concat();
            let html = Html::parse_fragment(&document);
            let elements = html.root_element().children().count();
            assert_eq!((html.root_element().text().collect::<String>().as_str(), elements), (text, 1));
        }
    }
}
