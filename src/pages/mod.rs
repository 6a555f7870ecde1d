//! The pages: an address becomes a question to the state, and its answer becomes components.

mod article;
mod comments;
mod head;
mod list;
mod not_found;

use leptos::prelude::*;

use crate::{
    browser,
    components::{Piece, piece},
    model::Address,
    reactive::{effect, live},
};

pub use article::ArticlePage;
pub use comments::DiscussionSection;
pub use list::{List, ListPage};
pub use not_found::NotFoundPage;

/// Name of the element that holds the page, the target of the skip link.
pub const MAIN: &str = "main";

/// The page at the current address. One page for every address, not a table of routes: which page it is,
/// [`Address`] says, so that every permalink structure of WordPress is understood alike.
#[component]
pub fn CurrentPage(
    /// Where the reader is.
    location: ReadSignal<String>,
) -> Piece {
    let address = Memo::new(move |_| {
        location.with(|address| {
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            Address::parse(path, query)
        })
    });
    move_focus_with(address);
    let page = live(move || {
        Some(match address.get() {
            Address::Article(key) => piece(view! { <ArticlePage key/> }),
            Address::Home { page } => piece(view! { <ListPage list=List::Home number=page/> }),
            Address::Category { slug, page } => {
                piece(view! { <ListPage list=List::Category(slug) number=page/> })
            }
            Address::Unknown => piece(view! { <NotFoundPage/> }),
        })
    });
    piece(view! { <div class="td-page">{page}</div> })
}

/// After a navigation the focus moves to the new page, as a browser does when it loads one; not at the
/// first, which the browser did load.
fn move_focus_with(address: Memo<Address>) {
    let root = browser::use_root();
    let mut before = None;
    effect(move || {
        let now = Some(address.get());
        if before.is_some() && before != now {
            root.focus(MAIN);
        }
        before = now;
    });
}
