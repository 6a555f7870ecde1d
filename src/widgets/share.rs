//! The share button alone.

use leptos::prelude::*;

use super::{Target, WidgetSettings, comments::heading_query, report};
use crate::{
    api::Client,
    browser::{self, use_host},
    components::{ErasedView, IntoErased, PartError, ShareMenu, use_i18n},
};

/// Shares the article that is named, or the page itself, for which nothing has to be fetched.
pub fn view(client: Client, target: Target, settings: WidgetSettings) -> ErasedView {
    let host = use_host();
    if target == Target::Page {
        Effect::new(move |_| {
            host.dispatch("ready", &[]);
        });
        return settings.show(move || {
            let (title, address) = browser::page(host);
            view! { <ShareMenu title address/> }.into_erased()
        });
    }
    let heading = heading_query(client.clone(), target.clone());
    report(host, heading, || true, &client, &target);
    let retry = Callback::new(move |()| heading.refetch());
    let content = move || {
        let view = match heading.result()? {
            Ok(heading) => {
                let address = browser::absolute(&client.address_at_site(&heading.link));
                settings.show(move || {
                    let title = use_i18n().title(heading.title.clone());
                    view! { <ShareMenu title address=address.clone()/> }.into_erased()
                })
            }
            Err(error) => {
                settings.show(move || view! { <PartError error=error.clone() retry/> }.into_erased())
            }
        };
        Some(view)
    };
    view! { <div>{content}</div> }.into_erased()
}
