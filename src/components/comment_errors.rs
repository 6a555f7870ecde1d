//! What is wrong with each field of the comment form.

use std::mem::discriminant;

use leptos::prelude::*;

use crate::{
    error::{Field, Rejection},
    model::Posting,
};

/// What the last attempt to post found wrong with `field`, until a change of its `value` mends it. `check` finds what
/// is wrong with the field now: what it does not find any more is mended. What only the site can find is mended by
/// any change.
pub fn field_error(
    field: Field,
    value: RwSignal<String>,
    posting: Signal<Posting>,
    check: impl Fn(Field) -> Option<Rejection> + Send + Sync + 'static,
) -> Memo<Option<Rejection>> {
    let found = Memo::new(move |_| {
        let rejection = posting.read().rejection(Some(field))?.clone();
        Some((rejection, value.get_untracked()))
    });
    Memo::new(move |_| {
        let (rejection, rejected) = found.get()?;
        if *value.read() == rejected {
            return Some(rejection);
        }
        check(field).filter(|now| discriminant(now) == discriminant(&rejection))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The error of the e-mail address after a rejection, before and after each of the changes.
    fn errors(rejections: &[Rejection], changes: &[&str]) -> Vec<Option<Rejection>> {
        Owner::new().with(|| {
            let value = RwSignal::new("reader".to_owned());
            let posting = RwSignal::<Posting>::default();
            let check = move |_| match value.get().as_str() {
                "" => Some(Rejection::Missing(Field::Email)),
                value if !value.contains('@') => Some(Rejection::Invalid(Field::Email)),
                _ => None,
            };
            let error = field_error(Field::Email, value, posting.into(), check);
            assert_eq!(error.get(), None, "nothing is wrong before an attempt");
            posting.set(Posting::Refused(rejections.to_vec()));
            let first = error.get();
            let later = changes.iter().map(|change| {
                value.set((*change).to_owned());
                error.get()
            });
            [first].into_iter().chain(later.collect::<Vec<_>>()).collect()
        })
    }

    #[test]
    fn an_error_stays_until_a_change_mends_it() {
        let invalid = Rejection::Invalid(Field::Email);
        let wrong = Some(invalid.clone());
        let found = errors(&[invalid], &["readers", "readers@", "reader@example.org"]);
        assert_eq!(found, [wrong.clone(), wrong, None, None]);
    }

    #[test]
    fn what_only_the_site_finds_wrong_goes_with_any_change() {
        let long = Rejection::TooLong(Field::Email);
        assert_eq!(errors(std::slice::from_ref(&long), &["readers"]), [Some(long), None]);
    }

    #[test]
    fn a_change_that_brings_another_mistake_mends_the_first() {
        let invalid = Rejection::Invalid(Field::Email);
        assert_eq!(errors(std::slice::from_ref(&invalid), &[""]), [Some(invalid), None]);
    }

    #[test]
    fn what_is_wrong_with_another_field_is_no_error_of_this_one() {
        let others = [Rejection::Missing(Field::Name), Rejection::Unreachable];
        assert_eq!(errors(&others, &["x"]), [None, None]);
    }
}
