//! One article with its discussion.

use leptos::prelude::*;

use super::{Looks, Subject, tell};
use crate::{
    api::Client,
    browser::{self, use_root},
    components::{ArticleView, ErrorView, Piece, Placeholder, piece},
    pages::DiscussionSection,
    reactive::live,
    state::{Question, use_discussion},
};

/// The article and, unless the page does without, its discussion.
pub fn view(client: Client, subject: Subject, looks: Looks) -> Piece {
    let root = use_root();
    let ask = client.clone();
    let article = Question::new(move || {
        let (client, subject) = (ask.clone(), subject.clone());
        async move { client.article(&subject.article()?).await }
    });
    tell(root, article, true);
    let retry = Callback::new(move |()| article.retry());
    let view = live(move || {
        Some(match article.answer() {
            None => looks.shown(|| piece(view! { <Placeholder/> })),
            Some(Ok(article)) => {
                let elsewhere = browser::absolute(&client.address_at_site(&article.link));
                let discussion = looks.discussion.get().then(|| {
                    use_discussion(
                        client.clone(),
                        article.id,
                        article.comments_open,
                        article.rules,
                        looks.limit,
                    )
                });
                looks.shown(move || {
                    let discussion = discussion.map(|discussion| {
                        view! { <DiscussionSection discussion elsewhere=elsewhere.clone()/> }
                    });
                    piece(view! {
                        <ArticleView article=article.clone() address=elsewhere.clone()/>
                        {discussion}
                    })
                })
            }
            Some(Err(error)) => looks.shown(move || piece(view! { <ErrorView error=error.clone() retry/> })),
        })
    });
    piece(view! { <div class="td-main">{view}</div> })
}
