//! A page's own messages in the place of some of tadwina's.

use std::{cell::RefCell, collections::BTreeMap, ptr};

use crate::{
    browser::{self, JsonError},
    i18n::{I18n, Messages, Texts},
};

/// Messages of a page. They stay: a handle that readers of them carry is a reference, and a page has few.
struct Own {
    base: &'static Messages,
    json: String,
    messages: &'static Messages,
}

thread_local! {
    static OWN: RefCell<Vec<Own>> = const { RefCell::new(Vec::new()) };
}

/// `i18n` with the messages of `json`, an object of texts by their keys, in the place of the language's. What is wrong
/// with one goes to the console, and the language's own stays.
///
/// # Errors
/// When `json` is no such object.
pub fn with_own_messages(i18n: I18n, json: &str) -> Result<I18n, JsonError> {
    let base = i18n.messages();
    let known = OWN.with_borrow(|all| {
        all.iter().find(|own| ptr::eq(own.base, base) && own.json == json).map(|own| own.messages)
    });
    if let Some(messages) = known {
        return Ok(i18n.with_messages(messages));
    }
    let texts: BTreeMap<String, String> = browser::parse_json(json)?;
    let mut own = base.clone();
    for (key, text) in texts {
        match replace(&mut own, &key, text) {
            Ok(()) => {}
            Err(wrong) => browser::log_error(&["the setting messages: ", &wrong].concat()),
        }
    }
    let messages: &'static Messages = Box::leak(Box::new(own));
    OWN.with_borrow_mut(|all| all.push(Own { base, json: json.to_owned(), messages }));
    Ok(i18n.with_messages(messages))
}

/// Puts `text` into the place of the message called `key`, or says what is wrong.
fn replace(messages: &mut Messages, key: &str, text: String) -> Result<(), String> {
    let Some(place) = messages.text_mut(key) else {
        return Err(format!("there is no message “{key}” (docs/generated/messages.md has the keys)"));
    };
    // A form of a counted message may have its number in words.
    let is_known = |name: &str| name == "n" || place.contains(&["{", name, "}"].concat());
    let mut names = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    match names.find(|name| !is_known(name)) {
        Some(name) => Err(format!("“{key}” has no value {{{name}}}")),
        None => {
            *place = text.leak();
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn own(locale: &str, json: &str) -> I18n {
        with_own_messages(I18n::new(locale.parse().unwrap(), None), json).unwrap()
    }

    #[test]
    fn a_page_replaces_any_message_and_keeps_the_others() {
        let json = r#"{
            "share": "Teilen", "left.one": "ein Zeichen übrig", "left.other": "noch {n} Zeichen",
            "errors.not_found.title": "Nicht gefunden", "byline": "Von {author} am {time}"
        }"#;
        let i18n = own("de", json);
        assert_eq!(i18n.messages().share, "Teilen");
        assert_eq!((i18n.left(1), i18n.left(1500)), ("ein Zeichen übrig".into(), "noch 1500 Zeichen".into()));
        assert_eq!(i18n.error(&Error::NotFound).title, "Nicht gefunden");
        assert_eq!(i18n.byline(true, true).len(), 4);
        assert_eq!(i18n.messages().home, "Home");
        assert_eq!(i18n.dir(), "ltr");
    }

    #[test]
    fn the_same_messages_are_made_once() {
        let json = r#"{"share":"Teilen"}"#;
        assert!(own("de", json) == own("en", json));
        assert!(own("ar", json) != own("en", json));
    }

    #[test]
    fn a_wrong_key_or_value_is_named_and_leaves_the_message() {
        let mut messages = I18n::default().messages().clone();
        for (key, text, wrong) in [
            ("shar", "x", "no message “shar”"),
            ("left", "x", "no message “left”"),
            ("left.dual", "x", "no message “left.dual”"),
            ("share.one", "x", "no message “share.one”"),
            ("share", "{title}", "“share” has no value {title}"),
            ("page_of", "{n} / {pages}", "“page_of” has no value {pages}"),
        ] {
            let error = replace(&mut messages, key, text.to_owned()).unwrap_err();
            assert!(error.contains(wrong), "{error}");
        }
        assert_eq!(messages.share, "مشاركة");
    }

    #[test]
    fn what_is_no_object_of_texts_is_an_error() {
        for wrong in ["", "[]", "Teilen", r#"{"share": 3}"#, r#"{"left": {"one": "x"}}"#] {
            assert!(with_own_messages(I18n::default(), wrong).is_err(), "{wrong}");
        }
    }
}
