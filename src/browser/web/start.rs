//! The application takes its place in the page.

use std::sync::Arc;

use leptos::{mount::mount_to, prelude::*};

use super::{Fetch, log_error, root_element};
use crate::{app::App, config::Config};

/// Id of the element that holds the shell of `index.html` and then the application.
const ROOT: &str = "tadwina";

/// Reads the settings from `<html>` and mounts the application in place of the shell.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| log_error(&panic.to_string())));
    let Some(root) = root_element(ROOT) else {
        log_error("tadwina needs an element with id=\"tadwina\"");
        return;
    };
    let page = document().document_element();
    let config = Config::read(|name| page.as_ref()?.get_attribute(name));
    match &config {
        Ok(config) => {
            let (lang, dir) = (config.i18n.lang(), config.i18n.dir());
            let elements = page.into_iter().chain([root.clone().into()]);
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
    root.replace_children_with_node_0();
    mount_to(root, move || view! { <App config transport=Arc::new(Fetch)/> }).forget();
}
