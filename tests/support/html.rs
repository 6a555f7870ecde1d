//! Components rendered to HTML, and the HTML read as a reader's browser would: elements with attributes
//! and text. It reads what Leptos and the sanitiser write, which is always well formed, and nothing else.

use std::{collections::BTreeMap, sync::Once};

use leptos::prelude::*;
use tadwina::{components::provide_reader, i18n::I18n};

/// Elements that have no end.
const VOID: &str = " area base br col embed hr img input link meta param source track wbr ";

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
    parent: Option<usize>,
}

impl Element {
    /// The value of an attribute that has to be there.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("no {name} at {self:?}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }

    /// Whether it fits `a.class#id[attribute][attribute=value]`, or any part of that, or `*`.
    fn fits(&self, selector: &str) -> bool {
        let start = selector.find(['.', '#', '[']).unwrap_or(selector.len());
        let (name, mut rest) = selector.split_at(start);
        let mut fits = ["", "*", &self.name].contains(&name);
        while !rest.is_empty() {
            let (kind, tail) = rest.split_at(1);
            let ends: &[char] = if kind == "[" { &[']'] } else { &['.', '#', '['] };
            let end = tail.find(ends).unwrap_or(tail.len());
            let value = &tail[..end];
            fits &= match kind {
                "." => self.attributes.get("class").is_some_and(|all| all.split(' ').any(|it| it == value)),
                "#" => self.attributes.get("id").is_some_and(|id| id == value),
                _ => match value.split_once('=') {
                    Some((name, value)) => self.attributes.get(name).is_some_and(|it| it == value),
                    None => self.has(value),
                },
            };
            rest = tail[end..].trim_start_matches(']');
        }
        fits
    }
}

impl Html {
    /// Every element that fits `selector`: `.class`, `a[href]`, `[data-error=x]`, each with ancestors
    /// before it, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<&Element> {
        self.elements.iter().filter(|element| self.fits_path(element, selector)).collect()
    }

    /// The one element that fits.
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

    /// One attribute of every element that fits, where it has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let all = self.all(selector).into_iter();
        all.filter_map(|element| element.attributes.get(name)).map(String::as_str).collect()
    }

    fn fits_path(&self, element: &Element, selector: &str) -> bool {
        let (before, last) = selector.rsplit_once(' ').unwrap_or(("", selector));
        if !element.fits(last) {
            return false;
        }
        let mut above = element.parent.and_then(|parent| self.elements.get(parent));
        while let Some(ancestor) = above.filter(|_| !before.is_empty()) {
            if self.fits_path(ancestor, before) {
                return true;
            }
            above = ancestor.parent.and_then(|parent| self.elements.get(parent));
        }
        before.is_empty()
    }

    /// Reads `source`; an end that ends nothing, or an element without its end, is a failure.
    pub fn read(source: &str) -> Self {
        let mut html = Self { elements: Vec::new(), text: String::new() };
        let mut open: Vec<usize> = Vec::new();
        let mut rest = source;
        while !rest.is_empty() {
            if let Some(tail) = rest.strip_prefix("<!--") {
                rest = tail.split_once("-->").expect("the end of a comment").1;
            } else if let Some(tail) = rest.strip_prefix("</") {
                let (name, tail) = tail.split_once('>').expect("the end of a tag");
                let element = open.pop().map(|index| html.elements[index].name.as_str());
                assert_eq!(element, Some(name), "in {source}");
                rest = tail;
            } else if rest.starts_with("<!") {
                rest = rest.split_once('>').expect("the end of a marker").1;
            } else if let Some(tail) = rest.strip_prefix('<') {
                let (element, tail) = tag(tail, open.last().copied());
                if !VOID.contains(&format!(" {} ", element.name)) {
                    open.push(html.elements.len());
                }
                html.elements.push(element);
                rest = tail;
            } else {
                let (text, tail) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                let text = decoded(text);
                open.iter().for_each(|index| html.elements[*index].text.push_str(&text));
                html.text.push_str(&text);
                rest = tail;
            }
        }
        assert!(open.is_empty(), "an element has no end in {source}");
        html
    }
}

/// The element whose tag begins in front of `rest`, and what is behind the tag.
fn tag(rest: &str, parent: Option<usize>) -> (Element, &str) {
    let end = rest.find([' ', '>', '/']).expect("the end of a tag's name");
    let mut element =
        Element { name: rest[..end].to_owned(), attributes: BTreeMap::new(), text: String::new(), parent };
    let mut rest = &rest[end..];
    loop {
        rest = rest.trim_start();
        if let Some(tail) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (element, tail);
        }
        let end = rest.find(['=', ' ', '>']).expect("the end of an attribute's name");
        let (name, tail) = rest.split_at(end);
        let (value, tail) = match tail.strip_prefix("=\"") {
            Some(tail) => tail.split_once('"').expect("the end of an attribute"),
            None => ("", tail),
        };
        let twice = element.attributes.insert(name.to_owned(), decoded(value));
        assert_eq!(twice, None, "{name} twice at {}", element.name);
        rest = tail;
    }
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}
