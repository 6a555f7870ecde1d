//! Widgets as they stand in somebody else's page, rendered natively over a site whose responses are ready at
//! once.

use std::sync::Arc;

use leptos::prelude::*;
use tadwina::{
    browser::{Host, PageAddress},
    config::Settings,
    http::Transport,
    widgets::{self, WidgetSettings, WidgetView},
};

use crate::{
    html::{Html, arabic},
    site::{ARTICLE, Arced, Site, reply},
};

/// What the reader sees of a widget with these attributes, on a page at `address`.
fn widget_at(address: &str, view: WidgetView, site: &Arc<Site>, attributes: &[(&str, &str)]) -> Html {
    let transport: Arc<dyn Transport> = Arc::new(Arced(site.clone()));
    arabic(|| {
        provide_context(PageAddress(address.to_owned()));
        provide_context(Host::new(1, false));
        let attribute = |asked: &str| match attributes.iter().find(|(name, _)| *name == asked) {
            Some((_, value)) => Some((*value).to_owned()),
            None => (asked == "api").then(|| "https://example.org/blog/wp-json/".to_owned()),
        };
        let settings = Settings { prefix: "", attribute: &attribute };
        widgets::widget(view, settings, WidgetSettings::new(settings), transport)
    })
}

fn widget(view: WidgetView, attributes: &[(&str, &str)]) -> Html {
    widget_at("/", view, &Arc::new(Site::new()), attributes)
}

#[test]
fn comments_alone_are_the_discussion_without_the_article() {
    let site = Arc::new(Site::new());
    let html = widget_at("/", widgets::comments, &site, &[("post", "201")]);
    assert!(html.has(".td-discussion") && html.has("form.td-comment-box") && html.has(".td-comment"));
    assert!(!html.has("h1") && !html.has(".td-article") && !html.has(".td-share"));
    assert_eq!(site.times_asked("_embed"), 0);
}

#[test]
fn an_article_has_its_text_and_its_discussion_and_no_frame_of_a_blog() {
    let html = widget(widgets::article, &[("slug", "a")]);
    assert!(
        html.has("h1") && html.has(".td-prose p") && html.has(".td-share") && html.has("form.td-comment-box")
    );
    assert!(!html.has(".td-site-header") && !html.has(".td-breadcrumbs") && !html.has("main"));
}

#[test]
fn an_article_may_do_without_its_discussion_and_asks_nothing_for_it() {
    let site = Arc::new(Site::new());
    let html = widget_at("/", widgets::article, &site, &[("slug", "a"), ("discussion", "none")]);
    assert!(html.has("h1") && !html.has(".td-discussion"));
    assert_eq!(site.times_asked("wp/v2/comments"), 0);
}

#[test]
fn links_of_a_widget_lead_to_the_site() {
    let html = widget_at(
        "/",
        widgets::article,
        &Arc::new(Site::new().with(ARTICLE, Ok(reply(200, "[]")))),
        &[("slug", "a")],
    );
    assert_eq!(html.one("[role=alert] a").attribute("href"), "https://example.org/blog/");
    let shared = widget(widgets::share, &[("post", "201")]);
    let networks = shared.attributes("a", "href");
    assert!(networks.iter().all(|link| link.contains("example%2Eorg%2Fblog%2F2023")), "{networks:?}");
}

#[test]
fn without_a_name_the_page_is_the_article() {
    for address in ["/2023/11/03/a/", "/?p=201"] {
        let html = widget_at(address, widgets::comments, &Arc::new(Site::new()), &[]);
        assert!(html.has("form.td-comment-box"), "{address}");
    }
    let site = Arc::new(Site::new());
    let html = widget_at("/category/a/", widgets::comments, &site, &[]);
    assert_eq!(html.one("[role=alert]").attribute("data-error"), "not-found");
    assert_eq!(site.times_asked(""), 0);
}

#[test]
fn a_share_button_without_a_name_shares_the_page_and_asks_nobody() {
    let site = Arc::new(Site::new());
    let html = widget_at("/a-page/", widgets::share, &site, &[]);
    assert_eq!(html.one(".td-share__address").text, "/a-page/");
    assert_eq!(site.times_asked(""), 0);
}

#[test]
fn the_language_the_digits_and_the_limit_are_settings() {
    let html = widget(widgets::comments, &[("post", "201"), ("locale", "ar-EG"), ("comment-limit", "250")]);
    assert!(html.one(".td-character-count__number").text.starts_with("٢٥٠"));
    let html = widget(widgets::comments, &[("post", "201"), ("locale", "fr"), ("digits", "arab")]);
    assert_eq!(html.one("label[for=td-name]").text, "Nom");
}

#[test]
fn every_wrong_setting_is_named_in_the_place_of_the_widget_and_nothing_is_fetched() {
    for (name, value) in [
        ("api", "nonsense"),
        ("post", "seven"),
        ("slug", "%ff"),
        ("locale", "de"),
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
            assert_eq!(site.times_asked(""), 0, "{name}={value}");
        }
    }
}
