//! Leptos's reactive parts behind one type each. Leptos makes code anew for every closure that it is
//! given and for every type that a signal holds; what goes through here shares one copy.

use std::{any::Any, marker::PhantomData, sync::Arc};

use leptos::prelude::*;

/// A part of a view that changes with the signals it reads. Of few types: `String` for text,
/// `Option<String>` for attributes, `Option<Piece>` for elements.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// Erases the type of the closure that makes a part of a view.
pub fn live<T>(make: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(make)
}

/// A boolean attribute that is there while `is_set`.
pub fn flag(is_set: impl Fn() -> bool + Send + 'static) -> Live<Option<String>> {
    live(move || is_set().then(String::new))
}

/// Erases the type of the closure that answers an event. Views listen with `on:…:capture`: for an element
/// itself it is the same, and Leptos then leaves out its listeners for whole pages.
pub fn handler<E: 'static>(answer: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(answer)
}

/// Runs `run` once the page stands, and again whenever a signal that it read has changed. Never natively.
pub fn effect(run: impl FnMut() + 'static) {
    fn erased(run: Box<dyn FnMut()>) {
        Effect::new(run);
    }
    erased(Box::new(run));
}

/// A value, its type erased.
pub type Erased = Arc<dyn Any + Send + Sync>;

fn typed<T: Clone + Default + 'static>(value: Option<Erased>) -> T {
    value.and_then(|value| value.downcast_ref().cloned()).unwrap_or_default()
}

/// A value that views follow: a signal of any type over a signal of one type. Copy: hand it down freely.
/// When its page has gone, what is read is the default.
pub struct Var<T> {
    signal: RwSignal<Erased>,
    /// Only what is a `T` is put in.
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Var<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Var<T> {}

impl<T: Clone + Default + Send + Sync + 'static> Default for Var<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Clone + Default + Send + Sync + 'static> Var<T> {
    /// Begins with `value`.
    pub fn new(value: T) -> Self {
        Self { signal: RwSignal::new(Arc::new(value)), of: PhantomData }
    }

    /// The signal below, into which only a `T` belongs.
    pub const fn erased(self) -> RwSignal<Erased> {
        self.signal
    }

    /// The value; what reads it is told of changes.
    pub fn get(self) -> T {
        typed(self.signal.try_get())
    }

    /// The value of now.
    pub fn get_untracked(self) -> T {
        typed(self.signal.try_get_untracked())
    }

    /// Another value. Who reads it is told.
    pub fn set(self, value: T) {
        self.signal.set(Arc::new(value));
    }

    /// Changes the value. Who reads it is told.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

/// A value that follows from others, and of which nobody is told while it stays the same.
pub struct Derived<T> {
    memo: Memo<Erased>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Clone + Default + PartialEq + Send + Sync + 'static> Derived<T> {
    /// What `make` makes of the signals it reads.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        type Make = Box<dyn Fn() -> Erased + Send + Sync>;
        fn erased(make: Make, differ: fn(Option<&Erased>, Option<&Erased>) -> bool) -> Memo<Erased> {
            Memo::new_with_compare(move |_| make(), differ)
        }
        let memo = erased(Box::new(move || Arc::new(make())), |one, other| {
            let [one, other] = [one, other].map(|value| value.and_then(|value| value.downcast_ref::<T>()));
            one != other
        });
        Self { memo, of: PhantomData }
    }

    /// The value; what reads it is told of changes.
    pub fn get(self) -> T {
        typed(self.memo.try_get())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

    use super::*;

    #[test]
    fn a_value_is_what_was_put_in_last() {
        Owner::new().with(|| {
            let value = Var::new(vec![1]);
            value.update(|value| value.push(2));
            assert_eq!((value.get(), value.get_untracked()), (vec![1, 2], vec![1, 2]));
            value.set(vec![3]);
            assert_eq!(value.get(), [3]);
            assert_eq!(Var::<Option<u8>>::default().get(), None);
        });
    }

    #[test]
    fn when_its_page_has_gone_a_value_is_the_default() {
        let owner = Owner::new();
        let value = owner.with(|| Var::new(7));
        owner.cleanup();
        assert_eq!((value.get(), value.get_untracked()), (0, 0));
        value.update(|value| *value += 1);
    }

    #[test]
    fn what_follows_from_a_value_changes_only_with_its_own() {
        Owner::new().with(|| {
            let value = Var::new(1);
            let is_odd = Derived::new(move || value.get() % 2 == 1);
            let asked = Arc::new(AtomicU32::new(0));
            let count = asked.clone();
            let name = Derived::new(move || {
                count.fetch_add(1, SeqCst);
                if is_odd.get() { "odd" } else { "even" }
            });
            assert_eq!(name.get(), "odd");
            value.set(3);
            assert_eq!((name.get(), asked.load(SeqCst)), ("odd", 1));
            value.set(4);
            assert_eq!((name.get(), asked.load(SeqCst)), ("even", 2));
        });
    }
}
