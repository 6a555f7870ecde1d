//! One article with its discussion.

use leptos::prelude::*;

use super::{Target, WidgetSettings, report};
use crate::{
    api::Client,
    browser::{self, use_host},
    components::{ArticleView, ErasedView, ErrorView, IntoErased, Placeholder},
    pages::DiscussionSection,
    state::{Query, use_discussion},
};

/// The article and, unless the settings exclude it, its discussion.
pub fn view(client: Client, target: Target, settings: WidgetSettings) -> ErasedView {
    let for_article = client.clone();
    let article = Query::new(move || {
        let (client, target) = (for_article.clone(), target.clone());
        async move { client.article(&target.article()?).await }
    });
    report(use_host(), article, true);
    let retry = Callback::new(move |()| article.refetch());
    let content = move || match article.result() {
        None => settings.show(|| view! { <Placeholder/> }.into_erased()),
        Some(Ok(article)) => {
            let site_url = browser::absolute(&client.address_at_site(&article.link));
            let discussion = settings.has_discussion.get().then(|| {
                let client = client.clone();
                use_discussion(
                    client,
                    article.id,
                    article.comments_open,
                    article.discussion,
                    settings.limit.into(),
                )
            });
            settings.show(move || {
                let discussion = discussion.map(|discussion| {
                    view! { <DiscussionSection discussion site_url=site_url.clone()/> }
                });
                view! {
                    <ArticleView article=article.clone() address=site_url.clone()/>
                    {discussion}
                }
                .into_erased()
            })
        }
        Some(Err(error)) => {
            settings.show(move || view! { <ErrorView error=error.clone() retry/> }.into_erased())
        }
    };
    view! { <div class="td-main">{content}</div> }.into_erased()
}
