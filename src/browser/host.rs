//! The host element: what holds the application, or one widget of it in somebody else's page.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, FocusEvent, FocusOptions, HtmlElement, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, css,
};

use super::{
    Detail,
    console::logged,
    detail::detail_object,
    watch::{self, TextField, Watch},
};

/// The host element of what is mounted, in the context. Natively there is none, and whatever needs one does
/// nothing. The same holds once the widget has been taken out of its page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Host {
    element: Option<StoredValue<HtmlElement, LocalStorage>>,
    /// Tells the widgets of a page apart.
    number: u32,
    /// Whether other widgets stand in the same tree of the page, so that ids must differ.
    shares_tree: bool,
}

impl Host {
    /// A host without an element, for rendering natively.
    pub const fn new(number: u32, shares_tree: bool) -> Self {
        Self { element: None, number, shares_tree }
    }

    /// The host `element`, under a number of its own. The current owner keeps the element: call this within
    /// what is mounted.
    pub fn with_element(element: HtmlElement, shares_tree: bool) -> Self {
        static LAST_NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = LAST_NUMBER.fetch_add(1, Ordering::Relaxed) + 1;
        Self { element: Some(StoredValue::new_local(element)), number, shares_tree }
    }

    /// Tells the widgets of a page apart.
    pub const fn number(self) -> u32 {
        self.number
    }

    /// The id of the element that is called `name` within this host.
    pub fn id(self, name: &str) -> String {
        if self.shares_tree {
            ["td-", &self.number.to_string(), "-", name].concat()
        } else {
            ["td-", name].concat()
        }
    }

    /// The id in the page of what has this id in the text of an article.
    pub fn text_id(self, id: &str) -> String {
        self.id(&["text-", id].concat())
    }

    /// The id of an anchor that WordPress's own pages have too, such as `comments`.
    pub fn anchor(self, name: &str) -> String {
        if self.shares_tree { self.id(name) } else { name.to_owned() }
    }

    /// The element itself.
    pub(super) fn element(self) -> Option<HtmlElement> {
        self.element?.try_get_value()
    }

    /// The document in which the element stands. It may be another than that of the script: a page can have frames.
    pub(super) fn document(self) -> Document {
        self.element().and_then(|element| element.owner_document()).unwrap_or_else(document)
    }

    /// The window of that document.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn window(self) -> web_sys::Window {
        self.document().default_view().unwrap_or_else(window)
    }

    /// The element with `id` within this host. The page may use the same id elsewhere.
    pub(super) fn find(self, id: &str) -> Option<HtmlElement> {
        let element = self.element()?;
        let selector = ["[id=\"", &css::escape(id), "\"]"].concat();
        // Unchecked: in another document `HtmlElement` is another class.
        logged(element.query_selector(&selector))?.map(JsCast::unchecked_into)
    }

    /// Moves the focus to the element that is called `name`, where there is one.
    pub fn focus(self, name: &str) {
        if let Some(element) = self.find(&self.id(name)) {
            logged(element.focus());
        }
    }

    /// Moves the focus to the field that is called `name` of a form that stands elsewhere now. If something else has the
    /// focus, it keeps it.
    pub fn focus_again(self, name: &str) {
        if self.focused().is_none_or(|focused| focused.id() == self.id(name)) {
            self.focus(name);
        }
    }

    /// Scrolls as little as is needed for the element that is called `name` to be in sight.
    pub fn reveal(self, name: &str) {
        if let Some(element) = self.find(&self.id(name)) {
            scroll_near(&element);
        }
    }

    /// Moves the focus to the first heading of the element that is called `name`, without scrolling. Not where the
    /// reader has put the focus somewhere.
    pub fn focus_heading(self, name: &str) {
        let element = self.find(&self.id(name));
        let heading = element.and_then(|element| logged(element.query_selector("h1"))?);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into().ok())
            && self.is_focus_free()
        {
            focus_in_place(&heading);
        }
    }

    /// Moves the focus from the element that is called `from`, or from where it is lost, to the element with `id`, and
    /// scrolls as little as is needed to see it.
    pub fn focus_next(self, from: &str, id: &str) {
        if let Some(next) = self.find(id)
            && self.focused().is_none_or(|focused| focused.id() == self.id(from))
        {
            focus_in_place(&next);
            scroll_near(&next);
        }
    }

    /// Moves the focus to the element with `id`, and scrolls as little as is needed to see it.
    pub fn go_to(self, id: &str) {
        if let Some(element) = self.find(id) {
            focus_in_place(&element);
            scroll_near(&element);
        }
    }

    /// Whether the focus is within this host, or nowhere.
    pub fn has_focus(self) -> bool {
        self.focused().is_none_or(|focused| self.contains(&focused))
    }

    /// Whether the focus is nowhere, or where only this application puts it.
    pub(super) fn is_focus_free(self) -> bool {
        self.focused().is_none_or(|focused| {
            focused.get_attribute("tabindex").as_deref() == Some("-1") && self.contains(&focused)
        })
    }

    fn contains(self, other: &Element) -> bool {
        self.element().is_some_and(|element| element.contains(Some(other)))
    }

    /// The element that has the focus. The document knows of a shadow root only its host.
    fn focused(self) -> Option<Element> {
        let document = self.document();
        let body = document.body().map(Element::from);
        let focused = document.active_element().filter(|focused| Some(focused) != body.as_ref())?;
        let root = self.element()?.get_root_node().dyn_into::<ShadowRoot>().ok();
        match root.filter(|root| root.host() == focused) {
            Some(root) => root.active_element(),
            None => Some(focused),
        }
    }

    /// Whether the popover that is called `name` is open.
    pub fn is_popover_open(self, name: &str) -> bool {
        let popover = self.find(&self.id(name));
        popover.is_some_and(|popover| logged(popover.matches(":popover-open")).unwrap_or(false))
    }

    /// Opens the popover that is called `name`.
    pub fn show_popover(self, name: &str) {
        if let Some(popover) = self.find(&self.id(name)) {
            logged(popover.show_popover());
        }
    }

    /// Closes the popover that is called `name`.
    pub fn hide_popover(self, name: &str) {
        if let Some(popover) = self.find(&self.id(name)) {
            logged(popover.hide_popover());
        }
    }

    /// Calls `changed` with every new value of the field that is called `name`, whoever changed it.
    pub fn watch_field(self, name: &str, changed: impl Fn(String) + 'static) -> Watch {
        match self.field(name) {
            Some(field) => watch::watch_field(field, changed),
            None => Watch::default(),
        }
    }

    /// The value of the field that is called `name`; `None` where there is none.
    pub fn field_text(self, name: &str) -> Option<String> {
        Some(self.field(name)?.text())
    }

    /// Selects what stands behind `start` (UTF-16 code units) in the field that is called `name`, and shows it.
    pub fn select_from(self, name: &str, start: usize) {
        if let Some(field) = self.field(name) {
            logged(field.focus());
            let start = u32::try_from(start).unwrap_or(u32::MAX);
            logged(field.set_selection_range(start, field.value().length()));
        }
    }

    pub(super) fn field(self, name: &str) -> Option<TextField> {
        TextField::of(self.find(&self.id(name))?)
    }

    /// Dispatches the event `tadwina-{name}` with these details. False where the page prevents
    /// what follows, by `preventDefault`.
    pub fn dispatch(self, name: &str, details: &[(&str, Detail<'_>)]) -> bool {
        let Some(element) = self.element() else { return true };
        let options = CustomEventInit::new();
        options.set_bubbles(true);
        options.set_composed(true);
        options.set_cancelable(true);
        options.set_detail(&detail_object(details));
        let event = CustomEvent::new_with_event_init_dict(&["tadwina-", name].concat(), &options);
        logged(event.and_then(|event| element.dispatch_event(&event))).unwrap_or(true)
    }

    /// Sets the language and the direction of the host element.
    pub fn set_language(self, lang: &str, dir: &str) {
        if let Some(element) = self.element() {
            element.set_lang(lang);
            element.set_dir(dir);
        }
    }
}

fn scroll_near(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives an element the focus that has none by itself.
pub(super) fn focus_in_place(element: &HtmlElement) {
    element.set_tab_index(-1);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    logged(element.focus_with_options(&options));
}

/// Whether the focus went from the element that listens to another outside it.
pub fn has_left(event: &FocusEvent) -> bool {
    let listening: Option<Node> = event.current_target().and_then(|target| target.dyn_into().ok());
    let focused: Option<Node> = event.related_target().and_then(|target| target.dyn_into().ok());
    focused.is_some() && listening.is_some_and(|listening| !listening.contains(focused.as_ref()))
}

/// The host element of this widget, or of the application.
pub fn use_host() -> Host {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_number_of_the_widget_if_several_widgets_share_a_tree() {
        assert_eq!(Host::new(3, false).id("body"), "td-body");
        assert_eq!(Host::new(3, true).id("body"), "td-3-body");
        assert_eq!(Host::new(3, false).anchor("comments"), "comments");
        assert_eq!(Host::new(3, true).anchor("comments"), "td-3-comments");
    }

    #[test]
    fn an_event_without_listeners_is_not_cancelled() {
        assert!(Host::default().dispatch("share", &[("title", Detail::Text("خبز"))]));
    }

    #[test]
    fn without_a_host_element_focusing_does_nothing() {
        let host = Host::default();
        host.focus("body");
        host.focus_next("more", "comments");
        host.focus_heading("main");
        host.reveal("body");
        host.select_from("body", 3);
        host.set_language("ar", "rtl");
    }
}
