//! A finished piece of the page, whatever it is made of.
//!
//! The type of a Leptos view names every element in it, and Leptos makes code to build, to change and to
//! move each such type, once more for its owned form where it is erased by `into_any`. A page of this
//! size would be half a megabyte of that. What stands here is built once, and replaced as a whole by
//! whatever closure shows it; what changes within it does so by its own signals. So all that has to be
//! known of it is its outermost elements.

#[cfg(not(target_arch = "wasm32"))]
pub use native::{Piece, piece};
#[cfg(target_arch = "wasm32")]
pub use web::{Piece, piece};

/// Natively Leptos's own erased view, which renders to HTML.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use leptos::prelude::*;

    /// A view of any kind.
    pub type Piece = AnyView;

    /// Erases the type of `view`.
    pub fn piece(view: impl IntoView + 'static) -> Piece {
        view.into_any()
    }
}

#[cfg(target_arch = "wasm32")]
mod web {
    use std::any::Any;

    use leptos::{
        attr::any_attribute::AnyAttribute,
        tachys::{
            hydration::Cursor,
            no_attrs,
            renderer::types::{Element, Node},
            view::{Mountable, Position, PositionState, Render, RenderHtml},
        },
    };

    /// A view of any kind whose outermost parts are elements.
    pub struct Piece(Box<dyn FnOnce() -> Built + Send>);

    /// Erases the type of `view`. Its outermost parts must be elements, not closures that may show
    /// something else later.
    pub fn piece<V>(view: V) -> Piece
    where
        V: Render + Send + 'static,
    {
        Piece(Box::new(move || {
            let state = view.build();
            Built { roots: state.elements(), _state: Box::new(state) }
        }))
    }

    /// What stands in the page. Dropping it ends all that changes within it.
    pub struct Built {
        roots: Vec<Element>,
        _state: Box<dyn Any>,
    }

    impl Mountable for Built {
        fn unmount(&mut self) {
            self.roots.iter_mut().for_each(Mountable::unmount);
        }

        fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
            self.roots.iter_mut().for_each(|root| root.mount(parent, marker));
        }

        fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
            self.roots.first().is_some_and(|root| root.insert_before_this(child))
        }

        fn elements(&self) -> Vec<Element> {
            self.roots.clone()
        }
    }

    impl Render for Piece {
        type State = Built;

        fn build(self) -> Built {
            self.0()
        }

        fn rebuild(self, state: &mut Built) {
            let mut built = self.build();
            state.insert_before_this(&mut built);
            state.unmount();
            *state = built;
        }
    }

    no_attrs!(Piece);

    impl RenderHtml for Piece {
        type AsyncOutput = Self;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> Self {
            self
        }

        /// Only the native form renders to HTML.
        fn to_html_with_buf(
            self,
            _buf: &mut String,
            _position: &mut Position,
            _escape: bool,
            _mark_branches: bool,
            _extra_attrs: Vec<AnyAttribute>,
        ) {
        }

        fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Built {
            self.build()
        }

        fn into_owned(self) -> Self {
            self
        }
    }
}
