//! Two sites with the same content and the same rules: the sandbox and a real WordPress.

use std::{env, sync::Arc};

use futures::executor::block_on;
use tadwina::{
    api::{Client, Commenting},
    error::Rejection,
    model::{ArticleId, ArticleKey, Comment, CommentId, DiscussionSettings, Draft, Slug, Summary},
};

use crate::{http::Http, sandbox::Sandbox, wordpress::WordPress};

/// Who can comment over REST.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only people with an account: the default of WordPress.
    Stock,
    /// Everybody.
    Open,
}

/// What becomes of every new comment that is neither wrong nor refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fate {
    /// What the other rules say.
    #[default]
    Usual,
    /// It is taken for spam.
    Spam,
    /// It has a word that the site forbids.
    Trash,
    /// A plugin refuses it.
    Refused,
    /// The database does not take it.
    Unsaved,
}

impl Fate {
    /// The fault by which the sandbox does it, and the setting by which the test WordPress does.
    pub fn names(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Usual => None,
            Self::Spam => Some(("comments=spam", "spam=1")),
            Self::Trash => Some(("comments=trash", "blocklist=reader@example.org")),
            Self::Refused => Some(("comments=refused", "refuse=1")),
            Self::Unsaved => Some(("comments=unsaved", "unsaved=1")),
        }
    }
}

/// Rules for new comments. All are off by default.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// Every comment is held.
    pub moderation: bool,
    /// Fifteen seconds must pass between two comments.
    pub flood: bool,
    /// Only people with an account can comment, over REST and through the form.
    pub registration: bool,
    /// Every article is too old for comments, though it says that it is open.
    pub aged: bool,
    /// A comment needs no name and no address.
    pub nameless: bool,
    /// What becomes of every new comment.
    pub fate: Fate,
}

/// A site and its client.
pub struct Site {
    pub name: &'static str,
    pub url: String,
    pub client: Client,
    _running: Running,
}

/// Keeps the sandbox running, or WordPress locked, until the site is dropped.
#[expect(dead_code, reason = "dropping it stops or unlocks the site")]
enum Running {
    Sandbox(Sandbox),
    WordPress(WordPress),
}

/// The sandbox and WordPress, in this order.
pub fn both(kind: Kind, rules: Rules) -> [Site; 2] {
    [sandbox(kind, rules), wordpress(kind, rules)]
}

fn sandbox(kind: Kind, rules: Rules) -> Site {
    let mut arguments = vec!["--flood-seconds", if rules.flood { "15" } else { "0" }];
    arguments.extend((kind == Kind::Stock).then_some("--no-anonymous-rest"));
    arguments.extend(rules.moderation.then_some("--moderation"));
    arguments.extend(rules.nameless.then_some("--no-name-email"));
    let sandbox = Sandbox::start(&arguments);
    let faults = [
        rules.registration.then_some("comments=login"),
        rules.aged.then_some("comments=closed"),
        rules.fate.names().map(|(fault, _)| fault),
    ];
    for fault in faults.into_iter().flatten() {
        Http::default().put(&format!("{}/sandbox/faults", sandbox.url), fault);
    }
    Site::new("sandbox", sandbox.url.clone(), Running::Sandbox(sandbox))
}

fn wordpress(kind: Kind, rules: Rules) -> Site {
    let wordpress = WordPress::take(kind, rules);
    Site::new("WordPress", wordpress.url.clone(), Running::WordPress(wordpress))
}

impl Site {
    fn new(name: &'static str, url: String, running: Running) -> Self {
        let client = client_at(&format!("{url}/wp-json/"));
        Self { name, url, client, _running: running }
    }

    /// A client of the same site with another address of its API.
    pub fn client_with_api(&self, path: &str) -> Client {
        client_at(&format!("{}{path}", self.url))
    }

    /// Every article of the site, newest first.
    pub fn articles(&self) -> Vec<Summary> {
        let mut articles = Vec::new();
        for number in 1.. {
            let page = block_on(self.client.articles(&[], number))
                .unwrap_or_else(|error| panic!("{}: {error}", self.name));
            assert!(!page.items.is_empty(), "{}: page {number} is empty", self.name);
            articles.extend(page.items);
            if number == page.pages {
                assert_eq!(u32::try_from(articles.len()), Ok(page.total), "{}", self.name);
                break;
            }
        }
        articles
    }

    /// Every public comment, oldest first.
    pub fn comments(&self, article: ArticleId) -> Result<Vec<Comment>, tadwina::error::Error> {
        let first = block_on(self.client.comments(article, DiscussionSettings::default(), 1))?;
        let mut comments = first.items;
        for number in 2..=first.pages {
            comments.extend(
                block_on(self.client.comments(article, DiscussionSettings::default(), number))?.items,
            );
        }
        assert_eq!(u32::try_from(comments.len()), Ok(first.total), "{}", self.name);
        Ok(comments)
    }

    /// How a page at `origin` can comment.
    pub fn commenting(&self, article: u64, origin: &str) -> Commenting {
        let commenting =
            block_on(self.client.commenting(ArticleId(article), true, DiscussionSettings::default(), origin));
        commenting.unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// Whether the form refuses a reply to a comment that is missing or held: WordPress does since 6.2, the sandbox answers
    /// as 6.1.
    pub fn checks_parents(&self) -> bool {
        let version = env::var("TADWINA_WORDPRESS_VERSION").unwrap_or_default();
        let minor = version.split('.').map(|number| number.parse::<u32>().unwrap_or_default());
        matches!(self._running, Running::WordPress(_)) && minor.ge([6, 2])
    }

    /// Posts a comment.
    pub fn post(&self, article: u64, draft: &Draft, way: Commenting) -> Result<Comment, Rejection> {
        block_on(self.client.post_comment(ArticleId(article), draft, way, None))
    }
}

fn client_at(root: &str) -> Client {
    let root = root.parse().unwrap_or_else(|error| panic!("{root}: {error}"));
    Client::new(root, Arc::new(Http::default()))
}

/// The article at `slug`.
pub fn by_slug(slug: &str) -> ArticleKey {
    ArticleKey::Slug(Slug::parse(slug).unwrap_or_else(|| panic!("{slug:?} is no slug")))
}

/// A draft without problems.
pub fn draft(body: &str) -> Draft {
    Draft {
        name: "قارئ".into(), email: "reader@example.org".into(), body: body.into(), ..Draft::default()
    }
}

/// A reply to the comment `parent`.
pub fn reply_to(parent: u64, body: &str) -> Draft {
    Draft { parent: Some(CommentId(parent)), ..draft(body) }
}
