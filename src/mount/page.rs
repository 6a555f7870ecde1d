//! The application in its own page.

use std::sync::Arc;

use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast};
use web_sys::HtmlElement;

use crate::{
    app::App,
    browser::{FetchScope, FetchTransport, Host, log_error},
    config::{Config, Settings},
};

/// Id of the element that holds the shell of `index.html` and then the application.
const HOST_ID: &str = "tadwina";

/// Reads the settings from `<html>` and mounts the application in place of the shell.
pub fn mount_page() {
    std::panic::set_hook(Box::new(|panic| log_error(&panic.to_string())));
    let found = document().get_element_by_id(HOST_ID);
    let Some(host) = found.and_then(|host| host.dyn_into::<HtmlElement>().ok()) else {
        log_error("tadwina needs an element with id=\"tadwina\"");
        return;
    };
    let page = document().document_element();
    let attribute = |name: &str| page.as_ref()?.get_attribute(name);
    let config = Config::read("data-", attribute);
    let language = Settings { prefix: "data-", attribute: &attribute }.language();
    match &config {
        Ok(config) => {
            let (lang, dir) = (config.i18n.lang(), config.i18n.dir());
            let elements = page.clone().into_iter().chain([host.clone().into()]);
            for element in elements {
                let set =
                    element.set_attribute("lang", lang).and_then(|()| element.set_attribute("dir", dir));
                if set.is_err() {
                    log_error("the document refused its language");
                }
            }
        }
        Err(error) => log_error(&error.to_string()),
    }
    host.replace_children_with_node_0();
    mount_to(host.clone(), move || {
        provide_context(Host::with_element(host, false));
        view! { <App config language transport=Arc::new(FetchTransport::new(FetchScope::default()))/> }
    })
    .forget();
}
