//! Components rendered to HTML, and the HTML read as a reader's browser reads it: elements with attributes
//! and text, found by CSS selectors.

use std::{collections::BTreeMap, sync::Once};

use leptos::prelude::*;
use scraper::{ElementRef, Selector};
use tadwina::{components::provide_reader, i18n::I18n};

/// What `view` looks like to a reader of the language `tag`, below the base path `base`.
pub fn rendered<V: IntoView + 'static>(tag: &str, base: &str, view: impl FnOnce() -> V) -> Html {
    static START: Once = Once::new();
    START.call_once(|| any_spawner::Executor::init_futures_executor().expect("the first to start one"));
    let owner = Owner::new();
    let source = owner.with(|| {
        provide_reader(I18n::new(tag.parse().expect("a language"), None), base);
        view().into_view().to_html()
    });
    Html::read(&source)
}

/// The same in Arabic at the site's root.
pub fn arabic<V: IntoView + 'static>(view: impl FnOnce() -> V) -> Html {
    rendered("ar", "", view)
}

/// Rendered HTML.
#[derive(Debug)]
pub struct Html {
    document: scraper::Html,
    /// In the order of the page.
    elements: Vec<Element>,
    /// All text, entities decoded.
    pub text: String,
}

/// An element.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// The text in it and below it, entities decoded.
    pub text: String,
}

impl Element {
    /// The value of an attribute that has to be there.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("no {name} at {self:?}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }
}

impl From<ElementRef<'_>> for Element {
    fn from(element: ElementRef<'_>) -> Self {
        Self {
            name: element.value().name().to_owned(),
            attributes: element
                .value()
                .attrs()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            text: element.text().collect(),
        }
    }
}

impl Html {
    /// Every element that a CSS selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<&Element> {
        let parsed = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        let elements = elements(&self.document).zip(&self.elements);
        elements.filter(|(element, _)| parsed.matches(element)).map(|(_, element)| element).collect()
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> &Element {
        match self.all(selector).as_slice() {
            [one] => one,
            found => panic!("{} of {selector} in {:#?}", found.len(), self.elements),
        }
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    pub fn texts(&self, selector: &str) -> Vec<&str> {
        self.all(selector).into_iter().map(|element| element.text.as_str()).collect()
    }

    /// One attribute of every element that a selector finds, where it has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let all = self.all(selector).into_iter();
        all.filter_map(|element| element.attributes.get(name)).map(String::as_str).collect()
    }

    /// Reads `source`. What a browser would have to repair is a failure, such as an end that ends nothing.
    pub fn read(source: &str) -> Self {
        // The marker that Leptos puts between texts is a comment to browsers, though not one by the standard.
        let document = scraper::Html::parse_fragment(&source.replace("<!>", ""));
        assert!(document.errors.is_empty(), "{:?} in {source}", document.errors);
        Self {
            elements: elements(&document).map(Element::from).collect(),
            text: document.root_element().text().collect(),
            document,
        }
    }
}

/// The elements of a fragment, without the root that the parser puts around it.
fn elements(document: &scraper::Html) -> impl Iterator<Item = ElementRef<'_>> {
    document.root_element().descendants().skip(1).filter_map(ElementRef::wrap)
}
