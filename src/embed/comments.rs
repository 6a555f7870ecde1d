//! The discussion of an article that the page shows itself.

use leptos::prelude::*;

use super::{Looks, Subject, tell};
use crate::{
    api::Client,
    browser::use_root,
    components::{ErrorView, Piece, Placeholder, piece},
    model::Heading,
    pages::DiscussionSection,
    reactive::live,
    state::{Question, use_discussion},
};

/// The discussion and its box.
pub fn view(client: Client, subject: Subject, looks: Looks) -> Piece {
    let root = use_root();
    let heading = ask(client.clone(), subject);
    tell(root, heading, false);
    let retry = Callback::new(move |()| heading.retry());
    let view = live(move || {
        Some(match heading.answer() {
            None => looks.shown(|| piece(view! { <Placeholder/> })),
            Some(Ok(heading)) => {
                let Heading { id, link, comments_open, rules, .. } = heading;
                let discussion = use_discussion(client.clone(), id, comments_open, rules, looks.limit);
                tell(root, discussion.first, true);
                let elsewhere = client.address_at_site(&link);
                looks.shown(move || {
                    piece(view! { <DiscussionSection discussion elsewhere=elsewhere.clone()/> })
                })
            }
            Some(Err(error)) => {
                looks.shown(move || piece(view! { <ErrorView error=error.clone() retry level=2/> }))
            }
        })
    });
    piece(view! { <div class="td-page">{view}</div> })
}

/// Asks for what there is to know of an article without its text.
pub(super) fn ask(client: Client, subject: Subject) -> Question<Heading> {
    Question::new(move || {
        let (client, subject) = (client.clone(), subject.clone());
        async move { client.heading(&subject.article()?).await }
    })
}
