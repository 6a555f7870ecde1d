//! Renders the application natively. It makes its own requests; what is lacking is fetched, and it is rendered again,
//! until nothing is lacking. A rendering takes a few milliseconds; the site takes much longer.

use std::{
    pin::Pin,
    sync::{Arc, Once},
};

use any_spawner::{CustomExecutor, Executor};
use futures::{FutureExt, future::join_all};
use leptos::prelude::*;
use tadwina::{
    api::Client,
    app::App,
    browser::{PageAddress, PageOrigin},
    http::{Method, Transport},
    model::Site,
    pages::{DiscussionView, Note, PageNotes},
};

use crate::{
    asked::Visit,
    discussion::{self, DiscussionFacts, Facts, WordPressOrigin},
    responses::Responses,
    settings::Setup,
    upstream::Upstream,
};

/// The most times that a page is rendered. A page of comments needs three; each hundred categories one more.
const MAX_ROUNDS: usize = 24;
/// The most requests of one rendering.
const MAX_REQUESTS_AT_ONCE: usize = 16;

/// A page as the application shows it.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    /// The content of the host element.
    pub html: String,
    /// What is true of the page.
    pub notes: Vec<Note>,
    /// What is known of the discussion.
    pub discussion: Option<Facts>,
    /// What the site says of itself.
    pub site: Option<Site>,
    /// Whether some part of it failed that may not fail the next time.
    pub has_failures: bool,
    /// Whether the application asks the site for the address itself: it has nothing there.
    pub asks_site: bool,
}

/// Why there is no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The rendering ended in a panic.
    #[error("the page could not be rendered")]
    Ended,
    /// It asked for more and more.
    #[error("the page needs too many requests")]
    Endless,
}

/// Renders the page of `visit`.
///
/// # Errors
/// As [`RenderError`] says. A site that does not respond is no error here: the page says so.
pub async fn render(visit: &Visit, setup: &Arc<Setup>, upstream: &Upstream) -> Result<Rendered, RenderError> {
    let responses = Arc::new(Responses::default());
    for _ in 0..MAX_ROUNDS {
        let (visit, setup, of_page) = (visit.clone(), setup.clone(), responses.clone());
        let rendering = tokio::task::spawn_blocking(move || rendered(visit, &setup, of_page));
        let page = rendering.await.map_err(|_| RenderError::Ended)?;
        let lacking = responses.take_lacking();
        let asks_site = lacking.iter().any(|request| request.method == Method::Head);
        if lacking.is_empty() || asks_site {
            return Ok(Rendered {
                has_failures: page.has_failures || responses.has_failures(),
                asks_site,
                ..page
            });
        }
        let responses = &responses;
        join_all(lacking.into_iter().take(MAX_REQUESTS_AT_ONCE).map(|request| async move {
            let answer = upstream.answer(&request).await;
            responses.add(&request, answer);
        }))
        .await;
    }
    Err(RenderError::Endless)
}

fn rendered(visit: Visit, setup: &Setup, responses: Arc<Responses>) -> Rendered {
    with_owner(|| {
        provide_context(PageAddress([&*setup.folder, &visit.page_address()].concat()));
        provide_context(PageOrigin(setup.public_origin.clone()));
        provide_context(DiscussionView(discussion::view));
        provide_context(WordPressOrigin(setup.wordpress().to_owned()));
        if let Some(elements) = &setup.elements {
            elements.clone().provide();
        }
        provide_context(visit);
        let notes = PageNotes::provide();
        let facts = DiscussionFacts::provide();
        let transport: Arc<dyn Transport> = responses;
        let client = Client::new(setup.config.api.clone(), transport.clone());
        let (config, language) = (Ok(setup.config.clone()), setup.config.i18n);
        let html = without_markers(&view! { <App config language transport/> }.into_view().to_html());
        Rendered {
            html,
            notes: notes.all(),
            discussion: facts.get(),
            has_failures: facts.is_broken(),
            site: client.site().now_or_never().and_then(Result::ok),
            ..Rendered::default()
        }
    })
}

/// Without what Leptos puts between texts, so that a script could find them again. No text has it: there `<` is escaped.
pub fn without_markers(html: &str) -> String {
    html.replace("<!>", "")
}

/// Renders with an owner of its own, whose signals are gone afterwards.
pub fn with_owner<T>(render: impl FnOnce() -> T) -> T {
    static START: Once = Once::new();
    // An error means that a test has set another executor.
    START.call_once(|| _ = Executor::init_custom_executor(Dropping));
    let owner = Owner::new();
    let rendered = owner.with(render);
    owner.cleanup();
    rendered
}

/// An executor that drops what it is given: what is not there while a page is rendered comes with the next rendering.
struct Dropping;

impl CustomExecutor for Dropping {
    fn spawn(&self, _task: Pin<Box<dyn Future<Output = ()> + Send>>) {}
    fn spawn_local(&self, _task: Pin<Box<dyn Future<Output = ()>>>) {}
    fn poll_local(&self) {}
}
