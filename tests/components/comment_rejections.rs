//! What the comment box says of a comment that was not taken.

use tadwina::{
    error::{Field as Name, Rejection},
    i18n::I18n,
    model::Posting,
};

use crate::{
    comment_box::{State, comment_box},
    html::Html,
};

fn rejected(rejections: Vec<Rejection>) -> Html {
    comment_box(State { posting: Posting::Refused(rejections), ..State::default() })
}

fn message(rejection: &Rejection) -> String {
    I18n::default().rejection(rejection)
}

/// Every rejection, the id of its field (`None` for the whole form), and its key.
fn rejections() -> Vec<(Rejection, Option<&'static str>, &'static str)> {
    let refused = |message: &str| Rejection::Refused {
        status: 400,
        code: "odd".to_owned(),
        message: message.to_owned(),
    };
    vec![
        (Rejection::Missing(Name::Body), Some("td-body"), "missing"),
        (Rejection::Missing(Name::Name), Some("td-name"), "missing"),
        (Rejection::Missing(Name::Email), Some("td-email"), "missing"),
        (Rejection::Invalid(Name::Body), Some("td-body"), "invalid"),
        (Rejection::Invalid(Name::Name), Some("td-name"), "invalid"),
        (Rejection::Invalid(Name::Email), Some("td-email"), "invalid"),
        (Rejection::TooLong(Name::Body), Some("td-body"), "too-long"),
        (Rejection::TooLong(Name::Name), Some("td-name"), "too-long"),
        (Rejection::TooLong(Name::Email), Some("td-email"), "too-long"),
        (Rejection::TooLong(Name::Website), Some("td-website"), "too-long"),
        (Rejection::Invalid(Name::Website), Some("td-website"), "invalid"),
        (Rejection::OverLimit { excess: 3 }, Some("td-body"), "over-limit"),
        (Rejection::Duplicate, Some("td-body"), "duplicate"),
        (Rejection::Flood { seconds: 15 }, None, "flood"),
        (Rejection::Closed, None, "closed"),
        (Rejection::LoginRequired, None, "login-required"),
        (refused(""), None, "refused"),
        (refused("<b>No</b> & no."), None, "refused"),
        (Rejection::Server { status: 503 }, None, "server"),
        (Rejection::Unreachable, None, "unreachable"),
        (Rejection::Unconfirmed, None, "unconfirmed"),
    ]
}

#[test]
fn every_rejection_is_shown_at_its_field_or_in_the_status_of_the_form() {
    for (rejection, field, key) in rejections() {
        let html = rejected(vec![rejection.clone()]);
        let message = message(&rejection);
        match field {
            Some(id) => {
                assert_eq!(html.texts(".td-field__error"), [message.as_str()], "{rejection:?}");
                let described = html.one(&format!("#{id}")).attribute("aria-describedby");
                let first = described.split(' ').next().unwrap();
                assert_eq!(html.one(&format!("#{first}")).text, message, "{rejection:?}");
                assert_eq!(html.one("[aria-invalid=true]").attribute("id"), id);
                assert!(!html.has("[role=status] [data-rejection]"), "{rejection:?}");
            }
            None => {
                assert_eq!(html.one(&format!("[role=status] [data-rejection={key}]")).text, message);
                assert!(html.has("[data-kind=error]"));
                assert!(!html.has("[aria-invalid=true]") && !html.has(".td-field__error"), "{rejection:?}");
            }
        }
    }
}

#[test]
fn every_rejection_has_its_own_message() {
    let mut messages: Vec<_> = rejections().iter().map(|(rejection, ..)| message(rejection)).collect();
    let count = messages.len();
    messages.sort_unstable();
    messages.dedup();
    assert_eq!(messages.len(), count);
}

#[test]
fn the_message_of_the_site_is_shown_as_text_and_isolated() {
    let (rejection, ..) = rejections().into_iter().find(|(it, ..)| message(it).contains("<b>")).unwrap();
    let html = rejected(vec![rejection]);
    assert!(html.one("[data-rejection=refused]").text.ends_with("\u{2068}<b>No</b> & no.\u{2069}"));
    assert!(!html.has("b"));
}

#[test]
fn several_rejections_are_shown_at_once_each_at_its_field() {
    let html = rejected([Name::Body, Name::Name, Name::Email].map(Rejection::Missing).into());
    assert_eq!(html.all("[aria-invalid=true]").len(), 3);
    assert_eq!(
        html.texts(".td-field__error"),
        ["يُرجى كتابة نص التعليق.", "يُرجى كتابة الاسم.", "يُرجى كتابة البريد الإلكتروني."]
    );
    assert_eq!(html.one("#td-email").attribute("aria-describedby"), "td-email-error td-email-hint");
}

#[test]
fn a_wait_is_said_once_and_counted_for_the_eyes_only() {
    let html = rejected(vec![Rejection::Flood { seconds: 15 }]);
    let [seen, said] =
        [".td-notice [aria-hidden=true]", ".td-notice .td-visually-hidden"].map(|part| html.one(part));
    assert_eq!((&seen.text, &said.text), (&said.text, &message(&Rejection::Flood { seconds: 15 })));
}
