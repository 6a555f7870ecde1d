//! Renders components to HTML and reads the HTML as a browser does: tests find elements by CSS selectors and check
//! their attributes and their text.

use std::{collections::BTreeMap, sync::Once};

use leptos::prelude::*;
use scraper::{ElementRef, Selector};
use tadwina::{components::provide_reader, i18n::I18n};

/// Renders `view` in the locale `tag`, below the base path `base`.
pub fn render<V: IntoView + 'static>(tag: &str, base: &str, view: impl FnOnce() -> V) -> Html {
    Html::parse(&source(tag, base, view))
}

/// The same as the string that it is.
pub fn source<V: IntoView + 'static>(tag: &str, base: &str, view: impl FnOnce() -> V) -> String {
    static START: Once = Once::new();
    START.call_once(|| any_spawner::Executor::init_futures_executor().expect("no executor is set"));
    let owner = Owner::new();
    owner.with(|| {
        provide_reader(I18n::new(tag.parse().expect("a locale"), None), base);
        view().into_view().to_html()
    })
}

/// Renders `view` in Arabic, without a base path.
pub fn render_arabic<V: IntoView + 'static>(view: impl FnOnce() -> V) -> Html {
    render("ar", "", view)
}

/// Rendered HTML.
#[derive(Debug)]
pub struct Html {
    document: scraper::Html,
    /// In the order of the document.
    elements: Vec<Element>,
    /// All text, with entities decoded.
    pub text: String,
}

/// An element with its attributes and its text.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// The text of the element and its descendants, with entities decoded.
    pub text: String,
}

impl Element {
    /// The value of an attribute. Panics if the element does not have it.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("no attribute {name} in {self:?}"))
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
    /// All elements that match a CSS selector, in the order of the document.
    pub fn all(&self, selector: &str) -> Vec<&Element> {
        let parsed = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        let elements = elements(&self.document).zip(&self.elements);
        elements.filter(|(element, _)| parsed.matches(element)).map(|(_, element)| element).collect()
    }

    /// The only element that matches a selector. Panics if none or several match.
    pub fn one(&self, selector: &str) -> &Element {
        match self.all(selector).as_slice() {
            [one] => one,
            found => panic!("{} elements match {selector} in {:#?}", found.len(), self.elements),
        }
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    pub fn texts(&self, selector: &str) -> Vec<&str> {
        self.all(selector).into_iter().map(|element| element.text.as_str()).collect()
    }

    /// The values of an attribute of all elements that match a selector and have it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let all = self.all(selector).into_iter();
        all.filter_map(|element| element.attributes.get(name)).map(String::as_str).collect()
    }

    /// Parses `source`. Panics at an error that a browser would repair, such as an end tag without a start tag.
    pub fn parse(source: &str) -> Self {
        let html = Self::repaired(source);
        assert!(html.document.errors.is_empty(), "{:?} in {source}", html.document.errors);
        html
    }

    /// Parses `source` as a browser does.
    pub fn repaired(source: &str) -> Self {
        // Leptos puts this marker between texts. Browsers read it as a comment, the standard calls it an error.
        let document = scraper::Html::parse_fragment(&source.replace("<!>", ""));
        Self {
            elements: elements(&document).map(Element::from).collect(),
            text: document.root_element().text().collect(),
            document,
        }
    }
}

/// The elements of a fragment, without the root element that the parser adds.
fn elements(document: &scraper::Html) -> impl Iterator<Item = ElementRef<'_>> {
    document.root_element().descendants().skip(1).filter_map(ElementRef::wrap)
}
