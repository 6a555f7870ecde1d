//! What becomes of a page that somebody asks for.

use std::sync::Arc;

use axum::http::StatusCode;
use tadwina::{
    error::Error,
    model::{Body, Permalink},
    pages::Note,
};
use tokio::time::timeout;

use crate::{
    asked::Visit,
    document::{Document, Keeping},
    failure,
    head::Head,
    render::{Rendered, render},
    settings::Setup,
    upstream::Upstream,
};

/// A page needs several responses, one after the other. It may take as long as this many that are as slow as may be.
const RESPONSES_IN_TIME: u32 = 3;

/// What becomes of a page.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is there.
    Page {
        /// The document.
        document: Arc<Document>,
        /// Whether it is whole, and everybody's.
        is_kept: bool,
    },
    /// WordPress answers.
    AtSite {
        /// The name of the blog, for the page that says that WordPress has nothing either.
        site: Option<String>,
    },
    /// It cannot be shown now.
    Broken(Arc<Document>),
    /// Not even that can be said.
    Failed,
}

/// Renders the page of `visit`.
pub async fn page(visit: &Visit, setup: &Arc<Setup>, upstream: &Upstream) -> Outcome {
    let address = [&*setup.folder, &visit.page_address()].concat();
    let rendering = render(visit, setup, upstream);
    let rendered = match timeout(setup.site_timeout * RESPONSES_IN_TIME, rendering).await {
        Ok(Ok(rendered)) => rendered,
        Ok(Err(error)) => {
            tracing::error!(%error);
            return Outcome::Failed;
        }
        Err(_) => {
            tracing::warn!("the site is too slow for a page");
            return broken(&Error::Unreachable { url: address.clone() }, None, &address, setup);
        }
    };
    let site = rendered.site.as_ref().map(|site| site.name.clone());
    let failure = rendered.notes.iter().rev().find_map(|note| match note {
        Note::Failure(error) => Some(error),
        _ => None,
    });
    if let Some(error) = failure {
        if !failure::is_broken(error) {
            return Outcome::AtSite { site };
        }
        return broken(error, site, &address, setup);
    }
    if rendered.asks_site || is_wordpress_s(&rendered, visit) {
        return Outcome::AtSite { site };
    }
    document(&rendered, visit, setup).unwrap_or(Outcome::AtSite { site })
}

/// The page at `address` that says what is wrong.
fn broken(error: &Error, site: Option<String>, address: &str, setup: &Setup) -> Outcome {
    match failure::document(error, site, Some(address), setup) {
        Ok(document) => Outcome::Broken(Arc::new(document)),
        Err(_) => Outcome::Failed,
    }
}

/// Whether WordPress has a better answer: a redirect to where the article stands, its form for a password, its 404 for a
/// page beyond the last.
fn is_wordpress_s(page: &Rendered, visit: &Visit) -> bool {
    let here = Permalink::from_link(&visit.address, "");
    page.notes.iter().any(|note| match note {
        Note::Article { article, .. } => article.body == Body::Locked || !here_is(&here, &article.link),
        Note::List { articles, number, .. } => *articles == 0 && *number > 1,
        Note::Head { .. } | Note::Failure(_) => false,
    })
}

/// Whether `here` is the address of what stands at `link`. Plain permalinks differ in their query only.
fn here_is(here: &Permalink, link: &Permalink) -> bool {
    here.has_path_of(link) && link.parts().1.is_empty() == here.parts().1.is_empty()
}

/// The document of a page; `None` if nothing is known of it.
fn document(page: &Rendered, visit: &Visit, setup: &Setup) -> Option<Outcome> {
    let mut head = Head::of(page, setup)?;
    head.is_indexed = visit.is_common();
    let is_kept = visit.is_common() && !page.has_failures;
    let keeping = if is_kept {
        Keeping::For { fresh_s: setup.fresh.as_secs(), stale_s: setup.stale.as_secs() }
    } else {
        Keeping::Never
    };
    let Ok(mut document) = Document::new(StatusCode::OK, &head, &page.html, keeping, setup) else {
        return Some(Outcome::Failed);
    };
    document.article = page.notes.iter().find_map(|note| match note {
        Note::Article { article, .. } => Some(article.id),
        _ => None,
    });
    Some(Outcome::Page { document: Arc::new(document), is_kept })
}
