//! A view whose type is erased.
//!
//! The type of a Leptos view names every element in it, and Leptos compiles code to build, update and move
//! each such type. Leptos's own `AnyView` erases the type but keeps a pointer to all of that code, so the
//! code stays in the WASM. [`ErasedView`] keeps a pointer to the code that builds a view and to the code
//! that moves it, and no other. `docs/decisions.md` has the sizes that were measured.
//!
//! The price: an erased view is never updated as a whole. A closure that returns one replaces what it
//! returned before. Signals within the view update it as usual, and they should do most of the work.
//!
//! Use it like `into_any()`: at the end of a component, and where the branches of a `match` differ.

use leptos::{
    attr::any_attribute::AnyAttribute,
    children::ToChildren,
    prelude::*,
    tachys::{
        hydration::Cursor,
        no_attrs,
        renderer::types::{Element, Node},
        view::{Position, PositionState},
    },
};

/// A view of any kind.
pub struct ErasedView(Box<dyn DynView>);

/// Erases the type of a view.
pub trait IntoErased {
    /// The same view without its type.
    fn into_erased(self) -> ErasedView;
}

impl<V: RenderHtml + 'static> IntoErased for V {
    fn into_erased(self) -> ErasedView {
        ErasedView(Box::new(self))
    }
}

/// What an erased view can do. Each method becomes code in the WASM for every type of view.
trait DynView: Send {
    fn build(self: Box<Self>) -> ErasedViewState;

    // The browser never renders to HTML: without this condition the code to do so would be linked.
    #[cfg(not(target_arch = "wasm32"))]
    fn to_html(
        self: Box<Self>,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    );
}

impl<V: RenderHtml + 'static> DynView for V {
    fn build(self: Box<Self>) -> ErasedViewState {
        ErasedViewState(Box::new(Render::build(*self)))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn to_html(
        self: Box<Self>,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }
}

/// An erased view in the page. Dropping it stops the effects within it.
pub struct ErasedViewState(Box<dyn Mountable>);

impl Mountable for ErasedViewState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl Render for ErasedView {
    type State = ErasedViewState;

    fn build(self) -> ErasedViewState {
        self.0.build()
    }

    fn rebuild(self, state: &mut ErasedViewState) {
        let mut new = self.0.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

// No component passes attributes on to a child.
no_attrs!(ErasedView);

impl RenderHtml for ErasedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    // Nothing to wait for: data comes through `state::Query`, not through Leptos's resources.
    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg_attr(
        target_arch = "wasm32",
        expect(unused_variables, reason = "the browser never renders to HTML")
    )]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        #[cfg(not(target_arch = "wasm32"))]
        self.0.to_html(buf, position, escape, mark_branches, extra_attrs);
    }

    // The application mounts; it does not hydrate.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> ErasedViewState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Children of a component, like Leptos's `Children`, which would be an `AnyView`.
pub struct ErasedChildren(Box<dyn FnOnce() -> ErasedView + Send>);

impl ErasedChildren {
    /// The children as a view.
    pub fn into_view(self) -> ErasedView {
        self.0()
    }
}

impl<F, V> ToChildren<F> for ErasedChildren
where
    F: FnOnce() -> V + Send + 'static,
    V: RenderHtml + 'static,
{
    fn to_children(children: F) -> Self {
        Self(Box::new(move || children().into_erased()))
    }
}
