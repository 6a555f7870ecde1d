//! The comment box: its form and its messages.

use leptos::prelude::*;
use tadwina::{
    components::CommentBox,
    i18n::I18n,
    model::{CommentStatus, Draft, Posting},
};

use crate::html::{Html, render};

/// The state of a comment box.
#[derive(Default)]
pub struct State {
    pub body: String,
    pub posting: Posting,
    pub other: Option<Draft>,
    pub restored: bool,
    pub unsaved: bool,
}

fn comment_box_in(tag: &str, state: State) -> Html {
    let State { body, posting, other, restored, unsaved } = state;
    render(tag, "", || {
        let [name, email] = [RwSignal::<String>::default(), RwSignal::default()];
        let body = RwSignal::new(body);
        let [restored, unsaved] = [restored, unsaved].map(RwSignal::new);
        let (posting, other) = (RwSignal::new(posting), RwSignal::new(other));
        view! {
            <CommentBox name email body limit=1000 posting restored other unsaved on_change=|()| ()
                on_discard=|()| () on_take_other=|()| () on_discard_other=|()| () on_post=|()| ()/>
        }
    })
}

pub fn comment_box(state: State) -> Html {
    comment_box_in("ar", state)
}

#[test]
fn a_box_that_needs_no_identity_marks_name_and_email_as_optional() {
    let html = render("fr", "", || {
        let [name, email, body] = [""; 3].map(|empty| RwSignal::new(empty.to_owned()));
        let [restored, unsaved] = [false; 2].map(RwSignal::new);
        let (posting, other) = (RwSignal::<Posting>::default(), RwSignal::<Option<Draft>>::default());
        view! {
            <CommentBox name email body limit=1000 needs_identity=false posting restored other unsaved
                on_change=|()| () on_discard=|()| () on_take_other=|()| () on_discard_other=|()| ()
                on_post=|()| ()/>
        }
    });
    for (field, needed) in [("#td-body", "true"), ("#td-name", "false"), ("#td-email", "false")] {
        assert_eq!(html.one(field).attribute("aria-required"), needed, "{field}");
    }
    assert_eq!(html.one("label[for=td-name]").text, "Nom (facultatif)");
    assert_eq!(html.one("label[for=td-email]").text, "Adresse électronique (facultative)");
}

#[test]
fn every_field_has_its_label() {
    let html = comment_box(State::default());
    for (id, label) in [
        ("td-body", "التعليق (مطلوب)"),
        ("td-name", "الاسم (مطلوب)"),
        ("td-email", "البريد الإلكتروني (مطلوب)"),
    ] {
        assert_eq!(html.one(&format!("label[for={id}]")).text, label);
        assert!(["input", "textarea"].contains(&html.one(&format!("#{id}")).name.as_str()), "{id}");
    }
    assert_eq!(html.one("form").attribute("aria-labelledby"), html.one("h3").attribute("id"));
    // Assistive technology says it by `aria-required`, in its own words.
    assert_eq!(html.all("label [aria-hidden=true]").len(), 3);
}

#[test]
fn browsers_can_fill_in_name_and_email() {
    let html = comment_box(State::default());
    assert_eq!(html.one("#td-name").attribute("autocomplete"), "name");
    assert_eq!(html.one("#td-email").attribute("autocomplete"), "email");
    assert_eq!(html.one("#td-email").attribute("type"), "email");
    assert_eq!(html.one("#td-website").attribute("autocomplete"), "url");
    assert_eq!(html.one("#td-website").attribute("type"), "url");
}

#[test]
fn nobody_is_remembered_without_consent_and_a_browser_that_refuses_says_so() {
    let html = comment_box(State::default());
    let check = html.one("#td-remember");
    assert_eq!(
        (check.attribute("type"), check.attribute("name")),
        ("checkbox", "wp-comment-cookies-consent")
    );
    let refused = render("en", "", || {
        let [name, email, body] = [""; 3].map(|empty| RwSignal::new(empty.to_owned()));
        let [restored, unsaved] = [false; 2].map(RwSignal::new);
        let (posting, other) = (RwSignal::<Posting>::default(), RwSignal::<Option<Draft>>::default());
        view! {
            <CommentBox name email body limit=1000 posting restored other unsaved unremembered=RwSignal::new(true)
                on_change=|()| () on_discard=|()| () on_take_other=|()| () on_discard_other=|()| ()
                on_post=|()| ()/>
        }
    });
    let hint = refused.one(".td-comment-box__consent [role=status]");
    assert_eq!(hint.text, I18n::new("en".parse().unwrap(), None).messages().not_remembered);
}

#[test]
fn the_buttons_for_marks_are_one_stop_of_the_keyboard_and_name_the_text() {
    let html = comment_box(State::default());
    let toolbar = html.one("[role=toolbar]");
    assert_eq!(
        (toolbar.attribute("aria-label"), toolbar.attribute("aria-controls")),
        ("أدوات التنسيق", "td-body")
    );
    let buttons = html.all("[role=toolbar] button");
    let stops: Vec<_> = buttons.iter().map(|button| button.attribute("tabindex")).collect();
    assert_eq!(stops, ["0", "-1", "-1", "-1", "-1"]);
    let labels: Vec<_> = buttons[..4].iter().map(|button| button.attribute("aria-label")).collect();
    assert_eq!(labels, ["تأكيد", "رابط", "اقتباس", "شيفرة"]);
    assert_eq!(
        html.one("[aria-expanded]").attribute("aria-controls"),
        html.one("[role=region]").attribute("id")
    );
}

#[test]
fn text_and_name_have_their_own_direction_and_the_email_is_left_to_right() {
    let html = comment_box(State::default());
    assert_eq!(html.one("#td-body").attribute("dir"), "auto");
    assert_eq!(html.one("#td-name").attribute("dir"), "auto");
    assert_eq!(html.one("#td-email").attribute("dir"), "ltr");
}

#[test]
fn no_field_has_a_maximum_length() {
    let html = comment_box(State { body: "ب".repeat(1003), ..State::default() });
    assert!(html.all("*").iter().all(|element| !element.has("maxlength")));
}

#[test]
fn the_form_replaces_the_messages_of_the_browser() {
    let html = comment_box(State::default());
    assert!(html.one("form").has("novalidate"));
    for id in ["td-body", "td-name", "td-email"] {
        let field = html.one(&format!("#{id}"));
        assert_eq!(field.attribute("aria-required"), "true");
        assert_eq!(field.attribute("aria-invalid"), "false");
        assert!(!field.has("required"));
    }
}

#[test]
fn an_empty_box_has_no_message_and_describes_what_its_fields_are_for() {
    let html = comment_box(State::default());
    assert!(!html.has(".td-field__error") && !html.has("[data-rejection]") && !html.has("[data-kind]"));
    assert!(!html.one("#td-name").has("aria-describedby"));
    for (field, hint) in [("#td-body", "1000 حرف على الأكثر"), ("#td-email", "لن يُنشر.")]
    {
        let id = html.one(field).attribute("aria-describedby");
        assert_eq!(html.one(&format!("#{id}")).text, hint);
    }
}

#[test]
fn a_posted_comment_is_confirmed_as_approved_or_held() {
    for (status, kind, message) in [
        (CommentStatus::Approved, "success", "نُشر تعليقك. شكراً لمشاركتك."),
        (CommentStatus::Held, "held", "وصل تعليقك، وسيظهر للجميع بعد مراجعته."),
    ] {
        let html = comment_box(State { posting: Posting::Confirmed(status), ..State::default() });
        assert_eq!(html.one(&format!("[role=status] [data-kind={kind}]")).text, message);
        assert!(!html.has("[aria-invalid=true]") && !html.has("[data-rejection]"));
    }
}

#[test]
fn during_sending_the_fields_are_read_only_and_the_button_is_disabled() {
    let html = comment_box(State { posting: Posting::Sending, ..State::default() });
    assert_eq!(html.all("[readonly]").len(), 4);
    assert_eq!(html.one("button[type=submit]").text, "جارٍ الإرسال…");
    assert_eq!(html.one("button[type=submit]").attribute("aria-disabled"), "true");
    let html = comment_box(State::default());
    assert!(!html.has("[readonly]"));
    assert_eq!(html.one("button[type=submit]").text, "نشر التعليق");
    assert_eq!(html.one("button[type=submit]").attribute("aria-disabled"), "false");
}

#[test]
fn a_text_over_the_limit_cannot_be_sent_and_its_excess_can_be_selected() {
    let at_limit = comment_box(State { body: "بَ".repeat(1000), ..State::default() });
    assert_eq!(at_limit.one("button[type=submit]").attribute("aria-disabled"), "false");
    assert_eq!(at_limit.one(".td-character-count").text, "لم يبقَ أي حرف");
    assert!(at_limit.has("button.td-comment-box__excess[hidden]"));
    let over = comment_box(State { body: "بَ".repeat(1003), ..State::default() });
    assert_eq!(over.one("button[type=submit]").attribute("aria-disabled"), "true");
    assert_eq!(over.one("button.td-comment-box__excess").text, "تحديد الأحرف الزائدة");
    assert!(!over.has("button[hidden]"));
    assert_eq!(over.one(".td-character-count").text.trim(), "3 أحرف زائدة");
}

#[test]
fn a_restored_draft_has_a_message_and_can_be_discarded() {
    let html = comment_box(State { restored: true, ..State::default() });
    assert!(html.one(".td-draft-notices__restored").text.starts_with("استعدنا مسودتك."));
    assert_eq!(html.one(".td-draft-notices__restored button").text, "حذف المسودة");
    assert!(!comment_box(State::default()).has(".td-draft-notices__restored"));
}

#[test]
fn a_message_says_if_the_browser_does_not_save_drafts() {
    let message = "لا يتيح هذا المتصفح حفظ المسودات";
    assert!(comment_box(State { unsaved: true, ..State::default() }).text.contains(message));
    assert!(!comment_box(State::default()).text.contains(message));
}

#[test]
fn the_labels_are_in_the_readers_language() {
    for (tag, labels) in [
        (
            "fr",
            [
                "Commentaire (obligatoire)",
                "Nom (obligatoire)",
                "Adresse électronique (obligatoire)",
                "Site web (facultatif)",
            ],
        ),
        ("en", ["Comment (required)", "Name (required)", "E-mail (required)", "Website (optional)"]),
    ] {
        assert_eq!(comment_box_in(tag, State::default()).texts(".td-field__label"), labels, "{tag}");
    }
}

/// A box with a captcha that is in this state.
fn box_with_captcha(tag: &str, written: &str) -> Html {
    let captcha = written.parse().ok();
    render(tag, "", || {
        let [name, email, body] = [""; 3].map(|empty| RwSignal::new(empty.to_owned()));
        let [restored, unsaved] = [false; 2].map(RwSignal::new);
        let (posting, other) = (RwSignal::<Posting>::default(), RwSignal::<Option<Draft>>::default());
        view! {
            <CommentBox name email body limit=1000 captcha=StoredValue::new(captcha) posting restored other unsaved
                on_change=|()| () on_discard=|()| () on_take_other=|()| () on_discard_other=|()| ()
                on_post=|()| ()/>
        }
    })
}

#[test]
fn a_captcha_stands_above_the_button_and_says_whose_it_is() {
    for (tag, written, name) in [
        ("ar", "turnstile:0x4A", "Cloudflare Turnstile"),
        ("fr", "hcaptcha:1-f", "hCaptcha"),
        ("en", "turnstile:0x4A", "Cloudflare Turnstile"),
    ] {
        let html = box_with_captcha(tag, written);
        let sentence = html.one(".td-comment-captcha [role=status]");
        assert!(sentence.text.contains(name), "{}", sentence.text);
        assert_eq!(html.one(".td-comment-captcha + button").attribute("type"), "submit");
    }
}

#[test]
fn a_box_without_a_captcha_has_no_place_for_one() {
    assert!(!comment_box(State::default()).has(".td-comment-captcha"));
}

#[test]
fn mails_about_replies_are_offered_where_the_site_sends_them_and_there_is_an_address() {
    let offered = |wants_reply_mails: Option<RwSignal<bool>>, address: &str| {
        let address = address.to_owned();
        let html = render("en", "", move || {
            let [name, body] = [""; 2].map(|empty| RwSignal::new(empty.to_owned()));
            let email = RwSignal::new(address);
            let [restored, unsaved] = [false; 2].map(RwSignal::new);
            let (posting, other) = (RwSignal::<Posting>::default(), RwSignal::<Option<Draft>>::default());
            view! {
                <CommentBox name email body limit=1000 wants_reply_mails posting restored other unsaved
                    on_change=|()| () on_discard=|()| () on_take_other=|()| () on_discard_other=|()| ()
                    on_post=|()| ()/>
            }
        });
        html.has("#td-reply-mails")
    };
    Owner::new().with(|| {
        let wish = Some(RwSignal::new(false));
        assert!(offered(wish, "a@example.org"));
        assert!(!offered(wish, " ") && !offered(None, "a@example.org"));
    });
}
