//! The discussion of an article that the page shows itself.

use leptos::prelude::*;

use super::{Target, WidgetSettings, report};
use crate::{
    api::Client,
    browser::use_host,
    components::{ErasedView, IntoErased, PartError, Placeholder, provide_article_author},
    model::Heading,
    pages::{DiscussionSection, provide_links},
    state::{Query, use_discussion},
};

/// The comments and the comment form.
pub fn view(client: Client, target: Target, settings: WidgetSettings) -> ErasedView {
    let host = use_host();
    let heading = heading_query(client.clone(), target.clone());
    report(host, heading, || false, &client, &target);
    let retry = Callback::new(move |()| heading.refetch());
    let content = move || match heading.result() {
        None => settings.show(|| view! { <Placeholder/> }.into_erased()),
        Some(Ok(heading)) => {
            let Heading { id, link, user, comments_open, discussion, .. } = heading;
            let options = settings.discussion.get_untracked();
            let limit = settings.limit.into();
            let discussion = use_discussion(client.clone(), id, comments_open, discussion, options, limit);
            report(host, discussion.first, move || discussion.is_shown(), &client, &target);
            let site_url = client.address_at_site(&link);
            let client = client.clone();
            settings.show(move || {
                provide_links(&client, &link, "");
                provide_article_author(user);
                view! { <DiscussionSection discussion site_url=site_url.clone()/> }.into_erased()
            })
        }
        Some(Err(error)) => {
            settings.show(move || view! { <PartError error=error.clone() retry/> }.into_erased())
        }
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
}

/// Fetches what there is to know of an article besides its text.
pub(super) fn heading_query(client: Client, target: Target) -> Query<Heading> {
    let host = use_host();
    Query::new(move || {
        let (client, target) = (client.clone(), target.clone());
        async move { client.heading(&target.article(host)?).await }
    })
}
