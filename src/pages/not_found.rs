//! The pages for an address at which this application has nothing, and for a page that could not be loaded.

use leptos::prelude::*;

use super::head::set_failed_head;
use crate::{
    api::AtSite,
    browser,
    components::{ErrorView, IntoErased, Placeholder, use_base, use_i18n},
    error::Error,
    model::{Permalink, is_wordpress_own},
    state::{Query, use_blog},
};

/// The page of an address of which the API knows nothing. First the site itself is asked, which may know where its
/// article has gone.
#[component]
pub fn NotFoundPage(
    /// The address.
    permalink: Permalink,
) -> impl IntoView {
    let client = use_blog().client;
    let address = client.address_at_site(&permalink);
    let asked = permalink.clone();
    let answer = Query::new(move || {
        let (client, permalink, origin) = (client.clone(), asked.clone(), browser::origin());
        async move { client.at_site(&permalink, &origin).await }
    });
    let leave = Leave { base: use_base().to_string(), home: use_blog().client.root().home_path().to_owned() };
    move || {
        let has_left = match answer.result() {
            None => true,
            Some(Ok(AtSite::Redirect(url))) => leave.for_redirect(&url),
            // Not again where the site has answered with this application. A blog within somebody's page stays there.
            Some(Ok(AtSite::Something)) => {
                leave.base != "#" && browser::has_moved_on() && browser::load_page(&address)
            }
            Some(Ok(AtSite::Nothing | AtSite::Unknown) | Err(_)) => false,
        };
        if has_left {
            view! { <Placeholder/> }.into_erased()
        } else {
            view! { <NothingAt error=Error::NotFound permalink=permalink.clone()/> }.into_erased()
        }
    }
}

/// How to leave for another address of the site.
struct Leave {
    base: String,
    home: String,
}

impl Leave {
    /// Leaves for `url`, to which the site redirects: for this application's own page of it, where it has one.
    fn for_redirect(&self, url: &str) -> bool {
        let permalink = Permalink::from_link(url, &self.home);
        let (path, query) = permalink.parts();
        if is_wordpress_own(path, query) {
            browser::load_page(url)
        } else {
            browser::load_page(&permalink.href(&self.base))
        }
    }
}

/// The page of an address at which this application has nothing, with a link to the site's own page where that is
/// another.
#[component]
pub fn NothingAt(
    /// Why.
    error: Error,
    /// The address.
    permalink: Permalink,
) -> impl IntoView {
    let address = browser::absolute(&use_blog().client.address_at_site(&permalink));
    let site_url = Some(address).filter(|address| *address != browser::page_url());
    view! { <Failure error site_url/> }
}

/// A page that could not be loaded, with a title that says so.
#[component]
pub fn Failure(
    /// What went wrong.
    error: Error,
    /// Fetches again.
    #[prop(into, optional_no_strip)]
    retry: Option<Callback<()>>,
    /// The same address at the site itself.
    #[prop(into, optional_no_strip)]
    site_url: Option<String>,
) -> impl IntoView {
    set_failed_head(use_i18n().error(&error).title, &error);
    view! { <ErrorView error retry site_url/> }
}
