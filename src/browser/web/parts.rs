//! Parts of a blog come into somebody else's page, change and go.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

use leptos::{mount::mount_to, prelude::*};
use web_sys::HtmlElement;

use super::{FetchTransport, JsFetchScope, glue};
use crate::{
    app::App,
    browser::Root,
    config::Settings,
    widgets::{self, WidgetSettings, WidgetView},
};

/// A part that stands in the page. Dropping it takes it out and frees all that is its.
struct Mounted {
    root: u32,
    /// `None` for what cannot change.
    settings: Option<WidgetSettings>,
    _view: Box<dyn Any>,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Shows a part of a blog in `element`. Answers the number by which it changes and goes.
pub fn mount_part(
    view: WidgetView,
    element: HtmlElement,
    scope: JsFetchScope,
    shares_tree: bool,
    settings: Vec<String>,
) -> u32 {
    let root = glue::keep_root(&element);
    let transport = Arc::new(FetchTransport::new(scope.into()));
    let shown = Rc::new(Cell::new(None));
    let changeable = shown.clone();
    let view = mount_to(element, move || {
        provide_context(Root::new(root, shares_tree));
        let find = |name: &str| find(&settings, name);
        let settings = Settings { prefix: "", attribute: &find };
        let widget_settings = WidgetSettings::new(settings);
        shown.set(widget_settings.are_valid().then_some(widget_settings));
        widgets::widget(view, settings, widget_settings, transport)
    });
    keep(Mounted { root, settings: changeable.get(), _view: Box::new(view) })
}

/// Shows the whole blog in `element`. A change of its settings is another blog.
pub fn mount_blog(
    element: HtmlElement,
    scope: JsFetchScope,
    shares_tree: bool,
    settings: Vec<String>,
) -> u32 {
    let root = glue::keep_root(&element);
    let transport = Arc::new(FetchTransport::new(scope.into()));
    let view = mount_to(element, move || {
        let root = Root::new(root, shares_tree);
        provide_context(root);
        let find = |name: &str| find(&settings, name);
        let config = widgets::blog(root, Settings { prefix: "", attribute: &find });
        view! { <App config transport/> }
    });
    keep(Mounted { root, settings: None, _view: Box::new(view) })
}

/// Takes over changed settings. False where that takes another part: a blog, or one whose settings were wrong.
pub fn update(root: u32, settings: &[String]) -> bool {
    let changeable = MOUNTED.with_borrow(|mounted| mounted.iter().find(|part| part.root == root)?.settings);
    if let Some(changeable) = changeable {
        changeable.update(Settings { prefix: "", attribute: &|name| find(settings, name) });
    }
    changeable.is_some()
}

/// Takes a part out of the page.
pub fn unmount(root: u32) {
    let gone = MOUNTED.with_borrow_mut(|mounted| {
        let index = mounted.iter().position(|part| part.root == root)?;
        Some(mounted.swap_remove(index))
    });
    // Only now, since what is dropped may ask.
    drop(gone);
    glue::forget_root(root);
}

fn keep(mounted: Mounted) -> u32 {
    let root = mounted.root;
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
    root
}

/// Settings come as names and values in turn.
fn find(settings: &[String], name: &str) -> Option<String> {
    let (pairs, _) = settings.as_chunks();
    pairs.iter().find_map(|[key, value]| (key == name).then(|| value.clone()))
}
