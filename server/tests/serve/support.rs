//! Starts the sandbox and the server, and reads what they send.

use std::{future::pending, sync::Arc};

use axum::Router;
use clap::Parser;
use reqwest::{Client, RequestBuilder, StatusCode, header::HeaderMap, redirect::Policy};
use scraper::{Html, Selector};
use tadwina_sandbox::{content::Content, server, settings::Discussion, site::Site, store::Store};
use tadwina_server::{
    serve::{Server, serve},
    settings::{Arguments, Command, Setup},
};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::mpsc::UnboundedReceiver, task::JoinHandle};

use crate::faulty::Switches;

/// The secret of those who may outdate pages.
pub const SECRET: &str = "a-secret-of-the-tests";

/// The server, and the site behind it.
pub struct Blog {
    /// Where the server is.
    pub url: String,
    /// Where the site is.
    pub site: String,
    client: Client,
    _folder: Option<TempDir>,
}

/// What came back.
pub struct Received {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Blog {
    /// The server before a sandbox, with `arguments` besides the site.
    pub async fn start(arguments: &[&str]) -> Self {
        Self::of(Discussion { flood_seconds: 0, ..Discussion::default() }, arguments).await
    }

    /// The same with a sandbox of these settings.
    pub async fn of(discussion: Discussion, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).unwrap();
        let site = Site::open(&Content::compiled_in().unwrap(), store, discussion).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = ["http://", &listener.local_addr().unwrap().to_string()].concat();
        tokio::spawn(server::serve(Arc::new(site), listener));
        Self { _folder: Some(folder), ..Self::before(&address, arguments).await }
    }

    /// The server before a site that fails as the test wants it, before the sandbox. Pages can be outdated.
    pub async fn before_faulty(arguments: &[&str]) -> (Self, Switches, UnboundedReceiver<()>) {
        let sandbox = Self::start(&[]).await;
        let (switches, router, is_holding) = Switches::before(sandbox.site.clone());
        let arguments = [arguments, &["--purge-secret", SECRET]].concat();
        let blog = Self::before_router(router, &arguments).await;
        (Self { _folder: sandbox._folder, ..blog }, switches, is_holding)
    }

    /// The server before a site of the test's own.
    pub async fn before_router(router: Router, arguments: &[&str]) -> Self {
        Self::before(&site(router).await, arguments).await
    }

    /// The server before the site at `site`.
    pub async fn before(site: &str, arguments: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::before_until(site, arguments, listener, pending()).await.0
    }

    /// The same until `stopped`, for connections that come to `listener`, and the task that ends with the server.
    pub async fn before_until(
        site: &str,
        arguments: &[&str],
        listener: TcpListener,
        stopped: impl Future<Output = ()> + Send + 'static,
    ) -> (Self, JoinHandle<()>) {
        let given = ["tadwina-server", "serve", "--site", site].into_iter();
        let arguments = given.chain(arguments.iter().copied());
        let Command::Serve(arguments) = Arguments::parse_from(arguments).command else { panic!("no serve") };
        let server = Server::new(Setup::new(&arguments).unwrap()).unwrap();
        let url = ["http://", &listener.local_addr().unwrap().to_string()].concat();
        let serving = tokio::spawn(serve(server, listener, stopped));
        // The server has installed what TLS needs.
        let client = Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
        (Self { url, site: site.to_owned(), client, _folder: None }, serving)
    }

    /// A request to the server.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        self.client.request(method, [&*self.url, path].concat()).header("accept", "text/html,*/*")
    }

    /// What a reader gets at `path`.
    pub async fn get(&self, path: &str) -> Received {
        received(self.request("GET", path)).await
    }

    /// The path of the article `id`.
    pub async fn article(&self, id: u64) -> String {
        let url = format!("{}/wp-json/wp/v2/posts?include={id}&_fields=link", self.site);
        let posts = received(self.client.get(url)).await.body;
        let link = posts.split('"').find(|part| part.starts_with("http")).expect("a link");
        link.strip_prefix(&*self.site).expect("a link of the site").to_owned()
    }

    /// Says that these addresses, a list in JSON, have changed.
    pub async fn purge(&self, addresses: &str) {
        let request = self.request("POST", "/tadwina-purge").bearer_auth(SECRET);
        let purged = received(request.body(format!("{{\"addresses\":{addresses}}}"))).await;
        assert_eq!(purged.status.as_u16(), 204, "{}", purged.body);
    }

    /// Writes a comment at the site, behind the server's back.
    pub async fn comment_at_site(&self, article: u64, text: &str) {
        let url = [&*self.site, "/wp-json/wp/v2/comments"].concat();
        let comment = serde_json::json!({
            "post": article, "content": text, "author_name": "قارئ", "author_email": "reader@example.org",
        });
        let request =
            self.client.post(url).header("content-type", "application/json").body(comment.to_string());
        let sent = received(request).await;
        assert_eq!(sent.status.as_u16(), 201, "{}", sent.body);
    }

    /// Sets the sandbox's faults.
    pub async fn faults(&self, faults: &str) {
        let url = [&*self.site, "/sandbox/faults"].concat();
        let request = if faults.is_empty() {
            self.client.delete(url)
        } else {
            self.client.put(url).body(faults.to_owned())
        };
        assert!(received(request).await.status.is_success());
    }
}

/// Starts a site of the test's own, and returns its address.
pub async fn site(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = ["http://", &listener.local_addr().unwrap().to_string()].concat();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// Sends a request.
pub async fn received(request: RequestBuilder) -> Received {
    let response = request.send().await.unwrap();
    Received {
        status: response.status(),
        headers: response.headers().clone(),
        body: response.text().await.unwrap(),
    }
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", self.headers)).to_str().unwrap()
    }

    /// The texts of the elements that match `selector`.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&Selector::parse(selector).unwrap()).map(|element| element.text().collect()).collect()
    }

    /// The values of an attribute of the elements that match `selector`.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    pub fn text(&self, selector: &str) -> String {
        match self.texts(selector).as_slice() {
            [text] => text.clone(),
            texts => panic!("{selector}: {texts:?} in {}", self.body),
        }
    }

    pub fn attribute(&self, selector: &str, name: &str) -> String {
        match self.attributes(selector, name).as_slice() {
            [value] => value.clone(),
            values => panic!("{selector} {name}: {values:?} in {}", self.body),
        }
    }
}
