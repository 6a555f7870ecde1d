//! The head of the document: what a page is called, where it stands, and what others show of it.

use html_escape::{encode_double_quoted_attribute, encode_text};
use serde_json::Value;
use tadwina::{
    model::{Article, Category, Permalink},
    pages::Note,
};

use crate::{
    json_ld::{self, address},
    render::Rendered,
    settings::Setup,
};

/// What stands in the head.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Head {
    /// The title of the document.
    pub title: String,
    /// What search engines and networks show below it; may be empty.
    pub description: String,
    /// Where the page stands; `None` for one that stands nowhere.
    pub canonical: Option<String>,
    /// When the browser asks again, in seconds, and after `;url=` for what, if that is another address.
    pub refresh: Option<String>,
    /// Whether search engines may list it.
    pub is_indexed: bool,
    /// Name and content of each further `<meta>`.
    metas: Vec<(Meta, String)>,
    /// Relation and address of each further `<link>`.
    links: Vec<(&'static str, String)>,
    /// The address and the title of the feed.
    feed: Option<(String, String)>,
    /// What search engines read.
    json_ld: Option<Value>,
}

/// What names a `<meta>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meta {
    /// `property`, Open Graph's.
    Property(&'static str),
    /// `name`.
    Name(&'static str),
}

impl Head {
    /// The head of a page that was rendered; `None` if nothing was noted of it.
    pub fn of(page: &Rendered, setup: &Setup) -> Option<Self> {
        let find = |sought: fn(&Note) -> bool| page.notes.iter().rev().find(|note| sought(note));
        let Some(Note::Head { title, description }) = find(|note| matches!(note, Note::Head { .. })) else {
            return None;
        };
        let subject = find(|note| matches!(note, Note::Article { .. } | Note::List { .. }))?;
        let site = page.site.as_ref().map_or("", |site| &site.name);
        let head = Self {
            title: setup.config.i18n.document_title(title, site),
            description: description.clone(),
            is_indexed: true,
            feed: Some((feed(setup), site.to_owned())),
            ..Self::default()
        };
        let head = match subject {
            Note::Article { article, trail } => head.with_article(article, trail, title, page, setup),
            Note::List { list, number, trail, .. } => {
                head.with_list((list, *number), trail, title, page, setup)
            }
            Note::Head { .. } | Note::Failure(_) => return None,
        };
        Some(head.with_cards(title, site, setup))
    }

    /// The head of a page that says what is wrong.
    pub fn of_failure(title: String, refresh: Option<String>) -> Self {
        Self { title, refresh, ..Self::default() }
    }

    fn with_article(
        mut self,
        article: &Article,
        trail: &[Category],
        title: &str,
        page: &Rendered,
        setup: &Setup,
    ) -> Self {
        self.canonical = Some(address(&article.link, setup));
        self.property("og:type", "article");
        if let Some(published) = &article.published {
            self.property("article:published_time", published.iso());
        }
        if let Some(changed) = json_ld::changed(article) {
            self.property("article:modified_time", changed.iso());
        }
        if let Some(category) = trail.last() {
            self.property("article:section", &*category.name);
        }
        if let Some(picture) = &article.picture {
            self.property("og:image", setup.picture(&picture.source));
            if let Some((width, height)) = picture.dimensions {
                self.property("og:image:width", width.to_string());
                self.property("og:image:height", height.to_string());
            }
            if !picture.alternative.is_empty() {
                self.property("og:image:alt", &*picture.alternative);
            }
        }
        let card = if article.picture.is_some() { "summary_large_image" } else { "summary" };
        self.metas.push((Meta::Name("twitter:card"), card.to_owned()));
        let discussion = page.discussion.as_ref();
        self.json_ld = Some(json_ld::graph(vec![
            json_ld::blog_posting(article, title, &self.description, discussion, setup),
            json_ld::breadcrumbs(trail, (title, &article.link), setup),
        ]));
        self
    }

    fn with_list(
        mut self,
        (list, number): (&Permalink, u32),
        trail: &[Category],
        title: &str,
        page: &Rendered,
        setup: &Setup,
    ) -> Self {
        let at = |number| address(&list.page(number), setup);
        self.canonical = Some(at(number));
        self.property("og:type", "website");
        self.metas.push((Meta::Name("twitter:card"), "summary".to_owned()));
        if number > 1 {
            self.links.push(("prev", at(number - 1)));
        }
        self.json_ld = match (trail.split_last(), &page.site) {
            (Some((_, above)), _) => {
                Some(json_ld::graph(vec![json_ld::breadcrumbs(above, (title, list), setup)]))
            }
            (None, Some(site)) => Some(json_ld::graph(vec![json_ld::web_site(site, setup)])),
            (None, None) => None,
        };
        self
    }

    /// What networks show of a link to the page.
    fn with_cards(mut self, title: &str, site: &str, setup: &Setup) -> Self {
        // The front page has no title of its own.
        self.property("og:title", if title.is_empty() { site } else { title });
        if !self.description.is_empty() {
            let description = self.description.clone();
            self.property("og:description", description);
        }
        if let Some(url) = self.canonical.clone() {
            self.property("og:url", url);
        }
        if !site.is_empty() {
            self.property("og:site_name", site);
        }
        self.property("og:locale", open_graph_locale(setup.config.i18n.lang()));
        self
    }

    fn property(&mut self, name: &'static str, content: impl Into<String>) {
        self.metas.push((Meta::Property(name), content.into()));
    }

    /// The elements.
    pub fn html(&self) -> String {
        let quoted = |text: &str| encode_double_quoted_attribute(text).into_owned();
        let mut html = format!("<title>{}</title>\n", encode_text(&self.title));
        let mut add = |element: String| {
            html.push_str(&element);
            html.push('\n');
        };
        if !self.description.is_empty() {
            add(format!(r#"<meta name="description" content="{}">"#, quoted(&self.description)));
        }
        let robots = if self.is_indexed { "max-image-preview:large" } else { "noindex" };
        add(format!(r#"<meta name="robots" content="{robots}">"#));
        if let Some(refresh) = &self.refresh {
            add(format!(r#"<meta http-equiv="refresh" content="{}">"#, quoted(refresh)));
        }
        if let Some(canonical) = &self.canonical {
            add(format!(r#"<link rel="canonical" href="{}">"#, quoted(canonical)));
        }
        for (relation, href) in &self.links {
            add(format!(r#"<link rel="{relation}" href="{}">"#, quoted(href)));
        }
        for (meta, content) in &self.metas {
            let (kind, name) = match meta {
                Meta::Property(name) => ("property", name),
                Meta::Name(name) => ("name", name),
            };
            add(format!(r#"<meta {kind}="{name}" content="{}">"#, quoted(content)));
        }
        if let Some((href, title)) = &self.feed {
            let (href, title) = (quoted(href), quoted(title));
            add(format!(
                r#"<link rel="alternate" type="application/rss+xml" title="{title}" href="{href}">"#
            ));
        }
        if let Some(json_ld) = &self.json_ld {
            let text = json_ld::script_text(json_ld);
            add(format!(r#"<script type="application/ld+json">{text}</script>"#));
        }
        html
    }
}

/// A language as Open Graph names it: with a country, and without any with the one by which networks mean the language.
/// Where it is missing, they take a page for English.
fn open_graph_locale(lang: &str) -> String {
    match lang {
        "ar" => "ar_AR".to_owned(),
        "fr" => "fr_FR".to_owned(),
        "en" => "en_US".to_owned(),
        _ => lang.replace('-', "_"),
    }
}

/// WordPress's feed of articles.
fn feed(setup: &Setup) -> String {
    let has_plain_permalinks = setup.config.api.to_string().contains('?');
    [setup.wordpress(), &*setup.folder, if has_plain_permalinks { "/?feed=rss2" } else { "/feed/" }].concat()
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;

    #[test]
    fn networks_are_told_the_language_with_a_country() {
        for (lang, locale) in [("ar", "ar_AR"), ("ar-MA", "ar_MA"), ("fr", "fr_FR"), ("en-GB", "en_GB")] {
            assert_eq!(open_graph_locale(lang), locale);
        }
    }

    #[test]
    fn no_text_leaves_its_place_in_the_head() {
        let hostile = "</title></head><script>alert(1)</script>\" onload=\"x' <!-- &lt;";
        let mut head = Head {
            title: hostile.to_owned(),
            description: hostile.to_owned(),
            canonical: Some(["https://blog.example/", hostile].concat()),
            feed: Some(("/feed/".to_owned(), hostile.to_owned())),
            json_ld: Some(serde_json::json!({"name": hostile})),
            ..Head::default()
        };
        head.property("og:title", hostile);
        let html = Html::parse_document(
            &["<!doctype html><html><head>", &head.html(), "</head><body></body>"].concat(),
        );
        let all = |selector: &str| {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector).map(|element| element.value().clone()).collect::<Vec<_>>()
        };
        let title = html.select(&Selector::parse("title").unwrap()).next().unwrap();
        assert_eq!(title.text().collect::<String>(), hostile);
        assert_eq!(all("meta[property]")[0].attr("content"), Some(hostile));
        assert_eq!(all("link[title]")[0].attr("title"), Some(hostile));
        assert_eq!((all("script").len(), all("[onload]").len(), all("body > *").len()), (1, 0, 0));
        assert_eq!(all("script")[0].attr("type"), Some("application/ld+json"));
    }
}
