//! The pages: an address becomes a question to the state, and its answer becomes components.

mod article;
mod comments;
mod head;
mod list;
mod not_found;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    browser,
    components::{Piece, piece, use_base},
    model::Address,
};

pub use article::ArticlePage;
pub use list::{List, ListPage};
pub use not_found::NotFoundPage;

/// Id of the element that holds the page, the target of the skip link.
pub const MAIN: &str = "td-main";

/// The page at the current address.
#[component]
pub fn CurrentPage() -> Piece {
    let address = use_address();
    move_focus_with(address);
    let page = move || match address.get() {
        Address::Article(key) => piece(view! { <ArticlePage key/> }),
        Address::Home { page } => piece(view! { <ListPage list=List::Home number=page/> }),
        Address::Category { slug, page } => {
            piece(view! { <ListPage list=List::Category(slug) number=page/> })
        }
        Address::Unknown => piece(view! { <NotFoundPage/> }),
    };
    piece(view! { <div class="td-page">{page}</div> })
}

/// What the reader asked for.
fn use_address() -> Memo<Address> {
    let location = use_location();
    let base = use_base();
    Memo::new(move |_| {
        let path = location.pathname.get();
        let inside = path.strip_prefix(&*base).unwrap_or(&path);
        location.search.with(|query| Address::parse(inside, query))
    })
}

/// After a navigation the focus moves to the new page, as a browser does when it loads one; not at the
/// first, which the browser did load.
fn move_focus_with(address: Memo<Address>) {
    Effect::new(move |before: Option<Address>| {
        let now = address.get();
        if before.is_some_and(|before| before != now) {
            browser::focus(MAIN);
        }
        now
    });
}
