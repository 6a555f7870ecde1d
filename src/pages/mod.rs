//! The pages: an address becomes a query, and its result becomes components.

mod article;
mod comment_form;
mod comments;
mod head;
mod links;
mod list;
mod not_found;
mod notes;
mod own_comment;
mod password;

use leptos::prelude::*;

use head::IsFirst;

use crate::{
    browser,
    components::IntoErased,
    error::Error,
    model::{Address, Permalink},
    state::use_blog,
};

pub use article::ArticlePage;
pub use comments::DiscussionSection;
pub use links::provide_links;
pub use list::{List, ListPage};
pub use not_found::{NotFoundPage, NothingAt};
pub use notes::{DiscussionView, Note, PageNotes};
pub use password::password_form;

/// Name of the element that holds the page, the target of the skip link.
pub const MAIN: &str = "main";

/// The page at the current address. [`Address`] decides which page it is, not a table of routes, so that
/// every permalink structure of WordPress works.
#[component]
pub fn CurrentPage(
    /// Where the reader is.
    location: ReadSignal<String>,
) -> impl IntoView {
    let client = use_blog().client;
    // On the site's own origin the address may have the folder of the site, as the links of the API do.
    let is_own_origin = client.root().is_same_origin(&browser::origin());
    let permalink = Memo::new(move |_| {
        let home = if is_own_origin { client.root().home_path() } else { "" };
        Permalink::from_link(&location.read(), home)
    });
    let address = Memo::new(move |_| {
        let permalink = permalink.read();
        let (path, query) = permalink.parts();
        Address::parse(path, query)
    });
    move_focus_with(address, IsFirst::provide());
    let page = move || {
        let permalink = permalink.get_untracked();
        match address.get() {
            Address::Article(key) => view! { <ArticlePage key permalink/> }.into_erased(),
            Address::Home { page } => view! { <ListPage list=List::Home number=page/> }.into_erased(),
            Address::Category { key, page } => {
                view! { <ListPage list=List::Category { key, permalink } number=page/> }.into_erased()
            }
            Address::AtSite => view! { <NothingAt error=Error::NotHere permalink/> }.into_erased(),
            Address::Unknown => view! { <NotFoundPage permalink/> }.into_erased(),
        }
    };
    view! { <div class="td-page">{page}</div> }.into_erased()
}

/// Moves the focus to the new page after a navigation, as a browser does when it loads a page; its heading takes it
/// from there. The first page was loaded by the browser.
fn move_focus_with(address: Memo<Address>, IsFirst(is_first): IsFirst) {
    let host = browser::use_host();
    Effect::new(move |previous: Option<Address>| {
        let address = address.get();
        if previous.is_some_and(|previous| previous != address) {
            is_first.set_value(false);
            // A reader who is elsewhere in the page around stays there.
            if host.has_focus() {
                host.focus(MAIN);
            }
        }
        address
    });
}
