//! The pages: an address becomes a question to the state, and its answer becomes components.

mod article;
mod comments;
mod head;
mod list;
mod not_found;

use leptos::{either::EitherOf4, prelude::*};
use leptos_router::hooks::use_location;

use crate::{browser, components::use_base, model::Address};

pub use article::ArticlePage;
pub use list::{List, ListPage};
pub use not_found::NotFoundPage;

/// Id of the element that holds the page, the target of the skip link.
pub const MAIN: &str = "td-main";

/// The page at the current address.
#[component]
pub fn CurrentPage() -> impl IntoView {
    let address = use_address();
    move_focus_with(address);
    move || match address.get() {
        Address::Article(key) => EitherOf4::A(view! { <ArticlePage key/> }),
        Address::Home { page } => EitherOf4::B(view! { <ListPage list=List::Home number=page/> }),
        Address::Category { slug, page } => {
            EitherOf4::C(view! { <ListPage list=List::Category(slug) number=page/> })
        }
        Address::Unknown => EitherOf4::D(view! { <NotFoundPage/> }),
    }
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
