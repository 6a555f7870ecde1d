//! The path from the front page to this page: the WAI-ARIA breadcrumb pattern, with schema.org's
//! BreadcrumbList as microdata.

use std::iter;

use leptos::prelude::*;

use super::{IntoErased, use_base, use_i18n};
use crate::model::{Category, Permalink};

/// One step of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Plain text.
    pub name: String,
    /// Where it leads.
    pub link: Permalink,
}

impl From<Category> for Crumb {
    fn from(category: Category) -> Self {
        Self { name: category.name, link: category.link }
    }
}

/// Home › categories › this page.
#[component]
pub fn Breadcrumbs(
    /// The steps between home and this page, outermost first.
    #[prop(into)]
    trail: Signal<Vec<Crumb>>,
    /// The name of this page, plain text.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let messages = use_i18n().messages();
    let base = use_base();
    let items = move || {
        let home = Crumb { name: messages.home.to_owned(), link: Permalink::home() };
        let links = iter::once(home)
            .chain(trail.get())
            .map(|crumb| (crumb.name, Some(crumb.link.href(&base))))
            .chain(iter::once((here.clone(), None)));
        links.zip(1..).map(|((name, href), position)| view! { <Item position href name/> }).collect_view()
    };
    view! {
        <nav class="td-breadcrumbs" aria-label=messages.breadcrumbs>
            <ol class="td-breadcrumbs__list" itemscope itemtype="https://schema.org/BreadcrumbList">{items}</ol>
        </nav>
    }
    .into_erased()
}

/// `href` is `None` for the page itself: schema.org allows the last item to have no address.
#[component]
fn Item(position: usize, href: Option<String>, name: String) -> impl IntoView {
    let current = href.is_none().then_some("page");
    let name = view! { <bdi itemprop="name">{name}</bdi> };
    let content = match href {
        Some(href) => {
            view! { <a class="td-breadcrumbs__link" itemprop="item" href=href>{name}</a> }.into_erased()
        }
        None => name.into_erased(),
    };
    view! {
        <li class="td-breadcrumbs__item" aria-current=current itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">
            {content}
            <meta itemprop="position" content=position.to_string()/>
        </li>
    }
    .into_erased()
}
