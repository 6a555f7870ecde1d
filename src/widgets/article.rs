//! One article with its discussion.

use leptos::prelude::*;

use super::{Target, WidgetSettings, report};
use crate::{
    api::Client,
    browser::{self, use_host},
    components::{ArticleView, ErasedView, IntoErased, PartError, Placeholder, provide_article_author},
    model::Article,
    pages::{DiscussionSection, password_form, provide_links},
    state::{Opening, Query, use_discussion},
};

/// The article and, unless the settings exclude it, its discussion.
pub fn view(client: Client, target: Target, settings: WidgetSettings) -> ErasedView {
    let host = use_host();
    let (for_article, for_report) = (client.clone(), target.clone());
    let article = Query::new(move || {
        let (client, target) = (for_article.clone(), target.clone());
        async move { client.article(&target.article(host)?).await }
    });
    report(host, article, || true, &client, &for_report);
    let retry = Callback::new(move |()| article.refetch());
    let content = move || match article.result() {
        None => settings.show(|| view! { <Placeholder/> }.into_erased()),
        Some(Ok(article)) => {
            let opening = Opening::new(client.clone(), article);
            (move || opened(opening, settings)).into_erased()
        }
        Some(Err(error)) => {
            settings.show(move || view! { <PartError error=error.clone() retry/> }.into_erased())
        }
    };
    view! { <div class="td-main">{content}</div> }.into_erased()
}

/// The article as it can be read now.
fn opened(opening: Opening, settings: WidgetSettings) -> ErasedView {
    let (article, client) = (opening.article.get(), opening.client());
    let site_url = browser::absolute(&client.address_at_site(&article.link));
    let discussion = (settings.has_discussion.get() && opening.is_open()).then(|| {
        let Article { id, comments_open, discussion, .. } = article;
        let options = settings.discussion.get_untracked();
        use_discussion(client.clone(), id, comments_open, discussion, options, settings.limit.into())
    });
    settings.show(move || {
        provide_links(&client, &article.link, &article.host);
        provide_article_author(article.user);
        let discussion =
            discussion.map(|discussion| view! { <DiscussionSection discussion site_url=site_url.clone()/> });
        let password_form = (!opening.is_open()).then(|| password_form(opening));
        view! {
            <ArticleView article=article.clone() address=site_url.clone() password_form/>
            {discussion}
        }
        .into_erased()
    })
}
