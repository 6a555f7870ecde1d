//! The element that holds the application, or one part of it in somebody else's page.

use leptos::prelude::*;

use super::platform::{self, Watch};

/// The element that holds what is mounted. In the context; natively it is nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Root {
    /// By which `edge.js` knows the element; 0 for none.
    number: u32,
    /// Whether other parts stand in the same tree of the page, so that ids must differ.
    shares_tree: bool,
}

impl Root {
    /// The element that `edge.js` knows by `number`.
    pub const fn new(number: u32, shares_tree: bool) -> Self {
        Self { number, shares_tree }
    }

    /// By which `edge.js` knows the element.
    pub const fn number(self) -> u32 {
        self.number
    }

    /// The id of the element that is called `name` within this root.
    pub fn id(self, name: &str) -> String {
        if self.shares_tree {
            ["td-", &self.number.to_string(), "-", name].concat()
        } else {
            ["td-", name].concat()
        }
    }

    /// The id of an anchor that WordPress's own pages have too, such as `comments`.
    pub fn anchor(self, name: &str) -> String {
        if self.shares_tree { self.id(name) } else { name.to_owned() }
    }

    /// Moves the focus to the element that is called `name`, where there is one.
    pub fn focus(self, name: &str) {
        platform::focus(self.number, &self.id(name));
    }

    /// Moves the focus to the element with `id` where it was on something that has gone.
    pub fn focus_next(self, id: &str) {
        platform::focus_next(self.number, id);
    }

    /// Calls `changed` with every new value of the field that is called `name`, whoever changed it.
    pub fn watch_field(self, name: &str, changed: impl Fn(String) + 'static) -> Watch {
        platform::watch_field(self.number, &self.id(name), changed)
    }

    /// Selects what stands behind `start` (UTF-16 code units) in the field that is called `name`, and shows it.
    pub fn select_from(self, name: &str, start: usize) {
        platform::select_from(self.number, &self.id(name), start);
    }

    /// Tells the page of the event `tadwina-{name}` with these details. False where the page asks, by
    /// `preventDefault`, to leave the matter to it.
    pub fn announce(self, name: &str, details: &[(&str, &str)]) -> bool {
        let said = details.iter().flat_map(|(key, value)| [(*key).to_owned(), (*value).to_owned()]).collect();
        platform::announce(self.number, name, said)
    }
}

/// The element that holds this part of the application.
pub fn use_root() -> Root {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_where_other_parts_stand_in_the_same_tree() {
        assert_eq!(Root::new(3, false).id("body"), "td-body");
        assert_eq!(Root::new(3, true).id("body"), "td-3-body");
    }

    #[test]
    fn where_no_page_listens_nothing_is_cancelled() {
        assert!(Root::default().announce("share", &[("title", "خبز")]));
    }
}
