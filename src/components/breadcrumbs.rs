//! The way from home to here. WAI-ARIA breadcrumb pattern, schema.org BreadcrumbList as microdata.

use leptos::prelude::*;

use super::{Piece, piece, use_base, use_i18n};
use crate::{
    model::{Category, Permalink},
    reactive::{Live, live},
};

/// One station on the way.
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
    /// What lies between home and here, outermost first.
    mut trail: Live<Vec<Crumb>>,
    /// The name of this page, plain text.
    #[prop(into)]
    here: String,
) -> Piece {
    let words = use_i18n().words();
    let base = use_base();
    let crumbs = live(move || {
        let home = Crumb { name: words.home.to_owned(), link: Permalink::home() };
        let trail: Vec<_> = std::iter::once(home).chain(trail()).collect();
        let here_position = trail.len() + 1;
        let mut items: Vec<Piece> = trail
            .into_iter()
            .enumerate()
            .map(|(index, crumb)| {
                let href = crumb.link.href(&base);
                piece(view! { <Item position=index + 1 href=Some(href) name=crumb.name/> })
            })
            .collect();
        items.push(piece(view! { <Item position=here_position href=None name=here.clone()/> }));
        items
    });
    piece(view! {
        <nav class="td-breadcrumbs" aria-label=words.breadcrumbs>
            <ol class="td-breadcrumbs__list" itemscope itemtype="https://schema.org/BreadcrumbList">{crumbs}</ol>
        </nav>
    })
}

/// `href` is `None` for the page itself, which schema.org lets go without an address.
#[component]
fn Item(position: usize, href: Option<String>, name: String) -> Piece {
    let current = href.is_none().then_some("page");
    let name = view! { <bdi itemprop="name">{name}</bdi> };
    let content = match href {
        Some(href) => piece(view! { <a class="td-breadcrumbs__link" itemprop="item" href=href>{name}</a> }),
        None => piece(name),
    };
    piece(view! {
        <li class="td-breadcrumbs__item" aria-current=current itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">
            {content}
            <meta itemprop="position" content=position.to_string()/>
        </li>
    })
}
