//! The share button alone.

use leptos::prelude::*;

use super::{Looks, Subject, comments::ask, tell};
use crate::{
    api::Client,
    browser::{self, use_root},
    components::{ErrorView, Piece, ShareMenu, piece},
    reactive::{effect, live},
};

/// Shares the article that is named, or the page itself, of which nobody has to be asked.
pub fn view(client: Client, subject: Subject, looks: Looks) -> Piece {
    let root = use_root();
    if subject == Subject::Page {
        effect(move || {
            root.announce("ready", &[]);
        });
        return looks.shown(|| {
            let (title, address) = browser::page();
            piece(view! { <ShareMenu title address/> })
        });
    }
    let heading = ask(client.clone(), subject);
    tell(root, heading, true);
    let retry = Callback::new(move |()| heading.retry());
    let view = live(move || {
        Some(match heading.answer()? {
            Ok(heading) => {
                let address = browser::absolute(&client.address_at_site(&heading.link));
                looks.shown(move || {
                    piece(view! { <ShareMenu title=heading.title.clone() address=address.clone()/> })
                })
            }
            Err(error) => {
                looks.shown(move || piece(view! { <ErrorView error=error.clone() retry level=2/> }))
            }
        })
    });
    piece(view! { <div>{view}</div> })
}
