//! Widgets come into somebody else's page, change and go.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

use leptos::{mount::mount_to, prelude::*};
use web_sys::HtmlElement;

use crate::{
    app::App,
    browser::{self, FetchTransport, Host, JsFetchScope, follow_places},
    config::Settings,
    widgets::{self, WidgetSettings, WidgetView},
};

/// A widget that stands in the page. Dropping it takes it out and frees all that it has.
struct Mounted {
    widget: Widget,
    _view: Box<dyn Any>,
}

#[derive(Clone, Copy)]
struct Widget {
    host: Host,
    /// `None` for what cannot change: a blog, or a widget whose settings were wrong.
    settings: Option<WidgetSettings>,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Shows a widget in `element`. Returns the number by which it changes and goes.
pub fn mount_widget(
    view: WidgetView,
    element: HtmlElement,
    scope: JsFetchScope,
    shares_tree: bool,
    settings: Vec<String>,
) -> u32 {
    let transport = Arc::new(FetchTransport::new(scope.into()));
    mount(element, shares_tree, move |host| {
        let find = |name: &str| find(&settings, name);
        let settings = Settings { prefix: "", attribute: &find };
        let widget_settings = WidgetSettings::new(settings);
        follow_places(host);
        let view = widgets::widget(view, settings, widget_settings, transport);
        (view, Widget { host, settings: widget_settings.are_valid().then_some(widget_settings) })
    })
}

/// Shows the whole blog in `element`. A change of its settings is another blog.
pub fn mount_blog(
    element: HtmlElement,
    scope: JsFetchScope,
    shares_tree: bool,
    settings: Vec<String>,
) -> u32 {
    let transport = Arc::new(FetchTransport::new(scope.into()));
    mount(element, shares_tree, move |host| {
        let find = |name: &str| find(&settings, name);
        let settings = Settings { prefix: "", attribute: &find };
        let (config, language) = (widgets::blog(host, settings), settings.language());
        (view! { <App config language transport/> }, Widget { host, settings: None })
    })
}

/// Mounts what `make` makes. Returns its number, and 0 if nothing was made.
fn mount<V: IntoView + 'static>(
    element: HtmlElement,
    shares_tree: bool,
    make: impl FnOnce(Host) -> (V, Widget) + 'static,
) -> u32 {
    let made = Rc::new(Cell::new(None));
    let widget = made.clone();
    let parent = element.clone();
    let view = mount_to(parent, move || {
        let host = Host::with_element(element, shares_tree);
        provide_context(host);
        let (view, widget) = make(host);
        made.set(Some(widget));
        view
    });
    let Some(widget) = widget.get() else { return 0 };
    MOUNTED.with_borrow_mut(|all| all.push(Mounted { widget, _view: Box::new(view) }));
    widget.host.number()
}

/// Takes over changed settings. False for what cannot change.
pub fn update(number: u32, settings: &[String]) -> bool {
    let widget_settings = find_widget(number).and_then(|widget| widget.settings);
    if let Some(widget_settings) = widget_settings {
        widget_settings.update(Settings { prefix: "", attribute: &|name| find(settings, name) });
    }
    widget_settings.is_some()
}

/// Scrolls to what the page's address names, if it stands in this widget.
pub fn scroll_to_fragment(number: u32) {
    if let Some(widget) = find_widget(number) {
        browser::go_to_fragment(widget.host);
    }
}

/// Takes a widget out of the page.
pub fn unmount(number: u32) {
    let gone = MOUNTED.with_borrow_mut(|mounted| {
        let index = mounted.iter().position(|each| each.widget.host.number() == number)?;
        Some(mounted.swap_remove(index))
    });
    // Only now: what is dropped may call `update` or `unmount`.
    drop(gone);
}

fn find_widget(number: u32) -> Option<Widget> {
    MOUNTED.with_borrow(|mounted| {
        mounted.iter().map(|each| each.widget).find(|widget| widget.host.number() == number)
    })
}

/// Settings come as names and values in turn.
fn find(settings: &[String], name: &str) -> Option<String> {
    let (pairs, _) = settings.as_chunks();
    pairs.iter().find_map(|[key, value]| (key == name).then(|| value.clone()))
}
