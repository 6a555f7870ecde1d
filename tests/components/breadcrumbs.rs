//! The way from home to here.

use leptos::prelude::*;
use tadwina::{
    components::{Breadcrumbs, Crumb},
    model::Permalink,
};

use crate::html::{Html, arabic, rendered};

fn crumb(name: &str, link: &str) -> Crumb {
    Crumb { name: name.to_owned(), link: Permalink::from_link(link, "") }
}

fn trail() -> Vec<Crumb> {
    vec![crumb("مطبخ", "/category/kitchen/"), crumb("خبز & <b>عجين</b>", "/category/kitchen/bread/")]
}

fn breadcrumbs() -> Html {
    arabic(|| view! { <Breadcrumbs trail=trail() here="أوّل \"رغيف\""/> })
}

#[test]
fn the_way_leads_from_home_over_every_category_to_the_page_itself() {
    let html = breadcrumbs();
    assert_eq!(html.texts("li"), ["الرئيسية", "مطبخ", "خبز & <b>عجين</b>", "أوّل \"رغيف\""]);
    assert_eq!(html.attributes("a", "href"), ["/", "/category/kitchen/", "/category/kitchen/bread/"]);
}

#[test]
fn only_the_page_itself_is_current_and_it_is_no_link() {
    let html = breadcrumbs();
    assert_eq!(html.one("[aria-current]").text, "أوّل \"رغيف\"");
    assert_eq!(html.one("[aria-current]").attribute("aria-current"), "page");
    assert!(!html.has("[aria-current] a"));
}

#[test]
fn names_are_text_whatever_characters_they_have_and_each_has_its_own_direction() {
    let html = breadcrumbs();
    assert!(!html.has("b"));
    assert_eq!(html.texts("bdi[itemprop=name]"), html.texts("li"));
}

#[test]
fn search_engines_find_a_breadcrumb_list_with_positions_from_one() {
    let html = breadcrumbs();
    assert_eq!(html.one("ol[itemscope]").attribute("itemtype"), "https://schema.org/BreadcrumbList");
    let items = html.all("ol[itemscope] li[itemprop=itemListElement][itemscope]");
    assert_eq!(items.len(), 4);
    assert!(items.iter().all(|item| item.attribute("itemtype") == "https://schema.org/ListItem"));
    assert_eq!(html.attributes("li meta[itemprop=position]", "content"), ["1", "2", "3", "4"]);
    assert_eq!(html.all("li a[itemprop=item] [itemprop=name]").len(), 3);
}

#[test]
fn a_page_without_categories_is_two_steps() {
    let html = arabic(|| view! { <Breadcrumbs trail=Vec::new() here="صفحة"/> });
    assert_eq!(html.texts("li"), ["الرئيسية", "صفحة"]);
    assert_eq!(html.attributes("meta", "content"), ["1", "2"]);
}

#[test]
fn the_way_has_a_name_in_the_readers_language_and_begins_below_the_base() {
    let html = rendered("en", "/blog", || view! { <Breadcrumbs trail=trail() here="Page"/> });
    assert_eq!(html.one("nav").attribute("aria-label"), "Breadcrumb");
    assert_eq!(
        html.attributes("a", "href"),
        ["/blog/", "/blog/category/kitchen/", "/blog/category/kitchen/bread/"]
    );
    assert_eq!(html.texts("a").first(), Some(&"Home"));
}
