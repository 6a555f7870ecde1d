//! The discussion of an article that the page shows itself.

use leptos::prelude::*;

use super::{Looks, Subject, announce};
use crate::{
    api::Client,
    browser::{Root, use_root},
    components::{ErrorView, Piece, Placeholder, piece},
    model::Heading,
    pages::DiscussionSection,
    reactive::{effect, live},
    state::{Discussion, Question, use_discussion},
};

/// The discussion and its box.
pub fn view(client: Client, subject: Subject, looks: Looks) -> Piece {
    let root = use_root();
    let heading = ask(client.clone(), subject);
    let retry = Callback::new(move |()| heading.retry());
    let view = live(move || {
        Some(match heading.answer() {
            None => looks.shown(|| piece(view! { <Placeholder/> })),
            Some(Ok(heading)) => {
                let Heading { id, link, comments_open, rules, .. } = heading;
                let discussion = use_discussion(client.clone(), id, comments_open, rules, looks.limit);
                tell_when_ready(root, discussion);
                let elsewhere = client.address_at_site(&link);
                looks.shown(move || {
                    piece(view! { <DiscussionSection discussion elsewhere=elsewhere.clone()/> })
                })
            }
            Some(Err(error)) => {
                announce(root, &error);
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

/// Tells the page when the comments have come, or that they do not.
pub(super) fn tell_when_ready(root: Root, discussion: Discussion) {
    effect(move || match discussion.first.answer() {
        None => {}
        Some(Ok(_)) => {
            root.announce("ready", &[]);
        }
        Some(Err(error)) => announce(root, &error),
    });
}
