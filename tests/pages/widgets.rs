//! Renders the widgets natively, as in a host page, with a site in memory.

use std::sync::Arc;

use leptos::prelude::*;
use tadwina::{
    browser::{Host, PageAddress},
    config::Settings,
    http::Transport,
    widgets::{self, WidgetSettings, WidgetView},
};

use crate::{
    html::{Html, render_arabic},
    site::{ARTICLE, Site, ok},
};

/// A widget with these attributes in a page at `address`.
fn widget_at(address: &str, view: WidgetView, site: &Arc<Site>, attributes: &[(&str, &str)]) -> Html {
    let transport: Arc<dyn Transport> = site.clone();
    render_arabic(|| {
        provide_context(PageAddress(address.to_owned()));
        provide_context(Host::new(1, false));
        let attribute = |sought: &str| match attributes.iter().find(|(name, _)| *name == sought) {
            Some((_, value)) => Some((*value).to_owned()),
            None => (sought == "api").then(|| "https://example.org/blog/wp-json/".to_owned()),
        };
        let settings = Settings { prefix: "", attribute: &attribute };
        widgets::widget(view, settings, WidgetSettings::new(settings), transport)
    })
}

fn widget(view: WidgetView, attributes: &[(&str, &str)]) -> Html {
    widget_at("/", view, &Arc::new(Site::new()), attributes)
}

#[test]
fn the_comments_widget_has_the_discussion_without_the_article() {
    let site = Arc::new(Site::new());
    let html = widget_at("/", widgets::comments, &site, &[("post", "201")]);
    assert!(html.has(".td-discussion") && html.has("form.td-comment-box") && html.has(".td-comment"));
    assert!(!html.has("h1") && !html.has(".td-article") && !html.has(".td-share"));
    assert_eq!(site.request_count("_embed"), 0);
}

#[test]
fn the_article_widget_has_text_and_discussion_without_the_header_of_a_blog() {
    let html = widget(widgets::article, &[("slug", "a")]);
    assert!(
        html.has("h1") && html.has(".td-prose p") && html.has(".td-share") && html.has("form.td-comment-box")
    );
    assert!(!html.has(".td-site-header") && !html.has(".td-breadcrumbs") && !html.has("main"));
}

#[test]
fn an_article_widget_without_discussion_does_not_request_comments() {
    let site = Arc::new(Site::new());
    let html = widget_at("/", widgets::article, &site, &[("slug", "a"), ("discussion", "none")]);
    assert!(html.has("h1") && !html.has(".td-discussion"));
    assert_eq!(site.request_count("wp/v2/comments"), 0);
}

#[test]
fn the_links_of_a_widget_lead_to_the_site() {
    let shared = widget(widgets::share, &[("post", "201")]);
    let networks = shared.attributes("a", "href");
    assert!(networks.iter().all(|link| link.contains("example%2Eorg%2Fblog%2F2023")), "{networks:?}");
}

#[test]
fn a_widget_without_its_article_says_so_in_a_sentence_and_leads_nowhere() {
    let html =
        widget_at("/", widgets::article, &Arc::new(Site::new().with(ARTICLE, ok("[]"))), &[("slug", "a")]);
    assert_eq!(html.one("[role=alert] p").text, "هذا المقال غير موجود، أو لم يعد منشوراً.");
    assert!(!html.has("[role=alert] a") && !html.has("h1") && !html.has("h2"));
}

#[test]
fn without_id_and_slug_the_address_of_the_page_names_the_article() {
    for address in ["/2023/11/03/a/", "/?p=201"] {
        let html = widget_at(address, widgets::comments, &Arc::new(Site::new()), &[]);
        assert!(html.has("form.td-comment-box"), "{address}");
    }
    let site = Arc::new(Site::new());
    let html = widget_at("/category/a/", widgets::comments, &site, &[]);
    assert_eq!(html.one("[role=alert]").attribute("data-error"), "not-found");
    assert_eq!(site.request_count(""), 0);
}

#[test]
fn a_share_widget_without_id_and_slug_shares_the_page_without_a_request() {
    let site = Arc::new(Site::new());
    let html = widget_at("/a-page/", widgets::share, &site, &[]);
    assert_eq!(html.one(".td-share__address").text, "/a-page/");
    assert_eq!(site.request_count(""), 0);
}

#[test]
fn locale_digits_and_comment_limit_are_settings_of_a_widget() {
    let html = widget(widgets::comments, &[("post", "201"), ("locale", "ar-EG"), ("comment-limit", "250")]);
    assert!(html.one(".td-character-count").text.contains("٢٥٠"));
    let html = widget(widgets::comments, &[("post", "201"), ("locale", "fr"), ("digits", "arab")]);
    assert_eq!(html.one("label[for=td-name]").text, "Nom (obligatoire)");
}

#[test]
fn a_wrong_setting_is_an_error_in_place_of_the_widget_and_sends_no_request() {
    for (name, value) in [
        ("api", "nonsense"),
        ("post", "seven"),
        ("slug", "%ff"),
        ("locale", "ar MA"),
        ("digits", "roman"),
        ("comment-limit", "0"),
        ("discussion", "some"),
        ("theme", "black"),
        ("loading", "later"),
        ("shadow", "closed"),
        ("credentials", "some"),
        ("base", "blog"),
    ] {
        for view in [widgets::article as WidgetView, widgets::comments, widgets::share] {
            let site = Arc::new(Site::new());
            let html = widget_at("/a/", view, &site, &[(name, value)]);
            assert_eq!(html.one("[role=alert]").attribute("data-error"), "setting", "{name}={value}");
            let detail = &html.one("code").text;
            assert!(detail.contains(name) && detail.contains(value), "{detail}");
            assert_eq!(site.request_count(""), 0, "{name}={value}");
        }
    }
}
