//! The pages for an address at which this application has nothing, and for a page that could not be loaded.

use leptos::prelude::*;

use super::head::{IsFirst, set_failed_head};
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
    let (asking, asked) = (client.clone(), permalink.clone());
    let answer = Query::new(move || {
        let (client, permalink, origin) = (asking.clone(), asked.clone(), browser::origin());
        async move { client.at_site(&permalink, &origin).await }
    });
    let base = use_base();
    let address = client.address_at_site(&permalink);
    let destination = Memo::new(move |_| match answer.result()? {
        Ok(AtSite::Redirect(url)) => redirected(&url, client.root().home_path(), &base),
        // Not where the site has answered with this application. A blog within somebody's page stays there.
        Ok(AtSite::Something) if &*base != "#" && !browser::is_document(&browser::page_url()) => {
            Some(address.clone())
        }
        _ => None,
    });
    let is_leaving = move || destination.read().as_ref().is_some_and(|url| !browser::is_document(url));
    Effect::new(move |_| {
        if is_leaving() {
            browser::load_page(&destination.get().unwrap_or_default());
        }
    });
    move || {
        if answer.result().is_none() || is_leaving() {
            view! { <Placeholder/> }.into_erased()
        } else {
            view! { <NothingAt error=Error::NotFound permalink=permalink.clone()/> }.into_erased()
        }
    }
}

/// Where a redirection of the site to `url` leads: to this application's own page of it, where it has one.
fn redirected(url: &str, home: &str, base: &str) -> Option<String> {
    let permalink = Permalink::from_link(url, home);
    let (path, query) = permalink.parts();
    Some(if is_wordpress_own(path, query) { url.to_owned() } else { permalink.href(base) })
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
    // The heading of a later page gets the focus, and is said by that.
    let is_first = use_context::<IsFirst>().is_none_or(|IsFirst(is_first)| is_first.get_value());
    view! { <ErrorView error retry site_url alert=is_first/> }
}
