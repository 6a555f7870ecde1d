//! An article with the breadcrumbs above and the discussion below.

use leptos::prelude::*;

use super::{
    comments::DiscussionSection,
    head::set_head,
    links::provide_links,
    list::{List, ListPage},
    not_found::{Failure, NotFoundPage},
    notes::{DiscussionView, Note, note},
    password::password_form,
};
use crate::{
    browser,
    components::{
        ArticleView, Breadcrumbs, Crumb, ErasedView, IntoErased, Placeholder, provide_article_author,
        use_base, use_i18n,
    },
    error::Error,
    model::{Article, ArticleKey, CategoryKey, Permalink},
    state::{Blog, Opening, Query, use_blog, use_discussion},
};

/// The page of one article. Where the site has no article at its address, it may have a category there, under a base
/// of its own.
#[component]
pub fn ArticlePage(
    /// Names the article.
    key: ArticleKey,
    /// The address of the page.
    permalink: Permalink,
) -> impl IntoView {
    let Blog { client, categories, .. } = use_blog();
    let own_address =
        if let ArticleKey::Permalink(permalink) = &key { Some(permalink.clone()) } else { None };
    let article = Query::new(move || {
        let (client, key) = (client.clone(), key.clone());
        async move { client.article(&key).await }
    });
    let retry = Callback::new(move |()| article.refetch());
    let content = move || {
        let permalink = permalink.clone();
        match (article.result(), own_address.clone()) {
            (None, _) => view! { <Placeholder/> }.into_erased(),
            // An article of that name stands elsewhere: a category whose link is this address comes before it.
            (Some(Ok(article)), Some(address)) if !address.leads_to(&article.link) => {
                match categories.result() {
                    None => view! { <Placeholder/> }.into_erased(),
                    Some(Ok(tree)) if tree.at(&address).is_some() => category_page(address, permalink),
                    Some(_) => view! { <Loaded article/> }.into_erased(),
                }
            }
            (Some(Ok(article)), _) => view! { <Loaded article/> }.into_erased(),
            (Some(Err(Error::NotFound)), Some(address)) => category_page(address, permalink),
            (Some(Err(Error::NotFound)), None) => view! { <NotFoundPage permalink/> }.into_erased(),
            (Some(Err(error)), _) => view! { <Failure error retry/> }.into_erased(),
        }
    };
    view! { <div class="td-page">{content}</div> }.into_erased()
}

/// The list of the category at `address`; `permalink` is the address with its query.
fn category_page(address: Permalink, permalink: Permalink) -> ErasedView {
    let list = List::Category { key: CategoryKey::Permalink(address), permalink };
    view! { <ListPage list number=1/> }.into_erased()
}

/// The article, also when the reader has opened it by a password.
#[component]
fn Loaded(article: Article) -> impl IntoView {
    let opening = Opening::new(use_blog().client, article);
    move || view! { <Shown article=opening.article.get() opening/> }.into_erased()
}

#[component]
fn Shown(article: Article, opening: Opening) -> impl IntoView {
    let blog = use_blog();
    let client = opening.client();
    let (title, excerpt) = (use_i18n().title(article.title.clone()), article.excerpt.clone());
    let here = title.clone();
    set_head(move || title.clone(), move || excerpt.clone());
    provide_links(&client, &article.link, &article.host);
    provide_article_author(article.user);
    let address = browser::absolute(&article.link.href(&use_base()));
    let categories = article.categories.clone();
    let (options, limit) = (blog.discussion.clone(), Signal::stored(blog.comment_limit));
    note(|| Note::Article { article: Box::new(article.clone()), trail: blog.trail(&categories) });
    let trail =
        Signal::derive(move || blog.trail(&categories).into_iter().map(Crumb::from).collect::<Vec<_>>());
    // Of a protected article the comments are protected too.
    let discussion = opening.is_open().then(|| {
        let site_url = client.address_at_site(&article.link);
        let discussion =
            use_discussion(client, article.id, article.comments_open, article.discussion, options, limit);
        match DiscussionView::wanted() {
            Some(DiscussionView(view)) => view(discussion, article.id),
            None => view! { <DiscussionSection discussion site_url/> }.into_erased(),
        }
    });
    let password_form = (!opening.is_open()).then(|| password_form(opening));
    view! {
        <Breadcrumbs trail here/>
        <ArticleView article address password_form/>
        {discussion}
    }
    .into_erased()
}
